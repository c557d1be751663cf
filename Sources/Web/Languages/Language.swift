import Storage

/// A language the hub speaks; Romanian comes first and is the default.
package enum Language: String, CaseIterable, Sendable, Storable {
    case ro
    case en

    /// The language's own name, as a link in it should read.
    package var ownName: String {
        switch self {
        case .ro: "Română"
        case .en: "English"
        }
    }

    package var other: Language { self == .ro ? .en : .ro }
}

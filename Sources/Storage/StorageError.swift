/// What can go wrong between the hub and its database.
package enum StorageError: Error, Sendable, CustomStringConvertible {
    case mismatch(expected: String, found: Value)
    case column(String, expected: String, found: Value)
    case noColumn(String)
    /// A UNIQUE or PRIMARY KEY rule of the schema refused the row.
    case duplicate(String)
    /// Another rule of the schema (CHECK, NOT NULL, foreign key) refused the row.
    case constraint(String)
    /// The database could not be reached, or the waiting line was too long; trying again may help.
    case unavailable(String)
    case failed(String)

    package var description: String {
        switch self {
        case .mismatch(let expected, let found): "expected \(expected), found \(found)"
        case .column(let name, let expected, let found): "column \(name): expected \(expected), found \(found)"
        case .noColumn(let name): "the result has no column \(name)"
        case .duplicate(let text): "already there: \(text)"
        case .constraint(let text): "the schema refused it: \(text)"
        case .unavailable(let text): "the database cannot be reached: \(text)"
        case .failed(let text): "the database failed: \(text)"
        }
    }
}

import Storage
import Web

/// Who may see and do what with calls. Pages, files and feeds ask here and nowhere else.
enum OpenCallRules {
    /// Builds calls and sees those that are not published.
    static let write: Permission = "calls:write"
    /// Publishes a call and its errata.
    static let publish: Permission = "calls:publish"

    /// Everybody reads what is published; a draft is for those who write it.
    static func maySee(_ visitor: Visitor, _ call: OpenCall) -> Bool {
        call.published != nil || visitor.may(write)
    }

    private static func call(_ name: String, _ permission: Permission) -> Access {
        .object("call:\(name)") { visitor, parameters, connection in
            guard let call = try OpenCall.find(connection, slug: parameters["call"]), maySee(visitor, call) else {
                return .hidden
            }
            return visitor.may(permission) ? .allowed : .refused
        }
    }

    static let writer = call("writer", write)
    static let publisher = call("publisher", publish)
}

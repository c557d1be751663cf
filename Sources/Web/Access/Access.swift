import Storage

/// A right that roles hold, written `room:verb`, such as `organisations:edit`.
package struct Permission: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let description: String
    package init(stringLiteral value: String) { description = value }
}

/// A permission as a wing declares it: what it lets people do and which roles hold it.
package struct PermissionDeclaration: Sendable {
    package let permission: Permission
    /// Key of the sentence on the permission page.
    package let title: String
    package let roles: Set<Role>

    package init(_ permission: Permission, _ title: String, roles: Set<Role>) {
        self.permission = permission
        self.title = title
        self.roles = roles.union([.administrator])
    }
}

/// The answer of an access rule.
package enum Verdict: Sendable, Equatable {
    case allowed
    /// The visitor may know that it is there, but may not do this.
    case refused
    /// For this visitor it does not exist.
    case hidden
}

/// The parameters of a matched path, percent-decoded.
package struct RouteParameters: Sendable {
    let values: [String: String]
    package init(_ values: [String: String]) { self.values = values }

    package subscript(name: String) -> String { values[name] ?? "" }

    package func id<Kind>(_ name: String, of kind: Kind.Type = Kind.self) throws -> ID<Kind> {
        guard let id = ID<Kind>(self[name]) else { throw PageError.notFound }
        return id
    }
}

/// Who may use a route. Every route names one; there is no default.
package struct Access: Sendable {
    package typealias Check = @Sendable (Visitor, RouteParameters, any Connection) throws -> Verdict

    enum Rule: Sendable {
        case everyone
        case signedIn
        case permission(Permission)
        case object(Check)
    }

    /// Stable name that the route walk compares, such as `everyone` or `city-team:editor`.
    package let name: String
    let rule: Rule

    package static let everyone = Access(name: "everyone", rule: .everyone)
    package static let signedIn = Access(name: "signed-in", rule: .signedIn)

    package static func permission(_ permission: Permission) -> Access {
        Access(name: "permission \(permission)", rule: .permission(permission))
    }

    /// A rule about the object that the path names; one policy function of the room decides.
    package static func object(_ name: String, _ check: @escaping Check) -> Access {
        Access(name: name, rule: .object(check))
    }

    func verdict(_ visitor: Visitor, _ parameters: RouteParameters, _ database: Database) async throws -> Verdict {
        switch rule {
        case .everyone: .allowed
        case .signedIn: visitor.signedIn == nil ? .refused : .allowed
        case .permission(let permission): visitor.may(permission) ? .allowed : .refused
        case .object(let check): try await database.read { try check(visitor, parameters, $0) }
        }
    }
}

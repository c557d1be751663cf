import Storage

package enum PersonKind {}
package enum OrganisationKind {}
package typealias PersonID = ID<PersonKind>
package typealias OrganisationID = ID<OrganisationKind>

/// What somebody may do in the hub as a whole; memberships of organisations come beside it.
package enum Role: String, CaseIterable, Sendable, Storable {
    case evaluator
    case programmeOfficer = "programme-officer"
    case contentEditor = "content-editor"
    case authorityOfficer = "authority-officer"
    case administrator

    /// Staff and evaluators must sign in with a second factor (DESIGN §4).
    package var needsSecondFactor: Bool { true }
}

/// What somebody may do in an organisation; a higher level includes the lower ones.
package enum MembershipLevel: String, CaseIterable, Sendable, Storable, Comparable {
    case viewer
    case editor
    case certifier

    private var rank: Int { self == .viewer ? 0 : self == .editor ? 1 : 2 }

    package static func < (left: MembershipLevel, right: MembershipLevel) -> Bool { left.rank < right.rank }
}

/// Who is asking: nobody in particular, or a person with a session.
package struct Visitor: Sendable {
    package struct SignedIn: Sendable {
        package let person: PersonID
        package let name: String
        package let email: String
        package let session: String
        package let roles: Set<Role>
        package let permissions: Set<Permission>
        package let memberships: [OrganisationID: MembershipLevel]
        package let unreadNotifications: Int

        package init(
            person: PersonID, name: String, email: String, session: String, roles: Set<Role>,
            permissions: Set<Permission>, memberships: [OrganisationID: MembershipLevel], unreadNotifications: Int = 0
        ) {
            self.person = person
            self.name = name
            self.email = email
            self.session = session
            self.roles = roles
            self.permissions = permissions
            self.memberships = memberships
            self.unreadNotifications = unreadNotifications
        }
    }

    package let signedIn: SignedIn?

    package init(signedIn: SignedIn?) { self.signedIn = signedIn }

    package static let anonymous = Visitor(signedIn: nil)

    package var person: PersonID? { signedIn?.person }

    package func may(_ permission: Permission) -> Bool { signedIn?.permissions.contains(permission) ?? false }

    package func level(in organisation: OrganisationID) -> MembershipLevel? { signedIn?.memberships[organisation] }
}

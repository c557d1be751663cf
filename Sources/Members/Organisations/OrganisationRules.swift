import Storage
import Web

/// Who may do what with an organisation; pages, files and forms all ask here.
package enum OrganisationRules {
    package static let administer: Permission = "organisations:administer"

    package static func isStaff(_ visitor: Visitor) -> Bool { visitor.may(administer) }

    /// Its editors and the hub's team change what the public page says.
    package static func mayEdit(_ visitor: Visitor, _ organisation: OrganisationID) -> Bool {
        isStaff(visitor) || (visitor.level(in: organisation).map { $0 >= .editor } ?? false)
    }

    /// Who its people are is for its people and the hub's team.
    package static func maySeeMembers(_ visitor: Visitor, _ organisation: OrganisationID) -> Bool {
        isStaff(visitor) || visitor.level(in: organisation) != nil
    }

    /// Its certifiers and the hub's team invite people and say what they may do.
    package static func mayManageMembers(_ visitor: Visitor, _ organisation: OrganisationID) -> Bool {
        isStaff(visitor) || visitor.level(in: organisation) == .certifier
    }

    /// Everybody may leave; others are taken out by who manages the members.
    package static func mayRemove(_ visitor: Visitor, _ person: PersonID, from organisation: OrganisationID) -> Bool {
        mayManageMembers(visitor, organisation) || (visitor.person == person && visitor.level(in: organisation) != nil)
    }

    /// An organisation with a certifier keeps one, so that it can go on by itself; only the hub's team may end that.
    static func leavesNoCertifier(
        _ change: MembershipLevel?, of person: PersonID, in members: [Membership]
    ) -> Bool {
        let certifiers = members.filter { $0.level == .certifier }.map(\.person)
        return certifiers == [person] && change != .certifier
    }

    // MARK: Access

    static let editor = access("organisation:editor", mayEdit)
    static let member = access("organisation:member", maySeeMembers)
    static let certifier = access("organisation:certifier", mayManageMembers)

    static let certifierOrSelf = Access.object("organisation:certifier-or-self") { visitor, parameters, connection in
        let organisation: OrganisationID = try parameters.id("id")
        let person: PersonID = try parameters.id("person")
        guard try Organisation.find(connection, organisation) != nil else { return .hidden }
        return mayRemove(visitor, person, from: organisation) ? .allowed : .refused
    }

    private static func access(
        _ name: String, _ rule: @escaping @Sendable (Visitor, OrganisationID) -> Bool
    ) -> Access {
        .object(name) { visitor, parameters, connection in
            let organisation: OrganisationID = try parameters.id("id")
            guard try Organisation.find(connection, organisation) != nil else { return .hidden }
            return rule(visitor, organisation) ? .allowed : .refused
        }
    }

    // MARK: Names and addresses

    /// Names in the order of their folded words, alike on both engines.
    static func sortKey(_ name: String) -> String { Folding.words(name).joined(separator: " ") }

    /// A web address as people type it, made whole; nil when it is none.
    static func website(_ typed: String) -> String? {
        let hasScheme = typed.lowercased().hasPrefix("https://") || typed.lowercased().hasPrefix("http://")
        let address = hasScheme ? typed : "https://" + typed
        let rest = address.drop { $0 != "/" }.dropFirst(2)
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), SafeAddress.of(address) == address,
            !host.contains("@"), !host.contains(":")
        else { return nil }
        return address
    }
}

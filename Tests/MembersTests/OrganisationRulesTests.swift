import Storage
import Testing
import Web

@testable import Members

/// Who may do what with an organisation, as one table.
@Suite struct OrganisationRulesTests {
    static let ids = IDSource(now: { Instant(milliseconds: 1_795_338_000_000) })
    static let ours: OrganisationID = ids.next()
    static let another: OrganisationID = ids.next()
    static let person: PersonID = ids.next()

    struct Case: Sendable, CustomTestStringConvertible {
        let who: String
        let level: MembershipLevel?
        var organisation = OrganisationRulesTests.ours
        var isStaff = false
        var isSignedIn = true
        let edits: Bool
        let sees: Bool
        let manages: Bool
        let leaves: Bool

        var testDescription: String { who }

        var visitor: Visitor {
            guard isSignedIn else { return .anonymous }
            return Visitor(
                signedIn: .init(
                    person: OrganisationRulesTests.person, name: "Ana", email: "ana@x.example", session: "s", roles: [],
                    permissions: isStaff ? [OrganisationRules.administer] : [],
                    memberships: level.map { [organisation: $0] } ?? [:]))
        }
    }

    static let cases = [
        Case(who: "nobody", level: nil, isSignedIn: false, edits: false, sees: false, manages: false, leaves: false),
        Case(who: "stranger", level: nil, edits: false, sees: false, manages: false, leaves: false),
        Case(
            who: "certifier elsewhere", level: .certifier, organisation: another, edits: false, sees: false,
            manages: false, leaves: false),
        Case(who: "viewer", level: .viewer, edits: false, sees: true, manages: false, leaves: true),
        Case(who: "editor", level: .editor, edits: true, sees: true, manages: false, leaves: true),
        Case(who: "certifier", level: .certifier, edits: true, sees: true, manages: true, leaves: true),
        Case(who: "staff", level: nil, isStaff: true, edits: true, sees: true, manages: true, leaves: true),
    ]

    @Test(arguments: cases) func everyoneMayWhatTheTableSays(_ one: Case) {
        #expect(OrganisationRules.mayEdit(one.visitor, Self.ours) == one.edits)
        #expect(OrganisationRules.maySeeMembers(one.visitor, Self.ours) == one.sees)
        #expect(OrganisationRules.mayManageMembers(one.visitor, Self.ours) == one.manages)
        #expect(OrganisationRules.mayRemove(one.visitor, Self.person, from: Self.ours) == one.leaves)
        let other: PersonID = Self.ids.next()
        #expect(OrganisationRules.mayRemove(one.visitor, other, from: Self.ours) == one.manages)
    }

    @Test(
        arguments: [
            ("www.example.ro", "https://www.example.ro"), ("http://a.ro/x?y=1", "http://a.ro/x?y=1"),
            ("javascript:alert(1)", nil), ("https://", nil), ("localhost", nil), ("https://a..ro", nil),
            ("https://user@evil.ro", nil), ("exa mple.ro", nil), ("//evil.ro", nil),
        ] as [(String, String?)])
    func websitesAreMadeWholeOrRefused(_ typed: String, _ expected: String?) {
        #expect(OrganisationRules.website(typed) == expected)
    }
}

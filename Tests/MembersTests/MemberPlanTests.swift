import Storage
import Support
import Testing
import Web

@testable import Members

/// The wing's hottest queries go by an index, whatever the tables grow to.
@Suite struct MemberPlanTests {
    @Test(arguments: Engines.all) func hotQueriesUseAnIndex(_ engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let ids = IDSource(now: { Instant(milliseconds: 1_795_338_000_000) })
            let organisation: OrganisationID = ids.next()
            let after: ID<NotificationKind> = ids.next()
            let plans = try await database.read { connection -> [(String, [String])] in
                var audit = AuditFilter()
                var statements: [(String, Statement)] = [
                    ("audit", AuditEntry.page(audit, .after(100), limit: 50)),
                    ("all notifications", Notification.page(of: person, unreadOnly: false, .after(after), limit: 30)),
                    (
                        "unread notifications",
                        Notification.page(of: person, unreadOnly: true, .before(after), limit: 30)
                    ),
                ]
                audit.activity = "profile.changed"
                statements.append(("audit of an activity", AuditEntry.page(audit, .start, limit: 50)))
                audit.activity = nil
                audit.subjectKind = "city"
                audit.subject = "1017"
                statements.append(("audit of a subject", AuditEntry.page(audit, .start, limit: 50)))
                for order in [OrganisationFilter.Order.name, .nameDown, .newest] {
                    var filter = OrganisationFilter()
                    filter.order = order
                    for place in [ListPlace.after(organisation), .before(organisation)] {
                        let page = try Organisation.page(connection, filter, place, limit: 50)
                        statements.append(("directory by \(order), \(place)", page))
                    }
                }
                return try statements.map { ($0.0, try connection.explain($0.1).fullScans) }
            }
            #expect(plans.count == 11)
            for (name, scans) in plans { #expect(scans.isEmpty, "\(name): \(scans)") }
        }
    }
}

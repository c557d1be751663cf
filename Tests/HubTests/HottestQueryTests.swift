import Planning
import SiteSupport
import Storage
import Support
import Testing

@testable import Background
@testable import Cities
@testable import Members
@testable import Publishing
@testable import Web

/// What the hub asks most often goes by an index on both engines, however much the tables grow.
///
/// Not the list of cities: it counts the register of 109 places, which does not grow.
@Suite struct HottestQueryTests {
    private static let names = [
        "session", "job lease", "published page", "city page", "audit", "notifications",
        "organisations", "search", "data version", "unfinished jobs", "all jobs",
    ]

    @Test(arguments: Engines.all) func theyReadNoTableWhole(engine: Engines) async throws {
        try await withSite(engine) { site in
            let person = try #require(try await site.person(.cityEditor)).id
            let gazetteer = try await GazetteerMemory(site.database).known()
            let now = site.clock.now
            let plans = try await site.database.write { connection -> [(name: String, plans: [QueryPlan])] in
                try Self.names.map { name in
                    (name, try Self.plans(of: name, connection, person: person, gazetteer: gazetteer, now: now))
                }
            }
            for (name, plans) in plans {
                #expect(!plans.isEmpty, "\(name) asks nothing")
                for plan in plans { #expect(plan.fullScans == [], "\(name): \(plan)") }
            }
        }
    }

    private static func plans(
        of name: String, _ connection: any Connection, person: PersonID, gazetteer: Gazetteer, now: Instant
    ) throws -> [QueryPlan] {
        let recorder = PlanRecorder(connection)
        switch name {
        case "session":
            return try PlanRecorder.plans(
                of: Visitors.holder(of: RandomToken.make(), now: now, permissions: []), connection)
        case "city page":
            return try PlanRecorder.plans(
                of: CityRecord.query(slug: "alba-iulia", gazetteer, [Planning.cityPanel]), connection)
        case "job lease":
            _ = try Job.isAnyDue(in: recorder, kinds: ["mail.send"], now: now)
            _ = try Job.lease(in: recorder, kinds: ["mail.send"], worker: "w", now: now, until: now)
        case "published page": _ = try PublicPage.find(recorder, slug: "privacy", .ro)
        case "audit": _ = try AuditEntry.page(recorder, limit: 50)
        case "notifications": _ = try Notification.list(recorder, of: person, unreadOnly: true, .start, limit: 30)
        case "organisations": _ = try Organisation.list(recorder, OrganisationFilter(), .start, limit: 50)
        case "search": _ = try SearchIndex.search("iasi", in: recorder)
        case "data version": _ = try AuditEntry.lastSequence(recorder)
        case "unfinished jobs": _ = try JobStatistics.unfinished(in: recorder, now: now)
        case "all jobs": _ = try JobStatistics.all(in: recorder, now: now)
        default: Issue.record("no such query: \(name)")
        }
        return recorder.plans
    }
}

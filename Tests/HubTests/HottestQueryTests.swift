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
/// But for the list of cities: its filters and orders go over the register itself, which has a row for each municipality
/// and sector of the country and does not grow. What it joins to the register must go by an index.
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

    @Test(arguments: Engines.all) func theListOfCitiesReadsOnlyTheRegisterWhole(engine: Engines) async throws {
        try await withSite(engine) { site in
            let (plans, cities) = try await site.database.write { connection -> ([QueryPlan], Int) in
                let recorder = PlanRecorder(connection)
                _ = try CityLine.page(recorder, CityListRequest(Answers(texts: ["show": ["all"]])))
                return (recorder.plans, try City.allByName(connection).count)
            }
            #expect(cities == 109)
            #expect(plans.count == 2)
            let register: Set<String> = ["city", "county", "region"]
            for plan in plans { #expect(register.isSuperset(of: plan.fullScans), "\(plan)") }
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
                of: CityRecord.query(slug: "alba-iulia", gazetteer, [Planning.cityPanel, Planning.portfolioPanel]),
                connection)
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

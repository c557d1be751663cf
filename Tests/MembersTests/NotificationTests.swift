import Background
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members

/// The centre, the choices and the daily mail.
@Suite struct NotificationTests {
    private static func tell(_ site: TestSite, _ person: PersonID, topic: String, number: Int) async throws {
        try await site.database.write { connection in
            try Notification.notify(
                connection, kit: site.kit, people: [person, person], topic: topic, activity: "test.happened",
                subject: ("test", "\(number)"), sentence: "News {number}", values: ["number": "\(number)"],
                path: "/organisations", at: site.clock.now)
        }
    }

    private static func mails(_ site: TestSite) async throws -> [String] {
        try await site.database.read { try Job.list(in: $0, kind: "mail.send", limit: 100).map(\.payload) }
    }

    private static func digest(_ site: TestSite, to person: PersonID) async throws {
        try await site.database.write { connection in
            try NotificationJobs.mail(
                connection, to: person, outbox: site.kit.outbox, site.kit.languages, "http://hub.test",
                at: site.clock.now)
        }
    }

    @Test(arguments: Engines.all) func theDigestBringsEachUnreadLineOnce(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try #require(try await site.person(.cityEditor)).id
            try await site.database.write { connection in
                try Notification.choose(connection, .none, of: "quiet", for: ana)
                try Notification.choose(connection, .atOnce, of: "urgent", for: ana)
            }
            try await Self.tell(site, ana, topic: "ordinary", number: 1)
            try await Self.tell(site, ana, topic: "ordinary", number: 2)
            try await Self.tell(site, ana, topic: "quiet", number: 3)
            try await Self.tell(site, ana, topic: "urgent", number: 4)
            let atOnce = try await Self.mails(site)
            #expect(atOnce.count == 1)
            #expect(atOnce.allSatisfy { $0.contains("News 4") })

            let news = try await site.database.read {
                try Notification.list($0, of: ana, unreadOnly: false, .start, limit: 10)
            }
            #expect(news.count == 4, "a person told twice in one go is told once")
            let second = try #require(news.first { $0.values["number"] == "2" })
            let isRead = try await site.database.write {
                try Notification.read($0, second.id, of: ana, at: site.clock.now)
            }
            #expect(isRead)
            #expect(try await site.database.read { try Notification.peopleAwaitingDigest($0) } == [ana])
            try await Self.digest(site, to: ana)
            let mails = try await Self.mails(site)
            #expect(mails.count == 2)
            let digest = try #require(mails.first)
            #expect(digest.contains("News 1"))
            for number in 2...4 { #expect(!digest.contains("News \(number)")) }

            try await Self.digest(site, to: ana)
            #expect(try await Self.mails(site).count == 2, "nothing new, no mail")
            #expect(try await site.database.read { try Notification.peopleAwaitingDigest($0) } == [])
        }
    }

    @Test(arguments: Engines.all) func theWorkerSendsTheDigestAtSeven(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try #require(try await site.person(.cityEditor)).id
            _ = try await site.worker.runDueJobs()
            try await Self.tell(site, ana, topic: "ordinary", number: 7)
            site.clock.advance(seconds: 86_400)
            _ = try await site.worker.runDueJobs()
            let unmailed = try await site.database.read { try Notification.awaitingDigest($0, of: ana) }
            #expect(unmailed.isEmpty)
            #expect(try await Self.mails(site).count == 1)
        }
    }

    @Test(arguments: Engines.all) func aFormerOrDisabledMemberGetsNoDigest(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try #require(try await site.person(.cityEditor)).id
            try await Self.tell(site, ana, topic: "ordinary", number: 1)
            let isDisabled = try await site.database.write { try Person.disable($0, ana, at: site.clock.now) }
            #expect(isDisabled)
            #expect(try await site.database.read { try Notification.peopleAwaitingDigest($0) } == [])
            try await Self.digest(site, to: ana)
            #expect(try await Self.mails(site).isEmpty)
        }
    }

    @Test(arguments: Engines.all) func nobodyReadsAnothersNotification(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try #require(try await site.person(.cityEditor)).id
            try await Self.tell(site, ana, topic: "memberships", number: 5)
            let one = try #require(
                try await site.database.read {
                    try Notification.list($0, of: ana, unreadOnly: true, .start, limit: 1).first
                })
            let mihai = try await site.browser(as: .otherCity)
            let path = "/ro/notifications/\(one.id)/reading"
            #expect(try await mihai.submit([], on: "/ro/notifications/choices", to: path).status == 404)
            let owner = try await site.browser(as: .cityEditor)
            let read = try await owner.submit([], on: "/ro/notifications", to: path)
            #expect(read.status == 303)
            #expect(read.location == "/ro/organisations")
            #expect(try await site.database.read { try Notification.unreadCount($0, of: ana) } == 0)
        }
    }

    @Test(arguments: Engines.all) func choicesAreKept(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try await site.browser(as: .cityEditor)
            let topics = site.features.flatMap(\.topics)
            #expect(!topics.isEmpty)
            let form = topics.map { ($0.code, "at-once") }
            #expect(try await ana.submit(form, on: "/en/notifications/choices").status == 303)
            let id = try #require(try await site.person(.cityEditor)).id
            let chosen = try await site.database.read { try Notification.choices($0, of: id) }
            #expect(chosen == Dictionary(uniqueKeysWithValues: topics.map { ($0.code, NotificationDelivery.atOnce) }))
            let wrong = try await ana.submit(topics.map { ($0.code, "hourly") }, on: "/en/notifications/choices")
            #expect(wrong.status == 422)
        }
    }
}

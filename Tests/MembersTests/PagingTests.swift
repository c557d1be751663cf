import Foundation
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members

/// Long lists forwards and backwards: every line once, in the same order, to the ten-thousandth and back.
@Suite struct PagingTests {
    private static let count = 10_050
    private static let size = 50

    /// Organisations in a hundred names each, so that the order needs the second key too.
    private static func fill(_ database: Database) async throws {
        let ids = IDSource(now: { Instant(milliseconds: 1_795_338_000_000) })
        let at = Instant(milliseconds: 1_795_338_000_000)
        try await database.write { connection in
            for start in stride(from: 0, to: count, by: 75) {
                var statement: Statement =
                    "INSERT INTO organisation (id, name, kind, is_demonstration, created_at, sort_key) VALUES "
                for number in start..<(start + 75) {
                    let id: OrganisationID = ids.next()
                    if number > start { statement += ", " }
                    statement += """
                        (\(id), \("Organizația \(number)"), \(OrganisationType.sme), FALSE, \(at),
                        \("organizatia \(number % 100)"))
                        """
                }
                try connection.execute(statement)
            }
        }
    }

    private func part(
        _ database: Database, _ order: OrganisationFilter.Order, _ place: ListPlace<OrganisationID>
    ) async throws -> ListPart<Organisation> {
        var filter = OrganisationFilter()
        filter.order = order
        let found = try await database.read { [filter] in
            try Organisation.list($0, filter, place, limit: Self.size + 1)
        }
        return ListPart(found, at: place, size: Self.size)
    }

    @Test(arguments: Engines.all, [OrganisationFilter.Order.name, .nameDown, .newest])
    func theTenThousandthLineIsReachedAndLeftAgain(engine: Engines, order: OrganisationFilter.Order) async throws {
        try await withMember(engine) { database, _ in
            try await Self.fill(database)
            var forwards: [OrganisationID] = []
            var place = ListPlace<OrganisationID>.start
            while true {
                let part = try await part(database, order, place)
                #expect(part.hasBefore == !forwards.isEmpty)
                forwards += part.items.map(\.id)
                guard part.hasAfter, let last = part.items.last else { break }
                place = .after(last.id)
            }
            #expect(forwards.count == Self.count)
            #expect(Set(forwards).count == Self.count)

            var backwards: [OrganisationID] = []
            place = .before(try #require(forwards.last))
            while true {
                let part = try await part(database, order, place)
                #expect(part.hasAfter)
                backwards = part.items.map(\.id) + backwards
                guard part.hasBefore, let first = part.items.first else { break }
                place = .before(first.id)
            }
            #expect(backwards == forwards.dropLast())
        }
    }

    @Test func linesThatComeMeanwhileMoveNothing() {
        let found = Array(1...4)
        let first = ListPart(found, at: ListPlace<Int>.start, size: 3)
        #expect(first.items == [1, 2, 3] && !first.hasBefore && first.hasAfter)
        let second = ListPart([4, 5], at: .after(3), size: 3)
        #expect(second.items == [4, 5] && second.hasBefore && !second.hasAfter)
        let back = ListPart([3, 2, 1, 0], at: .before(4), size: 3)
        #expect(back.items == [1, 2, 3] && back.hasBefore && back.hasAfter)
        let start = ListPart([0], at: .before(1), size: 3)
        #expect(start.items == [0] && !start.hasBefore && start.hasAfter)
        let none = ListPart([], at: .after(9), size: 3) as ListPart<Int>
        #expect(!none.hasBefore && !none.hasAfter)
    }

    /// Follows "Next" to the end and "Previous" to the start of every list that staff have.
    @Test(
        arguments: Engines.all,
        [("/en/people", 3), ("/en/organisations", 3), ("/en/audit", 3), ("/en/notifications", 3)])
    func pagesLeadForthAndBack(engine: Engines, example: (path: String, pages: Int)) async throws {
        try await withSite(engine) { site in
            try await crowd(site)
            let browser = try await site.browser(as: .administrator)
            var path = example.path
            var seen: [String] = []
            while true {
                let page = try await browser.get(path)
                #expect(page.status == 200)
                seen.append(mainTable(page.text))
                guard let next = link("next", in: page.text) else { break }
                path = next
            }
            #expect(seen.count >= example.pages, "\(example.path): \(seen.count)")
            for expected in seen.dropLast().reversed() {
                path = try #require(link("prev", in: try await browser.get(path).text), "\(example.path)")
                #expect(mainTable(try await browser.get(path).text) == expected, "\(path)")
            }
            #expect(link("prev", in: try await browser.get(path).text) == nil)
        }
    }

    /// More than two pages of everything.
    private func crowd(_ site: TestSite) async throws {
        let administrator = try #require(try await site.person(.administrator))
        let now = site.clock.now
        try await site.database.write { connection in
            for number in 0..<120 {
                let person: PersonID = site.kit.ids.next()
                try Person.create(
                    connection, id: person, name: "Om \(number % 7)", email: "om\(number)@multe.example", language: .ro,
                    passwordHash: nil, at: now)
                try Organisation.create(
                    connection, id: site.kit.ids.next(), name: "Firma \(number)", kind: .sme, website: nil, about: nil,
                    isDemonstration: true, at: now)
                try AuditEntry.record(
                    connection, actor: administrator.id, "person.created", subject: ("person", person.description),
                    at: now)
                try Notification.notify(
                    connection, kit: site.kit, people: [administrator.id], topic: "memberships",
                    activity: "role.granted", subject: (kind: "person", id: person.description),
                    sentence: "You were given a role.", path: "/account?\(number)", at: now)
            }
        }
    }

    /// The address of the link to a neighbouring page.
    private func link(_ relation: String, in html: String) -> String? {
        guard let mark = html.range(of: "\" rel=\"\(relation)\">") else { return nil }
        let before = String(html[..<mark.lowerBound])
        guard let start = before.range(of: "<a href=\"", options: .backwards) else { return nil }
        return String(before[start.upperBound...]).replacingOccurrences(of: "&amp;", with: "&")
    }

    /// What the page shows, without tokens and links to its neighbours.
    private func mainTable(_ html: String) -> String {
        let start = html.range(of: "<tbody>") ?? html.range(of: "<ul class=\"notifications\">")
        let end = html.range(of: "</tbody>") ?? html.range(of: "<nav class=\"pagination\"")
        guard let start, let end else { return "" }
        return String(html[start.upperBound..<end.lowerBound]).replacing(#/value="[^"]*"/#, with: "")
    }
}

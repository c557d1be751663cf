import Contract
import Members
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Comments of reviewers in the city's hands: who looks after each, where it is shown, and the way back to its place.
@Suite struct ReviewCommentTests {
    /// A review that was sent, with comments on a module, a table, a row, a cell and a sentence.
    private struct World {
        let contract: ContractID
        let review: String
        let reviewer: TestBrowser
        var path: String { "/ro/contracts/\(contract)" }
    }

    private static let row = "mobility-plan"
    private static let comments: [(place: String, text: String)] = [
        ("modules/B-2", "DESPREMODUL"), ("policies", "DESPRETABEL"), ("policies/\(row)", "DESPRERAND"),
        ("policies/\(row)/name", "DESPRECELULA"), ("sections/outlook", "DESPREFRAZA"),
    ]

    private func world(_ site: TestSite) async throws -> World {
        let contract = try await ReviewTests.contract(site)
        let editor = try #require(try await site.person(.cityEditor)).id
        let now = site.clock.now
        try await site.database.write { connection in
            let record = try #require(try ContractRecord.find(connection, id: contract))
            var table = try record.document(connection).tables[.policies] ?? ContractTable()
            table.rows.append(ContractRow(Self.row, ["name": "Planul de mobilitate urbană"]))
            let version = try ContractPart.find(connection, contract, .table(.policies))?.version ?? 0
            let isSaved = try ContractPart.save(
                connection, contract, .table(.policies), version: version, try ContractTableText.json(table),
                by: editor, at: now)
            #expect(isSaved)
        }
        let round = try await ReviewTests.submit(site, contract)
        let reviewer = try await ReviewTests.assign(site, round)
        #expect(try await reviewer.submit([("declaration", "yes")], on: "\(round)/declaration").status == 303)
        let id: String? = try await site.database.read { try $0.value("SELECT id FROM review") }
        let review = "/ro/reviews/\(try #require(id))"
        for (place, text) in Self.comments {
            let quote = place.hasPrefix("sections/") ? "orașul continuă, pas-cu-pas" : ""
            let fields = [
                ("about", place), ("place", place), ("quote", quote),
                ("severity", text == "DESPRERAND" ? "must" : "suggestion"), ("text", text),
            ]
            let page = "\(review)/comments/new?" + FormBody.encode([("place", place)])
            let kept = try await reviewer.submit(fields, on: page, to: "\(review)/comments/new")
            #expect(kept.status == 303, "\(place): \(kept.status)")
        }
        return World(contract: contract, review: review, reviewer: reviewer)
    }

    private func send(_ world: World) async throws {
        try await ReviewTests.judge(world.reviewer, world.review)
        let sending = [("outcome", "changes"), ("summary", "De completat.")] + ReviewTests.confirmed
        #expect(try await world.reviewer.submit(sending, on: "\(world.review)/sending").status == 303)
    }

    private func remark(_ site: TestSite, _ text: String) async throws -> String {
        try #require(
            try await site.database.read { try $0.value("SELECT id FROM review_comment WHERE content = \(text)") })
    }

    @Test(arguments: Engines.all) func commentsStandBesideTheirPlaceOnceTheReviewIsSent(engine: Engines) async throws {
        try await withSite(engine) { site in
            let world = try await world(site)
            let editor = try await site.browser(as: .cityEditor)
            let rowPath = "\(world.path)/tables/policies/rows/\(Self.row)"
            let shown: [(page: String, texts: Set<String>)] = [
                (world.path, ["DESPREMODUL"]),
                ("\(world.path)/tables/policies", ["DESPRETABEL", "DESPRERAND", "DESPRECELULA"]),
                (rowPath, ["DESPRERAND", "DESPRECELULA"]), ("\(rowPath)/edit", ["DESPRERAND", "DESPRECELULA"]),
                ("\(world.path)/sections/outlook", ["DESPREFRAZA"]),
                ("\(world.path)/sections/outlook/edit", ["DESPREFRAZA"]),
                ("\(world.path)/sections/introduction", []),
            ]
            func found(_ page: String) async throws -> Set<String> {
                let answer = try await editor.get(page)
                #expect(answer.status == 200 || page.hasSuffix("introduction"), "\(page): \(answer.status)")
                return Set(Self.comments.map(\.text).filter(answer.text.contains))
            }
            for (page, _) in shown { #expect(try await found(page) == [], "\(page) before the review is sent") }
            try await send(world)
            for (page, texts) in shown { #expect(try await found(page) == texts, "\(page)") }
            // The links lead there and back.
            let section = try await editor.get("\(world.path)/sections/outlook").text
            let id = try await remark(site, "DESPREFRAZA")
            #expect(section.contains("href=\"\(world.review)#comment-\(id)\""))
            let review = try await editor.get(world.review).text
            #expect(review.contains("id=\"comment-\(id)\""))
            #expect(review.contains("\(rowPath)#cell-name\""))
            #expect(try await editor.get(rowPath).text.contains("id=\"cell-name\""))
            #expect(
                review.contains(
                    "\(world.path)/sections/outlook#:~:text=ora%C8%99ul%20continu%C4%83%2C%20pas%2Dcu%2Dpas"))
            #expect(review.contains("\(world.path)#module-B-2\""))
            #expect(try await editor.get(world.path).text.contains("id=\"module-B-2\""))
            // What the reviewer may not open is no link to them.
            #expect(try await !world.reviewer.get(world.review).text.contains("/contracts/"))
        }
    }

    @Test(arguments: Engines.all) func aCommentHasAnOwnerOfTheTeam(engine: Engines) async throws {
        try await withSite(engine) { site in
            let world = try await world(site)
            try await send(world)
            let editor = try await site.browser(as: .cityEditor)
            let certifier = try #require(try await site.person(.cityCertifier)).id
            let outsider = try #require(try await site.person(.evaluator)).id
            let path = "\(world.review)/comments/\(try await remark(site, "DESPRERAND"))/owner"
            #expect(try await editor.submit([("owner", "\(outsider)")], on: path).status == 422)
            #expect(try await editor.submit([("owner", "\(certifier)")], on: path).status == 303)
            let list = "\(world.path)/review-comments"
            func found(_ query: String) async throws -> Set<String> {
                let text = try await editor.get(list + query).text
                return Set(Self.comments.map(\.text).filter(text.contains))
            }
            #expect(try await found("") == Set(Self.comments.map(\.text)))
            #expect(try await found("?owner=\(certifier)") == ["DESPRERAND"])
            #expect(try await found("?owner=nobody") == Set(Self.comments.map(\.text)).subtracting(["DESPRERAND"]))
            #expect(try await found("?severity=must") == ["DESPRERAND"])
            #expect(try await found("?place=policies") == ["DESPRETABEL", "DESPRERAND", "DESPRECELULA"])
            #expect(try await found("?place=policies%2F\(Self.row)") == ["DESPRERAND", "DESPRECELULA"])
            // Who owns it is told, and sees it in the task list.
            let owner = try await site.browser(as: .cityCertifier)
            #expect(try await owner.get("/ro/notifications").text.contains("repartizată o observație"))
            let tasks = try await owner.get(world.path).text
            #expect(tasks.contains("review-comments?owner=\(certifier)"))
            #expect(tasks.contains("comentarii deschise (Elena"))
            // Done, it is no longer open; the list of all has it.
            let done = try await editor.submit(
                [("resolution", "done"), ("text", "")], on: path.replacing("/owner", with: "/answer"))
            #expect(done.status == 303)
            #expect(try await !found("").contains("DESPRERAND"))
            #expect(try await found("?state=all").contains("DESPRERAND"))
            #expect(try await editor.submit([("owner", "")], on: path).status == 303)
            #expect(try await found("?state=all&owner=\(certifier)") == [])
        }
    }

    @Test func ownersAreTheCitysOwnBusiness() async throws {
        try await withSite(.sqlite) { site in
            let world = try await world(site)
            let owner = "\(world.review)/comments/\(try await remark(site, "DESPRERAND"))/owner"
            // Before it is sent nobody has it to give.
            #expect(try await site.browser(as: .cityEditor).get(owner).status == 404)
            try await send(world)
            let list = "\(world.path)/review-comments"
            let statuses: [(Persona, owner: Int, list: Int)] = [
                (.evaluator, 403, 404), (.otherCity, 404, 404), (.company, 404, 404), (.cityViewer, 403, 200),
                (.programmeOfficer, 403, 200), (.cityEditor, 200, 200), (.cityCertifier, 200, 200),
            ]
            for (persona, own, all) in statuses {
                let browser = try await site.browser(as: persona)
                #expect(try await browser.get(owner).status == own, "\(persona)")
                #expect(try await browser.get(list).status == all, "\(persona)")
            }
        }
    }

    @Test(arguments: ["modules/B-2", "policies", "policies/plan", "policies/plan/name", "sections/outlook"])
    func theTeamCommentsOnEveryKindOfPlace(place: String) async throws {
        try await withSite(.sqlite) { site in
            let contract = try await ContractWritingTests.start(site) {
                $0.sections[.outlook] = "Ce urmează."
                $0.tables[.policies] = ContractTable(rows: [ContractRow("plan", ["name": "Planul de mobilitate"])])
            }
            let editor = try await site.browser(as: .cityEditor)
            let anchor = try #require(ContractAnchor(place))
            let record = try #require(
                try await site.database.read { try ContractRecord.find($0, id: contract.id) })
            let page = "/ro" + anchor.path(in: record).prefix { $0 != "#" }
            // The page of the place leads to the form, the form to the comment, the comment back to the place.
            let link = "\(contract.path)/comments/new?" + FormBody.encode([("place", place)])
            #expect(try await editor.get(page).text.contains("href=\"\(link)\""), "\(place)")
            let quote = place.hasPrefix("sections") ? "Ce urmează." : ""
            let sent = try await editor.submit(
                [("place", place), ("quote", quote), ("text", "INTREBARE")], on: link,
                to: "\(contract.path)/comments/new")
            let comment = try #require(sent.location)
            let shown = try await editor.get(comment).text
            #expect(shown.contains("href=\"/ro\(anchor.path(in: record, quote: quote))\""), "\(place)")
            #expect(try await editor.get(page).text.contains("INTREBARE"), "\(place)")
            #expect(try await editor.submit([], on: comment, to: "\(comment)/resolution").status == 303)
            #expect(try await !editor.get(page).text.contains("INTREBARE"), "\(place)")
        }
    }
}

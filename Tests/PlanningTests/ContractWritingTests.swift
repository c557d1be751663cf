import Contract
import Foundation
import Members
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A contract written together: sections that merge, tables, what is derived, check, comments, imports.
@Suite struct ContractWritingTests {
    /// A contract of Alba Iulia; its address in Romanian.
    static func start(
        _ site: TestSite, _ change: (inout CityContract) -> Void = { _ in }
    ) async throws -> (id: ContractID, path: String) {
        var document = CityContract(city: "Alba Iulia", baseYear: 2021, targetYear: 2035)
        change(&document)
        let (id, whole, now): (ContractID, CityContract, Instant) = (site.kit.ids.next(), document, site.clock.now)
        try await site.database.write { connection in
            try ContractRecord.start(connection, id: id, city: "1017", whole, by: nil, at: now)
        }
        return (id, "/ro/contracts/\(id)")
    }

    static func document(_ site: TestSite, _ id: ContractID) async throws -> CityContract {
        try await site.database.read { connection in
            try #require(try ContractRecord.find(connection, id: id)).document(connection)
        }
    }

    // MARK: The task list

    @Test(arguments: Engines.all) func theTaskListSaysWhoDoesWhatAndHowFarItIs(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.start(site) { $0.sections[.outlook] = "Ce urmează." }
            let editor = try await site.browser(as: .cityEditor)
            let list = try await editor.get(contract.path)
            #expect(list.status == 200 && list.text.contains("Nimeni nu răspunde încă de aceasta"))
            #expect(list.text.contains("/tables/emissions") && list.text.contains("/sections/outlook"))
            let owner = try #require(try await site.person(.cityCertifier)).id.description
            let task = "\(contract.path)/tasks/AP"
            let fields = [("owner", owner), ("due-day", "1"), ("due-month", "2"), ("due-year", "2026")]
            #expect(try await editor.submit(fields, on: task).status == 303)
            let after = try await editor.get(contract.path).text
            #expect(after.contains("termen 1 februarie 2026") && after.contains("Termen depășit"))
            // A page from before shows what was saved meanwhile, and keeps what was typed.
            let stale = try await editor.submit(fields + [("version", "0")], on: task)
            #expect(stale.status == 409 && stale.text.contains("între timp"))
        }
    }

    @Test(arguments: Engines.all) func theFrameIsHeldToItsVersion(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.start(site)
            let editor = try await site.browser(as: .cityEditor)
            let path = "\(contract.path)/frame"
            var fields = [
                ("template", "v1"), ("language", "ro"), ("base-year", "2021"), ("target-year", "2040"),
                ("documents", "actionPlan"), ("note", "Provizoriu"),
            ]
            #expect(try await editor.submit(fields, on: path).status == 303)
            let document = try await Self.document(site, contract.id)
            #expect(document.template == .v1 && document.targetYear == 2040 && document.documents == [.actionPlan])
            #expect(try await editor.submit(fields + [("version", "1")], on: path).status == 409)
            fields[3] = ("target-year", "2030")
            fields[2] = ("base-year", "2035")
            #expect(try await editor.submit(fields, on: path).status == 422)
        }
    }

    // MARK: Sections

    @Test(arguments: Engines.all) func twoPeopleWriteOneSection(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.start(site) { $0.sections[.outlook] = "Unu.\n\nDoi.\n\nTrei." }
            let ana = try await site.browser(as: .cityEditor)
            let elena = try await site.browser(as: .cityCertifier)
            let path = "\(contract.path)/sections/outlook"
            let first = try await ana.get("\(path)/edit")
            let second = try await elena.get("\(path)/edit")
            #expect(second.text.contains("editează de la"))
            func send(_ browser: TestBrowser, _ page: TestAnswer, _ text: String) async throws -> TestAnswer {
                try await browser.post(
                    "\(path)/edit",
                    [
                        ("form-token", page.inputValue("form-token") ?? ""),
                        ("version", page.inputValue("version") ?? ""), ("text", text),
                    ])
            }
            #expect(try await send(ana, first, "Întâi.\r\n\r\nDoi.\r\n\r\nTrei.").status == 303)
            // Another paragraph goes together with it.
            #expect(try await send(elena, second, "Unu.\n\nDoi.\n\nTrei și patru.").status == 303)
            #expect(
                try await Self.document(site, contract.id).sections[.outlook]
                    == "Întâi.\n\nDoi.\n\nTrei și patru.")
            // The same words do not: both are shown in one form, and nothing is saved.
            let conflict = try await send(elena, second, "Primul.\n\nDoi.\n\nTrei.")
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Primul.\n\nÎntâi.") && conflict.text.contains("Trei și patru."))
            #expect(conflict.inputValue("version") == "3")
            #expect(try await send(elena, conflict, "Primul.\n\nDoi.\n\nTrei și patru.").status == 303)
            // Every version is there, and the first can be put back.
            let list = try await ana.get("\(path)/history")
            #expect(list.text.contains("/history/4") && list.text.contains("/history/1"))
            let old = try await ana.get("\(path)/history/2")
            #expect(old.status == 200 && old.text.contains("<del>") && old.text.contains("<ins>"), "\(old.status)")
            let put = try await ana.submit([], on: "\(path)/history/1", to: "\(path)/history/1/restoration")
            #expect(put.status == 303)
            #expect(try await Self.document(site, contract.id).sections[.outlook] == "Unu.\n\nDoi.\n\nTrei.")
            // Whoever neither opens the form nor types is gone after some minutes.
            _ = try await ana.get("\(path)/edit")
            site.clock.advance(seconds: 301)
            #expect(try await !elena.get("\(path)/edit").text.contains("editează de la"))
        }
    }

    @Test func aPreviewSavesNothing() async throws {
        try await withSite(.sqlite) { site in
            let contract = try await Self.start(site)
            let editor = try await site.browser(as: .cityEditor)
            let path = "\(contract.path)/sections/outlook/edit"
            let page = try await editor.submit([("text", "## Titlu\n\n**Tare**"), ("preview", "yes")], on: path)
            #expect(page.status == 200 && page.text.contains("<strong>Tare</strong>"))
            #expect(page.text.contains("**Tare**"))
            #expect(try await Self.document(site, contract.id).sections[.outlook] == nil)
        }
    }

    // MARK: Tables

    @Test(arguments: Engines.all) func rowsAreAddedChangedMovedAndRemoved(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.start(site)
            let editor = try await site.browser(as: .cityEditor)
            let path = "\(contract.path)/tables/policies"
            for name in ["Planul de mobilitate", "Strategia energetică", "Planul de mobilitate"] {
                let answer = try await editor.submit(
                    [("cell-name", name), ("cell-type", "strategy"), ("cell-reduction", "1234,5")],
                    on: "\(path)/rows/new")
                #expect(answer.status == 303, "\(answer.text)")
            }
            var rows = try await Self.document(site, contract.id).items(.policies)
            #expect(rows.map(\.id) == ["planul-de-mobilitate", "strategia-energetica", "planul-de-mobilitate-2"])
            #expect(rows[0].number("reduction") == 1234.5 && rows[0].text("type") == "strategy")
            let table = try await editor.get(path).text
            #expect(table.contains("Strategia energetică") && table.contains("1.234,5") && table.contains("Strategie<"))
            let row = "\(path)/rows/strategia-energetica"
            #expect(try await editor.submit([("direction", "up")], on: row, to: "\(row)/order").status == 303)
            let change = [("cell-name", "Strategia"), ("cell-type", ""), ("other-type", "hotărâre")]
            #expect(try await editor.submit(change, on: "\(row)/edit").status == 303)
            rows = try await Self.document(site, contract.id).items(.policies)
            #expect(rows.first?.text("type") == "hotărâre" && rows.first?.id == "strategia-energetica")
            #expect(try await editor.submit([], on: "\(row)/removal").status == 303)
            #expect(try await Self.document(site, contract.id).items(.policies).count == 2)
            #expect(try await editor.submit([], on: "\(path)/rows/new").status == 422)
            let head = [("unit", "RON"), ("method", "GPC"), ("source", "Primăria"), ("table-note", "Notă")]
            #expect(try await editor.submit(head, on: "\(path)/head").status == 303)
            #expect(try await Self.document(site, contract.id).tables[.policies]?.unit == "RON")
        }
    }

    @Test(arguments: Engines.all) func changesOfDifferentRowsGoTogether(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.start(site) { document in
                document.tables[.policies] = ContractTable(rows: [
                    ContractRow("a", ["name": "A"]), ContractRow("b", ["name": "B"]),
                ])
            }
            let ana = try await site.browser(as: .cityEditor)
            let elena = try await site.browser(as: .cityCertifier)
            let path = "\(contract.path)/tables/policies"
            func change(_ browser: TestBrowser, _ row: String, _ name: String, version: String) async throws -> Int {
                try await browser.submit(
                    [("cell-name", name), ("version", version)], on: "\(path)/rows/\(row)/edit"
                ).status
            }
            #expect(try await change(ana, "a", "A 1", version: "1") == 303)
            #expect(try await change(elena, "b", "B 1", version: "1") == 303)
            #expect(try await change(elena, "a", "A 2", version: "1") == 409)
            #expect(
                try await Self.document(site, contract.id).items(.policies).map { $0.text("name") } == ["A 1", "B 1"])
            // A row that somebody removed comes back as a new one, with what was typed.
            #expect(try await ana.submit([], on: "\(path)/rows/b/removal").status == 303)
            let gone = try await elena.submit(
                [("cell-name", "B 2"), ("version", "3")], on: "\(path)/rows/new", to: "\(path)/rows/b/edit")
            #expect(gone.status == 409 && gone.text.contains("B 2") && gone.text.contains("/rows/new"))
        }
    }

    @Test(arguments: Engines.all) func aDerivedFigureStandsUntilSomebodySaysWhyNot(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.start(site) { document in
                document.tables[.emissions] = ContractTable(rows: [
                    ContractRow(
                        "waste", isDerived: true,
                        [
                            "sector": ContractCell(.text("Waste"), derived: .text("Waste")),
                            "scope1": ContractCell(.number(5), derived: .number(5)),
                        ])
                ])
            }
            let editor = try await site.browser(as: .cityEditor)
            let path = "\(contract.path)/tables/emissions/rows/waste"
            func cell() async throws -> ContractCell? {
                try await Self.document(site, contract.id).tables[.emissions]?.row("waste")?.cells["scope1"]
            }
            #expect(try await editor.get("\(path)/edit").text.contains("Derivat din inventar și plan: 5"))
            #expect(try await editor.submit([("cell-scope1", "7")], on: "\(path)/edit").status == 422)
            let why = [("cell-scope1", "7"), ("reason-scope1", "Depozit nou")]
            #expect(try await editor.submit(why, on: "\(path)/edit").status == 303)
            #expect(try await cell() == ContractCell(.number(7), reason: "Depozit nou", derived: .number(5)))
            #expect(try await editor.get(path).text.contains("Depozit nou"))
            // Left empty it is again what was derived.
            #expect(try await editor.submit([("cell-scope1", "")], on: "\(path)/edit").status == 303)
            #expect(try await cell() == ContractCell(.number(5), derived: .number(5)))
            // A notation key needs its reason too.
            #expect(try await editor.submit([("key-scope2", "NO")], on: "\(path)/edit").status == 422)
            let key = [("key-scope2", "NO"), ("reason-scope2", "Nu există")]
            #expect(try await editor.submit(key, on: "\(path)/edit").status == 303)
        }
    }

    // MARK: Derivation, check, comments, import

    @Test(arguments: Engines.all) func inventoryAndPlanFillTheTables(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let contract = try await Self.start(site)
            let path = "\(contract.path)/derivation"
            #expect(try await editor.get(contract.path).text.contains("s-a schimbat de când"))
            #expect(try await editor.get(path).text.contains("Preluarea acestor schimbări"))
            #expect(try await editor.submit([("state", "0 x")], on: path).status == 409)
            let state = try await editor.get(path).inputValue("state") ?? ""
            #expect(try await editor.submit([("state", state)], on: path).status == 303)
            let document = try await Self.document(site, contract.id)
            #expect(document.tables[.emissions]?.row("total")?.number("total") == 1800)
            #expect(try await editor.get(path).text.contains("Nu s-ar schimba nimic"))
            #expect(try await !editor.get(contract.path).text.contains("s-a schimbat de când"))
        }
    }

    @Test(arguments: Engines.all) func findingsStandWithAReason(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.start(site) { document in
                document.tables[.indicators] = ContractTable(rows: [
                    ContractRow("one", ["number": "1", "indicator": "Emisii"])
                ])
            }
            let editor = try await site.browser(as: .cityEditor)
            let check = try await editor.get("\(contract.path)/check")
            #expect(
                check.status == 200 && check.text.contains("(V17)")
                    && check.text.contains("/tables/indicators/rows/one"))
            let form = "\(contract.path)/waivers/new?rule=V17&amp;place=indicators/one".replacing("&amp;", with: "&")
            let sent = try await editor.submit(
                [("rule", "V17"), ("place", "indicators/one"), ("reason", "Fișa urmează")], on: form,
                to: "\(contract.path)/waivers/new")
            #expect(sent.status == 303)
            let after = try await editor.get("\(contract.path)/check").text
            #expect(after.contains("Fișa urmează") && after.contains("Ana Pop"))
            let waiver = try #require(try await Self.waivers(site, contract.id).first)
            let back = try await editor.submit(
                [], on: "\(contract.path)/check", to: "\(contract.path)/waivers/\(waiver.id)/withdrawal")
            #expect(back.status == 303)
            #expect(try await Self.waivers(site, contract.id).isEmpty)
        }
    }

    private static func waivers(_ site: TestSite, _ id: ContractID) async throws -> [ContractWaiver] {
        try await site.database.read { try ContractWaiver.all($0, of: id) }
    }

    @Test(arguments: Engines.all) func expertsAnswerWhatACityAsks(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.start(site)
            let editor = try await site.browser(as: .cityEditor)
            let sent = try await editor.submit(
                [("place", "capitalSources"), ("quote", ""), ("text", "Cum se completează T4?")],
                on: "\(contract.path)/assistance/new?place=capitalSources", to: "\(contract.path)/assistance/new")
            let thread = try #require(sent.location)
            let officer = try await site.browser(as: .programmeOfficer)
            #expect(try await officer.get("/ro/assistance").text.contains("Cum se completează T4?"))
            #expect(try await officer.get("/ro/notifications").text.contains("cere ajutor pentru contract"))
            #expect(try await officer.submit([("text", "Așa.")], on: thread, to: "\(thread)/answers").status == 303)
            #expect(try await editor.get("/ro/notifications").text.contains("a răspuns despre contractul"))
            #expect(try await editor.get(thread).text.contains("Așa."))
            #expect(try await editor.submit([], on: thread, to: "\(thread)/resolution").status == 303)
            #expect(try await !officer.get("/ro/assistance").text.contains("Cum se completează T4?"))
            // A viewer comments, and settles only what is theirs.
            let viewer = try await site.browser(as: .cityViewer)
            let comment = try await viewer.submit(
                [("place", "modules/B-2"), ("quote", "O propoziție."), ("text", "Lipsesc costurile.")],
                on: "\(contract.path)/comments/new")
            #expect(comment.status == 303)
            #expect(try await viewer.submit([], on: thread, to: "\(thread)/resolution").status == 403)
            let nowhere = [("place", "nowhere/at/all/here"), ("text", "x")]
            #expect(try await viewer.submit(nowhere, on: "\(contract.path)/comments/new").status == 422)
        }
    }

    @Test(arguments: Engines.all) func aContractComesBackFromItsFile(engine: Engines) async throws {
        try await withSite(engine) { site in
            let first = try await Self.start(site) { document in
                document.sections[.outlook] = "Ce urmează."
                document.tables[.policies] = ContractTable(rows: [ContractRow("a", ["name": "A"])])
            }
            let second = try await Self.start(site) { $0.sections[.summary] = "Altul." }
            let editor = try await site.browser(as: .cityEditor)
            let file = try await editor.get("\(first.path.dropFirst(3))/contract.json")
            #expect(file.status == 200)
            let path = "\(second.path)/imports/new"
            let preview = try await Self.send(editor, file.bytes, to: path)
            #expect(preview.status == 303)
            let place = try #require(preview.location)
            #expect(try await editor.get(place).text.contains("Ce urmează."))
            let done = try await editor.submit(
                [("state", try await editor.get(place).inputValue("state") ?? "")], on: place,
                to: "\(place)/confirmation")
            #expect(done.status == 303)
            let (one, two) = (try await Self.document(site, first.id), try await Self.document(site, second.id))
            #expect(ContractDifference.all(from: one, to: two).isEmpty)
            // What cannot be taken over says where.
            let wrong = try await Self.send(editor, Array(#"{"city": "X", "baseYear": "a"}"#.utf8), to: path)
            #expect(wrong.status == 422 && wrong.text.contains("/baseYear"))
        }
    }

    private static func send(_ browser: TestBrowser, _ bytes: [UInt8], to path: String) async throws -> TestAnswer {
        let token = try await browser.get(path).inputValue("form-token") ?? ""
        var body = Array(
            """
            --b\r
            Content-Disposition: form-data; name="form-token"\r
            \r
            \(token)\r
            --b\r
            Content-Disposition: form-data; name="file"; filename="contract.json"\r
            Content-Type: application/json\r
            \r

            """.utf8)
        body += bytes + Array("\r\n--b--\r\n".utf8)
        return try await browser.postRaw(path, body: body, contentType: "multipart/form-data; boundary=b")
    }

    // MARK: Who may

    @Test(
        arguments: [
            (.visitor, false, false), (.company, false, false), (.otherCity, false, false),
            (.evaluator, false, false), (.cityViewer, true, false), (.cityEditor, true, true),
            (.cityCertifier, true, true), (.programmeOfficer, true, false), (.authorityOfficer, true, false),
        ] as [(Persona, Bool, Bool)])
    func onlyTheTeamWritesAndStaffRead(example: (persona: Persona, reads: Bool, writes: Bool)) async throws {
        try await withSite(.sqlite) { site in
            let contract = try await Self.start(site) { document in
                document.tables[.policies] = ContractTable(rows: [ContractRow("a", ["name": "A"])])
            }
            let browser = try await site.browser(as: example.persona)
            for path in ["", "/sections/outlook", "/tables/policies", "/tables/policies/rows/a", "/check", "/comments"]
            {
                let status = try await browser.get(contract.path + path).status
                #expect((status == 200) == example.reads, "\(path): \(status)")
                // To strangers there is no such contract.
                if !example.reads, example.persona != .visitor { #expect(status == 404, "\(path)") }
            }
            for path in ["/frame", "/tasks/AP", "/sections/outlook/edit", "/tables/policies/rows/new", "/imports/new"] {
                let status = try await browser.get(contract.path + path).status
                #expect((status == 200) == example.writes, "\(path): \(status)")
            }
        }
    }
}

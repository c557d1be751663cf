import Inventory
import Members
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A city's team writes an inventory from nothing to its publication.
@Suite struct InventoryWorkTests {
    private static let start: [(String, String)] = [
        ("year", "2023"), ("gwp", "AR5"), ("coverage", "CCC"), ("boundary", "Municipiul Alba Iulia"),
        ("population", "64227"), ("population-source", "INS"), ("source", "Date ale operatorilor"),
    ]
    private static let figure: [(String, String)] = [
        ("label", "Gaze naturale, gospodării"), ("activity", "1000"), ("activity-unit", "MWh"), ("energy", "1000"),
        ("co2", "201,96"), ("ch4-combustion", "0,018"), ("n2o", "0,00036"), ("source", "Operatorul de distribuție"),
    ]

    /// Starts the inventory and gives its address without the language.
    private func begin(_ browser: TestBrowser) async throws -> String {
        let answer = try await browser.submit(Self.start, on: "/ro/cities/alba-iulia/inventories/new")
        let status = answer.status
        #expect(status == 303)
        let location = try #require(answer.location)
        #expect(location.hasPrefix("/ro/inventories/"))
        return String(location.dropFirst(3))
    }

    @Test(arguments: Engines.all) func fromNothingToPublicationAndRestatement(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let certifier = try await site.browser(as: .cityCertifier)
            let path = try await begin(editor)
            #expect(try await editor.submit(Self.figure, on: "/ro\(path)/lines/I.1.1/figure").status == 303)
            let line = try await editor.get("/ro\(path)/lines/I.1.1")
            // 201.96 + 28 × 0.018 + 265 × 0.00036 = 202.5594
            #expect(line.text.contains("202,6"))

            // Lines without a number or a reason stand in the way.
            let early = try await certifier.get("/ro\(path)/certification")
            #expect(early.text.contains("I.1.2"))
            #expect(try await certifier.submit([], on: "/ro\(path)/frame").status == 422)
            try await fillTheRest(site, path)

            // Whoever changed it last does not certify; an editor may not at all.
            #expect(try await editor.get("/ro\(path)/certification").status == 403)
            #expect(try await certifier.submit([], on: "/ro\(path)/certification").status == 303)
            #expect(try await certifier.submit([], on: "/ro\(path)/publication").status == 303)
            let publicPage = try await site.browser().get("/ro/cities/alba-iulia/inventories/2023")
            #expect(publicPage.status == 200)
            #expect(publicPage.text.contains("203") && publicPage.text.contains("Gaze naturale, gospodării"))

            // A change afterwards needs a new certification and a reason; the first version stays.
            #expect(try await editor.submit(Self.figure, on: "/ro\(path)/lines/I.2.1/figure").status == 303)
            #expect(try await editor.get("/ro\(path)").text.contains("Modificat după publicare"))
            #expect(try await certifier.submit([], on: "/ro\(path)/certification").status == 303)
            let silent = try await certifier.submit([("reason", "")], on: "/ro\(path)/publication")
            #expect(silent.status == 422)
            let restated = try await certifier.submit(
                [("reason", "Un furnizor a corectat datele.")], on: "/ro\(path)/publication")
            #expect(restated.status == 303)
            let first = try await site.browser().get("/ro/cities/alba-iulia/inventories/2023/publications/1")
            let second = try await site.browser().get("/ro/cities/alba-iulia/inventories/2023")
            #expect(first.text.contains("203") && second.text.contains("405"))
            #expect(second.text.contains("Un furnizor a corectat datele."))
        }
    }

    /// Gives every line that still lacks an answer a notation key with a reason, as the team would by its form.
    private func fillTheRest(_ site: TestSite, _ path: String) async throws {
        let id = try #require(InventoryID(path.split(separator: "/").last.map(String.init) ?? ""))
        let editor = try #require(try await site.person(.cityEditor))
        try await site.database.write { connection in
            for reference in GPCReference.all where reference.isIn(.contract) && reference.code != "I.1.1" {
                let row: InventoryRowID = site.kit.ids.next()
                try InventoryLine.add(
                    connection,
                    InventoryRow(
                        id: row.description, placement: Placement(reference),
                        content: .notation(.notOccurring, reason: "Nu există în oraș")), id: row, to: id,
                    position: try InventoryLine.nextPosition(connection, of: id), by: editor.id, at: site.clock.now)
            }
            try InventoryRecord.touch(connection, id: id, by: editor.id, at: site.clock.now)
        }
    }

    @Test(arguments: Engines.all) func twoPeopleOnOneRowLoseNothing(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let other = try await site.browser(as: .cityCertifier)
            let path = try await begin(editor)
            _ = try await editor.submit(Self.figure, on: "/ro\(path)/lines/I.1.1/figure")
            let page = try await editor.get("/ro\(path)/lines/I.1.1")
            let edit = try #require(page.text.firstMatch(of: /\/ro\/inventories\/[^"]*\/rows\/[^"]*\/edit/)).output
            let form = try #require(try await other.get(String(edit)).forms.first { $0.action == edit })
            #expect(try await editor.post(String(edit), form.pairs(with: "co2", "300")).status == 403)
            let mine = try #require(try await editor.get(String(edit)).forms.first { $0.action == edit })
            #expect(try await editor.post(String(edit), mine.pairs(with: "co2", "300")).status == 303)
            let late = try await other.post(String(edit), form.pairs(with: "co2", "400"))
            #expect(late.status == 409)
            #expect(late.text.contains("value=\"400\"") && late.text.contains("300"))
            let merged = try #require(late.forms.first { $0.action == edit })
            #expect(try await other.post(String(edit), merged.pairs).status == 303)
        }
    }

    @Test(
        arguments: [
            ("co2", "-1"), ("co2", "abc"), ("species", "HFC999=1"), ("species", "HFC134a"), ("activity-unit", ""),
            ("label", ""), ("source", ""),
        ])
    func badInputIsToldAndKept(example: (field: String, value: String)) async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let fields = Self.figure.filter { $0.0 != example.field } + [(example.field, example.value)]
            let answer = try await editor.submit(fields, on: "/ro\(path)/lines/I.1.1/figure")
            #expect(answer.status == 422)
            #expect(answer.text.contains("201,96") || example.field == "co2")
        }
    }

    @Test func aFigureWithoutAnyMassAsksForANotationKey() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let fields = Self.figure.filter { !["co2", "ch4-combustion", "n2o"].contains($0.0) }
            #expect(try await editor.submit(fields, on: "/ro\(path)/lines/I.1.1/figure").status == 422)
            #expect(try await editor.get("/ro\(path)/lines/Z.9").status == 404)
        }
    }

    @Test(
        arguments: [(.visitor, 404), (.otherCity, 404), (.company, 404), (.cityViewer, 200), (.programmeOfficer, 200)]
            as [(Persona, Int)])
    func workIsForTheTeamAndStaff(example: (persona: Persona, status: Int)) async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(try await site.browser(as: .cityEditor))
            let browser = try await site.browser(as: example.persona)
            let answer = try await browser.get("/ro\(path)")
            // A visitor is asked to sign in, or is told that there is nothing.
            #expect(answer.status == example.status || (example.persona == .visitor && answer.status == 303))
            #expect(try await browser.get("/ro\(path)/frame").status != 200)
        }
    }

    /// Somebody changes the inventory while the reason for its restatement is being written.
    @Test(arguments: Engines.all) func aRefusedPublicationKeepsItsReason(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let certifier = try await site.browser(as: .cityCertifier)
            let path = try await begin(editor)
            #expect(try await editor.submit(Self.figure, on: "/ro\(path)/lines/I.1.1/figure").status == 303)
            try await fillTheRest(site, path)
            for step in ["certification", "publication"] {
                #expect(try await certifier.submit([], on: "/ro\(path)/\(step)").status == 303)
            }
            #expect(try await editor.submit(Self.figure, on: "/ro\(path)/lines/I.2.1/figure").status == 303)
            #expect(try await certifier.submit([], on: "/ro\(path)/certification").status == 303)
            let form = try #require(
                try await certifier.get("/ro\(path)/publication").form(to: "/ro\(path)/publication"))
            #expect(try await editor.submit(Self.figure, on: "/ro\(path)/lines/I.3.1/figure").status == 303)
            let late = try await certifier.post(form.action, form.pairs(with: "reason", "O oră de scris."))
            #expect(late.status == 409 && late.text.contains("O oră de scris."))
            // Certified again meanwhile: the form itself has it.
            #expect(try await certifier.submit([], on: "/ro\(path)/certification").status == 303)
            let again = try await certifier.post(form.action, form.pairs(with: "reason", "O oră de scris."))
            let kept = try #require(again.form(to: form.action))
            #expect(again.status == 409 && kept.pairs.contains { $0 == ("reason", "O oră de scris.") })
            #expect(try await certifier.post(kept.action, kept.pairs).status == 303)
        }
    }

    @Test func aYearHasOneInventory() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            _ = try await begin(editor)
            let again = try await editor.submit(Self.start, on: "/ro/cities/alba-iulia/inventories/new")
            #expect(again.status == 422)
            #expect(again.text.contains("Orașul are deja un inventar"))
        }
    }
}

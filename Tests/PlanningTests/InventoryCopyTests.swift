import Inventory
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Starting from last year, and what an inventory leaves out.
@Suite struct InventoryCopyTests {
    private static let figure: [(String, String)] = [
        ("label", "Gaze naturale, gospodării"), ("activity", "1000"), ("activity-unit", "MWh"), ("co2", "201,96"),
        ("source", "Operatorul de distribuție"),
    ]

    private func begin(_ browser: TestBrowser, _ year: Int, boundary: String) async throws -> String {
        let answer = try await browser.submit(
            [
                ("year", "\(year)"), ("gwp", "AR6"), ("coverage", "BASIC"), ("boundary", boundary),
                ("population", "64.227"), ("source", "Date ale operatorilor"),
            ], on: "/ro/cities/alba-iulia/inventories/new")
        return String(try #require(answer.location).dropFirst(3))
    }

    /// Sends the form of a page as it stands, with one answer changed.
    private func send(
        _ browser: TestBrowser, _ path: String, _ name: String, _ value: String
    ) async throws -> TestAnswer {
        let form = try #require(try await browser.get(path).forms.first { $0.action == path })
        return try await browser.post(path, form.pairs(with: name, value))
    }

    @Test(arguments: Engines.all) func lastYearIsAListUntilItIsAnswered(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let first = try await begin(editor, 2022, boundary: "Municipiul și satele")
            #expect(try await editor.get("/ro\(first)").text.contains("64.227"))
            #expect(try await editor.submit(Self.figure, on: "/ro\(first)/lines/I.1.1/figure").status == 303)
            _ = try await editor.submit(
                [("key", "NO"), ("reason", "Nu există")], on: "/ro\(first)/lines/I.1.2/key")
            _ = try await editor.submit(
                [("kind", "area"), ("name", "Aeroport"), ("reason", "Alt administrator"), ("share", "1,5")],
                on: "/ro\(first)/exclusions/new")
            let second = try await begin(editor, 2023, boundary: "Altceva")
            #expect(
                try await editor.submit(
                    [("from", "2022"), ("parts", "frame"), ("parts", "exclusions"), ("parts", "rows")],
                    on: "/ro\(second)/copy"
                ).status == 303)

            let overview = try await editor.get("/ro\(second)")
            #expect(overview.text.contains("Municipiul și satele"))
            #expect(overview.text.contains("așteaptă răspuns pentru anul acesta: 2"))
            #expect(overview.text.contains("Excluderi (1)"))
            // Last year's 202 t are nowhere in this year's line or total.
            #expect(!(try await editor.get("/ro\(second)/lines/I.1.1").text.contains("201,96")))
            #expect(!overview.text.contains("202 t CO₂e"))

            let list = try await editor.get("/ro\(second)/copy")
            let rows = list.text.matches(of: /\/ro(\/inventories\/[0-9a-f-]+\/copy\/[0-9a-f-]+)"/).map {
                String($0.output.1)
            }
            #expect(rows.count == 2 && list.text.contains(">202<"))
            let form = try #require(try await editor.get("/ro\(rows[0])").forms.first { $0.action == "/ro\(rows[0])" })
            let given = Dictionary(form.pairs) { first, _ in first }
            #expect(given["label"] == "Gaze naturale, gospodării" && given["activity-unit"] == "MWh")
            #expect(given["co2"] == "" && given["activity"] == "", "no figure is taken over")
            #expect(try await send(editor, "/ro\(rows[0])", "co2", "").status == 422)
            #expect(try await send(editor, "/ro\(rows[0])", "co2", "150").status == 303)
            #expect(try await editor.get("/ro\(rows[0])").status == 404, "it is answered once")
            #expect(try await send(editor, "/ro\(rows[1])", "reason", "Nici anul acesta").status == 303)
            let line = try await editor.get("/ro\(second)/lines/I.1.1")
            #expect(line.text.contains("150") && !line.text.contains(">202<"))
            #expect(!(try await editor.get("/ro\(second)").text.contains("așteaptă răspuns")))
        }
    }

    @Test func aRowCanBeSetAsideAndAStaleCopyChangesNothing() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let first = try await begin(editor, 2022, boundary: "Municipiul")
            _ = try await editor.submit(Self.figure, on: "/ro\(first)/lines/I.1.1/figure")
            let second = try await begin(editor, 2023, boundary: "Altceva")
            let form = try #require(
                try await editor.get("/ro\(second)/copy").forms.first { $0.action == "/ro\(second)/copy" })
            _ = try await editor.submit(Self.figure, on: "/ro\(second)/lines/I.2.1/figure")
            let stale = try await editor.post("/ro\(second)/copy", form.pairs)
            #expect(stale.status == 409 && stale.text.contains("Nu s-a copiat nimic"))
            #expect(try await editor.get("/ro\(second)").text.contains("Altceva"))

            #expect(
                try await editor.submit([("from", "2022"), ("parts", "rows")], on: "/ro\(second)/copy").status == 303)
            let list = try await editor.get("/ro\(second)/copy").text
            let removal = try #require(list.firstMatch(of: /\/ro\/inventories\/[^"]*\/copy\/[^"]*\/removal/)).output
            #expect(try await editor.submit([], on: String(removal)).status == 303)
            #expect(!(try await editor.get("/ro\(second)/copy").text.contains("/removal")))
            #expect(
                try await editor.submit([("from", "2021"), ("parts", "rows")], on: "/ro\(second)/copy").status == 422)
        }
    }

    @Test(arguments: Engines.all) func whatIsLeftOutIsListedChangedAndPublic(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor, 2022, boundary: "Municipiul")
            let bad: [[(String, String)]] = [
                [("kind", "area"), ("name", ""), ("reason", "x")], [("kind", "moon"), ("name", "x"), ("reason", "x")],
                [("kind", "gas"), ("name", "NF3"), ("reason", "x"), ("share", "101")],
            ]
            for fields in bad {
                #expect(try await editor.submit(fields, on: "/ro\(path)/exclusions/new").status == 422)
            }
            _ = try await editor.submit(
                [("kind", "gas"), ("name", "NF3"), ("reason", "Fără industrie"), ("share", "0,5")],
                on: "/ro\(path)/exclusions/new")
            let list = try await editor.get("/ro\(path)/exclusions")
            #expect(list.text.contains("Fără industrie") && list.text.contains("0,5 %"))

            let edit = "/ro\(path)/exclusions/1/edit"
            let late = try #require(try await editor.get(edit).forms.first { $0.action == edit })
            #expect(try await send(editor, edit, "share", "0,7").status == 303)
            let conflict = try await editor.post(edit, late.pairs(with: "share", "0,9"))
            #expect(
                conflict.status == 409 && conflict.text.contains("0,7 %") && conflict.text.contains("value=\"0,9\""))
            #expect(try await site.browser(as: .cityViewer).get("/ro\(path)/exclusions").status == 200)
            #expect(try await site.browser(as: .otherCity).get("/ro\(path)/exclusions").status == 404)
            #expect(try await editor.submit([], on: "/ro\(path)/exclusions/1/removal").status == 303)
            #expect(try await editor.get("/ro\(path)/exclusions").text.contains("Nu există excluderi."))
        }
    }
}

import Background
import Foundation
import Inventory
import InventoryImports
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A file becomes rows of an inventory, on the running hub.
@Suite struct InventoryImportTests {
    private static let table = Array(
        "Sector;Domeniu;Emisii (t CO2e)\nClădiri;1;1.234,5\nTransport;1;5 mii\nDeșeuri;3;20\n".utf8)

    /// Starts the inventory of a year and gives its address without the language.
    private func begin(_ site: TestSite, year: Int = 2022) async throws -> String {
        let person = try #require(try await site.person(.cityEditor))
        let id: InventoryID = site.kit.ids.next()
        let isNew = try await site.database.write { connection in
            try InventoryRecord.create(
                connection, id: id, city: "1017", year: year, InventoryFrame(), by: person.id, at: site.clock.now)
        }
        #expect(isNew)
        return "/inventories/\(id)"
    }

    /// Sends a file and gives the address that follows, without the language.
    private func send(
        _ browser: TestBrowser, _ bytes: [UInt8], _ name: String = "tabel.csv", to path: String
    ) async throws -> TestAnswer {
        try await UploadedFile(name: "file", fileName: name, bytes: bytes).send(browser, to: "/ro\(path)")
    }

    private func sent(_ browser: TestBrowser, _ bytes: [UInt8], to path: String) async throws -> String {
        let answer = try await send(browser, bytes, to: "\(path)/imports/new")
        #expect(answer.status == 303)
        return String(try #require(answer.location).dropFirst(3))
    }

    private func rows(_ site: TestSite, _ path: String) async throws -> [InventoryLine] {
        let id = try #require(InventoryID(String(path.dropFirst("/inventories/".count))))
        return try await site.database.read { try InventoryLine.all($0, of: id) }
    }

    private func confirm(
        _ browser: TestBrowser, _ item: String, _ more: [(String, String)] = []
    ) async throws -> TestAnswer {
        try await browser.submit(more, on: "/ro\(item)", to: "/ro\(item)/confirmation")
    }

    @Test(arguments: Engines.all) func aTableIsReadShownAndOnlyThenAdded(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let item = try await sent(editor, Self.table, to: path)
            // The same file again is the same import.
            #expect(try await sent(editor, Self.table, to: path) == item)
            let shown = try await editor.get("/ro\(item)")
            #expect(shown.status == 200)
            #expect(shown.text.contains("mii") && shown.text.contains("1.234,5"))
            #expect(try await rows(site, path).isEmpty)
            #expect(try await confirm(editor, item).status == 303)
            #expect(try await rows(site, path).compactMap { $0.row.masses?.unsplit } == [1234.5, 20])
            let result = try await editor.get("/ro\(item)")
            #expect(result.text.contains("left-out.csv"))
            let leftOut = try await editor.get("/ro\(item)/left-out.csv")
            #expect(leftOut.text.contains("Transport,1,5 mii") && !leftOut.text.contains("20"))
            let documents = try await editor.get("/ro\(path)/documents")
            #expect(documents.text.contains("tabel.csv"))
        }
    }

    @Test func sendingTwiceAndGoingBackAddNothingTwice() async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let item = try await sent(editor, Self.table, to: path)
            let form = try #require(
                try await editor.get("/ro\(item)").forms.first { $0.action == "/ro\(item)/confirmation" })
            #expect(try await editor.post(form.action, form.pairs).status == 303)
            #expect(try await editor.post(form.action, form.pairs).status == 303)
            #expect(try await rows(site, path).count == 2)
            // The same file once more replaces its own rows unless somebody says otherwise; changed ones stay.
            let first = try #require(try await rows(site, path).first)
            try await change(site, first, in: path)
            let again = try await sent(editor, Self.table, to: path)
            #expect(again != item)
            let second = try #require(
                try await editor.get("/ro\(again)").forms.first { $0.action == "/ro\(again)/confirmation" })
            #expect(second.pairs.contains { $0.0 == "replaces" && item.hasSuffix($0.1) && !$0.1.isEmpty })
            #expect(try await editor.post(second.action, second.pairs).status == 303)
            let labels = try await rows(site, path).map(\.row.label)
            #expect(labels.count == 3 && labels.contains("Corectat"))
        }
    }

    /// Somebody else edits a row between two imports.
    private func change(_ site: TestSite, _ line: InventoryLine, in path: String) async throws {
        let id = try #require(InventoryID(String(path.dropFirst("/inventories/".count))))
        let row = try #require(InventoryRowID(line.row.id))
        let person = try #require(try await site.person(.cityCertifier))
        var changed = line.row
        changed.label = "Corectat"
        let isSaved = try await site.database.write { [changed] connection in
            try InventoryLine.update(
                connection, changed, id: row, in: id, version: line.version, by: person.id, at: site.clock.now)
        }
        #expect(isSaved)
    }

    @Test func aReadingThatChangedMeanwhileIsNotConfirmed() async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let other = try await site.browser(as: .cityCertifier)
            let table = Array("Sector;Domeniu;Emisii (t CO2e)\nClădiri;1;1.234\nDeșeuri;1;10\n".utf8)
            let item = try await sent(editor, table, to: path)
            let stale = try #require(
                try await editor.get("/ro\(item)").forms.first { $0.action == "/ro\(item)/confirmation" })
            let mapping = try #require(
                try await other.get("/ro\(item)").forms.first { $0.action == "/ro\(item)/mapping" })
            #expect(try await other.post(mapping.action, mapping.pairs(with: "numbers-0", "comma")).status == 303)
            #expect(try await editor.post(stale.action, stale.pairs).status == 409)
            #expect(try await rows(site, path).isEmpty)
            #expect(try await confirm(editor, item).status == 303)
            #expect(try await rows(site, path).compactMap { $0.row.masses?.unsplit } == [1234, 10])
        }
    }

    @Test(arguments: [
        ("cluj-napoca", 2021, 1_167_223.0), ("suceava", 2021, 289_055), ("bucuresti-sector-2", 2016, 1_198_912),
    ])
    func publishedTablesGiveTheirTotals(city: (folder: String, year: Int, total: Double)) async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(site, year: city.year)
            let editor = try await site.browser(as: .cityEditor)
            for table in ["emissions", "energy", "factors"] {
                let file = "\(TestClock.packageRoot)/Tests/InventoryTests/Published/\(city.folder)/\(table).csv"
                let item = try await sent(editor, Array(try Data(contentsOf: URL(fileURLWithPath: file))), to: path)
                #expect(try await confirm(editor, item).status == 303)
            }
            let id = try #require(InventoryID(String(path.dropFirst("/inventories/".count))))
            let whole = try await site.database.read { try InventoryRecord.find($0, id: id)?.whole($0) }
            let report = InventoryReport(try #require(whole))
            #expect(report.contract.total == city.total)
            #expect(!report.inventory.printedFactors.isEmpty)
        }
    }

    @Test(arguments: Engines.all) func aLargeFileIsAJobThatGoesOnWhereItStopped(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            var text = "Sector,Scope,t CO2e\n"
            for row in 0..<2_500 { text += "Buildings,1,\(row).5\n" }
            let item = try await sent(editor, Array(text.utf8), to: path)
            #expect(try await editor.get("/ro\(item)").bytes.count < 200_000)
            #expect(try await confirm(editor, item).status == 303)
            #expect(try await rows(site, path).isEmpty)
            #expect(try await editor.get("/ro\(item)").text.contains("<progress"))
            try await site.worker.runDueJobs()
            #expect(try await rows(site, path).count == 2_500)
            #expect(try await editor.get("/ro\(item)").text.contains("2.500"))
        }
    }

    @Test(arguments: [
        ([UInt8]("%PDF-1.7\n".utf8), "a.pdf"), (Array("%PDF-1.7\n".utf8), "a.csv"), ([], "a.csv"),
        (Array("PK\u{3}\u{4}xxxx".utf8), "a.xlsx"), (Array("\n\n".utf8), "a.csv"), (Array("{\"a\":1}".utf8), "a.json"),
    ])
    func whatIsNoTableIsRefused(file: (bytes: [UInt8], name: String)) async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let answer = try await send(editor, file.bytes, file.name, to: "\(path)/imports/new")
            #expect(answer.status == 422)
        }
    }

    /// Bombs, entities, passwords, other formats: the sentence says what to do, nothing is kept, the hub goes on.
    @Test(arguments: Engines.all) func hostileFilesAreRefusedInWords(engine: Engines) async throws {
        let folder = "\(TestClock.packageRoot)/Tests/SpreadsheetsTests/Corpus/bad"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.contains("bomb.xlsx") && names.contains("external-entity.xlsx"))
        try await withSite(engine) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            for name in names {
                let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
                let answer = try await send(editor, bytes, name, to: "\(path)/imports/new")
                // What can be read in part is shown with its problems; all else is refused beside the field.
                #expect(answer.status == 422 || answer.status == 303, "\(name): \(answer.status)")
                if answer.status == 422 { #expect(answer.text.contains("class=\"field-error\""), "\(name)") }
            }
            for name in [
                "bomb.xlsx", "bomb-strings.xlsx", "external-entity.xlsx", "billion-laughs.xlsx", "old-excel.xls",
            ] {
                let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
                #expect(try await send(editor, bytes, name, to: "\(path)/imports/new").status == 422, "\(name)")
            }
            #expect(try await rows(site, path).isEmpty)
            #expect(try await editor.get("/ro\(path)").status == 200)
        }
    }

    @Test func totalsOfAFileAreNotThoseOfOtherRows() async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let bytes = Array(
                try Data(contentsOf: URL(fileURLWithPath: "\(TestClock.packageRoot)/Data/examples/suceava-2021.csv")))
            let first = try await sent(editor, bytes, to: path)
            let remark = "The totals that the file prints are not taken over"
            #expect(try await !editor.get("/en\(first)").text.contains(remark))
            _ = try await confirm(editor, first)
            let second = try await sent(editor, bytes + Array("\n".utf8), to: path)
            #expect(try await editor.get("/en\(second)").text.contains(remark))
        }
    }

    @Test func aFileWithoutATableAsksWhatItIs() async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let item = try await sent(editor, Array("Unde,Cât\nClădiri,10\n".utf8), to: path)
            let shown = try await editor.get("/ro\(item)")
            #expect(shown.status == 200)
            #expect(!shown.forms.contains { $0.action.hasSuffix("/confirmation") })
            #expect(shown.forms.contains { $0.action.hasSuffix("/mapping") })
        }
    }

    @Test(
        arguments: [
            (.visitor, [303, 404]), (.otherCity, [404]), (.company, [404]), (.cityViewer, [403]),
            (.programmeOfficer, [403]), (.cityEditor, [200]),
        ] as [(Persona, [Int])])
    func onlyTheTeamImports(example: (persona: Persona, statuses: [Int])) async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(site)
            let item = try await sent(try await site.browser(as: .cityEditor), Self.table, to: path)
            let browser = try await site.browser(as: example.persona)
            for address in ["\(path)/imports/new", item, "\(item)/left-out.csv"] {
                #expect(example.statuses.contains(try await browser.get("/ro\(address)").status), "\(address)")
            }
            // An import of one inventory is none of another.
            let other = try await begin(site, year: 2019)
            let foreign = item.replacing(path, with: other)
            #expect(try await browser.get("/ro\(foreign)").status != 200)
        }
    }

    @Test func everyFileComesBackToTheSameTotal() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(site)
            let item = try await sent(editor, Self.table, to: path)
            _ = try await confirm(editor, item)
            for (year, file) in [
                (2001, "inventory.csv"), (2002, "inventory.json"), (2003, "inventory.xlsx?form=ccc"),
                (2004, "inventory.xlsx?form=gpc"), (2005, "inventory.xlsx?form=crf"),
            ] {
                let answer = try await editor.get("\(path)/\(file)")
                #expect(answer.status == 200, "\(file)")
                let copy = try await begin(site, year: year)
                let name = String(file.prefix { $0 != "?" })
                let arrived = try await send(editor, answer.bytes, name, to: "\(copy)/imports/new")
                let again = String(try #require(arrived.location).dropFirst(3))
                #expect(try await confirm(editor, again).status == 303)
                let id = try #require(InventoryID(String(copy.dropFirst("/inventories/".count))))
                let whole = try await site.database.read { try InventoryRecord.find($0, id: id)?.whole($0) }
                #expect(InventoryReport(try #require(whole)).contract.total == 1254.5, "\(file)")
            }
            #expect(try await editor.get("\(path)/inventory.xlsx?form=abc").status == 404)
            #expect(try await site.browser().get("\(path)/inventory.csv").status != 200)
        }
    }
}

import Inventory
import InventoryImports
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// What an import keeps of a file, and what the hub's own file brings back.
@Suite struct ImportedFileTests {
    private func begin(_ browser: TestBrowser, _ year: Int) async throws -> String {
        let answer = try await browser.submit(
            [("year", "\(year)"), ("gwp", "AR5"), ("coverage", "CCC"), ("boundary", "Municipiul")],
            on: "/ro/cities/alba-iulia/inventories/new")
        return String(try #require(answer.location).dropFirst(3))
    }

    private func sent(_ browser: TestBrowser, _ bytes: [UInt8], to path: String) async throws -> String {
        let answer = try await UploadedFile(name: "file", fileName: "tabel.csv", bytes: bytes)
            .send(browser, to: "/ro\(path)/imports/new")
        return String(try #require(answer.location).dropFirst(3))
    }

    private func rows(_ site: TestSite, _ path: String) async throws -> [InventoryRow] {
        let id = try #require(InventoryID(path.split(separator: "/").last.map(String.init) ?? ""))
        return try await site.database.read { try InventoryLine.all($0, of: id).map(\.row) }
    }

    private func found(_ site: TestSite, _ item: String) async throws -> InventoryImport {
        let parts = item.split(separator: "/").map(String.init)
        let (inventory, id) = (try #require(InventoryID(parts[1])), try #require(InventoryImportID(parts[3])))
        return try #require(
            try await site.database.read { try InventoryImport.find($0, inventory: inventory, id: id) })
    }

    @Test func aFileIsReadOnceForAllItsPreviews() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor, 2022)
            let table = Array("Sector;Domeniu;Emisii (t CO2e)\nClădiri;1;1.234\nDeșeuri;1;10\n".utf8)
            let item = try await sent(editor, table, to: path)
            let files = ImportedFiles()
            let saving = InventoryImportSaving(
                database: site.database, queue: site.kit.queue, register: FactorRegister(), files: files)
            let first = try await saving.open(try await found(site, item))
            let second = try await saving.open(try await found(site, item))
            #expect(files.readCount == 1 && second.reading.rows == first.reading.rows)
            // Another way to read it is another reading of the same file.
            let form = try #require(
                try await editor.get("/ro\(item)").forms.first { $0.action == "/ro\(item)/mapping" })
            #expect(try await editor.post(form.action, form.pairs(with: "numbers-0", "comma")).status == 303)
            let third = try await saving.open(try await found(site, item))
            #expect(files.readCount == 1 && third.reading.rows.compactMap { $0.masses?.unsplit } == [1234, 10])
        }
    }

    @Test func whatIsTooLargeToKeepIsReadAnew() throws {
        let files = ImportedFiles()
        let line = "Clădiri;1;1234,5;" + String(repeating: "o notă ", count: 40) + "\n"
        let text = "Sector;Domeniu;Emisii (t CO2e)\n" + String(repeating: line, count: 3)
        let small = Array(text.utf8)
        _ = try files.read(small, "small")
        #expect(files.known("small") != nil)
        let many = ImportedFiles.mostBytes / line.utf8.count
        let large = Array((text + String(repeating: line, count: many)).utf8)
        _ = try files.read(large, "large")
        #expect(files.known("large") == nil && files.known("small") != nil)
        // Two that do not fit together: the one that was read first goes.
        let half = Array((text + String(repeating: line, count: many * 2 / 3)).utf8)
        _ = try files.read(half, "half")
        _ = try files.read(half + Array(line.utf8), "other half")
        #expect(files.known("half") == nil && files.known("small") == nil && files.known("other half") != nil)
    }

    /// The hub's own file says with which factors a row was computed; a later edition makes it no other row.
    @Test(arguments: Engines.all) func theTraceOfAnExportIsReadBack(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor, 2022)
            let method = "/ro\(path)/lines/I.1.1/methods/fuel-combustion-energy"
            #expect(try await editor.submit(InventoryMethodTests.gas, on: method).status == 303)
            let row = try #require(try await rows(site, path).first)
            let file = try await editor.get("\(path)/inventory.csv").bytes

            let officer = try await site.browser(as: .programmeOfficer)
            let preview = try await officer.submit(
                [
                    ("value", "100000"), ("lower", ""), ("upper", ""), ("unit", "kg/TJ"), ("region", "world"),
                    ("year", ""), ("methodology", ""), ("source", "test"), ("status", "sourced"), ("reason", "test"),
                ], on: "/en\(FactorTests.path)/edition")
            let edition = try #require(preview.forms.first { $0.action.hasSuffix("/editions") })
            #expect(try await officer.post(edition.action, edition.pairs).status == 303)

            let copy = try await begin(editor, 2001)
            let item = try await sent(editor, file, to: copy)
            #expect(!(try await editor.get("/ro\(item)").text.contains("corectați una")))
            #expect(try await editor.submit([], on: "/ro\(item)", to: "/ro\(item)/confirmation").status == 303)
            let back = try #require(try await rows(site, copy).first)
            #expect(back.masses == row.masses && back.method?.inputs == row.method?.inputs)
            #expect(back.method?.steps == row.method?.steps && back.method?.steps.isEmpty == false)
            // The overview says that the factor has changed since.
            #expect(try await editor.get("/ro\(copy)").text.contains("/recalculation"))
        }
    }
}

import Inventory
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Documents that figures come from.
@Suite struct InventoryDocumentTests {
    private static let pdf = Array("%PDF-1.7\nfactura\n".utf8)

    /// A published inventory with one row; gives its working address, the row and the inventory.
    private func begin(_ site: TestSite) async throws -> (path: String, row: InventoryRowID) {
        let person = try #require(try await site.person(.cityEditor)).id
        let (id, row): (InventoryID, InventoryRowID) = (site.kit.ids.next(), site.kit.ids.next())
        let now = site.clock.now
        try await site.database.write { connection in
            _ = try InventoryRecord.create(
                connection, id: id, city: "1017", year: 2022, InventoryFrame(), by: person, at: now)
            let entry = InventoryRow(
                id: row.description, placement: Placement(GPCReference.all[0]), label: "Gaze naturale",
                content: .emissions(GasMasses(.co2, tonnes: 1000)), source: "Operatorul")
            try InventoryLine.add(connection, entry, id: row, to: id, position: 1, by: person, at: now)
            guard let record = try InventoryRecord.find(connection, id: id) else { return }
            _ = try InventoryPublication.publish(
                connection, id: site.kit.ids.next(), record, certification: nil, reason: "", by: nil, at: now)
        }
        return ("/inventories/\(id)", row)
    }

    private func document(_ site: TestSite) async throws -> InventoryDocument? {
        try await site.database.read { try $0.first("SELECT * FROM inventory_document") }
    }

    @Test(arguments: Engines.all) func aDocumentIsKeptShownAndRemoved(engine: Engines) async throws {
        try await withSite(engine) { site in
            let (path, row) = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let kept = try await UploadedFile(
                name: "file", fileName: "factura.pdf", bytes: Self.pdf,
                fields: [("row", row.description), ("name", "")]
            ).send(editor, to: "/ro\(path)/documents/new?row=\(row)")
            #expect(kept.status == 303)
            let found = try #require(try await document(site))
            #expect(found.row == row && found.name == "factura.pdf" && !found.isPublic)
            let file = try await editor.get("/ro\(found.workPath)")
            #expect(file.bytes == Self.pdf && file.headers[.contentType] == "application/pdf")
            #expect(try await editor.get("/ro\(path)/documents?row=\(row)").text.contains("factura.pdf"))

            // Everybody reads it only once the team says so.
            let shown = "/cities/alba-iulia/inventories/2022/documents/\(found.id)"
            let visitor = site.browser()
            #expect(try await visitor.get(shown).status == 404)
            let page = "/ro/cities/alba-iulia/inventories/2022/rows/\(row)"
            let before = try await visitor.get(page)
            #expect(before.status == 200 && !before.text.contains("factura.pdf"))
            let edited = try await editor.submit(
                [("name", "Factura de gaze"), ("public", "yes")], on: "/ro\(found.workPath)/edit")
            #expect(edited.status == 303)
            #expect(try await visitor.get(shown).bytes == Self.pdf)
            #expect(try await visitor.get(page).text.contains("Factura de gaze"))

            #expect(try await editor.submit([], on: "/ro\(found.workPath)/removal").status == 303)
            #expect(try await document(site) == nil)
            #expect(try await visitor.get(shown).status == 404)
            let blobs = try await site.database.read { try Blob.exists(found.blobHash, in: $0) }
            #expect(!blobs)
        }
    }

    @Test(
        arguments: [
            (.visitor, [303, 404], false), (.otherCity, [404], false), (.cityViewer, [200], false),
            (.programmeOfficer, [200], false), (.cityEditor, [200], true),
        ] as [(Persona, [Int], Bool)])
    func theFileHasTheRuleOfItsRow(example: (persona: Persona, statuses: [Int], mayEdit: Bool)) async throws {
        try await withSite(.sqlite) { site in
            let (path, _) = try await begin(site)
            _ = try await UploadedFile(name: "file", fileName: "a.pdf", bytes: Self.pdf)
                .send(try await site.browser(as: .cityEditor), to: "/ro\(path)/documents/new")
            let found = try #require(try await document(site))
            let browser = try await site.browser(as: example.persona)
            #expect(example.statuses.contains(try await browser.get("/ro\(found.workPath)").status))
            #expect(example.statuses.contains(try await browser.get("/ro\(path)/documents").status))
            let isEditable = try await browser.get("/ro\(found.workPath)/edit").status == 200
            #expect(isEditable == example.mayEdit)
        }
    }

    @Test func anotherKindOfFileIsRefused() async throws {
        try await withSite(.sqlite) { site in
            let (path, _) = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            for (name, bytes) in [("a.exe", Array("MZ".utf8)), ("a.pdf", Array("MZ".utf8)), ("a.pdf", [])] {
                let answer = try await UploadedFile(name: "file", fileName: name, bytes: bytes)
                    .send(editor, to: "/ro\(path)/documents/new")
                #expect(answer.status == 422)
            }
        }
    }
}

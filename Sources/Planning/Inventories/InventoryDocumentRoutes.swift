import Members
import Storage
import Web

/// Documents that figures come from: the team keeps them, everybody reads those that are shown.
struct InventoryDocumentRoutes {
    static let fileBytes = 20_000_000
    /// The greatest size of the whole form: the file and a little more.
    static let bodyLimit = fileBytes + 500_000
    private static let pageSize = 50

    let kit: Kit

    static let adding = Form([
        Field(
            "file", "Document",
            .file(
                types: [.pdf, .png, .jpeg, .xlsx, .csv, .docx, .ods, .odt, .zip, .text], maxBytes: fileBytes)),
        Field(
            "name", "Name of the document", hint: "Left empty, it is called as its file.", optional: true,
            .text(maxLength: 200)),
        isPublic, Field("row", "Row", optional: true, .hidden(maxLength: 60)),
    ])
    static let editing = Form([Field("name", "Name of the document", .text(maxLength: 200)), isPublic])

    private static let isPublic = Field(
        "public", "Everybody may read it beside the published inventory", optional: true, .checkbox)

    func add(to routes: inout Routes) {
        let documents = "/inventories/:inventory/documents"
        routes.get(documents, InventoryRules.reader, list)
        routes.get("\(documents)/new", InventoryRules.editor, new)
        routes.post("\(documents)/new", InventoryRules.editor, filesUpTo: Self.bodyLimit, send)
        routes.get("\(documents)/:document", InventoryRules.reader, file)
        routes.get("\(documents)/:document/edit", InventoryRules.editor, edit)
        routes.post("\(documents)/:document/edit", InventoryRules.editor, save)
        routes.get("\(documents)/:document/removal", InventoryRules.editor, removal)
        routes.post("\(documents)/:document/removal", InventoryRules.editor, remove)
        routes.plain("/cities/:city/inventories/:year/documents/:document", .everyone, publicFile)
    }

    private func found(_ visit: Visit) async throws -> (InventoryImportDesk, InventoryDocument) {
        let desk = try await InventoryImportDesk.open(kit, visit)
        guard let id = InventoryDocumentID(visit.parameters["document"]) else { throw PageError.notFound }
        let found = try await kit.database.read { connection in
            try InventoryDocument.find(connection, inventory: desk.record.id, id: id)
        }
        guard let found else { throw PageError.notFound }
        return (desk, found)
    }

    /// The row that an address or a form names; nil for the inventory as a whole.
    private func row(_ text: String, _ desk: InventoryImportDesk) async throws -> InventoryLine? {
        guard !text.isEmpty else { return nil }
        guard let id = InventoryRowID(text) else { throw PageError.notFound }
        let line = try await kit.database.read { connection in
            try InventoryLine.find(connection, inventory: desk.record.id, id: id)
        }
        guard let line else { throw PageError.notFound }
        return line
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryImportDesk.open(kit, visit)
        let line = try await row(visit.query.text("row"), desk)
        let place: ListPlace<InventoryDocumentID> = visit.place { InventoryDocumentID($0) }
        let found = try await kit.database.read { connection in
            try InventoryDocument.list(
                connection, of: desk.record.id, row: line.flatMap { InventoryRowID($0.row.id) }, place: place,
                limit: Self.pageSize + 1)
        }
        return .page(
            InventoryDocumentPages(desk, visit).list(ListPart(found, at: place, size: Self.pageSize), of: line))
    }

    private func new(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryImportDesk.open(kit, visit)
        let line = try await row(visit.query.text("row"), desk)
        return .page(InventoryDocumentPages(desk, visit).adding(Answers(["row": line?.row.id]), line))
    }

    private func send(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryImportDesk.open(kit, visit)
        let checked = Self.adding.check(visit.answers, visit.t)
        // A row that cannot be one is a problem of the form; one that is gone is not found.
        let line = checked.problem(at: "row") == nil ? try await row(checked.text("row"), desk) : nil
        guard checked.isFine, let upload = checked.files("file").first else {
            return .page(InventoryDocumentPages(desk, visit).adding(checked, line), status: 422)
        }
        let person = try visit.signedIn.person
        let id: InventoryDocumentID = kit.ids.next()
        try await kit.database.write { connection in
            let hash = try Blob.store(
                upload.bytes, mediaType: (upload.type ?? .text).mediaType, at: visit.now, in: connection)
            try InventoryDocument.add(
                connection, id: id, to: desk.record.id, row: line.flatMap { InventoryRowID($0.row.id) },
                name: checked.optionalText("name") ?? upload.fileName, blobHash: hash, size: upload.bytes.count,
                isPublic: checked.isTicked("public"), by: person, at: visit.now)
            try record(connection, "inventory.document-added", desk, visit)
        }
        let list = "\(desk.record.workPath)/documents" + (line.map { "?row=\($0.row.id)" } ?? "")
        return .seeOther(visit.path(list), notice: visit.t("The document is kept."))
    }

    private func record(
        _ connection: any Connection, _ activity: String, _ desk: InventoryImportDesk, _ visit: Visit
    ) throws {
        try InventoryHistory.record(
            connection, activity, desk.record.id, city: desk.city.name, year: desk.record.year,
            by: visit.visitor.person, at: visit.now)
    }

    // MARK: One document

    private func file(_ visit: Visit) async throws -> Reply {
        let (_, document) = try await found(visit)
        return try await reply(document)
    }

    /// Only what the team shows, and only beside a publication.
    private func publicFile(_ visit: Visit) async throws -> Reply {
        let (slug, year) = (visit.parameters["city"], visit.parameters["year"])
        guard let id = InventoryDocumentID(visit.parameters["document"]) else { throw PageError.notFound }
        let document = try await kit.database.read { connection -> InventoryDocument? in
            guard let view = try PublicInventory(connection, slug: slug, year: year) else { return nil }
            return try InventoryDocument.find(connection, inventory: view.record.id, id: id)
        }
        guard let document, document.isPublic else { throw PageError.notFound }
        return try await reply(document)
    }

    private func reply(_ document: InventoryDocument) async throws -> Reply {
        let blob = try await kit.database.read { try Blob.fetch(document.blobHash, in: $0) }
        guard let blob else { throw PageError.notFound }
        return .file(blob, fileName: InventoryDocumentRoutes.fileName(document, blob))
    }

    /// The name that people gave it, with the ending that its kind has.
    static func fileName(_ document: InventoryDocument, _ blob: Blob) -> String {
        guard let type = FileType.allCases.first(where: { $0.mediaType == blob.mediaType }),
            FileType.named(document.name) != type
        else { return document.name }
        return "\(document.name).\(type.endings[0])"
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let (desk, document) = try await found(visit)
        let answers = Answers(["name": document.name, "public": document.isPublic ? "yes" : nil])
        return .page(InventoryDocumentPages(desk, visit).editing(document, answers))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let (desk, document) = try await found(visit)
        let checked = Self.editing.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(InventoryDocumentPages(desk, visit).editing(document, checked), status: 422)
        }
        try await kit.database.write { connection in
            try document.change(
                connection, name: checked.text("name"), isPublic: checked.isTicked("public"))
            try record(connection, "inventory.document-changed", desk, visit)
        }
        return .seeOther(
            visit.path("\(desk.record.workPath)/documents"), notice: visit.t("The document is changed."))
    }

    private func removal(_ visit: Visit) async throws -> Reply {
        let (desk, document) = try await found(visit)
        return .page(InventoryDocumentPages(desk, visit).removal(document))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let (desk, document) = try await found(visit)
        try await kit.database.write { connection in
            try document.remove(connection)
            try record(connection, "inventory.document-removed", desk, visit)
        }
        return .seeOther(
            visit.path("\(desk.record.workPath)/documents"), notice: visit.t("The document is removed."))
    }
}

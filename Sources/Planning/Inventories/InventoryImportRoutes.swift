import Background
import Cities
import Inventory
import InventoryImports
import Members
import Spreadsheets
import Storage
import Web

/// A file becomes rows of an inventory: sent, read and shown, and only then confirmed.
struct InventoryImportRoutes {
    let kit: Kit
    let saving: InventoryImportSaving

    init(kit: Kit, register: FactorRegister, files: ImportedFiles = ImportedFiles()) {
        self.kit = kit
        saving = InventoryImportSaving(database: kit.database, queue: kit.queue, register: register, files: files)
    }

    func add(to routes: inout Routes) {
        let imports = "/inventories/:inventory/imports"
        routes.get("\(imports)/new", InventoryRules.editor, new)
        routes.post("\(imports)/new", InventoryRules.editor, filesUpTo: InventoryImportForm.bodyLimit, send)
        routes.get("\(imports)/:import", InventoryRules.editor, show)
        routes.post("\(imports)/:import/mapping", InventoryRules.editor, map)
        routes.post("\(imports)/:import/confirmation", InventoryRules.editor, confirm)
        routes.get("\(imports)/:import/left-out.csv", InventoryRules.editor, leftOut)
    }

    private func found(_ visit: Visit) async throws -> (InventoryImportDesk, InventoryImport) {
        let desk = try await InventoryImportDesk.open(kit, visit)
        guard let id = InventoryImportID(visit.parameters["import"]) else { throw PageError.notFound }
        let found = try await kit.database.read { connection in
            try InventoryImport.find(connection, inventory: desk.record.id, id: id)
        }
        guard let found else { throw PageError.notFound }
        return (desk, found)
    }

    // MARK: Sending

    private func new(_ visit: Visit) async throws -> Reply {
        .page(InventoryImportPages(try await InventoryImportDesk.open(kit, visit), visit).sending(Answers()))
    }

    private func send(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryImportDesk.open(kit, visit)
        var checked = InventoryImportForm.upload.check(visit.answers, visit.t)
        guard checked.isFine, let upload = checked.files("file").first else {
            return .page(InventoryImportPages(desk, visit).sending(checked), status: 422)
        }
        let plan: ImportPlan
        do {
            plan = ImportPlan(recognising: try ImportFile(upload.bytes).book)
        } catch {
            checked.refuse("file", visit.t(error.fault.template, error.fault.arguments))
            return .page(InventoryImportPages(desk, visit).sending(checked), status: 422)
        }
        let id = try await begin(upload, plan, desk, visit)
        return .seeOther(visit.path("\(desk.record.workPath)/imports/\(id)"))
    }

    private func begin(
        _ upload: Answers.Upload, _ plan: ImportPlan, _ desk: InventoryImportDesk, _ visit: Visit
    ) async throws -> InventoryImportID {
        let person = try visit.signedIn.person
        let (id, document): (InventoryImportID, InventoryDocumentID) = (kit.ids.next(), kit.ids.next())
        let text = try InventoryImportSaving.text(plan)
        return try await kit.database.write { connection in
            let hash = try Blob.store(
                upload.bytes, mediaType: (upload.type ?? .csv).mediaType, at: visit.now, in: connection)
            if let same = try InventoryImport.waiting(connection, of: desk.record.id, blobHash: hash) { return same.id }
            try InventoryImport.begin(
                connection, id: id, of: desk.record.id, fileName: upload.fileName, blobHash: hash, plan: text,
                by: person, at: visit.now)
            if try !InventoryDocument.holds(connection, desk.record.id, blobHash: hash) {
                try InventoryDocument.add(
                    connection, id: document, to: desk.record.id, row: nil, name: upload.fileName, blobHash: hash,
                    size: upload.bytes.count, isPublic: false, by: person, at: visit.now)
            }
            return id
        }
    }

    // MARK: Reading

    private func show(_ visit: Visit) async throws -> Reply {
        let (desk, found) = try await found(visit)
        if found.confirmedAt != nil, found.finishedAt == nil {
            let job = try await kit.database.read { connection in
                try found.job.flatMap { try Job.find($0, in: connection) }
            }
            return .page(InventoryImportPages(desk, visit).progress(found, job))
        }
        let opened = try await saving.open(found)
        return .page(page(desk, found, opened, visit))
    }

    private func page(
        _ desk: InventoryImportDesk, _ found: InventoryImport, _ opened: InventoryImportSaving.Opened, _ visit: Visit
    ) -> Page {
        let pages = InventoryImportReadingPages(desk, found, opened, visit)
        return found.finishedAt == nil ? pages.preview : pages.result
    }

    private func map(_ visit: Visit) async throws -> Reply {
        let (desk, found) = try await found(visit)
        let opened = try await saving.open(found)
        let plan = InventoryImportForm.plan(visit.answers, opened.plan, opened.file.book)
        let text = try InventoryImportSaving.text(plan)
        let version = visit.answers.integer("version") ?? -1
        let isChanged = try await kit.database.write { try found.change($0, plan: text, version: version) }
        guard isChanged else {
            throw PageError.conflict(visit.t("Somebody changed this import meanwhile. Look at it again."))
        }
        return .seeOther(visit.path("\(desk.record.workPath)/imports/\(found.id)"))
    }

    private func confirm(_ visit: Visit) async throws -> Reply {
        let (desk, found) = try await found(visit)
        let path = visit.path("\(desk.record.workPath)/imports/\(found.id)")
        // Sent twice, or sent again after going back: the first time counts.
        if found.confirmedAt != nil { return .seeOther(path) }
        let opened = try await saving.open(found)
        let replaces = InventoryImportID(visit.answers.text("replaces"))
        guard replaces == nil || desk.imports.contains(where: { $0.id == replaces && $0.finishedAt != nil }) else {
            throw PageError.badRequest(visit.t("Choose one of the earlier imports of this inventory."))
        }
        let isConfirmed: Bool
        do {
            isConfirmed = try await saving.confirm(
                found, opened.reading, version: visit.answers.integer("version") ?? -1, replaces: replaces,
                by: try visit.signedIn.person, at: visit.now)
        } catch is InventoryImportSaving.Overtaken {
            isConfirmed = false
        }
        guard isConfirmed else {
            throw PageError.conflict(visit.t("Somebody changed this import meanwhile. Look at it again."))
        }
        return .seeOther(path)
    }

    private func leftOut(_ visit: Visit) async throws -> Reply {
        let (_, found) = try await found(visit)
        let opened = try await saving.open(found)
        let sheet = visit.query.integer("sheet") ?? opened.reading.leftOut.first?.sheet ?? 0
        return .download(
            InventoryImportFile.leftOut(opened, sheet: sheet, visit.t), mediaType: CityFiles.mediaType,
            fileName: "left-out.csv")
    }
}

/// The lines that were left out, as they stand in the file, each with what is wrong: to be corrected and sent again.
enum InventoryImportFile {
    static func leftOut(_ opened: InventoryImportSaving.Opened, sheet: Int, _ t: Texts) -> [UInt8] {
        let entries = opened.reading.leftOut.filter { $0.sheet == sheet }
        let book = opened.file.book
        let plan = sheet < opened.plan.sheets.count && sheet >= 0 ? opened.plan.sheets[sheet] : nil
        var heading: [String] = []
        if sheet >= 0, sheet < book.sheets.count {
            heading = book.sheets[sheet].rows.first { $0.number == plan?.headingRow }?.cells.map(\.text) ?? []
        }
        let width = max(heading.count, entries.map(\.cells.count).max() ?? 0)
        heading += Array(repeating: "", count: width - heading.count)
        var file = CSVWriter(header: heading + [t("Problem")])
        for entry in entries {
            let cells = entry.cells + Array(repeating: "", count: width - entry.cells.count)
            file.row(cells.map { Optional($0) } + [entry.problems.map { $0.sentence(t) }.joined(separator: " ")])
        }
        return file.bytes
    }
}

extension TableProblem {
    /// What is wrong and what to do, in the visitor's language.
    func sentence(_ t: Texts) -> String { t(template, arguments) }
}

import Foundation
import Members
import Portfolio
import Storage
import Web

/// A file becomes measures of the portfolio: sent, read and shown, and only then confirmed.
struct PortfolioImportRoutes {
    let kit: Kit
    let bases: ScenarioBases

    static let fileBytes = 2_000_000
    static let upload = Form([
        Field(
            "file", "Files with measures",
            hint: "Tables of measures and of funding lines as this hub gives them out, or a document in JSON.",
            .file(types: [.csv, .xlsx, .json], maxBytes: fileBytes, most: 2))
    ])
    static let confirmation = Form([SolutionForm.inPlan])

    func add(to routes: inout Routes) {
        let path = "/cities/:city/measures/portfolio/imports"
        routes.get("\(path)/new", ScenarioRules.cityEditor, new)
        routes.post("\(path)/new", ScenarioRules.cityEditor, filesUpTo: 2 * Self.fileBytes + 200_000, send)
        routes.get("\(path)/:import", ScenarioRules.cityEditor, show)
        routes.post("\(path)/:import/confirmation", ScenarioRules.cityEditor, confirm)
    }

    // MARK: Sending

    private func new(_ visit: Visit) async throws -> Reply {
        let desk = try await MeasureDesk.open(kit, bases, visit)
        return .page(PortfolioImportPages(desk: desk, visit: visit).sending(Answers()))
    }

    private func send(_ visit: Visit) async throws -> Reply {
        let desk = try await MeasureDesk.open(kit, bases, visit)
        var checked = Self.upload.check(visit.answers, visit.t)
        var reading = PortfolioReading()
        if checked.isFine {
            do throws(PortfolioReading.Unreadable) {
                reading = try PortfolioReading(checked.files("file"), visit.t)
            } catch {
                checked.refuse("file", error.reason)
            }
        }
        guard checked.isFine else {
            return .page(PortfolioImportPages(desk: desk, visit: visit).sending(checked), status: 422)
        }
        let person = try visit.signedIn.person
        let id: ID<MeasureImportKind> = kit.ids.next()
        let bytes = try PortfolioFiles.json(reading)
        let name = checked.files("file").map(\.fileName).joined(separator: ", ")
        try await kit.database.write { connection in
            try PortfolioImport.begin(
                connection, id: id, city: desk.city.code, fileName: name, bytes, by: person, at: visit.now)
        }
        return .seeOther(visit.path("\(desk.path)/imports/\(id)"))
    }

    // MARK: Showing and confirming

    private typealias Found = (desk: MeasureDesk, item: PortfolioImport, reading: PortfolioReading)

    private func found(_ visit: Visit) async throws -> Found {
        let desk = try await MeasureDesk.open(kit, bases, visit)
        guard let id = ID<MeasureImportKind>(visit.parameters["import"]) else { throw PageError.notFound }
        let found = try await kit.database.read { connection -> (PortfolioImport, PortfolioReading)? in
            guard let item = try PortfolioImport.find(connection, city: desk.city.code, id: id) else { return nil }
            return (item, try item.reading(connection))
        }
        guard let (item, reading) = found else { throw PageError.notFound }
        return (desk, item, reading)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let (desk, item, reading) = try await found(visit)
        let pages = PortfolioImportPages(desk: desk, visit: visit)
        if item.confirmedAt != nil { return .page(pages.result(item, reading)) }
        return .page(pages.preview(item, reading, Answers(["in-plan": "no"])))
    }

    /// What the portfolio is now: nobody confirms what they have not seen.
    static func state(_ desk: MeasureDesk) -> String {
        Blob.hash(of: Array(desk.records.map { "\($0.id) \($0.version)" }.joined(separator: "\n").utf8))
    }

    private func confirm(_ visit: Visit) async throws -> Reply {
        let (desk, item, reading) = try await found(visit)
        let pages = PortfolioImportPages(desk: desk, visit: visit)
        // Sent twice: the first time counts.
        if item.confirmedAt != nil { return .seeOther(visit.path("\(desk.path)/imports/\(item.id)")) }
        var checked = Self.confirmation.check(visit.answers, visit.t)
        let inPlan = checked.text("in-plan") == "yes"
        let preview = PortfolioImportPreview(reading, desk, visit.t)
        if checked.isFine {
            let changed = preview.added + preview.replaced.map(\.measure)
            let chosen = inPlan ? preview.added.map(\.id) : []
            for sentence in PortfolioChange(desk, adding: changed, chosen: chosen).sentences(visit.t) {
                checked.refuse("in-plan", sentence)
            }
        }
        guard checked.isFine else { return .page(pages.preview(item, reading, checked), status: 422) }
        guard visit.answers.text("state") == Self.state(desk),
            try await store(preview, item, desk, inPlan: inPlan, visit)
        else {
            let latest = try await found(visit)
            return .page(
                PortfolioImportPages(desk: latest.desk, visit: visit)
                    .preview(latest.item, reading, checked, isStale: true), status: 409)
        }
        return .seeOther(
            visit.path("\(desk.path)/imports/\(item.id)"), notice: visit.t("The measures are in the portfolio."))
    }

    private struct Overtaken: Error {}

    /// False when somebody changed the portfolio or confirmed the import meanwhile; nothing is changed then.
    private func store(
        _ preview: PortfolioImportPreview, _ item: PortfolioImport, _ desk: MeasureDesk, inPlan: Bool, _ visit: Visit
    ) async throws -> Bool {
        let person = try visit.signedIn.person
        let (added, replaced) = (preview.added, preview.replaced)
        let ids: [MeasureID] = added.map { _ in kit.ids.next() }
        do {
            try await kit.database.write { connection in
                for (record, measure) in replaced {
                    guard
                        try MeasureRecord.update(
                            connection, id: record.id, version: record.version, measure, by: person, at: visit.now)
                    else { throw Overtaken() }
                    try desk.record(connection, "measure.changed", record.id, measure.name, visit)
                }
                for (id, measure) in zip(ids, added) {
                    let named = try MeasureRecord.create(
                        connection, id: id, city: desk.city.code, measure, by: person, at: visit.now)
                    guard named.id == measure.id else { throw Overtaken() }
                    try desk.record(connection, "measure.added", id, named.name, visit)
                    if inPlan { try ScenarioChoice.addToPlan(connection, measure: named.id, city: desk.city.code) }
                }
                guard
                    try item.confirm(
                        connection, added: added.count, replaced: replaced.count, leftOut: preview.leftOut,
                        by: person, at: visit.now)
                else { throw Overtaken() }
                try AuditEntry.record(
                    connection, actor: person, "measure.imported", subject: (kind: "city", id: desk.city.code),
                    details: ["city": desk.city.name, "count": "\(added.count + replaced.count)"], at: visit.now)
            }
        } catch is Overtaken {
            return false
        }
        return true
    }
}

import Members
import Portfolio
import Storage
import Web

/// A measure of a city's portfolio: its page, the parts that are one form, and its removal.
struct MeasureRoutes {
    let kit: Kit
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        routes.get("/measures/:measure", MeasureRules.reader, show)
        for part in MeasurePart.steps {
            let path = "/measures/:measure/\(part.rawValue)"
            routes.get(path, MeasureRules.editor) { try await edit(part, $0) }
            routes.post(path, MeasureRules.editor) { try await save(part, $0) }
            routes.post("\(path)/draft", MeasureRules.editor) { visit in
                let view = try await MeasureView.open(kit, bases, visit)
                return try await MeasureChange(kit: kit, view: view, part: part).drafts(visit).save(visit)
            }
            routes.post("\(path)/draft/removal", MeasureRules.editor) { visit in
                let change = MeasureChange(kit: kit, view: try await MeasureView.open(kit, bases, visit), part: part)
                return try await change.drafts(visit).discard(visit, to: visit.path(change.path))
            }
        }
        routes.get("/measures/:measure/removal", MeasureRules.editor, removal)
        routes.post("/measures/:measure/removal", MeasureRules.editor, remove)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        .page(MeasurePages(view: try await MeasureView.open(kit, bases, visit), visit: visit).page)
    }

    // MARK: Parts

    private func edit(_ part: MeasurePart, _ visit: Visit) async throws -> Reply {
        let view = try await MeasureView.open(kit, bases, visit)
        let drafts = MeasureChange(kit: kit, view: view, part: part).drafts(visit)
        let draft = try await drafts.find(visit)
        let pages = MeasureFormPages(view: view, part: part, line: nil, visit: visit)
        return .page(
            pages.editing(
                draft?.answers ?? MeasureAnswers.recorded(part, view.measure, visit.t),
                version: draft?.base ?? view.record.version, drafts: drafts, draft: draft))
    }

    private func save(_ part: MeasurePart, _ visit: Visit) async throws -> Reply {
        let view = try await MeasureView.open(kit, bases, visit)
        let change = MeasureChange(kit: kit, view: view, part: part)
        let version = visit.answers.integer("version") ?? -1
        var checked = change.form(visit).check(visit.answers, visit.t)
        var measure = view.measure
        if checked.isFine { MeasureAnswers.apply(part, &checked, to: &measure, visit.t) }
        if checked.isFine { MeasureCheck.apply(measure, part: part, line: nil, to: &checked, view, visit.t) }
        let pages = MeasureFormPages(view: view, part: part, line: nil, visit: visit)
        guard checked.isFine else {
            return .page(
                pages.editing(checked, version: version, drafts: change.drafts(visit), draft: nil, wasSent: true),
                status: 422)
        }
        guard try await change.save(measure, version: version, visit) else {
            let latest = try await MeasureView.open(kit, bases, visit)
            let pages = MeasureFormPages(view: latest, part: part, line: nil, visit: visit)
            return .page(pages.conflict(checked, drafts: change.drafts(visit)), status: 409)
        }
        return .seeOther(visit.path(view.record.path), notice: visit.t("The measure is saved."))
    }

    // MARK: Removal

    private func removal(_ visit: Visit) async throws -> Reply {
        let view = try await MeasureView.open(kit, bases, visit)
        return .page(MeasureRemovalPages(view: view, visit: visit).page(isStale: false))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let view = try await MeasureView.open(kit, bases, visit)
        let version = visit.answers.integer("version") ?? -1
        let isRemoved = try await kit.database.write { connection in
            guard try MeasureRecord.remove(connection, view.record, version: version) else { return false }
            try view.desk.record(connection, "measure.removed", view.record.id, view.record.title, visit)
            return true
        }
        guard isRemoved else {
            let latest = try await MeasureView.open(kit, bases, visit)
            return .page(MeasureRemovalPages(view: latest, visit: visit).page(isStale: true), status: 409)
        }
        return .seeOther(visit.path(view.desk.path), notice: visit.t("The measure is removed."))
    }
}

/// A change of one part of a measure: its form, its drafts, and how it is saved with its line in the history.
struct MeasureChange {
    let kit: Kit
    let view: MeasureView
    let part: MeasurePart
    /// The line that is changed, from 0; nil is a new one, or a part that is one form.
    var line: Int?

    /// Address of the form without the language.
    var path: String {
        let list = "\(view.record.path)/\(part.rawValue)"
        guard part.isList else { return list }
        return line.map { "\(list)/\($0 + 1)/edit" } ?? "\(list)/new"
    }

    func form(_ visit: Visit) -> Form { part.form(MeasureChoices(view, visit.figures, visit.t)) }

    func drafts(_ visit: Visit) -> Drafts {
        let which = line.map { " \($0 + 1)" } ?? ""
        return Drafts(
            kit, form: form(visit), name: "measure \(view.record.id) \(part.rawValue)\(which)", path: path)
    }

    /// False when somebody changed the measure meanwhile.
    func save(_ measure: CityMeasure, version: Int, _ visit: Visit) async throws -> Bool {
        let person = try visit.signedIn.person
        let draft = drafts(visit).name
        return try await kit.database.write { connection in
            guard
                try MeasureRecord.update(
                    connection, id: view.record.id, version: version, measure, by: person, at: visit.now)
            else { return false }
            try Draft.remove(connection, of: person, form: draft)
            let name = measure.name.isEmpty ? measure.id : measure.name
            try view.desk.record(connection, "measure.changed", view.record.id, name, visit)
            return true
        }
    }
}

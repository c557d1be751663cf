import Members
import Portfolio
import Storage
import Web

/// The lists of a measure: read by who may see the plan, written by the city's team a line at a time.
struct MeasureLineRoutes {
    let kit: Kit
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        for part in MeasurePart.lists {
            let path = "/measures/:measure/\(part.rawValue)"
            routes.get(path, MeasureRules.reader) { visit in
                let view = try await MeasureView.open(kit, bases, visit)
                return .page(MeasureLinePages(view: view, part: part, visit: visit).all)
            }
            routes.get("\(path)/new", MeasureRules.editor) { try await edit(part, isNew: true, $0) }
            routes.get("\(path)/:line/edit", MeasureRules.editor) { try await edit(part, isNew: false, $0) }
            routes.get("\(path)/:line/removal", MeasureRules.editor) { try await removal(part, $0) }
            routes.post("\(path)/:line/removal", MeasureRules.editor) { try await remove(part, $0) }
            for (form, isNew) in [("\(path)/new", true), ("\(path)/:line/edit", false)] {
                routes.post(form, MeasureRules.editor) { try await save(part, isNew: isNew, $0) }
                routes.post("\(form)/draft", MeasureRules.editor) { visit in
                    try await change(part, isNew, visit).drafts(visit).save(visit)
                }
                routes.post("\(form)/draft/removal", MeasureRules.editor) { visit in
                    let change = try await change(part, isNew, visit)
                    return try await change.drafts(visit).discard(visit, to: visit.path(change.path))
                }
            }
        }
    }

    private func change(_ part: MeasurePart, _ isNew: Bool, _ visit: Visit) async throws -> MeasureChange {
        let view = try await MeasureView.open(kit, bases, visit)
        return MeasureChange(kit: kit, view: view, part: part, line: isNew ? nil : try line(part, view, visit))
    }

    /// The line that the path names by its number, from 0.
    private func line(_ part: MeasurePart, _ view: MeasureView, _ visit: Visit) throws -> Int {
        let count = part.count(view.measure)
        guard let number = Int(visit.parameters["line"]), number >= 1, number <= count else {
            throw PageError.notFound
        }
        return number - 1
    }

    private func edit(_ part: MeasurePart, isNew: Bool, _ visit: Visit) async throws -> Reply {
        let change = try await change(part, isNew, visit)
        let drafts = change.drafts(visit)
        let draft = try await drafts.find(visit)
        var recorded = Answers()
        if let line = change.line {
            guard let answers = MeasureLineAnswers.recorded(part, change.view.measure, at: line, visit.t) else {
                throw PageError.notFound
            }
            recorded = answers
        }
        let pages = MeasureFormPages(view: change.view, part: part, line: change.line, visit: visit)
        return .page(
            pages.editing(
                draft?.answers ?? recorded, version: draft?.base ?? change.view.record.version, drafts: drafts,
                draft: draft))
    }

    private func save(_ part: MeasurePart, isNew: Bool, _ visit: Visit) async throws -> Reply {
        let change = try await change(part, isNew, visit)
        let view = change.view
        let version = visit.answers.integer("version") ?? -1
        var checked = change.form(visit).check(visit.answers, visit.t)
        var measure = view.measure
        if checked.isFine {
            MeasureLineAnswers.apply(
                part, &checked, to: &measure, at: change.line, taken: Self.taken(part, view), visit.t)
        }
        if checked.isFine {
            let line = change.line ?? part.count(measure) - 1
            MeasureCheck.apply(measure, part: part, line: line, to: &checked, view, visit.t)
        }
        let pages = MeasureFormPages(view: view, part: part, line: change.line, visit: visit)
        guard checked.isFine else {
            return .page(
                pages.editing(checked, version: version, drafts: change.drafts(visit), draft: nil, wasSent: true),
                status: 422)
        }
        guard try await change.save(measure, version: version, visit) else {
            let latest = try await MeasureView.open(kit, bases, visit)
            let pages = MeasureFormPages(view: latest, part: part, line: change.line, visit: visit)
            return .page(pages.conflict(checked, drafts: change.drafts(visit)), status: 409)
        }
        return .seeOther(
            visit.path("\(view.record.path)/\(part.rawValue)"), notice: visit.t("The line is saved."))
    }

    /// Ids that a new line of the list must not have: they are unique in the whole portfolio.
    private static func taken(_ part: MeasurePart, _ view: MeasureView) -> Set<String> {
        let measures = view.desk.whole.measures
        return Set(
            part == .funding
                ? measures.flatMap { $0.funding.map(\.id) } : measures.flatMap { $0.indicators.map(\.id) })
    }

    private func removal(_ part: MeasurePart, _ visit: Visit) async throws -> Reply {
        let change = try await change(part, false, visit)
        let pages = MeasureLinePages(view: change.view, part: part, visit: visit)
        return .page(pages.removing(change.line ?? 0, isStale: false))
    }

    private func remove(_ part: MeasurePart, _ visit: Visit) async throws -> Reply {
        let change = try await change(part, false, visit)
        guard let line = change.line else { throw PageError.notFound }
        var measure = change.view.measure
        part.remove(at: line, from: &measure)
        guard try await change.save(measure, version: visit.answers.integer("version") ?? -1, visit) else {
            let latest = try await MeasureView.open(kit, bases, visit)
            let pages = MeasureLinePages(view: latest, part: part, visit: visit)
            let isThere = line < part.count(latest.measure)
            return .page(isThere ? pages.removing(line, isStale: true) : pages.all, status: 409)
        }
        return .seeOther(
            visit.path("\(change.view.record.path)/\(part.rawValue)"), notice: visit.t("The line is removed."))
    }
}

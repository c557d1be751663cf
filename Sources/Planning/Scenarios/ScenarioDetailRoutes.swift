import Inventory
import Members
import Pathways
import Storage
import Web

/// A city refines a sector of its simple model: lines in the place of rows of the inventory, one at a time.
struct ScenarioDetailRoutes {
    let kit: Kit
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        for sector in ContractSector.allCases {
            let path = "/cities/:city/scenarios/model/\(sector.rawValue.lowercased())"
            routes.get(path, ScenarioRules.cityReader) { .page(try await pages(sector, $0).all) }
            routes.get("\(path)/removal", ScenarioRules.cityEditor) { visit in
                let pages = try await pages(sector, visit)
                guard !pages.lines.isEmpty else { throw PageError.notFound }
                return .page(pages.removing(nil))
            }
            routes.post("\(path)/removal", ScenarioRules.cityEditor) { try await remove(sector, isAll: true, $0) }
            routes.get("\(path)/:line/removal", ScenarioRules.cityEditor) { visit in
                let pages = try await pages(sector, visit)
                return .page(pages.removing(try place(pages, visit)))
            }
            routes.post("\(path)/:line/removal", ScenarioRules.cityEditor) {
                try await remove(sector, isAll: false, $0)
            }
            for (form, isNew) in [("\(path)/new", true), ("\(path)/:line/edit", false)] {
                routes.get(form, ScenarioRules.cityEditor) { try await show(sector, isNew: isNew, $0) }
                routes.post(form, ScenarioRules.cityEditor) { try await save(sector, isNew: isNew, $0) }
                routes.post("\(form)/draft", ScenarioRules.cityEditor) { visit in
                    let pages = try await pages(sector, visit)
                    return try await drafts(pages, isNew ? nil : try place(pages, visit)).save(visit)
                }
                routes.post("\(form)/draft/removal", ScenarioRules.cityEditor) { visit in
                    let pages = try await pages(sector, visit)
                    let drafts = drafts(pages, isNew ? nil : try place(pages, visit))
                    return try await drafts.discard(visit, to: visit.path(drafts.path))
                }
            }
        }
    }

    private func pages(_ sector: ContractSector, _ visit: Visit) async throws -> ScenarioDetailPages {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let work = desk.work else { throw PageError.notFound }
        return ScenarioDetailPages(desk: desk, work: work, sector: sector, visit: visit)
    }

    private func place(_ pages: ScenarioDetailPages, _ visit: Visit) throws -> Int {
        guard let number = Int(visit.parameters["line"]), number >= 1, number <= pages.lines.count else {
            throw PageError.notFound
        }
        return number - 1
    }

    private func drafts(_ pages: ScenarioDetailPages, _ place: Int?) -> Drafts {
        let (desk, sector) = (pages.desk, pages.sector)
        let end = place.map { "\($0 + 1)/edit" } ?? "new"
        return Drafts(
            kit, form: pages.form, name: "scenario-detail \(desk.city.code) \(sector.rawValue) \(end)",
            path: "\(ScenarioDetailPages.path(desk, sector))/\(end)")
    }

    private func show(_ sector: ContractSector, isNew: Bool, _ visit: Visit) async throws -> Reply {
        let pages = try await pages(sector, visit)
        let place = isNew ? nil : try place(pages, visit)
        let drafts = drafts(pages, place)
        let named = visit.query.text("template")
        let template = ScenarioDetailTemplate.of(sector).first { isNew && $0.id == named }
        // Who asks for a template wants that, not what was typed before.
        let draft = template == nil ? try await drafts.find(visit) : nil
        let saved = place.map { ScenarioDetailForm.answers(pages.lines[$0], visit.t) }
        return .page(
            pages.editing(
                place, draft?.answers ?? saved ?? template?.answers(visit.t) ?? Answers(),
                version: draft?.base ?? pages.work.frame.version, drafts: drafts, draft: draft))
    }

    private func save(_ sector: ContractSector, isNew: Bool, _ visit: Visit) async throws -> Reply {
        let pages = try await pages(sector, visit)
        let place = isNew ? nil : try place(pages, visit)
        let drafts = drafts(pages, place)
        let version = visit.answers.integer("version") ?? -1
        var checked = pages.form.check(visit.answers, visit.t)
        var content = pages.work.frame.content
        if checked.isFine {
            let line = ScenarioDetailForm.line(&checked, sector, rows: pages.simple, visit.t)
            var lines = pages.lines
            if let place { lines[place] = line } else { lines.append(line) }
            put(lines, sector, into: &content)
        }
        if checked.isFine {
            let plan = ScenarioPlan.plan(pages.desk.city.name, base: pages.work.base, content)
            for problem in plan.problems() where problem.level == .refusal {
                checked.refuse(nil, ScenarioProblems.sentence(problem, plan, visit.t))
            }
        }
        guard checked.isFine else {
            return .page(
                pages.editing(place, checked, version: version, drafts: drafts, wasSent: true), status: 422)
        }
        guard try await store(content, version: version, pages, drafts.name, visit) else {
            let latest = try await self.pages(sector, visit)
            return .page(
                latest.editing(
                    place, checked, version: latest.work.frame.version, drafts: drafts, wasSent: true, isStale: true),
                status: 409)
        }
        return .seeOther(
            visit.path(ScenarioDetailPages.path(pages.desk, sector)), notice: visit.t("The line is saved."))
    }

    private func remove(_ sector: ContractSector, isAll: Bool, _ visit: Visit) async throws -> Reply {
        let pages = try await pages(sector, visit)
        let place = isAll ? nil : try place(pages, visit)
        guard !pages.lines.isEmpty else { throw PageError.notFound }
        var lines = pages.lines
        if let place { lines.remove(at: place) } else { lines = [] }
        var content = pages.work.frame.content
        put(lines, sector, into: &content)
        let version = visit.answers.integer("version") ?? -1
        guard try await store(content, version: version, pages, nil, visit) else {
            let latest = try await self.pages(sector, visit)
            // Somebody else may have taken the line away already.
            let there = isAll ? nil : try self.place(latest, visit)
            return .page(latest.removing(there, isStale: true), status: 409)
        }
        return .seeOther(
            visit.path(ScenarioDetailPages.path(pages.desk, sector)),
            notice: isAll ? visit.t("The plan uses the inventory's rows again.") : visit.t("The line is removed."))
    }

    /// The sector's lines behind those of the others.
    private func put(
        _ lines: [ScenarioFrame.DetailLine], _ sector: ContractSector, into content: inout ScenarioFrame.Content
    ) {
        let all = (content.details ?? []).filter { $0.sector != sector } + lines
        content.details = all.isEmpty ? nil : all
    }

    private func store(
        _ content: ScenarioFrame.Content, version: Int, _ pages: ScenarioDetailPages, _ draft: String?, _ visit: Visit
    ) async throws -> Bool {
        let person = try visit.signedIn.person
        return try await kit.database.write { connection in
            guard
                try ScenarioFrame.update(
                    connection, city: pages.desk.city.code, version: version,
                    publication: pages.work.frame.publication, content, by: person, at: visit.now)
            else { return false }
            if let draft { try Draft.remove(connection, of: person, form: draft) }
            try pages.desk.record(connection, "scenario.frame-changed", visit)
            return true
        }
    }
}

import Cities
import Finance
import Members
import Portfolio
import Storage
import Web

/// The lists of the city's finances: read by who may see the plan, written by the city's team.
struct FinanceListRoutes {
    let kit: Kit
    let bases: ScenarioBases
    let reference: InvestmentReference

    func add(to routes: inout Routes) {
        for list in FinanceList.allCases {
            let path = "/cities/:city/investment/\(list.rawValue)"
            routes.get(path, ScenarioRules.cityReader) { .page(try await pages(list, $0).all) }
            routes.get("\(path)/new", ScenarioRules.cityEditor) { visit in
                let pages = try await pages(list, visit)
                return .page(pages.editing(nil, start(list, pages, visit), version: pages.version))
            }
            routes.post("\(path)/new", ScenarioRules.cityEditor) { try await save(list, isNew: true, $0) }
            routes.get("\(path)/:line/edit", ScenarioRules.cityEditor) { try await edit(list, $0) }
            routes.post("\(path)/:line/edit", ScenarioRules.cityEditor) { try await save(list, isNew: false, $0) }
            routes.get("\(path)/:line/removal", ScenarioRules.cityEditor) { visit in
                let pages = try await pages(list, visit)
                return .page(pages.removing(try place(pages, visit)))
            }
            routes.post("\(path)/:line/removal", ScenarioRules.cityEditor) { try await remove(list, $0) }
        }
    }

    private func pages(_ list: FinanceList, _ visit: Visit) async throws -> FinanceListPages {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard desk.work != nil else { throw PageError.notFound }
        return FinanceListPages(
            list: list, desk: desk, known: list == .debtRules ? try reference.debtRules() : [], visit: visit)
    }

    /// What a new line starts with: nothing, or the rule that `?rule=` names.
    private func start(_ list: FinanceList, _ pages: FinanceListPages, _ visit: Visit) -> Answers {
        let named = visit.query.text("rule")
        guard let known = pages.known.first(where: { $0.rule.id == named }) else { return Answers() }
        return DebtRuleForm.answers(known.rule(visit.language), visit.t)
    }

    /// The line that the path names by its number, of the list as these pages have it.
    private func place(_ pages: FinanceListPages, _ visit: Visit) throws -> Int {
        let count = pages.list.count(pages.desk.work?.money?.content.finances ?? CityFinances())
        guard let number = Int(visit.parameters["line"]), number >= 1, number <= count else {
            throw PageError.notFound
        }
        return number - 1
    }

    private func edit(_ list: FinanceList, _ visit: Visit) async throws -> Reply {
        let pages = try await pages(list, visit)
        let place = try place(pages, visit)
        guard let frame = pages.desk.work?.money else { throw PageError.notFound }
        return .page(
            pages.editing(place, list.answers(frame.content.finances, at: place, visit.t), version: frame.version))
    }

    private func save(_ list: FinanceList, isNew: Bool, _ visit: Visit) async throws -> Reply {
        let pages = try await pages(list, visit)
        let place = isNew ? nil : try place(pages, visit)
        let version = visit.answers.integer("version") ?? -1
        var checked = list.form.check(visit.answers, visit.t)
        var content = pages.desk.work?.money?.content ?? InvestmentFrame.Content()
        if checked.isFine {
            list.put(checked, at: place, into: &content.finances)
            for problem in InvestmentChange.problems(content, pages.desk) {
                checked.refuse(nil, ScenarioProblems.sentence(problem, pages.desk.work?.plan, visit.t))
            }
        }
        guard checked.isFine else {
            return .page(pages.editing(place, checked, version: version), status: 422)
        }
        let change = InvestmentChange(kit: kit, desk: pages.desk)
        guard try await change.save(content, version: version, visit) else {
            let latest = try await self.pages(list, visit)
            return .page(latest.editing(place, checked, version: latest.version, isStale: true), status: 409)
        }
        return .seeOther(
            visit.path("\(InvestmentView.path(of: pages.desk.city))/\(list.rawValue)"),
            notice: visit.t("The line is saved."))
    }

    private func remove(_ list: FinanceList, _ visit: Visit) async throws -> Reply {
        let pages = try await pages(list, visit)
        let place = try place(pages, visit)
        guard var content = pages.desk.work?.money?.content else { throw PageError.notFound }
        list.remove(at: place, from: &content.finances)
        let change = InvestmentChange(kit: kit, desk: pages.desk)
        guard try await change.save(content, version: visit.answers.integer("version") ?? -1, visit) else {
            let latest = try await self.pages(list, visit)
            return .page(latest.removing(try self.place(latest, visit), isStale: true), status: 409)
        }
        return .seeOther(
            visit.path("\(InvestmentView.path(of: pages.desk.city))/\(list.rawValue)"),
            notice: visit.t("The line is removed."))
    }
}

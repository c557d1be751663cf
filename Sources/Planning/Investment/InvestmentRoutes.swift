import Cities
import Members
import Portfolio
import Spreadsheets
import Storage
import Web

/// A city's plan as an investment: pages and files for who may see the plan, prices and rates for its team.
struct InvestmentRoutes {
    let kit: Kit
    let bases: ScenarioBases

    func add(to routes: inout Routes) {
        let path = "/cities/:city/investment"
        routes.get(path, ScenarioRules.cityReader) { visit in
            .page(InvestmentPages(view: try await view(visit), visit: visit).page)
        }
        routes.get("\(path)/tables", ScenarioRules.cityReader) { visit in
            .page(InvestmentTablePages(view: try await view(visit), visit: visit).tables)
        }
        routes.get("\(path)/projects", ScenarioRules.cityReader) { visit in
            .page(InvestmentTablePages(view: try await view(visit), visit: visit).projects)
        }
        routes.plain("\(path)/years.csv", ScenarioRules.cityReader) {
            try await file($0, "costs", InvestmentFiles.years)
        }
        routes.plain("\(path)/funding.csv", ScenarioRules.cityReader) {
            try await file($0, "funding", InvestmentFiles.funding)
        }
        routes.plain("\(path)/abatement.csv", ScenarioRules.cityReader) {
            try await file($0, "abatement-costs", InvestmentFiles.abatement)
        }
        routes.plain("\(path)/tables.xlsx", ScenarioRules.cityReader, workbook)
        routes.plain("\(path)/results.json", ScenarioRules.cityReader, results)
        routes.get("\(path)/money", ScenarioRules.cityEditor, money)
        routes.post("\(path)/money", ScenarioRules.cityEditor, saveMoney)
    }

    private func view(_ visit: Visit) async throws -> InvestmentView {
        try await InvestmentView.open(kit, bases, visit)
    }

    private func computed(_ visit: Visit) async throws -> (view: InvestmentView, PlanResults) {
        let view = try await view(visit)
        guard let computed = view.outcome.computed else { throw PageError.notFound }
        return (view, computed.results)
    }

    private func file(
        _ visit: Visit, _ name: String, _ write: (PlanResults) -> [UInt8]
    ) async throws -> Reply {
        let (view, results) = try await computed(visit)
        return .download(
            write(results), mediaType: CityFiles.mediaType,
            fileName: "\(name)-\(view.desk.city.slug)-\(view.record.slug).csv")
    }

    private func workbook(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        guard let computed = view.outcome.computed else { throw PageError.notFound }
        return .download(
            try InvestmentFiles.workbook(InvestmentTables(computed.tables, visit).all),
            mediaType: FileType.xlsx.mediaType,
            fileName: "investment-plan-\(view.desk.city.slug)-\(view.record.slug).xlsx")
    }

    private func results(_ visit: Visit) async throws -> Reply {
        let (view, results) = try await computed(visit)
        return .download(
            Array(try results.json()), mediaType: "application/json",
            fileName: "investment-\(view.desk.city.slug)-\(view.record.slug).json")
    }

    // MARK: Prices and rates

    private func desk(_ visit: Visit) async throws -> (ScenarioDesk, ScenarioDesk.Work) {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let work = desk.work else { throw PageError.notFound }
        return (desk, work)
    }

    private func money(_ visit: Visit) async throws -> Reply {
        let (desk, work) = try await desk(visit)
        let answers = InvestmentMoneyForm.answers(work.whole.money, visit.t)
        return .page(
            InvestmentMoneyPages(desk: desk, visit: visit).editing(answers, version: work.money?.version ?? 0))
    }

    private func saveMoney(_ visit: Visit) async throws -> Reply {
        let (desk, work) = try await desk(visit)
        let version = visit.answers.integer("version") ?? -1
        var checked = InvestmentMoneyForm.form.check(visit.answers, visit.t)
        var content = work.money?.content ?? InvestmentFrame.Content()
        if checked.isFine {
            InvestmentMoneyForm.apply(&checked, to: &content, work.whole.money, visit.t)
            TechnologyPriceLines.keepUsed(content.money?.prices ?? [], work.whole, &checked, visit.t)
        }
        if checked.isFine {
            for problem in InvestmentChange.problems(content, desk) {
                checked.refuse(nil, ScenarioProblems.sentence(problem, work.plan, visit.t))
            }
        }
        guard checked.isFine else {
            return .page(InvestmentMoneyPages(desk: desk, visit: visit).editing(checked, version: version), status: 422)
        }
        guard try await InvestmentChange(kit: kit, desk: desk).save(content, version: version, visit) else {
            let (latest, work) = try await self.desk(visit)
            return .page(
                InvestmentMoneyPages(desk: latest, visit: visit)
                    .editing(checked, version: work.money?.version ?? 0, isStale: true), status: 409)
        }
        return .seeOther(
            visit.path(InvestmentView.path(of: desk.city)), notice: visit.t("Prices and rates are saved."))
    }
}

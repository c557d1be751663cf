import Cities
import Pathways
import Web

/// A city's plan in work: its frame and its scenarios.
struct ScenarioListPages {
    let desk: ScenarioDesk
    let visit: Visit

    private var t: Texts { visit.t }
    private var mayEdit: Bool { desk.right >= .edit }

    var page: Page {
        Page(
            title: t("Plan of {city}", ["city": desk.city.name]), breadcrumb: desk.trail(visit, withPlan: false),
            isPrivate: true,
            body: HTML {
                if let work = desk.work { content(work) } else { nothing }
            })
    }

    private var nothing: HTML {
        HTML {
            Components.lead(
                t("The plan shows which measures take the city from its inventory to its target, year by year."))
            Components.emptyState(
                t("Nobody has started a plan of this city here."),
                next: mayEdit ? (t("Start the plan"), visit.path("\(desk.path)/frame/base")) : nil)
        }
    }

    private func content(_ work: ScenarioDesk.Work) -> HTML {
        HTML {
            published
            h2 { t("Scenarios") }
            table(work).html
            if work.measures.isEmpty {
                p(.class("quiet")) { t("The city has no measures yet: every scenario is business as usual.") }
            }
            div(.class("buttons")) {
                a(.class("button"), .href(visit.path("\(desk.path)/comparison"))) { t("Compare the scenarios") }
                a(.href(visit.path("\(desk.city.path)/measures/portfolio"))) { t("Portfolio of measures") }
                a(.href(visit.path(InvestmentView.path(of: desk.city)))) { t("Investment plan") }
                if mayEdit { a(.href(visit.path("\(desk.path)/new"))) { t("Add a variant") } }
            }
            h2 { t("Frame of the plan") }
            frame(work)
            ScenarioDetailPanel(desk: desk, work: work, visit: visit).html
            Components.linkList(
                (mayEdit ? [(t("A model of the city's own"), visit.path("\(desk.path)/model"))] : []) + [
                    (t("Model and inventory side by side"), visit.path("\(desk.path)/reconciliation")),
                    (t("The plan's document (JSON)"), "\(desk.path)/plan.json"),
                    (t("Valencia: a full model of activities"), visit.path(ScenarioExampleRoutes.path)),
                ])
        }
    }

    private var published: HTML {
        HTML {
            if let publication = desk.publication {
                Components.notice(
                    .information,
                    t(
                        "Everybody sees the plan as it was on {day}",
                        ["day": visit.figures.time(publication.publishedAt)]),
                    t
                ) {
                    p { a(.href(visit.path("\(desk.city.path)/pathway"))) { t("The public page") } }
                }
            }
            if desk.right >= .certify {
                p { a(.href(visit.path("\(desk.path)/publication"))) { t("Publish the plan") } }
            }
        }
    }

    // MARK: Scenarios

    private func table(_ work: ScenarioDesk.Work) -> DataTable {
        let year = work.frame.content.targets.last?.year ?? work.frame.content.finalYear
        return DataTable(
            caption: t("Scenarios"),
            columns: [
                DataTable.Column(t("Scenario")), DataTable.Column(t("Measures"), number: true),
                DataTable.Column(t("t CO₂e in {year}", ["year": "\(year)"]), number: true),
                DataTable.Column(t("To the target")), DataTable.Column(t("Actions")),
            ],
            rows: work.scenarios.map { record in line(record, work, year) }, captionHidden: true)
    }

    private func line(_ record: ScenarioRecord, _ work: ScenarioDesk.Work, _ year: Int) -> [DataTable.Cell] {
        let scenario = work.scenario(record)
        let outcome = work.outcome(scenario)
        let title = record.title(t)
        return [
            .link(title, visit.path(record.path)),
            .number("\(scenario.measures.count)", Double(scenario.measures.count)), emissions(outcome, year),
            state(outcome),
            .html(mayEdit ? Components.rowActions(title, actions(record)) : .empty),
        ]
    }

    private func emissions(_ outcome: ScenarioOutcome, _ year: Int) -> DataTable.Cell {
        guard let value = outcome.result?.pathway.gross(in: year) else { return .missing(t("cannot be computed")) }
        return .number(visit.figures.decimal(value, decimals: 0), value)
    }

    private func state(_ outcome: ScenarioOutcome) -> DataTable.Cell {
        guard let result = outcome.result else {
            return .html(Components.tag(t("Cannot be computed"), .bad))
        }
        guard let target = result.target else { return .missing(t("no target is set")) }
        if target.isMet { return .html(Components.tag(t("Reached"), .good)) }
        return .text(t("{gap} t above", ["gap": visit.figures.decimal(target.gap, decimals: 0)]))
    }

    private func actions(_ record: ScenarioRecord) -> [(title: String, path: String)] {
        var links = [
            (t("Rename"), visit.path("\(record.path)/name")), (t("Make a copy"), visit.path("\(record.path)/copy")),
        ]
        if ScenarioRules.mayRemove(record) { links.append((t("Remove"), visit.path("\(record.path)/removal"))) }
        return links
    }

    // MARK: Frame

    private func frame(_ work: ScenarioDesk.Work) -> HTML {
        let tasks = ScenarioFrameStep.allCases.map { step in
            Components.Task(
                t(step.title), path: visit.path("\(desk.path)/frame/\(step.rawValue)"), hint: hint(step, work),
                status: step.isDone(work.frame.content) ? .completed : .notStarted)
        }
        guard !mayEdit else { return Components.taskList(tasks, t) }
        return Components.summaryList(
            zip(ScenarioFrameStep.allCases, tasks).map { step, task in
                Components.SummaryRow(t(step.title), task.hint ?? "")
            }, t)
    }

    /// What is said, in a line.
    private func hint(_ step: ScenarioFrameStep, _ work: ScenarioDesk.Work) -> String? {
        let content = work.frame.content
        let figures = visit.figures
        switch step {
        case .base: return "\(work.base.year)–\(content.finalYear)"
        case .targets:
            let words = content.targets.map { "\($0.year): −\(figures.decimal($0.reduction * 100)) %" }
            return words.isEmpty ? nil : words.joined(separator: " · ")
        case .drivers:
            let words = content.drivers.map {
                "\(t($0.driver.title)): \(figures.decimal($0.growth * 100, decimals: 3)) %"
            }
            return words.isEmpty ? nil : words.joined(separator: " · ")
        case .grid:
            let words = (content.grid?.points ?? []).map { "\($0.year): \(figures.decimal($0.value * 100)) %" }
            return words.isEmpty ? nil : words.joined(separator: " · ")
        case .removals:
            let words = [
                content.sink.map {
                    "\($0.name.isEmpty ? t("Removals by sinks") : $0.name): \(figures.decimal($0.atEnd)) t"
                },
                content.credit.map { "\(t("Credits")): \(figures.decimal($0.tonnes)) t" },
            ].compactMap { $0 }
            return words.isEmpty ? nil : words.joined(separator: " · ")
        case .budget:
            return content.budget.map { "\($0.start)–\($0.end): \(figures.decimal($0.tonnes, decimals: 0)) t CO₂e" }
        }
    }
}

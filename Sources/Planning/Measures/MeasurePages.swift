import Finance
import Pathways
import Portfolio
import Web

/// The page of one measure: its parts with what is said of each.
struct MeasurePages {
    let view: MeasureView
    let visit: Visit

    private var t: Texts { visit.t }
    private var measure: CityMeasure { view.measure }
    private var figures: Figures { visit.figures }

    var page: Page {
        Page(
            title: view.record.title, caption: t("Measure of {city}", ["city": view.desk.city.name]),
            breadcrumb: view.trail(visit, withMeasure: false), isPrivate: true,
            body: HTML {
                if !measure.description.isEmpty { p { measure.description } }
                origin
                facts
                Self.warnings(view, visit, in: MeasurePart.allCases)
                parts
                if view.desk.mayEdit {
                    p { a(.href(visit.path("\(view.record.path)/removal"))) { t("Remove the measure") } }
                }
            })
    }

    /// What the plan's checks say: first what stands in the way.
    static func warnings(_ view: MeasureView, _ visit: Visit, in parts: [MeasurePart]) -> HTML {
        guard let place = view.place else { return .empty }
        let problems = view.problems.filter { problem in
            MeasureCheck.part(of: problem, at: place).map { parts.contains($0) } ?? false
        }
        let refusals = problems.filter { $0.level == .refusal }
        let warnings = problems.filter { $0.level == .warning }
        func list(_ problems: [PlanProblem]) -> HTML {
            ul {
                for problem in problems {
                    li { ScenarioProblems.sentence(problem, view.desk.whole.pathwayPlan, visit.t) }
                }
            }
        }
        return HTML {
            if !refusals.isEmpty {
                Components.notice(.error, visit.t("The plan cannot be computed like this"), visit.t) { list(refusals) }
            }
            if !warnings.isEmpty {
                Components.notice(.information, visit.t("Still to be looked at"), visit.t) { list(warnings) }
            }
        }
    }

    private var origin: HTML {
        HTML {
            if let words = PortfolioOrigin.words(measure.origin, t) { p(.class("quiet")) { words } }
            if measure.pathwayMeasure.restsOnClaim {
                p { Components.tag(t("Claimed reduction"), .warning) }
            }
        }
    }

    // MARK: Figures

    private var facts: HTML {
        let words = InvestmentWords(visit)
        var facts: [Components.Fact] = []
        if let line = PortfolioLines(view.desk).line(measure.id) {
            if let tonnes = line.tonnes, let year = line.year {
                facts.append(
                    Components.Fact(
                        t("Less in {year}", ["year": "\(year)"]), figure: figures.decimal(tonnes, decimals: 0),
                        unit: "t CO₂e"))
            } else if view.work != nil {
                facts.append(
                    Components.Fact(
                        t("In the scenario “The plan”"), figure: line.isChosen ? t("Yes") : t("No"),
                        note: line.isChosen ? t("cannot be computed") : nil))
            }
        }
        if let costs = measure.costs {
            facts.append(
                Components.Fact(
                    t("What is bought"), figure: words.euros(costs.capitalCents), unit: costs.currency.rawValue,
                    note: t("in prices of {year}", ["year": "\(costs.priceYear)"])))
        }
        let gap = FundingGap(neededCents: max(0, measure.costs?.capitalCents ?? 0), lines: measure.funding)
        facts.append(
            Components.Fact(
                t("Contracted"), figure: words.euros(gap.contractedCents), unit: "EUR",
                note: t("hoped for: {amount} EUR", ["amount": words.euros(gap.hopedForCents)])))
        return Components.facts(facts)
    }

    // MARK: Parts

    private var parts: HTML {
        let tasks = MeasurePart.allCases.map { part in
            Components.Task(
                t(part.title), path: visit.path("\(view.record.path)/\(part.rawValue)"), hint: hint(part),
                status: status(part))
        }
        return view.desk.mayEdit ? Components.taskList(tasks, t) : reading(tasks)
    }

    /// Everything that is said, for those who only read.
    private func reading(_ tasks: [Components.Task]) -> HTML {
        let choices = MeasureChoices(view, figures, t)
        return HTML {
            for (part, task) in zip(MeasurePart.allCases, tasks) {
                h2 { t(part.title) }
                if part.isList {
                    p { a(.href(task.path)) { task.hint ?? t("Nothing has been written down yet.") } }
                } else {
                    MeasureLinePages.summary(
                        part.form(choices), MeasureAnswers.recorded(part, measure, t), t)
                }
            }
        }
    }

    private func status(_ part: MeasurePart) -> Components.TaskStatus {
        guard let place = view.place else { return .notStarted }
        let isWrong = view.problems.contains { problem in
            problem.level == .refusal && MeasureCheck.part(of: problem, at: place) == part
        }
        return isWrong ? .problem : part.isDone(measure) ? .completed : .notStarted
    }

    /// What is said, in a line.
    private func hint(_ part: MeasurePart) -> String? {
        let words = InvestmentWords(visit)
        switch part {
        case .about:
            let parts = [t(measure.field.title), measure.owner].filter { !$0.isEmpty }
            return parts.joined(separator: " · ")
        case .time: return "\(measure.effect.start)–\(measure.effect.end)"
        case .costs:
            return measure.costs.map { costs in
                t(
                    "{amount} {currency}, and {yearly} each year",
                    [
                        "amount": words.euros(costs.capitalCents), "yearly": words.euros(costs.yearlyCents),
                        "currency": costs.currency.rawValue,
                    ])
            }
        case .payers:
            let names = Payer.allCases.compactMap { payer in
                measure.payers.parts[payer].map { "\(t(payer.title)) \(words.percent($0))" }
            }
            return names.joined(separator: " · ")
        case .effect:
            let plan = MeasureWords(view.desk.whole.model, visit)
            return measure.effect.operators.isEmpty
                ? nil : measure.effect.operators.map(plan.sentence).joined(separator: " · ")
        default:
            let count = part.count(measure)
            return count == 0 ? nil : t.count(count, "{count} line", "{count} lines")
        }
    }
}

import Finance
import Foundation
import Pathways
import Portfolio
import Web

/// Lines of a measure's lists as answers of their form, and back.
enum MeasureLineAnswers {
    /// A line as its form shows it; nil where the form cannot say it.
    static func recorded(_ part: MeasurePart, _ measure: CityMeasure, at place: Int, _ t: Texts) -> Answers? {
        switch part {
        case .effect: return MeasureEffectAnswers.recorded(measure.effect.operators[place], t)
        case .funding: return Answers(funding(measure.funding[place], t))
        case .coBenefits: return Answers(coBenefit(measure.coBenefits[place], t))
        case .indicators: return Answers(indicator(measure.indicators[place], t))
        case .risks:
            let item = measure.risks[place]
            return Answers([
                "name": item.name, "priority": item.priority.rawValue, "description": item.description,
                "mitigation": item.mitigation,
            ])
        case .barriers:
            let item = measure.barriers[place]
            return Answers([
                "name": item.name, "kind": item.kind.rawValue, "description": item.description,
                "stakeholders": item.stakeholders.joined(separator: "\n"), "solution": item.solution,
            ])
        default: return nil
        }
    }

    /// Puts a checked line in its place, or behind the others.
    ///
    /// - Parameter taken: ids of lines of the whole portfolio that a new line must not have.
    static func apply(
        _ part: MeasurePart, _ answers: inout Answers, to measure: inout CityMeasure, at place: Int?,
        taken: Set<String>, _ t: Texts
    ) {
        func id(_ before: String?) -> String { before ?? MeasureName.slug(answers.text("name"), beside: taken) }
        switch part {
        case .effect: MeasureEffectAnswers.apply(&answers, to: &measure, at: place, t)
        case .funding:
            let id = id(place.map { measure.funding[$0].id })
            MeasurePart.put(funding(&answers, id: id, t), at: place, in: &measure.funding)
        case .coBenefits: MeasurePart.put(coBenefit(answers), at: place, in: &measure.coBenefits)
        case .indicators:
            let id = id(place.map { measure.indicators[$0].id })
            MeasurePart.put(indicator(&answers, id: id, t), at: place, in: &measure.indicators)
        case .risks:
            let item = Risk(
                answers.text("name"), description: answers.text("description"),
                priority: Risk.Priority(rawValue: answers.text("priority")) ?? .medium,
                mitigation: answers.text("mitigation"))
            MeasurePart.put(item, at: place, in: &measure.risks)
        case .barriers:
            let item = Barrier(
                answers.text("name"), kind: Barrier.Kind(rawValue: answers.text("kind")) ?? .structural,
                description: answers.text("description"),
                stakeholders: MeasureAnswers.lines(answers.text("stakeholders")), solution: answers.text("solution"))
            MeasurePart.put(item, at: place, in: &measure.barriers)
        default: break
        }
    }

    // MARK: Funding

    private static func funding(_ line: FundingLine, _ t: Texts) -> [String: String?] {
        var values: [String: String?] = [
            "name": line.name, "payer": line.payer.rawValue, "kind": line.kind.rawValue, "from": "\(line.from)",
            "to": "\(line.to)", "status": line.status.rawValue, "source": line.source,
        ]
        values["amount"] = MeasureAnswers.euros(line.cents, t)
        guard let terms = line.terms else { return values }
        values["rate"] = MeasureAnswers.percent(terms.rate, t)
        values["years"] = "\(terms.years)"
        values["grace"] = "\(terms.graceYears)"
        values["payments"] = "\(terms.paymentsPerYear)"
        values["form"] = terms.form.rawValue
        values["purpose"] = terms.purpose.rawValue
        return values
    }

    private static func funding(_ answers: inout Answers, id: String, _ t: Texts) -> FundingLine {
        FundingLine(
            id: id, name: answers.text("name"), payer: Payer(rawValue: answers.text("payer")) ?? .municipality,
            kind: FundingLine.Kind(rawValue: answers.text("kind")) ?? .own,
            cents: MeasureAnswers.cents(answers, "amount") ?? 0, from: answers.integer("from") ?? 0,
            to: answers.integer("to") ?? 0,
            status: FundingLine.Status(rawValue: answers.text("status")) ?? .idea, terms: terms(&answers, t),
            source: answers.text("source"))
    }

    private static func terms(_ answers: inout Answers, _ t: Texts) -> LoanTerms? {
        let names = ["rate", "years", "grace", "payments", "form", "purpose"]
        guard names.contains(where: { !answers.text($0).isEmpty }) else { return nil }
        for name in ["rate", "years"] where answers.text(name).isEmpty { answers.refuse(name, t("write an answer")) }
        return LoanTerms(
            rate: (answers.number("rate") ?? 0) / 100, years: answers.integer("years") ?? 1,
            graceYears: answers.integer("grace") ?? 0, paymentsPerYear: answers.integer("payments") ?? 1,
            form: Loan.Form(rawValue: answers.text("form")) ?? .annuity,
            purpose: LoanTerms.Purpose(rawValue: answers.text("purpose")) ?? .other)
    }

    // MARK: Co-benefits

    private static func coBenefit(_ item: CoBenefit, _ t: Texts) -> [String: String?] {
        [
            "kind": item.kind.rawValue, "quantity": MeasureAnswers.number(item.quantity, t), "unit": item.unit,
            "worth": MeasureAnswers.euros(item.centsPerYear, t), "beneficiary": item.beneficiary?.rawValue,
            "status": item.status.rawValue, "source": item.source,
        ]
    }

    private static func coBenefit(_ answers: Answers) -> CoBenefit {
        CoBenefit(
            CoBenefit.Kind(rawValue: answers.text("kind")) ?? .health,
            centsPerYear: MeasureAnswers.cents(answers, "worth"), quantity: answers.number("quantity"),
            unit: answers.text("unit"), beneficiary: Payer(rawValue: answers.text("beneficiary")),
            source: answers.text("source"), status: FigureStatus(rawValue: answers.text("status")) ?? .judgement)
    }

    // MARK: Indicators

    private static func indicator(_ item: Indicator, _ t: Texts) -> [String: String?] {
        [
            "name": item.name, "unit": item.unit, "kind": item.kind.rawValue,
            "baseline": MeasureAnswers.number(item.baseline, t),
            "targets": item.targets.map { "\($0.year) = \(MeasureAnswers.number($0.value, t) ?? "")" }
                .joined(separator: "\n"),
        ]
    }

    private static func indicator(_ answers: inout Answers, id: String, _ t: Texts) -> Indicator {
        var targets: [Indicator.Target] = []
        for line in MeasureAnswers.lines(answers.text("targets")) {
            let parts = line.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, let year = Int(parts[0]), (1990...2200).contains(year),
                let value = Answers(["value": parts[1]]).number("value")
            else {
                answers.refuse("targets", t("“{line}” is no year and value, such as “2030 = 120”", ["line": line]))
                break
            }
            targets.append(Indicator.Target(year: year, value: value))
        }
        return Indicator(
            id: id, name: answers.text("name"), unit: answers.text("unit"),
            kind: Indicator.Kind(rawValue: answers.text("kind")) ?? .impact, baseline: answers.number("baseline"),
            targets: targets)
    }
}

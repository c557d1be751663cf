import Inventory
import Pathways
import Portfolio
import Web

/// One change that a measure makes, as answers of its form, and back.
enum MeasureEffectAnswers {
    /// nil where the form cannot say it: technologies, loads, factors, moves to several activities.
    static func recorded(_ step: Plan.Operator, _ t: Texts) -> Answers? {
        switch step {
        case .scale(let change) where change.by <= 0 && change.by >= -1:
            return Answers([
                "kind": "scale", "activity": change.of, "percent": MeasureAnswers.percent(-change.by, t),
            ])
        case .add(let change) where change.by >= 0:
            return Answers(["kind": "add", "activity": change.of, "amount": MeasureAnswers.number(change.by, t)])
        case .remove(let change):
            return Answers(["kind": "remove", "tonnes": MeasureAnswers.number(change.by, t)])
        case .claimed(let claim) where claim.tonnes >= 0:
            return Answers([
                "kind": "claimed", "sector": claim.sector.rawValue, "tonnes": MeasureAnswers.number(claim.tonnes, t),
            ])
        case .shift(let transfer) where transfer.to.count == 1:
            let ratio = transfer.to[0].ratio
            return Answers([
                "kind": "shift", "activity": transfer.of, "destination": transfer.to[0].id,
                "percent": MeasureAnswers.percent(transfer.share, t),
                "amount": MeasureAnswers.number(transfer.amount, t),
                "ratio": ratio == 1 ? nil : MeasureAnswers.number(ratio, t),
            ])
        default: return nil
        }
    }

    /// Puts a checked change in its place; what its kind needs and was not answered is told.
    static func apply(_ answers: inout Answers, to measure: inout CityMeasure, at place: Int?, _ t: Texts) {
        let before = place.map { measure.effect.operators[$0] }
        guard var step = step(&answers, before, t), answers.isFine else { return }
        if let before { step = step.kept(from: before) }
        MeasurePart.put(step, at: place, in: &measure.effect.operators)
        measure.effect.claimed = measure.effect.operators.contains { if case .claimed = $0 { true } else { false } }
    }

    private static func step(_ answers: inout Answers, _ before: Plan.Operator?, _ t: Texts) -> Plan.Operator? {
        switch answers.text("kind") {
        case "scale":
            need(["activity", "percent"], &answers, t)
            return .scale(Plan.Change(of: answers.text("activity"), by: -(answers.number("percent") ?? 0) / 100))
        case "add":
            need(["activity", "amount"], &answers, t)
            return .add(Plan.Change(of: answers.text("activity"), by: answers.number("amount") ?? 0))
        case "remove":
            need(["tonnes"], &answers, t)
            var sink = MeasurePlan.sink
            if case .remove(let change) = before { sink = change.of }
            return .remove(Plan.Change(of: sink, by: answers.number("tonnes") ?? 0))
        case "claimed":
            need(["sector", "tonnes"], &answers, t)
            return ContractSector(rawValue: answers.text("sector")).map { sector in
                .claimed(Plan.Claim(sector: sector, tonnes: answers.number("tonnes") ?? 0))
            }
        case "shift": return shift(&answers, t)
        default: return nil
        }
    }

    private static func shift(_ answers: inout Answers, _ t: Texts) -> Plan.Operator {
        need(["activity", "destination"], &answers, t)
        let (share, amount) = (answers.number("percent"), answers.number("amount"))
        if (share == nil) == (amount == nil) {
            answers.refuse("percent", t("write a part in percent or an amount, one of the two"))
        }
        return .shift(
            Plan.Transfer(
                of: answers.text("activity"),
                to: [Plan.Destination(answers.text("destination"), ratio: answers.number("ratio") ?? 1)],
                share: share.map { $0 / 100 }, amount: amount))
    }

    private static func need(_ names: [String], _ answers: inout Answers, _ t: Texts) {
        for name in names where answers.text(name).isEmpty {
            let isChoice = ["activity", "destination", "sector"].contains(name)
            answers.refuse(name, isChoice ? t("choose an answer") : t("write an answer"))
        }
    }
}

extension Plan.Operator {
    /// The same with what the form does not ask: ranges, and the scope of a claim.
    fileprivate func kept(from before: Plan.Operator) -> Plan.Operator {
        switch (self, before) {
        case (.scale(var change), .scale(let old)):
            change.range = old.range
            return .scale(change)
        case (.add(var change), .add(let old)):
            change.range = old.range
            return .add(change)
        case (.remove(var change), .remove(let old)):
            change.range = old.range
            return .remove(change)
        case (.claimed(var claim), .claimed(let old)):
            claim.range = old.range
            claim.scope = old.scope
            return .claimed(claim)
        case (.shift(var transfer), .shift(let old)):
            transfer.range = old.range
            return .shift(transfer)
        default: return self
        }
    }
}

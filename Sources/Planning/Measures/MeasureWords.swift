import Finance
import Inventory
import Pathways
import Portfolio
import Web

extension CityMeasure.Lever {
    /// Key of the name.
    var title: String {
        switch self {
        case .technology: "Technology and infrastructure"
        case .governance: "Governance and policy"
        case .socialInnovation: "Social innovation"
        case .democracy: "Democracy and participation"
        case .finance: "Finance and funding"
        case .learning: "Learning and capabilities"
        }
    }
}

extension CityMeasure.Kind {
    /// Key of the name.
    var title: String {
        switch self {
        case .technical: "Technical intervention"
        case .ownAssets: "Change to the city's own assets"
        case .spatial: "Physical or spatial intervention"
        case .organisational: "Organisational change"
        case .natureBased: "Nature-based solution"
        case .awareness: "Awareness and behaviour"
        case .other: "Another intervention"
        }
    }
}

extension FigureStatus {
    /// Key of the word.
    var title: String {
        switch self {
        case .sourced: "Read from the source that is named"
        case .claimed: "Claimed by its author, without a way to check it"
        case .judgement: "An engineer's judgement, to be checked"
        case .unverified: "From a source that nobody has read again yet"
        }
    }
}

extension CoBenefit.Kind {
    /// Key of the name.
    var title: String {
        switch self {
        case .health: "Health"
        case .airQuality: "Air quality"
        case .noise: "Noise"
        case .accidents: "Accidents"
        case .energyBills: "Energy bills"
        case .jobs: "Jobs"
        }
    }
}

extension Indicator.Kind {
    /// Key of the name.
    var title: String {
        switch self {
        case .impact: "Impact"
        case .economic: "Economic"
        case .financial: "Financial"
        }
    }
}

extension Loan.Form {
    /// Key of the name.
    var title: String {
        switch self {
        case .annuity: "Equal payments"
        case .linear: "Equal repayments, falling interest"
        case .bullet: "Everything at the end"
        }
    }
}

/// What a measure does, in sentences.
struct MeasureWords {
    let plan: Plan
    let t: Texts
    let figures: Figures

    init(_ plan: Plan, _ visit: Visit) {
        self.plan = plan
        t = visit.t
        figures = visit.figures
    }

    /// Six digits that matter.
    func number(_ value: Double) -> String { FormNumber.shown(value, figures) }

    func percent(_ part: Double) -> String { number((part * 1e8).rounded() / 1e6) + " %" }

    /// The name of an activity, carrier or sink, or its id.
    func name(_ id: String) -> String {
        let names =
            plan.activities.filter { $0.id == id }.map(\.name) + plan.carriers.filter { $0.id == id }.map { t($0.name) }
            + plan.sinks.filter { $0.id == id }.map(\.name)
        return names.first { !$0.isEmpty } ?? (id == MeasurePlan.sink ? t("Removals by sinks") : id)
    }

    private func unit(_ id: String) -> String { plan.activities.first { $0.id == id }?.unit ?? "" }

    /// One change in a sentence.
    func sentence(_ step: Plan.Operator) -> String {
        switch step {
        case .scale(let change) where change.by <= 0:
            return t("{percent} less of {activity}", ["percent": percent(-change.by), "activity": name(change.of)])
        case .scale(let change):
            return t("{percent} more of {activity}", ["percent": percent(change.by), "activity": name(change.of)])
        case .add(let change):
            return t(
                "{amount} {unit} of {activity} added",
                ["amount": number(change.by), "unit": unit(change.of), "activity": name(change.of)])
        case .shift(let transfer): return moved(transfer)
        case .claimed(let claim):
            return t(
                "{tonnes} t CO₂e a year less in the sector {sector}, as claimed",
                ["tonnes": number(claim.tonnes), "sector": t(claim.sector.title)])
        case .remove(let change):
            return t("{tonnes} t CO₂ a year taken up: {sink}", ["tonnes": number(change.by), "sink": name(change.of)])
        case .replace(let transfer):
            return t("Technologies of {activity} are replaced", ["activity": name(transfer.of)])
        case .load(let change):
            return t(
                "The load of {activity} changes by {percent}",
                ["activity": name(change.of), "percent": percent(change.by)])
        case .intensity(let change):
            return t(
                "The energy needed for {activity} changes by {percent}",
                ["activity": name(change.of), "percent": percent(change.by)])
        case .factor(let change):
            return t(
                "The emission factor of {carrier} changes by {percent}",
                ["carrier": name(change.of), "percent": percent(change.by)])
        }
    }

    private func moved(_ transfer: Plan.Transfer) -> String {
        let amount = transfer.share.map(percent) ?? "\(number(transfer.amount ?? 0)) \(unit(transfer.of))"
        return t(
            "{amount} of {activity} moved to {destination}",
            [
                "amount": amount, "activity": name(transfer.of),
                "destination": transfer.to.map { name($0.id) }.joined(separator: ", "),
            ])
    }
}

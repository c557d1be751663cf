import Inventory
import Pathways
import Portfolio
import Web

/// The activities of a city's plan on which an action can act, those that it is meant for first.
struct SolutionActivities {
    /// What it takes from.
    let sources: [Plan.Activity]
    /// What can take over.
    let destinations: [Plan.Activity]
    /// The effect as the plan can compute it: none where it counts nothing that the action acts on, such as tonnes
    /// alone in the place of energy.
    let effect: Solution.Effect

    init(_ solution: Solution, _ plan: Plan) {
        let counted = plan.activities.filter { $0.unit == Self.unit(of: solution.effect) && $0.quantity.value > 0 }
        let electric = Set(counted.filter { Self.isElectric($0, plan) }.map(\.id))
        let (electricity, rest) = (
            counted.filter { electric.contains($0.id) }, counted.filter { !electric.contains($0.id) }
        )
        let meant: [Plan.Activity]
        switch solution.effect {
        case .saving: (meant, destinations) = (counted, [])
        // A plan whose carriers are named otherwise offers everything: people know what is what.
        case .switching:
            (meant, destinations) = electricity.isEmpty ? (counted, counted) : (rest, electricity)
        case .generation: (meant, destinations) = (electricity.isEmpty ? counted : electricity, [])
        case .diversion:
            let waste = counted.filter { $0.sector == .waste }
            (meant, destinations) = (waste, waste)
        case .removal, .none: (meant, destinations) = ([], [])
        }
        sources = meant.filter { solution.fits(line: $0.line) } + meant.filter { !solution.fits(line: $0.line) }
        let canAct: Bool =
            switch solution.effect {
            case .saving, .generation, .diversion: !sources.isEmpty
            case .switching: !sources.isEmpty && !destinations.isEmpty
            case .removal, .none: true
            }
        effect = canAct ? solution.effect : .none
    }

    /// The unit of the activities that an action acts on.
    static func unit(of effect: Solution.Effect) -> String {
        if case .diversion = effect { "t" } else { "MWh" }
    }

    /// Whether a plan counts energy at all: inventories that were published as tonnes alone do not.
    static func countsEnergy(_ plan: Plan) -> Bool {
        plan.activities.contains { $0.unit == "MWh" && $0.quantity.value > 0 }
    }

    /// The name, or the id where it has none.
    static func name(_ activity: Plan.Activity) -> String { activity.name.isEmpty ? activity.id : activity.name }

    private static func isElectric(_ activity: Plan.Activity, _ plan: Plan) -> Bool {
        activity.technologies.contains { technology in
            plan.carriers.contains { $0.id == technology.carrier && ScenarioPlan.isElectricity($0) }
        }
    }

    /// Activities as choices of a form, each with its line of the GPC and how much there is of it.
    static func options(_ activities: [Plan.Activity], _ figures: Figures, _ t: Texts) -> [Option] {
        activities.map { activity in
            let size = "\(figures.decimal(activity.quantity.value, decimals: 0)) \(activity.unit)"
            let parts = [ScenarioReconciliationPages.name(activity, t), activity.line ?? "", size].filter {
                !$0.isEmpty
            }
            return Option(activity.id, parts.joined(separator: " · "), translated: false)
        }
    }
}

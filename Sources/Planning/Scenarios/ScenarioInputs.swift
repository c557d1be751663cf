import Inventory
import Pathways
import Web

/// Inputs of a plan in words: what `activities/gas/quantity` or `measures/renovation` stands for.
struct ScenarioInputs {
    let plan: Plan
    let t: Texts

    func name(_ input: String) -> String {
        let parts = input.split(separator: "/").map(String.init)
        guard parts.count > 1 else { return input }
        func named(_ items: [(id: String, name: String)]) -> String {
            let name = items.first { $0.id == parts[1] }?.name ?? ""
            return name.isEmpty ? parts[1] : name
        }
        switch parts[0] {
        case "activities":
            return t("{activity}: amount", ["activity": named(plan.activities.map { ($0.id, $0.name) })])
        case "carriers":
            return t("{carrier}: emission factor", ["carrier": named(plan.carriers.map { ($0.id, t($0.name)) })])
        case "measures":
            return t("{measure}: effect", ["measure": named(plan.measures.map { ($0.id, $0.name) })])
        case "drivers":
            return t("{driver}: development", ["driver": named(plan.drivers.map { ($0.id, t($0.name)) })])
        default: return input
        }
    }
}

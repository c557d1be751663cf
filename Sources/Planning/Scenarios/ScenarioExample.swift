import Foundation
import Pathways
import Synchronization

/// A model of a city from abroad that comes with the hub, to learn from; it is nobody's plan.
final class ScenarioExample: Sendable {
    struct Content: Sendable {
        let plan: Plan
        let bytes: [UInt8]
        /// The base year as the model has it, before and after it was held against the sheet's inventory.
        let reconciliations: [Reconciliation]
        let pathway: Pathway
    }

    private let file: String
    private let held = Mutex<Content?>(nil)

    /// - Parameter resources: the folder that `Data` lies in.
    init(resources: String) { file = "\(resources)/Data/examples/plans/valencia.json" }

    func content() throws -> Content {
        try held.withLock { held in
            if let held { return held }
            let data = try Data(contentsOf: URL(filePath: file))
            let plan = try Plan.read(data)
            let model = try Model(plan)
            let read = Content(
                plan: plan, bytes: Array(data), reconciliations: model.reconciliations,
                pathway: model.businessAsUsual.pathway())
            held = read
            return read
        }
    }
}

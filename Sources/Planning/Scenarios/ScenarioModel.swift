import Foundation
import Pathways
import Portfolio

/// A model of a city's own, out of a document.
enum ScenarioModel {
    /// Reads a model by itself, or that of a whole plan such as the hub gives out, with what its measures do; what they cost is
    /// for the portfolio.
    static func read(_ bytes: [UInt8]) throws(PlanProblem) -> Plan {
        let data = Data(bytes)
        if let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any], object["model"] != nil {
            return try CityPlan.read(data).pathwayPlan
        }
        return try Plan.read(data)
    }
}

import Finance
import Foundation
import Pathways
import Quantities

/// A city's plan as one document: the model of its emissions, its measures with their effect and their money, and its
/// finances.
///
/// `m100 plan example` prints a complete one; docs/plan.schema.json names every field. Amounts are whole cents, rates
/// and shares
/// are fractions, years are calendar years, emissions are tonnes.
public struct CityPlan: Sendable, Hashable {
    /// The city.
    public var city: String
    /// What a reader must know first: that the figures are invented, who made them, what is left out.
    public var note: String
    /// What causes emissions and what counts as reached; its measures stand in `measures`.
    public var model: Plan
    /// Prices, currency, discount rate.
    public var money: MoneyRules
    /// What is done.
    public var measures: [CityMeasure]
    /// The city's own finances.
    public var finances: CityFinances

    public init(
        city: String, note: String = "", model: Plan, money: MoneyRules, measures: [CityMeasure] = [],
        finances: CityFinances = CityFinances()
    ) {
        self.city = city
        self.note = note
        self.model = model
        self.money = money
        self.measures = measures
        self.finances = finances
    }

    /// The model with the effects of all measures: what `Pathways` computes.
    public var pathwayPlan: Plan {
        var plan = model
        plan.measures = measures.map(\.pathwayMeasure)
        return plan
    }

    /// Reads a plan from JSON.
    /// - Throws: a `PlanProblem` with the place of the first thing that cannot be read.
    public static func read(_ json: Data) throws(PlanProblem) -> CityPlan {
        do {
            return try JSONDecoder().decode(CityPlan.self, from: json)
        } catch let error as DecodingError {
            throw PlanProblem(error)
        } catch {
            throw PlanProblem("json", "", "This is not JSON.")
        }
    }

    /// The plan as JSON; the same plan gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data { try PlanJSON.bytes(self) }
}

extension CityPlan: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case city, note, model, money, measures, finances }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            city: try values.field(.city, or: ""), note: try values.field(.note, or: ""),
            model: try values.decode(Plan.self, forKey: .model),
            money: try values.decode(MoneyRules.self, forKey: .money),
            measures: try values.field(.measures, or: []),
            finances: try values.field(.finances, or: CityFinances()))
    }
}

/// JSON as this target writes it: names sorted, so that the same content gives the same bytes.
enum PlanJSON {
    static func bytes(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }
}

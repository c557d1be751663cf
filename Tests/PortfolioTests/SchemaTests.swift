import Finance
import Foundation
import Inventory
import Portfolio
import Testing

@testable import Pathways

/// docs/plan.schema.json says what the program reads: no field more, no field less.
@Suite struct SchemaTests {
    private let schema: Schema

    init() throws {
        let file = PlanExample.folder.appendingPathComponent("docs/plan.schema.json")
        schema = Schema(try JSONValue(json: String(contentsOf: file, encoding: .utf8)))
    }

    @Test func theExampleMatchesAndUsesEveryField() throws {
        let example = try JSONValue(json: String(decoding: try PlanExample.data(), as: UTF8.self))
        var used: Set<String> = []
        #expect(schema.faults(example, schema.root, at: "", &used) == [])
        #expect(schema.fields.subtracting(used).sorted() == [])
    }

    @Test func wrongDocumentsDoNotMatch() throws {
        var used: Set<String> = []
        for text in [
            "{}", #"{"model":{"baseYear":2021},"money":{"priceYear":2023,"discountRate":0.04}}"#,
            #"{"model":{"baseYear":2021,"finalYear":2030},"money":{"priceYear":2023,"discountRate":"4 %"}}"#,
            #"{"model":{"baseYear":2021,"finalYear":2030},"money":{"priceYear":2023,"discountRate":0.04},"x":1}"#,
        ] {
            #expect(schema.faults(try JSONValue(json: text), schema.root, at: "", &used) != [], "\(text)")
        }
    }

    /// Each type's fields against its definition; a field added to a type fails here until the schema names it.
    @Test func everyFieldOfTheProgramIsNamed() {
        func check<Key: CodingKey & CaseIterable>(_ name: String, _ keys: Key.Type) {
            #expect(schema.properties(name) == Set(keys.allCases.map(\.stringValue)), "\(name)")
        }
        check("", CityPlan.CodingKeys.self)
        check("money", MoneyRules.CodingKeys.self)
        check("rates", RateRange.CodingKeys.self)
        check("measure", CityMeasure.CodingKeys.self)
        check("effect", Effect.CodingKeys.self)
        check("costs", Costs.CodingKeys.self)
        check("pricePath", PricePath.CodingKeys.self)
        check("pricePoint", PricePath.Point.CodingKeys.self)
        check("step", Step.CodingKeys.self)
        check("split", PayerSplit.CodingKeys.self)
        check("fundingLine", FundingLine.CodingKeys.self)
        check("terms", LoanTerms.CodingKeys.self)
        check("coBenefit", CoBenefit.CodingKeys.self)
        check("indicator", Indicator.CodingKeys.self)
        check("indicatorTarget", Indicator.Target.CodingKeys.self)
        check("risk", Risk.CodingKeys.self)
        check("barrier", Barrier.CodingKeys.self)
        check("priceIndex", PriceIndex.CodingKeys.self)
        check("exchangeRate", ExchangeRate.CodingKeys.self)
        check("carbonValue", CarbonValue.CodingKeys.self)
        check("carbonPoint", CarbonValue.Point.CodingKeys.self)
        check("finances", CityFinances.CodingKeys.self)
        check("budgetYear", BudgetYear.CodingKeys.self)
        check("fieldSpending", FieldSpending.CodingKeys.self)
        check("income", Income.CodingKeys.self)
        check("policy", Policy.CodingKeys.self)
        check("stakeholder", Stakeholder.CodingKeys.self)
        check("stakeholderActivity", StakeholderActivity.CodingKeys.self)
        check("yearAmount", YearAmount.CodingKeys.self)
        check("debtRule", DebtRule.CodingKeys.self)
    }

    @Test func everyFieldOfTheModelIsNamed() {
        func check<Key: CodingKey & CaseIterable>(_ name: String, _ keys: Key.Type) {
            #expect(schema.properties(name) == Set(keys.allCases.map(\.stringValue)), "\(name)")
        }
        // Measures stand beside the model.
        #expect(
            schema.properties("model").union(["measures"]) == Set(Plan.CodingKeys.allCases.map(\.stringValue)))
        check("driver", Plan.Driver.CodingKeys.self)
        check("driverLink", Plan.DriverLink.CodingKeys.self)
        check("carrier", Plan.Carrier.CodingKeys.self)
        check("gasFactor", Plan.GasFactor.CodingKeys.self)
        check("activity", Plan.Activity.CodingKeys.self)
        check("technology", Plan.Technology.CodingKeys.self)
        check("stock", Plan.Stock.CodingKeys.self)
        check("series", Plan.Series.CodingKeys.self)
        check("point", Plan.Point.CodingKeys.self)
        check("calibration", Plan.Calibration.CodingKeys.self)
        check("capacity", Plan.Capacity.CodingKeys.self)
        check("capacityUse", Plan.CapacityUse.CodingKeys.self)
        check("scenario", Plan.Scenario.CodingKeys.self)
        check("setting", Plan.Setting.CodingKeys.self)
        check("driverPath", Plan.DriverPath.CodingKeys.self)
        check("target", Plan.Target.CodingKeys.self)
        check("sink", Plan.Sink.CodingKeys.self)
        check("credit", Plan.Credit.CodingKeys.self)
        check("budget", Plan.Budget.CodingKeys.self)
        check("adoption", Plan.Adoption.CodingKeys.self)
        check("destination", Plan.Destination.CodingKeys.self)
        let operators =
            Plan.Change.CodingKeys.allCases.map(\.stringValue)
            + Plan.Transfer.CodingKeys.allCases.map(\.stringValue) + Plan.Claim.CodingKeys.allCases.map(\.stringValue)
        #expect(schema.properties("operator") == Set(operators).union(["kind"]))
    }

    @Test func theWordsAreTheProgramsWords() {
        func check<Word: RawRepresentable<String> & CaseIterable>(_ name: String, _ field: String, _ words: Word.Type) {
            #expect(schema.words(name, field) == Set(words.allCases.map(\.rawValue)), "\(name) \(field)")
        }
        check("measure", "field", FieldOfAction.self)
        check("measure", "lever", CityMeasure.Lever.self)
        check("measure", "kind", CityMeasure.Kind.self)
        check("measure", "status", FigureStatus.self)
        check("fundingLine", "status", FundingLine.Status.self)
        check("fundingLine", "kind", FundingLine.Kind.self)
        check("fundingLine", "payer", Payer.self)
        check("coBenefit", "kind", CoBenefit.Kind.self)
        check("indicator", "kind", Indicator.Kind.self)
        check("risk", "priority", Risk.Priority.self)
        check("barrier", "kind", Barrier.Kind.self)
        check("terms", "form", Loan.Form.self)
        check("debtRule", "limited", DebtRule.Limited.self)
        check("debtRule", "base", DebtRule.Base.self)
        check("terms", "purpose", LoanTerms.Purpose.self)
        check("policy", "status", Policy.Status.self)
        check("money", "tonnes", Ratio.TonneBasis.self)
        check("model", "gwp", GWPSet.self)
        check("activity", "sector", ContractSector.self)
        check("gasFactor", "gas", Gas.self)
        check("scenario", "kind", Plan.Scenario.Kind.self)
        check("target", "basis", Plan.Target.Basis.self)
    }
}

/// As much of JSON Schema as the plan's schema uses.
struct Schema {
    let root: JSONValue
    private let definitions: [String: JSONValue]

    init(_ root: JSONValue) {
        self.root = root
        definitions = Self.object(Self.object(root)["$defs"])
    }

    private static func object(_ value: JSONValue?) -> [String: JSONValue] {
        if case .object(let object)? = value { object } else { [:] }
    }

    private static func list(_ value: JSONValue?) -> [JSONValue] {
        if case .list(let list)? = value { list } else { [] }
    }

    private static func text(_ value: JSONValue?) -> String? { if case .text(let text)? = value { text } else { nil } }

    /// The fields of a definition, of all its variants together; the document's own under an empty name.
    func properties(_ name: String) -> Set<String> {
        let schema = Self.object(name.isEmpty ? root : definitions[name])
        let variants = Self.list(schema["oneOf"]).map { Self.object($0) }
        return Set(([schema] + variants).flatMap { Self.object($0["properties"]).keys })
    }

    func words(_ name: String, _ field: String) -> Set<String> {
        let schema = Self.object(Self.object(Self.object(definitions[name])["properties"])[field])
        return Set(Self.list(schema["enum"]).compactMap { Self.text($0) })
    }

    /// `field of definition` for every field of every definition.
    var fields: Set<String> {
        Set((definitions.keys + [""]).flatMap { name in properties(name).map { "\($0) of \(name)" } })
    }

    /// What does not match; notes the fields that do.
    func faults(
        _ value: JSONValue, _ schema: JSONValue, at place: String, in name: String = "", _ used: inout Set<String>
    )
        -> [String]
    {
        let rules = Self.object(schema)
        if let reference = Self.text(rules["$ref"]) {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let target = definitions[name] else { return ["\(place): no definition \(name)"] }
            return faults(value, target, at: place, in: name, &used)
        }
        if let variants = rules["oneOf"] {
            var matches: [Set<String>] = []
            for variant in Self.list(variants) {
                var found = used
                if faults(value, variant, at: place, in: name, &found).isEmpty { matches.append(found) }
            }
            guard matches.count == 1 else { return ["\(place): \(matches.count) of \(name) match"] }
            used = matches[0]
            return []
        }
        let words = Self.list(rules["enum"])
        if !words.isEmpty, !words.contains(value) { return ["\(place): not in the list"] }
        switch (Self.text(rules["type"]), value) {
        case ("string", .text), ("number", .number), ("boolean", .boolean): return []
        case ("integer", .number(let number)): return number == number.rounded() ? [] : ["\(place): not whole"]
        case ("array", .list(let items)):
            return items.enumerated().flatMap { index, item in
                faults(item, rules["items"] ?? .null, at: "\(place)/\(index)", in: name, &used)
            }
        case ("object", .object(let members)):
            let properties = Self.object(rules["properties"])
            var result = Self.list(rules["required"]).compactMap { Self.text($0) }.filter { members[$0] == nil }
                .map { "\(place)/\($0): missing" }
            for (key, member) in members {
                guard let rule = properties[key] else {
                    result.append("\(place)/\(key): unknown")
                    continue
                }
                used.insert("\(key) of \(name)")
                result += faults(member, rule, at: "\(place)/\(key)", in: name, &used)
            }
            return result
        default: return ["\(place): another kind"]
        }
    }
}

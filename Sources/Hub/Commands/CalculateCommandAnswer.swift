import Foundation
import Inventory

/// A method's result as JSON and as text.
struct CalculationAnswer {
    let method: Inventory.Method
    let request: CalculationRequest
    let result: MethodResult

    var json: JSONValue {
        var object: [String: JSONValue] = [
            "method": .text(method.name), "title": .text(method.title), "source": .text(method.source),
            "formula": .text(method.formula), "regions": .list(request.place.regions.map { .text($0) }),
            "year": request.year.map { .number(Double($0)) } ?? .null,
            "emissions_t": .masses(result.masses), "co2e_t": sets { .number($0.co2e(result.masses)) },
            "unweighted_gases": sets { set in .list(set.unweighted(result.masses).map { .text($0.name) }) },
            "biogenic_co2_t": .number(result.masses.co2Biogenic), "removed_co2_t": .number(result.masses.co2Removed),
            "inputs": .list(result.inputs.map(\.json)),
            "steps": .list(
                result.steps.map { step in
                    .object([
                        "label": .text(step.label), "formula": .text(step.formula), "value": .number(step.value),
                        "unit": .text(step.unit),
                    ])
                }),
        ]
        if let set = request.gwp {
            object["gwp"] = .text(set.rawValue)
            object["total_co2e_t"] = .number(set.co2e(result.masses))
        }
        if !result.series.isEmpty {
            object["series"] = .list(
                result.series.sorted { $0.key < $1.key }.map { year, masses in
                    .object(["year": .number(Double(year)), "emissions_t": .masses(masses)])
                })
        }
        return .object(object)
    }

    private func sets(_ value: (GWPSet) -> JSONValue) -> JSONValue {
        .object(Dictionary(uniqueKeysWithValues: GWPSet.allCases.map { ($0.rawValue, value($0)) }))
    }

    var text: String {
        var lines = ["\(method.title) (\(method.source))"]
        for gas in result.masses.present where !gas.hasSpecies {
            lines.append("  \(gas.rawValue): \(result.masses[gas]) t")
        }
        for item in result.masses.species { lines.append("  \(item.species.name): \(item.tonnes) t") }
        for set in GWPSet.allCases {
            let missing = set.unweighted(result.masses).map(\.name).joined(separator: ", ")
            lines.append(
                "  CO2e \(set.rawValue): \(set.co2e(result.masses)) t" + (missing.isEmpty ? "" : " without \(missing)"))
        }
        lines.append("Steps")
        lines += result.steps.map { "  \($0.label): \($0.formula) = \($0.value) \($0.unit)" }
        lines.append("Inputs")
        lines += result.inputs.map { "  \($0.name): \($0.shown) (\($0.origin.shown))" }
        return lines.joined(separator: "\n")
    }
}

extension UsedInput {
    fileprivate var shown: String { word ?? "\(value ?? .nan) \(unit)" }

    fileprivate var json: JSONValue {
        var object: [String: JSONValue] = ["name": .text(name), "origin": .text(origin.kind)]
        if let word { object["word"] = .text(word) }
        if let value {
            object["value"] = .number(value)
            object["unit"] = .text(unit)
        }
        if let uncertainty {
            object["lower"] = .number(uncertainty.lower)
            object["upper"] = .number(uncertainty.upper)
        }
        switch origin {
        case .given: break
        case .standard(let source): object["source"] = .text(source)
        case .factor(let factor):
            object["source"] = .text(factor.source)
            object["factor"] = .object([
                "id": .text(factor.id), "subject": .text(factor.subject), "property": .text(factor.property),
                "value": .number(factor.value), "unit": .text(factor.unit), "region": .text(factor.region),
                "year": factor.year.map { .number(Double($0)) } ?? .null, "methodology": .text(factor.methodology),
                "status": .text(factor.status.rawValue),
            ])
        }
        return .object(object)
    }
}

extension UsedInput.Origin {
    fileprivate var kind: String {
        switch self {
        case .given: "given"
        case .standard: "default"
        case .factor: "factor"
        }
    }

    fileprivate var shown: String {
        switch self {
        case .given: "given"
        case .standard(let source): "default, \(source)"
        case .factor(let factor): "\(factor.id), \(factor.source), \(factor.status.rawValue)"
        }
    }
}

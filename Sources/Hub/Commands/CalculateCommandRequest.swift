import Foundation
import Inventory

/// What standard input asks for: arguments, and when and where.
struct CalculationRequest {
    let arguments: [String: Inventory.Argument]
    let place: FactorPlace
    /// Nil where no year was given: then only values that do not change with time are found.
    let year: Int?
    let gwp: GWPSet?

    /// Keys that every method takes beside its own inputs.
    static let reserved: [String] = ["year", "region", "gwp"]

    init(_ object: [String: JSONValue], for method: Method) throws(MethodProblem) {
        var own = object
        year = try Self.year(object["year"])
        gwp = try Self.gwp(object["gwp"])
        place = FactorPlace(regions: try Self.regions(object["region"]), year: year ?? .min)
        // A method may ask for one of them itself.
        for name in Self.reserved where !method.inputs.contains(where: { $0.name == name }) { own[name] = nil }
        do {
            arguments = try Inventory.Argument.read(own, for: method.inputs)
        } catch {
            guard case .unknownInput(let name, let known) = error else { throw error }
            throw .unknownInput(name, known: known + (name.contains(".") ? [] : Self.reserved))
        }
    }

    private static func year(_ value: JSONValue?) throws(MethodProblem) -> Int? {
        let number: Double?
        switch value {
        case nil, .null: return nil
        case .number(let given): number = given
        case .text(let text): number = Double(text)
        default: number = nil
        }
        guard let number else { throw .wrongKind(input: "year", expected: "a year such as 2021") }
        guard let year = Int(exactly: number), (1750...2200).contains(year) else {
            throw .outOfRange(input: "year", value: number, allowed: "a year between 1750 and 2200")
        }
        return year
    }

    private static func gwp(_ value: JSONValue?) throws(MethodProblem) -> GWPSet? {
        let known = GWPSet.allCases.map(\.rawValue)
        switch value {
        case nil, .null: return nil
        case .text(let text):
            guard let set = GWPSet(named: text) else { throw .unknownWord(input: "gwp", word: text, known: known) }
            return set
        default: throw .wrongKind(input: "gwp", expected: "one of \(known.joined(separator: ", "))")
        }
    }

    private static func regions(_ value: JSONValue?) throws(MethodProblem) -> [String] {
        let wrong = MethodProblem.wrongKind(
            input: "region",
            expected: "a region such as \"RO\", or a list from near to far such as [\"RO\",\"EU\",\"world\"]")
        switch value {
        case nil, .null: return Regions.complete(["RO"])
        case .text(let text): return Regions.listed(text)
        case .list(let list):
            var names: [String] = []
            for item in list {
                guard case .text(let name) = item else { throw wrong }
                names.append(name)
            }
            return Regions.complete(names)
        default: throw wrong
        }
    }
}

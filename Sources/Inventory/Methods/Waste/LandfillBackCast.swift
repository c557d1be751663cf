import Foundation
import Quantities

extension Methods {
    /// Landfill methane where the history of waste is not known and is worked back from people and waste per head.
    static let landfillBackCast = Method(
        "landfill-back-cast", title: "Landfill, first-order decay with a history worked back",
        source:
            "IPCC 2006 Vol. 5 §3.2.2 (historical data from population and waste per head) and Eq. 3.1–3.6; Annex 2A.1",
        formula:
            "W_T = people_T × waste per head × (1 + growth)^(T − year of the rate) × landfilled part; then first-order decay",
        serves: ["III.1"],
        inputs: [
            MethodInput(
                "population",
                .table([
                    MethodInput("year", .year, "The year."),
                    MethodInput("people", .value(.quantity(.people)), "People who lived there."),
                ]), "People by year; years between are drawn as a straight line."),
            MethodInput(
                "population_growth", .value(.number),
                "Growth a year (0.01 is 1 %) before the first and after the last year given; needed only for such years.",
                .optional),
            MethodInput(
                "start", .year, "The first year in which waste was put down.",
                .value(1950, source: "IPCC 2006 Vol. 5 §3.2.2: the IPCC waste model begins in 1950")),
            MethodInput(
                "generation", .value(.rate(.mass, per: .people)), "Municipal waste per head in one year.",
                .factor(subject: "waste/municipal", property: "generation")),
            MethodInput("generation_year", .year, "The year that the waste per head describes."),
            MethodInput(
                "generation_growth", .value(.number), "Growth of waste per head a year: 0.01 is 1 %, 0 is no change."),
            MethodInput(
                "landfilled", .value(.share), "The part of municipal waste that is put into landfills.",
                .factor(subject: "waste/municipal", property: "landfilled")), wasteComposition,
            MethodInput(
                "sites",
                .table([
                    MethodInput("from", .year, "The first year of this state; it lasts until the next one."),
                    landfillSite,
                    MethodInput("share", .value(.share), "The part of the waste that goes to such sites."),
                ]), "How sites were managed, from year to year."),
        ] + landfillDecay,
        gases: [.ch4Biogenic]
    ) { calculation throws(MethodProblem) in
        var decay = FirstOrderDecay()
        try WasteHistory(calculation).deposit(into: &decay)
        try decay.emit(into: &calculation)
    }
}

/// Waste of past years from people, waste per head, composition and sites.
private struct WasteHistory {
    private let values: CalculationValues
    private let years: ClosedRange<Int>
    private let people: [(year: Int, count: Double)]
    private let composition: [CalculationValues]
    private let sites: [CalculationValues]

    init(_ calculation: Calculation) throws(MethodProblem) {
        values = calculation.values
        let last = try calculation.inventoryYear()
        let start = Int(values["start"])
        guard start <= last else {
            throw .outOfRange(input: "start", value: Double(start), allowed: "not after the inventory's year \(last)")
        }
        years = start...last
        try values.refuseNegative(["generation"])
        for name in ["generation_growth", "population_growth"] {
            guard let growth = values.optional(name), !(growth > -1) else { continue }
            throw .outOfRange(input: name, value: growth, allowed: "above −1")
        }
        let rows = try values.someRows("population")
        for row in rows { try row.refuseNegative(["people"], in: "population") }
        people = rows.map { (Int($0["year"]), $0["people"]) }.sorted { $0.year < $1.year }
        composition = try values.someRows("composition")
        try composition.requireWhole("composition", "share") { $0["share"] }
        sites = try values.someRows("sites")
    }

    func deposit(into decay: inout FirstOrderDecay) throws(MethodProblem) {
        for year in years {
            let elapsed = Double(year) - values["generation_year"]
            let perHead = values["generation"] * pow(1 + values["generation_growth"], elapsed)
            let tonnes = try count(in: year) * perHead * values["landfilled"] * values["waste_correction"]
            for site in try sites(in: year) {
                for part in composition {
                    guard let fraction = WasteFraction(rawValue: part.word("fraction")) else { continue }
                    try decay.deposit(
                        tonnes * site["share"] * part["share"], of: fraction, at: site.word("site"), in: year, values)
                }
            }
        }
    }

    /// The rows in force in a year: those with the latest beginning that is not after it.
    private func sites(in year: Int) throws(MethodProblem) -> [CalculationValues] {
        guard let from = sites.map({ Int($0["from"]) }).filter({ $0 <= year }).max() else {
            throw .outOfRange(
                input: "sites.from", value: sites.first?["from"] ?? 0,
                allowed: "not after the first year of waste, \(year)")
        }
        let inForce = sites.filter { Int($0["from"]) == from }
        try inForce.requireWhole("sites", "share") { $0["share"] }
        return inForce
    }

    private func count(in year: Int) throws(MethodProblem) -> Double {
        guard let first = people.first, let last = people.last else { throw .missingInput("population") }
        if year < first.year { return first.count * pow(1 + (try growth()), Double(year - first.year)) }
        if year > last.year { return last.count * pow(1 + (try growth()), Double(year - last.year)) }
        guard let after = people.firstIndex(where: { $0.year >= year }) else { return last.count }
        let right = people[after]
        guard right.year > year, after > 0 else { return right.count }
        let left = people[after - 1]
        return left.count + (right.count - left.count) * Double(year - left.year) / Double(right.year - left.year)
    }

    private func growth() throws(MethodProblem) -> Double {
        guard let growth = values.optional("population_growth") else { throw .missingInput("population_growth") }
        return growth
    }
}

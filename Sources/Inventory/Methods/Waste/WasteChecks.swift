import Quantities

extension Methods {
    /// Every method of the waste sector.
    static let waste: [Method] =
        landfill + biologicalTreatment + incineration + domesticWastewater + industrialWastewater

    /// Molar masses of CH4 and CO2 by carbon, and of N2O by nitrogen (IPCC 2006 Vol. 5).
    static let methaneOfCarbon = 16.0 / 12
    static let carbonDioxideOfCarbon = 44.0 / 12
    static let nitrousOxideOfNitrogen = 44.0 / 28

    /// How far shares may be from 1 in sum: published percentages are rounded to a tenth.
    static let shareTolerance = 0.001

    static let wasteComposition = MethodInput(
        "composition",
        .table([
            MethodInput("fraction", .choice(WasteFraction.names), "The kind of waste."),
            MethodInput("share", .value(.share), "Its part of the wet mass; all parts together make 1."),
        ]), "What the waste is made of.")
}

extension CalculationValues {
    /// Refuses a number below zero or without end where it has no meaning; `table` names the table that the values are a row of.
    func refuseNegative(_ names: [String], in table: String? = nil) throws(MethodProblem) {
        for name in names {
            guard let value = optional(name), !(value >= 0 && value.isFinite) else { continue }
            throw .outOfRange(input: table.map { "\($0).\(name)" } ?? name, value: value, allowed: "zero or more")
        }
    }

    /// The rows of a table that must have some.
    func someRows(_ table: String) throws(MethodProblem) -> [CalculationValues] {
        let rows = rows(table)
        guard !rows.isEmpty else { throw .missingInput(table) }
        return rows
    }
}

extension Array where Element == CalculationValues {
    /// Refuses parts that do not make a whole: a gap would be waste or people left out in silence.
    func requireWhole(_ table: String, _ column: String, _ share: (CalculationValues) -> Double) throws(MethodProblem) {
        let sum = reduce(0) { $0 + share($1) }
        guard abs(sum - 1) <= Methods.shareTolerance else {
            throw .outOfRange(input: "\(table).\(column)", value: sum, allowed: "1 in sum over the rows")
        }
    }
}

extension Calculation {
    /// The inventory's year, without which decay cannot be counted.
    func inventoryYear() throws(MethodProblem) -> Int {
        guard Year(place.year) != nil else { throw .missingInput("year") }
        return place.year
    }

    /// Emits methane that arises, and takes off what is recovered: more than arises cannot be recovered.
    mutating func emitMethane(
        _ generated: Double, recovered: Double, remaining: Double = 1, input: String, drivers: [String],
        _ formula: String
    ) throws(MethodProblem) {
        // A recovery that was worked out from the same figures may be larger in the last digits.
        guard generated.isFinite else {
            throw .outOfRange(
                input: drivers.first ?? input, value: generated, allowed: "small enough for a finite result")
        }
        guard recovered <= generated * (1 + 1e-9) else {
            throw .outOfRange(
                input: input, value: recovered, allowed: "at most the \(generated) t of methane that arise")
        }
        emit(.ch4Biogenic, generated * remaining, proportionalTo: drivers, formula)
        if recovered > 0 {
            // A cell of a table is no input by itself.
            let isFactor = remaining == 1 && !input.contains(".")
            emit(
                .ch4Biogenic, -recovered * remaining, proportionalTo: isFactor ? [input] : [],
                "− \(recovered) t recovered" + (remaining == 1 ? "" : " × \(remaining)"))
        }
    }
}

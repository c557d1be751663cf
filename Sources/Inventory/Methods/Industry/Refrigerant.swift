/// Refrigerants by name: a species of the GWP tables, or a blend whose composition stands in the factor register.
enum Refrigerant {
    /// Blends by their ASHRAE 34 designation; the register holds their parts under `refrigerants/blend/…`.
    static let blends = ["R-404A", "R-407A", "R-407C", "R-410A", "R-507A"]

    /// Every name that an input understands. R-134a is HFC134a, R-32 is HFC32.
    static let names: [String] = blends + Species.all.map(\.name)

    /// The species of a refrigerant with their parts by mass; parts of a blend make 1.
    static func parts(of name: String, in calculation: Calculation) throws(MethodProblem) -> [(
        species: Species, share: Double, factor: Factor?
    )] {
        if let species = Species.named(name) { return [(species, 1, nil)] }
        let subject = "refrigerants/blend/\(name)"
        let factors = calculation.book.values(of: subject)
        var parts: [(species: Species, share: Double, factor: Factor?)] = []
        for factor in factors {
            guard let species = Species.named(factor.property), let share = factor.value(as: .share) else {
                throw .missingFactor(
                    input: "refrigerant", subject: subject, property: factor.property,
                    reason: "not a part by mass of a known species")
            }
            parts.append((species, share, factor))
        }
        let sum = parts.reduce(0) { $0 + $1.share }
        guard abs(sum - 1) < 1e-9 else {
            throw .missingFactor(
                input: "refrigerant", subject: subject, property: "composition",
                reason: parts.isEmpty ? "not in the register" : "its parts make \(sum), not 1")
        }
        return parts
    }
}

extension Calculation {
    /// Emits a mass of a refrigerant by its species.
    mutating func emitRefrigerant(
        _ tonnes: Double, proportionalTo drivers: [String], _ formula: String
    ) throws(MethodProblem) {
        for part in try Refrigerant.parts(of: values.word("refrigerant"), in: self) {
            if let factor = part.factor { refer(to: factor, for: "refrigerant", value: part.share, unit: "") }
            emit(
                part.species, tonnes * part.share, proportionalTo: drivers,
                part.share == 1 ? formula : "\(formula) × \(part.share)")
        }
    }
}

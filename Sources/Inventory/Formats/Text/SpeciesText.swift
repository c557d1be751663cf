/// Masses of HFC and PFC species in one cell: `HFC134a=0.1; CF4=0.02`, in tonnes.
public enum SpeciesText {
    /// What in a text is no species with a mass.
    public struct Problem: Error, Sendable, Hashable {
        /// The part of the text.
        public let part: String
        /// Whether it names a species that no table knows; else it is not written as `name=tonnes`.
        public let isUnknownSpecies: Bool
    }

    /// The species of a text, in its order.
    public static func parse(_ text: String) throws(Problem) -> [SpeciesMass] {
        var masses: [SpeciesMass] = []
        for piece in text.split(separator: ";") {
            let part = String(piece).trimmed
            if part.isEmpty { continue }
            let halves = part.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmed }
            guard halves.count == 2, let tonnes = NumberText.read(halves[1]) else {
                throw Problem(part: part, isUnknownSpecies: false)
            }
            guard let species = Species.named(halves[0]) else { throw Problem(part: part, isUnknownSpecies: true) }
            masses.append(SpeciesMass(species: species, tonnes: tonnes))
        }
        return masses
    }

    /// The species of masses as text, sorted by name.
    public static func write(_ masses: GasMasses) -> String {
        masses.species.map { "\($0.species.name)=\(NumberText.write($0.tonnes))" }.joined(separator: "; ")
    }
}

/// One hydrofluorocarbon or perfluorocarbon, by the name of the IPCC tables without punctuation: `HFC134a`, `CF4`.
public struct Species: Sendable, Hashable {
    /// The name as in `SpeciesTable`.
    public let name: String
    /// `.hfc` or `.pfc`.
    public let gas: Gas
    /// GWP-100 by set, where the set names the species.
    let weights: [GWPSet: Double]

    /// The species with a name, or nil when no table names it; case, hyphens and spaces do not count.
    public static func named(_ name: String) -> Species? { byName[key(name)] }

    /// Every species in the tables, sorted by name.
    public static let all: [Species] = SpeciesTable.rows

    public static func == (left: Species, right: Species) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    private static let byName = Dictionary(all.map { (key($0.name), $0) }) { first, _ in first }

    private static func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
}

/// In files a species is its name.
extension Species: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let species = Species.named(name) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "There is no species “\(name)”.")
        }
        self = species
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

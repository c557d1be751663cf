import Inventory

/// A unit as tables write it: a mass in tonnes, an energy in MWh, or something else that is kept as it stands.
public struct ImportUnit: Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case mass, energy, other }

    public let kind: Kind
    /// How many tonnes or MWh one of it is; 1 for other units.
    public let factor: Double
    /// What it is called when it is kept: `t`, `MWh`, `m3`.
    public let name: String

    /// The unit that a text names, or nil: `kt CO2e/an`, `GJ`, `mii tone`, `m³`.
    public static func named(_ text: String) -> ImportUnit? {
        let plain = text.filter { !$0.isWhitespace || $0 == " " }
        // Only capitals tell a megatonne from a millitonne.
        if let word = plain.split(whereSeparator: { !$0.isLetter }).first, word.lowercased() == "mt" {
            return word == "Mt" ? ImportUnit(.mass, 1e6, "t") : nil
        }
        var words = ImportWords.folded(plain).split(separator: " ").map(String.init)
        words.removeAll { yearly.contains($0) || gases.contains($0) }
        // `tCO2e` is one word.
        if words.count == 1,
            let gas = gases.first(where: { $0.utf8.count > 2 && words[0].hasSuffix($0) && words[0] != $0 })
        {
            words[0].removeLast(gas.count)
        }
        return byName[words.joined(separator: " ")]
    }

    init(_ kind: Kind, _ factor: Double, _ name: String) {
        self.kind = kind
        self.factor = factor
        self.name = name
    }

    private static let yearly: Set<String> = ["an", "year", "yr", "pe", "per", "a", "anual", "anuale", "annual"]
    /// Longer names first, because the shorter ones are their ends.
    private static let gases = [
        "co2echivalent", "co2equivalent", "co2eq", "co2e", "co2", "ch4", "n2o", "sf6", "nf3", "echivalent",
        "equivalent", "eq", "echiv", "e", "ghg", "ges", "dioxid", "de", "of", "carbon",
    ]

    private static let byName: [String: ImportUnit] = {
        var units: [String: ImportUnit] = [:]
        for (names, factor) in masses { for name in names { units[name] = ImportUnit(.mass, factor, "t") } }
        for (names, factor) in energies { for name in names { units[name] = ImportUnit(.energy, factor, "MWh") } }
        for (names, title) in others { for name in names { units[name] = ImportUnit(.other, 1, title) } }
        return units
    }()

    private static let masses: [([String], Double)] = [
        (["t", "to", "tona", "tone", "tonne", "tonnes", "metric ton", "metric tons"], 1),
        (["kg", "kilogram", "kilograme", "kilograms"], 0.001), (["g", "gram", "grame", "grams"], 1e-6),
        (["kt", "gg", "mii t", "mii tone", "mii to", "thousand tonnes", "kilotone", "kilotonnes"], 1000),
        (["tg", "milioane tone", "mil tone", "million tonnes", "megatone", "megatonnes"], 1e6),
    ]

    private static let energies: [([String], Double)] = [
        (["mwh"], 1), (["kwh"], 0.001), (["wh"], 1e-6), (["gwh"], 1000), (["twh"], 1e6), (["mii mwh"], 1000),
        (["mj"], 1 / 3600), (["gj"], 1 / 3.6), (["tj"], 1000 / 3.6), (["pj"], 1e6 / 3.6), (["gcal"], 1.163),
        (["tep", "toe"], 11.63), (["ktep", "ktoe", "mii tep"], 11_630),
    ]

    private static let others: [([String], String)] = [
        (["m3", "mc", "metri cubi"], "m3"), (["mii m3", "mii mc"], "1000 m3"),
        (["l", "litri", "litre", "litres"], "l"),
        (["km", "vkm", "vehicul km", "vehicle km"], "km"), (["pkm", "pasager km", "passenger km"], "pkm"),
        (["tkm", "tona km", "tonne km"], "tkm"), (["ha", "hectare"], "ha"), (["m2", "mp"], "m2"),
        (["persoane", "locuitori", "people", "persons", "inhabitants"], "people"),
        (["capete", "heads", "head", "animale"], "heads"), (["buc", "bucati", "pieces"], "pieces"),
    ]
}

/// A carrier of final energy, as people name it in tables: electricity, heat, or a fuel of IPCC 2006 Vol. 2 Table 1.1.
public struct Carrier: Sendable, Hashable {
    /// The name in files and in subjects of factors: `natural-gas`.
    public let code: String
    /// The name in English.
    public let name: String
    /// Other names, Romanian ones included, compared without case and signs on letters.
    public let otherNames: [String]
    /// Whether the carbon in it is biogenic.
    public let isBiogenic: Bool
    /// The fuels that it may be, by the codes of `Fuel`; none for electricity and heat.
    public let fuels: [String]

    /// The carrier that a text names, or nil; case, hyphens, spaces and signs on letters do not count.
    public static func named(_ text: String) -> Carrier? { byName[key(text)] }

    /// The carriers that city inventories have in the order of their tables, then every other fuel.
    public static let all: [Carrier] = usual + otherFuels

    private static let usual: [Carrier] = [
        Carrier("electricity", "Electricity", ["energie electrică", "electricitate", "curent electric", "power"]),
        Carrier(
            "district-heat", "District heat",
            [
                "heat", "district heating", "energie termică", "căldură", "termoficare", "agent termic",
                "încălzire centralizată",
            ]),
        Carrier(
            "natural-gas", "Natural gas",
            ["gas", "gaze naturale", "gaz natural", "gaz metan", "gaz", "metan", "CNG", "GNC"]),
        Carrier("lpg", "Liquefied petroleum gas", ["liquefied petroleum gases", "GPL", "gaz petrolier lichefiat"]),
        Carrier("gas-oil", "Heating oil", ["gas oil", "heating oil", "motorină pentru încălzire"]),
        Carrier("diesel-oil", "Diesel", ["diesel oil", "motorină"]),
        Carrier("motor-gasoline", "Gasoline", ["petrol", "benzină", "motor gasoline"]),
        Carrier("residual-fuel-oil", "Residual fuel oil", ["păcură", "fuel oil"]),
        Carrier("lignite", "Lignite", ["lignit"]),
        Carrier("other-bituminous-coal", "Bituminous coal", ["coal", "cărbune", "huilă"]),
        Carrier(
            "wood", "Wood",
            ["wood/wood waste", "wood waste", "firewood", "lemn", "lemne", "lemne de foc", "deșeuri lemnoase"],
            biogenic: true),
        Carrier(
            "biomass", "Biomass", ["biomasă", "biomass / wood waste", "peleți"], biogenic: true,
            fuels: ["wood", "other-primary-solid-biomass", "charcoal"]),
        Carrier(
            "biofuel", "Biofuel", ["biodiesels", "biodiesel", "biogasoline", "biocombustibil"], biogenic: true,
            fuels: ["biodiesels", "biogasoline", "other-liquid-biofuels"]),
        Carrier(
            "biogas", "Biogas", ["other biogas", "biogaz", "landfill gas"], biogenic: true,
            fuels: ["other-biogas", "landfill-gas", "sludge-gas"]),
        Carrier(
            "renewable-energy", "Renewable energy",
            ["renewable", "renewables", "green electricity", "regenerabil", "regenerabile", "energie regenerabilă"]),
    ]

    private static let otherFuels: [Carrier] = {
        let taken = Set(usual.flatMap { [$0.code, $0.name] + $0.otherNames }.map(key))
        return Fuel.all.filter { !taken.contains(key($0.code)) }.map { Carrier($0) }
    }()

    private init(_ fuel: Fuel) { self.init(fuel.code, fuel.name, [], biogenic: fuel.isBiogenic) }

    private init(
        _ code: String, _ name: String, _ otherNames: [String], biogenic: Bool = false, fuels: [String]? = nil
    ) {
        self.code = code
        self.name = name
        self.otherNames = otherNames
        isBiogenic = biogenic
        self.fuels = fuels ?? (Fuel.names.contains(code) ? [code] : [])
    }

    private static let byName: [String: Carrier] = {
        var names: [String: Carrier] = [:]
        for carrier in all {
            for name in [carrier.code, carrier.name] + carrier.otherNames where names[key(name)] == nil {
                names[key(name)] = carrier
            }
        }
        return names
    }()

    /// How names are compared: letters and digits alone, without case and without Romanian signs on letters.
    private static func key(_ text: String) -> String {
        String(
            text.lowercased().compactMap { letter -> Character? in
                switch letter {
                // `ã` is what old Romanian fonts show for `ă`.
                case "ă", "â", "ã": "a"
                case "î": "i"
                case "ș", "ş": "s"
                case "ț", "ţ": "t"
                default: letter.isLetter || letter.isNumber ? letter : nil
                }
            })
    }
}

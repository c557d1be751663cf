/// A fuel of IPCC 2006 Vol. 2 Table 1.1.
public struct Fuel: Sendable, Hashable {
    /// The name in files, JSON and subjects of factors: `natural-gas`.
    public let code: String
    /// The name in the table.
    public let name: String
    /// Whether its carbon is biogenic.
    public let isBiogenic: Bool

    /// Every fuel of the table, sorted by code.
    public static let all: [Fuel] = [
        Fuel("anthracite", "Anthracite"),
        Fuel("aviation-gasoline", "Aviation Gasoline"),
        Fuel("biodiesels", "Biodiesels", biogenic: true),
        Fuel("biogasoline", "Biogasoline", biogenic: true),
        Fuel("bitumen", "Bitumen"),
        Fuel("black-liquor", "Sulphite Lyes (Black Liquor)", biogenic: true),
        Fuel("blast-furnace-gas", "Blast Furnace Gas"),
        Fuel("brown-coal-briquettes", "Brown Coal Briquettes"),
        Fuel("charcoal", "Charcoal", biogenic: true),
        Fuel("coal-tar", "Coal Tar"),
        Fuel("coke-oven-coke", "Coke Oven Coke and Lignite Coke"),
        Fuel("coke-oven-gas", "Coke Oven Gas"),
        Fuel("coking-coal", "Coking Coal"),
        Fuel("crude-oil", "Crude Oil"),
        Fuel("diesel-oil", "Diesel Oil"),
        Fuel("ethane", "Ethane"),
        Fuel("gas-coke", "Gas Coke"),
        Fuel("gas-oil", "Gas Oil"),
        Fuel("gas-works-gas", "Gas Works Gas"),
        Fuel("industrial-waste", "Industrial Wastes"),
        Fuel("jet-gasoline", "Jet Gasoline"),
        Fuel("jet-kerosene", "Jet Kerosene"),
        Fuel("landfill-gas", "Landfill Gas", biogenic: true),
        Fuel("lignite", "Lignite"),
        Fuel("lpg", "Liquefied Petroleum Gases"),
        Fuel("lubricants", "Lubricants"),
        Fuel("motor-gasoline", "Motor Gasoline"),
        Fuel("municipal-waste-biomass", "Municipal Wastes (biomass fraction)", biogenic: true),
        Fuel("municipal-waste-fossil", "Municipal Wastes (non-biomass fraction)"),
        Fuel("naphtha", "Naphtha"),
        Fuel("natural-gas", "Natural Gas"),
        Fuel("natural-gas-liquids", "Natural Gas Liquids (NGLs)"),
        Fuel("oil-shale", "Oil Shale and Tar Sands"),
        Fuel("orimulsion", "Orimulsion"),
        Fuel("other-biogas", "Other Biogas", biogenic: true),
        Fuel("other-bituminous-coal", "Other Bituminous Coal"),
        Fuel("other-kerosene", "Other Kerosene"),
        Fuel("other-liquid-biofuels", "Other Liquid Biofuels", biogenic: true),
        Fuel("other-petroleum-products", "Other Petroleum Products"),
        Fuel("other-primary-solid-biomass", "Other Primary Solid Biomass", biogenic: true),
        Fuel("oxygen-steel-furnace-gas", "Oxygen Steel Furnace Gas"),
        Fuel("patent-fuel", "Patent Fuel"),
        Fuel("peat", "Peat"),
        Fuel("petroleum-coke", "Petroleum Coke"),
        Fuel("refinery-feedstocks", "Refinery Feedstocks"),
        Fuel("refinery-gas", "Refinery Gas"),
        Fuel("residual-fuel-oil", "Residual Fuel Oil"),
        Fuel("shale-oil", "Shale Oil"),
        Fuel("sludge-gas", "Sludge Gas", biogenic: true),
        Fuel("sub-bituminous-coal", "Sub-Bituminous Coal"),
        Fuel("waste-oils", "Waste Oils"),
        Fuel("waxes", "Waxes"),
        Fuel("white-spirit", "White Spirit & SBP"),
        Fuel("wood", "Wood/Wood Waste", biogenic: true),
    ]

    /// Names in files and JSON, sorted.
    public static let names: [String] = all.map(\.code)

    /// Who burns: the columns of IPCC 2006 Vol. 2 Tables 2.2 to 2.5.
    public static let uses = ["energy-industries", "manufacturing", "commercial", "residential"]

    /// Whether the carbon of a fuel is biogenic; false for a name that the table does not have.
    public static func isBiogenic(_ code: String) -> Bool { biogenic.contains(code) }

    private static let biogenic = Set(all.filter(\.isBiogenic).map(\.code))

    private init(_ code: String, _ name: String, biogenic: Bool = false) {
        self.code = code
        self.name = name
        isBiogenic = biogenic
    }
}

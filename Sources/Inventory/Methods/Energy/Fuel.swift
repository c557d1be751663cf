/// The fuels of IPCC 2006 Vol. 2 Table 1.1 by the names this library uses.
public enum Fuel {
    /// Names in files and JSON, sorted.
    public static let names = ["diesel-oil", "motor-gasoline", "natural-gas", "wood"]

    /// Who burns: the columns of IPCC 2006 Vol. 2 Tables 2.2 to 2.5.
    public static let uses = ["energy-industries", "manufacturing", "commercial", "residential"]

    /// Whether the fuel's carbon is biogenic.
    public static func isBiogenic(_ name: String) -> Bool { name == "wood" }
}

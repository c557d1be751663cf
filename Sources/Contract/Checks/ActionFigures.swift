import Inventory

/// What the actions' sheets say in figures, added up once.
struct ActionFigures {
    /// t CO2e by action.
    private(set) var reductions: [String: Double] = [:]
    /// t CO2e by sector.
    private(set) var sectors: [String: Double] = [:]
    /// MWh by action and carrier.
    private(set) var energy: [String: [String: Double]] = [:]

    init(_ contract: CityContract) {
        for row in contract.items(.actionReductions) {
            guard let tonnes = row.number("reduction") else { continue }
            sectors[row.text("sector"), default: 0] += tonnes
            for action in row.links("action") { reductions[action, default: 0] += tonnes }
        }
        for row in contract.items(.actionEnergy) {
            guard let energy = row.number("energy") else { continue }
            for action in row.links("action") {
                self.energy[action, default: [:]][row.text("carrier"), default: 0] += energy
            }
        }
    }
}

/// What a sector's actions bring beside what its gap asks for, t CO2e a year.
public struct SectorBalance: Sendable, Hashable, Codable {
    public let sector: String
    public let gap: Double
    public let actions: Double
    /// Above zero where the actions do more than the gap asks for.
    public var surplus: Double { actions - gap }

    /// The balance of each sector that has a gap or actions, in the order of table.
    public static func all(_ contract: CityContract) -> [SectorBalance] {
        let actions = ActionFigures(contract).sectors
        var rows: [SectorBalance] = []
        for row in contract.items(.gap) {
            guard let gap = row.number("gap") else { continue }
            let sector = row.text("sector")
            rows.append(SectorBalance(sector: sector, gap: gap, actions: actions[sector] ?? 0))
        }
        let known = Set(rows.map(\.sector))
        for sector in actions.keys.sorted() where !known.contains(sector) {
            rows.append(SectorBalance(sector: sector, gap: 0, actions: actions[sector] ?? 0))
        }
        return rows
    }
}

/// The factors that a contract applies, t CO2 for each MWh in its base year.
struct AppliedFactors {
    private var values: [String: (row: ContractRow, value: Double)] = [:]

    init(_ contract: CityContract) {
        for row in contract.items(.factors) {
            let year = row.number("year")
            guard year == nil || year == Double(contract.baseYear), let value = row.number("co2") else { continue }
            let key = Self.key(row.text("carrier"))
            if values[key] == nil || year != nil { values[key] = (row, value) }
        }
    }

    /// The factor of a carrier in the base year.
    func value(_ carrier: String) -> Double? { values[Self.key(carrier)]?.value }

    /// The row of a carrier's factor in the base year.
    func row(_ carrier: String) -> ContractRow? { values[Self.key(carrier)]?.row }

    var carriers: [String] { values.keys.sorted() }
    var greatest: Double? { values.values.map(\.value).max() }

    /// Carriers are the same whatever they are called.
    static func key(_ name: String) -> String { Carrier.named(name)?.code ?? name.lowercased() }
}

/// Between which factors of CO2 a carrier can lie, t for each MWh.
///
/// Default and 95 % range of IPCC 2006 Vol. 2 Table 2.2, × 3.6 MJ/kWh; ±10 % where the range is not at hand. Grid
/// electricity and heat lie between none and that of a plant that burns lignite badly.
enum KnownFactor {
    static func range(_ carrier: String) -> ClosedRange<Double>? {
        if Carrier.named(carrier)?.isBiogenic == true { return 0...0.02 }
        return ranges[AppliedFactors.key(carrier)]
    }

    private static let ranges: [String: ClosedRange<Double>] = [
        "electricity": 0...1.3, "district-heat": 0...0.7, "renewable-energy": 0...0.02,
        "natural-gas": fuel(54_300, 58_300), "diesel-oil": fuel(72_600, 74_800), "gas-oil": fuel(72_600, 74_800),
        "motor-gasoline": fuel(67_500, 73_000), "lignite": fuel(90_900, 115_000),
        "lpg": fuel(0.9 * 63_100, 1.1 * 63_100), "residual-fuel-oil": fuel(0.9 * 77_400, 1.1 * 77_400),
        "other-bituminous-coal": fuel(0.9 * 94_600, 1.1 * 94_600),
    ]

    /// From kg/TJ, with what rounding to three decimals adds.
    private static func fuel(_ lower: Double, _ upper: Double) -> ClosedRange<Double> {
        (lower * 3.6e-6 - 0.0005)...(upper * 3.6e-6 + 0.0005)
    }
}

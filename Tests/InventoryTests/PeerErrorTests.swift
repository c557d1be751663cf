import Inventory
import Testing

/// Faults that published tools for city inventories have had: each test would fail if one came in here.
///
/// What concerns computing stands here, what concerns files in `PeerFormatTests`. Of the faults that were found in
/// such tools, these concern nothing in this library and are tested, if at all, where the thing is: choices made by
/// language models, missing costs and monitoring, behaviour hidden in tags of a graph, data kept outside the
/// repository, checks made in the browser only, discounting, renovation at saturation, damage costs, and the shapes
/// of curves of a path to a target.
@Suite("Faults of other tools: computing")
struct PeerErrorTests {
    private static let gasoline: [String: Argument] = ["fuel": .word("motor-gasoline"), "use": .word("commercial")]

    @Test("The choice of GWP set is read, in every view and form", arguments: GWPSet.allCases)
    func setIsRead(set: GWPSet) throws {
        var masses = GasMasses(.ch4Biogenic, tonnes: 100)
        masses.n2o = 10
        let row = InventoryRow(
            id: "a", placement: Placement(try #require(GPCReference.coded("III.1.1"))), content: .emissions(masses))
        let inventory = CityInventory(city: "X", year: 2021, gwp: set, rows: [row])
        let (methane, nitrous) = (try #require(set.weight(of: .ch4Biogenic)), try #require(set.weight(of: .n2o)))
        let report = InventoryReport(inventory)
        let total = 100 * methane + 10 * nitrous
        #expect(report.contract.total == total && report.framework.total == total)
        #expect(report.gpc.totals[.basic] == total)
        // The same inventory under another set: its masses stay, its CO2e changes.
        let other = InventoryReport(inventory, under: set == .ar5 ? .ar6 : .ar5)
        #expect(other.gpc.masses == report.gpc.masses && other.contract.total != total)
    }

    @Test("No set carries another's values: 28 and 265 are AR5's alone")
    func setsDiffer() {
        for set in GWPSet.allCases where set != .ar5 {
            #expect(set.weight(of: .ch4Biogenic) != 28 && set.weight(of: .n2o) != 265)
        }
    }

    @Test("Carbon of charcoal, wood and biofuel stays outside totals", arguments: ["charcoal", "wood", "biodiesels"])
    func biogenic(fuel: String) throws {
        let masses = try MethodTrial.masses(
            "fuel-combustion-mass", ["fuel": .word(fuel), "use": .word("residential"), "mass": .number(1, "t")])
        #expect(masses.co2 == 0 && masses.co2Biogenic > 1)
        for set in GWPSet.allCases {
            let others = masses.ch4Biogenic * (set.weight(of: .ch4Biogenic) ?? 0)
            #expect(isClose(set.co2e(masses), others + masses.n2o * (set.weight(of: .n2o) ?? 0)))
        }
    }

    @Test("Inert waste emits no methane", arguments: ["plastics", "metal", "glass", "other-inert"])
    func inertWaste(fraction: String) throws {
        let waste = [LandfillTests.deposit(2000, fraction, 1e6)]
        #expect(try LandfillTests.decay(waste).masses == GasMasses())
    }

    @Test("Textiles and nappies have IPCC's carbon, 0.24 (2006 Vol. 5 Table 2.4)", arguments: ["textiles", "nappies"])
    func carbonOfWaste(fraction: String) throws {
        let inputs = try LandfillTests.decay([LandfillTests.deposit(2000, fraction, 1)]).inputs
        #expect(inputs.first { $0.name == "doc_\(fraction)" }?.value == 0.24)
    }

    @Test("Landfills decay over decades: the waste of one year emits in the years after it")
    func decay() throws {
        let series = try LandfillTests.decay(
            [LandfillTests.deposit(2000, "food", 1000)], ["series_until": .number(2030)]
        ).series
        let later = (2001...2030).compactMap { series[$0]?.ch4Biogenic }
        #expect(later.count == 30 && zip(later, later.dropFirst()).allSatisfy { $0 > $1 && $1 > 0 })
    }

    @Test("Wastewater: people are multiplied by their share, and protein a day is made a year")
    func wastewater() throws {
        let septic = [
            WastewaterTests.pathway("septic-system", 0.3), WastewaterTests.pathway("aerobic-plant-well-managed", 0.7),
        ]
        #expect(isClose(try WastewaterTests.methane(septic), 0.3 * 657))
        let effluent = try MethodTrial.masses(
            "domestic-wastewater-nitrous-oxide-2006", ["population": .number(1000), "plant_share": .number(0)])
        // 1,000 × 106 g × 365 days × 0.16 × 1.1 × 1.25 × 0.005 × 44/28.
        #expect(isClose(effluent.n2o, 1000 * 106e-6 * 365 * 0.16 * 1.1 * 1.25 * 0.005 * 44 / 28))
    }

    @Test("Nitrogen is not nitrous oxide: effluent and soils weigh 44/28 of their nitrogen")
    func nitrogen() throws {
        let effluent = try MethodTrial.result(
            "domestic-wastewater-nitrous-oxide-2006", ["population": .number(1000), "plant_share": .number(0)])
        let nitrogen = 1000 * 106e-6 * 365 * 0.16 * 1.1 * 1.25
        #expect(isClose(effluent.masses.n2o / (nitrogen * 0.005), 44.0 / 28))
    }

    @Test("Composting emits nitrous oxide too")
    func composting() throws {
        let masses = try MethodTrial.masses(
            "biological-treatment",
            ["mass": .number(1000, "t"), "treatment": .word("composting"), "basis": .word("wet")])
        #expect(isClose(masses.ch4Biogenic, 4) && isClose(masses.n2o, 0.24))
    }

    @Test("Industry, products, agriculture and land have methods")
    func families() {
        for sector in [GPCSector.industrialProcesses, .landUse] {
            let own = Methods.all.filter { $0.serves.contains { $0.hasPrefix("\(sector.rawValue).") } }
            #expect(own.count >= 10, "\(sector)")
        }
    }

    @Test("Fluorinated gases go in directly, each by its name")
    func fluorinated() throws {
        let masses = try MethodTrial.masses(
            "direct-measurement",
            [
                "sf6": .number(1, "kg"), "nf3": .number(1, "kg"),
                "species": .rows([
                    ["name": .word("HFC134a"), "mass": .number(2, "kg")],
                    ["name": .word("CF4"), "mass": .number(3, "kg")],
                ]),
            ])
        #expect(isClose(masses.sf6, 0.001) && isClose(masses.nf3, 0.001))
        #expect(isClose(masses[.hfc], 0.002) && isClose(masses[.pfc], 0.003))
        #expect(isClose(GWPSet.ar5.co2e(masses), 23.5 + 16.1 + 2 * 1.3 + 3 * 6.63))
    }

    @Test("Nothing is rounded: a watt-hour of gas has its nitrous oxide, and parts add up")
    func unrounded() throws {
        let result = try MethodTrial.result(
            "fuel-combustion-energy",
            ["fuel": .word("natural-gas"), "use": .word("residential"), "energy": .number(0.001, "kWh")])
        // 1e-6 MWh × 0.1 kg/TJ.
        #expect(abs(result.masses.n2o / (1e-6 * 0.1 * 3.6e-6) - 1) < 1e-9)
        let parts = result.terms.reduce(0) { $0 + $1.tonnes * (GWPSet.ar5.weight(of: $1.gas) ?? 0) }
        #expect(abs(parts / GWPSet.ar5.co2e(result.masses) - 1) < 1e-12)
    }

    @Test("A fraction of a kilogram is an answer like any other: nothing stops at numbers that are not whole")
    func fractions() throws {
        let masses = try MethodTrial.masses("direct-measurement", ["co2": .number(224.4, "kg")])
        #expect(isClose(masses.co2, 0.2244))
    }

    @Test(
        "The implied factor is the published one, to three decimals of t CO2/MWh",
        arguments: [
            ("natural-gas", 0.202), ("lpg", 0.227), ("motor-gasoline", 0.249), ("diesel-oil", 0.267),
            ("gas-oil", 0.267), ("residual-fuel-oil", 0.279), ("lignite", 0.364), ("other-bituminous-coal", 0.341),
            ("anthracite", 0.354), ("peat", 0.382), ("municipal-waste-fossil", 0.330),
        ] as [(String, Double)])
    func implied(fuel: String, factor: Double) throws {
        for use in Fuel.uses {
            let masses = try MethodTrial.masses(
                "fuel-combustion-energy", ["fuel": .word(fuel), "use": .word(use), "energy": .number(1)])
            #expect(abs(masses.co2 - factor) <= 0.0005 + 1e-9, "\(fuel) \(use)")
        }
    }

    @Test("Tonnes do not turn into cubic metres by a guessed density: what is missing is named")
    func noGuessedDensity() {
        let byVolume = Self.gasoline.adding("volume", .number(1, "m3"))
        #expect(MethodTrial.problem("fuel-combustion-volume", byVolume) == .missingInput("ncv_volume"))
        let (mass, cubic) = (
            MethodTrial.problem("fuel-combustion-volume", Self.gasoline.adding("volume", .number(1, "t"))),
            MethodTrial.problem("fuel-combustion-energy", Self.gasoline.adding("energy", .number(1, "m3")))
        )
        guard case .wrongUnit("volume", "t", let known)? = mass, case .wrongUnit("energy", "m3", _)? = cubic else {
            Issue.record("\(String(describing: mass)), \(String(describing: cubic))")
            return
        }
        #expect(known.contains("m3"))
    }

    @Test("Units in every spelling people use: tonnes are among them", arguments: ["t", "tonnes", "tone", "Mg"])
    func tonnes(unit: String) throws {
        let masses = try MethodTrial.masses(
            "fuel-combustion-mass",
            ["fuel": .word("diesel-oil"), "use": .word("commercial"), "mass": .number(1, unit: unit)])
        // 43.0 TJ/Gg × 74,100 kg/TJ.
        #expect(abs(masses.co2 - 3.1863) < 1e-9)
    }

    @Test("A missing factor is an error that names the input, never zero, and never another's")
    func noSilentDefault() {
        let electricity: [String: Argument] = [
            "electricity": .number(1), "methodology": .word("aib-production-mix"),
        ]
        for (region, words) in [("ROW", ["ROW"]), ("PROV-RO", ["PROV-RO"])] {
            let foreign = FactorBook([
                Factor(
                    id: "x", subject: "grid-electricity", property: "co2", value: 0.5, unit: "t/MWh", region: region,
                    year: 2020, methodology: "aib-production-mix", source: "test")
            ])
            guard
                case .missingFactor("ef", "grid-electricity", "co2", let reason)? =
                    MethodTrial.problem("grid-electricity", electricity, factors: foreign)
            else {
                Issue.record("a value of \(region) was taken")
                continue
            }
            #expect(words.allSatisfy(reason.contains))
        }
        for method in Methods.all {
            var sample = MethodSample(seed: 9)
            guard let arguments = sample.arguments(of: method),
                let result = try? MethodTrial.result(method.name, arguments),
                result.inputs.contains(where: { if case .factor = $0.origin { true } else { false } })
            else { continue }
            #expect(MethodTrial.problem(method.name, arguments, factors: FactorBook()) != nil, "\(method.name)")
        }
    }

    @Test("Among equal factors the order of the register decides nothing; the nearest year does, not a later one")
    func deterministic() {
        let factors = [("b", 2019, 2.0), ("a", 2019, 1.0), ("c", 2015, 3.0), ("d", 2024, 4.0)].map { id, year, value in
            Factor(
                id: id, subject: "s", property: "p", value: value, unit: "t/MWh", region: "RO", year: year, source: "t")
        }
        let place = FactorPlace(regions: ["RO"], year: 2021)
        for order in [factors, factors.reversed()] {
            #expect(FactorBook(order).find("s", "p", at: place).factor?.id == "a")
        }
    }

    @Test("Romania has grid factors, by year and methodology")
    func romania() {
        for (methodology, property) in [("aib-production-mix", "co2"), ("aib-residual-mix", "co2e")] {
            let place = FactorPlace(regions: ["RO"], year: 2021)
            let found = registerForTests.find(
                "grid-electricity", property, at: place, methodology: methodology)
            #expect(found.factor?.region == "RO" && found.factor?.year == 2021, "\(methodology)")
        }
    }

    @Test("Uncertainty is there, and Monte Carlo says the same for the same seed")
    func seeded() throws {
        let rows = [try UncertaintyTests.row("a", 100, 0.1), try UncertaintyTests.row("b", 50, 0.3)]
        let model = UncertainModel(CityInventory(city: "X", year: 2021, rows: rows))
        let (first, second) = (MonteCarlo(model, draws: 1000, seed: 5), MonteCarlo(model, draws: 1000, seed: 5))
        #expect(first == second && first.total.low < first.total.median && first.total.median < first.total.high)
    }

    @Test("Sinks have their own number beside the total")
    func sinks() throws {
        var masses = GasMasses(.co2, tonnes: 10)
        masses.co2Removed = 3
        let row = InventoryRow(
            id: "a", placement: Placement(try #require(GPCReference.coded("V.2"))), content: .emissions(masses))
        let view = InventoryReport(CityInventory(city: "X", year: 2021, rows: [row])).contract
        #expect(view.total == 10 && view.removedCO2 == 3)
    }
}

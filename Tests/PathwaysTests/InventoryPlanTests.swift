import Inventory
import Pathways
import Testing

/// The plan that every inventory has at once.
@Suite struct InventoryPlanTests {
    func masses(_ parts: [(Gas, Double)]) -> InventoryRow.Content {
        var masses = GasMasses()
        for (gas, tonnes) in parts { masses[gas] = tonnes }
        return .emissions(masses)
    }

    func row(_ id: String, _ line: String, _ parts: [(Gas, Double)], carrier: String? = nil, energy: Double? = nil)
        throws -> InventoryRow
    {
        InventoryRow(
            id: id, placement: Placement(try #require(GPCReference.coded(line))), label: id, carrier: carrier,
            content: masses(parts), energyMWh: energy)
    }

    func inventory() throws -> CityInventory {
        var refrigerants = GasMasses()
        refrigerants.add(try #require(Species.named("HFC134a")), tonnes: 2)
        return CityInventory(
            city: "Alba", year: 2022,
            rows: [
                try row(
                    "Homes, gas", "I.1.1", [(.co2, 2020), (.ch4Combustion, 0.18)], carrier: "gaze naturale",
                    energy: 10_000),
                try row(
                    "Offices gas", "I.2.1", [(.co2, 202.5), (.ch4Combustion, 0.018)], carrier: "natural-gas",
                    energy: 1000),
                // Another factor by far: a carrier of its own.
                try row("Plant", "I.3.1", [(.co2, 300)], carrier: "natural-gas", energy: 1000),
                try row("Power", "I.1.2", [(.co2, 500)], carrier: "electricity", energy: 2000),
                try row("Landfill", "III.1.1", [(.ch4Biogenic, 40), (.co2Biogenic, 100)]),
                try row("Land", "V.2", [(.co2, 10), (.co2Removed, 300)]),
                // Not asked for by the contract.
                try row("Losses", "I.1.3", [(.co2, 60)], carrier: "electricity", energy: 200),
                InventoryRow(
                    id: "Cooling", placement: Placement(try #require(GPCReference.coded("IV.2"))),
                    content: .emissions(refrigerants), activity: Amount(500, "units")),
                InventoryRow(
                    id: "Rail", placement: Placement(try #require(GPCReference.coded("II.2.1"))),
                    content: .notation(.notOccurring, reason: "No railway.")),
            ])
    }

    @Test func theBaseYearIsTheInventory() throws {
        let inventory = try inventory()
        let report = InventoryReport(inventory, under: .ar5)
        let plan = Plan(inventory: inventory, finalYear: 2050)
        let pathway = try Model(plan).businessAsUsual.pathway()
        func near(_ value: Double, _ expected: Double) -> Bool { (value - expected).magnitude < 1e-9 * expected }
        #expect(near(pathway.gross[0], report.contract.total) && near(pathway.gross[28], report.contract.total))
        for (sector, co2e) in pathway.bySector { #expect(near(co2e[0], report.contract.sectorTotals[sector] ?? 0)) }
        for (scope, co2e) in pathway.byScope {
            #expect(near(co2e[0], report.contract.scopeTotals[try #require(scope)] ?? 0))
        }
        #expect(pathway.removals[0] == report.contract.removedCO2 && plan.sinks.map(\.id) == ["land"])
        #expect(near(pathway.byGas.first { $0.gas == .co2Biogenic }?.tonnes[0] ?? 0, report.contract.biogenicCO2))
        #expect(plan.activities.count == 7 && plan.activities.map(\.unit).contains("units"))
        #expect(plan.carriers.map(\.id) == ["natural-gas", "natural-gas-2", "electricity"])
        #expect(near(pathway.energy[0].values[0], 11_000))
    }

    @Test func aMeasureOnACarrierReachesEveryRowThatTakesIt() throws {
        var plan = Plan(
            inventory: try inventory(), finalYear: 2030,
            drivers: [Plan.Driver(id: "people", series: Plan.Series(1, growth: 0.01))],
            following: [.buildings: [Plan.DriverLink("people")]])
        plan.measures = [
            Plan.Measure(
                id: "grid", start: 2023, end: 2023, operators: [.factor(Plan.Change(of: "electricity", by: -1))])
        ]
        plan.scenarios[2].measures = [Plan.Setting("grid")]
        let run = try #require(try Model(plan).run("plan"))
        let growth = 1.01 * 1.01
        #expect((run.withoutMeasures().gross[2] - run.pathway().gross[2] - 500 * growth).magnitude < 1e-9)
    }
}

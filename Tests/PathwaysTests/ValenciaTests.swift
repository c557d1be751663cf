import Foundation
import Inventory
import Pathways
import Testing

/// The example plan of Valencia: baselines from its input sheet, and the sheet's inventory.
@Suite struct ValenciaTests {
    static func plan() throws -> Plan {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Plan.read(Data(contentsOf: root.appending(path: "Data/examples/plans/valencia.json")))
    }

    func near(_ value: Double, _ expected: Double) -> Bool {
        (value - expected).magnitude < 1e-9 * max(1, expected.magnitude)
    }

    /// By hand from the sheet: kilometres ÷ occupancy × g/km, heat × shares × g/kWh, electricity × g/kWh.
    @Test func baselinesAndTheirReconciliation() throws {
        let splits = try Model(Self.plan()).reconciliations
        let expected: [(id: String, modelled: Double, inventory: Double)] = [
            ("cars", 3003e6 / 1.2 * 130e-6, 485e3), ("buses", 482e6 / 21 * 800e-6, 49e3),
            ("heat", 1630e3 * (0.01 * 0.2 + 0.99 * 0.213), 193e3), ("electricity", 2152e3 * 0.222, 474e3),
        ]
        #expect(splits.map(\.calibration.id) == expected.map(\.id))
        for (split, figures) in zip(splits, expected) {
            #expect(near(split.modelled, figures.modelled), "\(figures.id): \(split.modelled)")
            #expect(split.inventory == figures.inventory && near(split.residual, figures.inventory - figures.modelled))
            #expect(!split.calibration.residual.isEmpty, "The difference has a name.")
        }
        #expect(near(splits[0].modelled, 325_325))
    }

    @Test func theBaseYearIsTheSheetsInventory() throws {
        let model = try Model(Self.plan())
        let pathway = model.businessAsUsual.pathway()
        let sectors = pathway.bySector.map { "\($0.sector.rawValue) \(Int($0.co2e[0].rounded()))" }
        #expect(
            sectors == ["Buildings 667000", "Transport 637000", "Waste 71000", "IPPU 108000", "AFOLU 138000"])
        #expect(model.warnings == [])
        #expect(pathway.years.count == 43 && model.plan.measures.count == 14)
    }

    /// The shares of the sheet for 2030 come out, whatever the way they are reached.
    @Test func theSheetsGoalsAreReached() throws {
        let pathway = try #require(try Model(Self.plan()).run("plan")).pathway()
        let cars = try #require(pathway.activities.first { $0.id == "cars" })
        let people = (0..<12).reduce(1.0) { power, _ in power * 1.002 }
        #expect(near(cars.quantity[12], 3003e6 * people * 0.65 * 0.7))
        #expect(near(cars.units[1].share[22] + cars.units[2].share[22], 0.98 * 0.35))
        let buses = try #require(pathway.activities.first { $0.id == "buses" })
        #expect(near(buses.units[1].share[12], 1) && near(buses.units[1].share[6], 0.23))
        let organic = try #require(pathway.activities.first { $0.id == "waste-organic" })
        for (unit, share) in zip(organic.units, [0, 0.15, 0.85]) { #expect((unit.share[12] - share).magnitude < 1e-12) }
    }
}

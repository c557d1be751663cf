import Foundation
import Testing

@testable import Inventory

/// A line that is computed by a method has the energy of its inputs, as a row of the form has, so that plans can act on it.
struct ComputedRowTests {
    private func row(_ more: [(column: String, cell: String)] = []) throws -> InventoryRow {
        let columns = ["kind", "id", "gpc_ref", "label", "method", "arguments"]
        let arguments = #"{"fuel":"natural-gas","use":"residential","energy":"1000 MWh"}"#
        let line = ["row", "a", "I.1.1", "Gaz", "fuel-combustion-energy", arguments]
        let table = InventoryTable.read(
            [columns + more.map(\.column), line + more.map(\.cell)],
            in: InventoryTable.Circumstances(city: "Exemplu", year: 2022, factors: registerForTests))
        return try #require(table.inventory?.rows.first)
    }

    @Test func theLineTakesActivityCarrierAndEnergyFromItsMethod() throws {
        let row = try row()
        #expect(row.energyMWh == 1000)
        #expect(row.carrier == "natural-gas")
        #expect(row.activity?.value == 1000)
        #expect(row.activity?.unit == "MWh")
    }

    @Test func whatTheLineSaysStays() throws {
        let row = try row([("energy_mwh", "900"), ("carrier", "Gas")])
        #expect(row.energyMWh == 900)
        #expect(row.carrier == "Gas")
    }
}

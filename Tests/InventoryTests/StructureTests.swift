import Inventory
import Testing

@Suite("Structure of the GPC")
struct StructureTests {
    @Test("All lines, each once")
    func lines() {
        let codes = GPCReference.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        // GPC 2014 Table 4.3: 8 sub-sectors of energy (6 with three lines, one of them with four; 2 with one), 5 of transport
        // and 4 of waste with three each, 2 of IPPU, 3 of AFOLU and other scope 3.
        #expect(codes.count == 6 * 3 + 1 + 2 + 5 * 3 + 4 * 3 + 2 + 3 + 1)
        for code in codes { #expect(GPCReference.coded(code.lowercased())?.code == code) }
        #expect(GPCReference.coded("I.63") == nil)
    }

    @Test(
        "What counts towards which total",
        arguments: [
            ("I.1.1", "BASIC BASIC+ territorial CCC"), ("I.1.2", "BASIC BASIC+ CCC"), ("I.1.3", "BASIC+"),
            ("I.4.4", "territorial"), ("II.1.3", "BASIC+"), ("III.1.1", "BASIC BASIC+ territorial CCC"),
            ("III.1.2", "BASIC BASIC+ CCC"), ("III.1.3", "territorial"), ("IV.1", "BASIC+ territorial CCC"),
            ("V.2", "BASIC+ territorial CCC"), ("VI.1", ""),
        ])
    func totals(code: String, expected: String) throws {
        let reference = try #require(GPCReference.coded(code))
        let actual = InventoryTotal.allCases.filter { reference.isIn($0) }.map(\.rawValue).joined(separator: " ")
        #expect(actual == expected)
    }

    @Test(
        "No scope 2 for waste, IPPU and AFOLU",
        arguments: [
            (GPCSector.stationaryEnergy, [Scope.one, .two, .three]), (.transportation, [.one, .two, .three]),
            (.waste, [.one, .three]), (.industrialProcesses, [.one]), (.landUse, [.one]), (.otherScope3, [.three]),
        ])
    func matrix(sector: GPCSector, scopes: [Scope]) {
        #expect(sector.scopes == scopes)
        for scope in Scope.allCases { #expect(Placement(sector, scope).isAllowed == scopes.contains(scope)) }
    }

    @Test("Every sector of the contract is a sector of the GPC and back", arguments: ContractSector.allCases)
    func contract(sector: ContractSector) { #expect(sector.gpcSector.contractSector == sector) }
}

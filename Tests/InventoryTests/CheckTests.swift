import Inventory
import Testing

@Suite("Checks of an inventory")
struct CheckTests {
    private func found(_ check: String, _ rows: [InventoryRow], _ change: (inout CityInventory) -> Void = { _ in })
        -> [Finding]
    {
        var inventory = CityInventory(city: "Orașul de probă", year: 2023, rows: rows)
        change(&inventory)
        return Checks.findings(InventoryReport(inventory)).filter { $0.check == check }
    }

    private func row(
        _ code: String, _ content: InventoryRow.Content, carrier: String? = nil, energy: Double? = nil
    ) throws -> InventoryRow {
        InventoryRow(
            id: code, placement: Placement(try #require(GPCReference.coded(code))), carrier: carrier, content: content,
            energyMWh: energy)
    }

    @Test("Completeness: every line of the contract that says nothing, and none that says why")
    func completeness() throws {
        let wanted = GPCReference.all.filter { $0.isIn(.contract) }
        #expect(found("completeness", []).count == wanted.count)
        let keys = try wanted.map { try row($0.code, .notation(.notOccurring, reason: "nu există")) }
        #expect(found("completeness", keys).isEmpty)
    }

    @Test("A notation key needs a reason")
    func reasons() throws {
        #expect(found("notation-reasons", [try row("V.1", .notation(.notEstimated, reason: "  "))]).count == 1)
        #expect(found("notation-reasons", [try row("V.1", .notation(.notEstimated, reason: "fără date"))]).isEmpty)
    }

    @Test("Included elsewhere names a line that has a number")
    func elsewhere() throws {
        let gas = try row("I.1.1", .emissions(GasMasses(.co2, tonnes: 5)))
        #expect(
            found("included-elsewhere", [try row("I.2.1", .notation(.includedElsewhere, reason: "la I.1.1")), gas])
                .isEmpty)
        #expect(
            found("included-elsewhere", [try row("I.2.1", .notation(.includedElsewhere, reason: "la I.3.1")), gas])[0]
                .level == .error)
        #expect(
            found("included-elsewhere", [try row("I.2.1", .notation(.includedElsewhere, reason: "altundeva")), gas])[0]
                .level == .warning)
    }

    @Test("Scope 2 of IPPU is no line of the GPC, as published or as placed")
    func matrix() throws {
        var published = try row("I.3.2", .emissions(GasMasses(.unsplit, tonnes: 100)))
        #expect(found("scope-matrix", [published]).isEmpty)
        published.published = PublishedPlacement(sector: .ippu, scope: .two)
        #expect(found("scope-matrix", [published]).count == 1)
        let placed = InventoryRow(
            id: "x", placement: Placement(.waste, .two), content: .emissions(GasMasses(.co2, tonnes: 1)))
        #expect(found("scope-matrix", [placed]).count == 1)
    }

    @Test("Printed totals: rounding is worth knowing, anything more an error")
    func printed() throws {
        let rows = [try row("IV.1", .emissions(GasMasses(.unsplit, tonnes: 100)))]
        #expect(
            found("printed-totals", rows) { $0.printedTotals = [PrintedTotal(sector: .ippu, scope: nil, value: 100)] }
                .isEmpty)
        #expect(
            found("printed-totals", rows) { $0.printedTotals = [PrintedTotal(sector: .ippu, scope: nil, value: 101)] }[
                0
            ].level == .information)
        #expect(
            found("printed-totals", rows) { $0.printedTotals = [PrintedTotal(sector: .ippu, scope: nil, value: 110)] }[
                0
            ].level == .error)
    }

    @Test("Carbon of wood in the total is an error, beside it is right")
    func biogenic() throws {
        #expect(
            found("biogenic-carbon", [try row("I.1.1", .emissions(GasMasses(.co2, tonnes: 9)), carrier: "lemne")]).count
                == 1)
        #expect(
            found(
                "biogenic-carbon", [try row("I.1.1", .emissions(GasMasses(.co2Biogenic, tonnes: 9)), carrier: "lemne")]
            ).isEmpty)
    }

    @Test("The implied factor lies where published factors lie")
    func implied() throws {
        let factor = Factor(
            id: "g", subject: "combustion/residential/natural-gas", property: "co2", value: 56_100,
            uncertainty: Uncertainty(lower: 54_300, upper: 58_300), unit: "kg/TJ", source: "IPCC 2006 Vol. 2 Table 2.5")
        let context = CheckContext(factors: FactorBook([factor]))
        func findings(_ tonnes: Double) throws -> [Finding] {
            let inventory = CityInventory(
                city: "X", year: 2023,
                rows: [
                    try row("I.1.1", .emissions(GasMasses(.co2, tonnes: tonnes)), carrier: "gaz metan", energy: 1000)
                ])
            return Checks.findings(InventoryReport(inventory), context).filter { $0.check == "implied-factors" }
        }
        #expect(try findings(202).isEmpty)
        #expect(try findings(388).count == 1)
    }

    @Test("A jump of more than 30 % from the year before asks for an explanation")
    func jumps() throws {
        func findings(_ before: Double, _ now: Double) throws -> Int {
            let earlier = CityInventory(
                city: "X", year: 2021, rows: [try row("II.1.1", .emissions(GasMasses(.co2, tonnes: before)))])
            let inventory = CityInventory(
                city: "X", year: 2023, rows: [try row("II.1.1", .emissions(GasMasses(.co2, tonnes: now)))])
            return Checks.findings(InventoryReport(inventory), CheckContext(earlier: earlier)).count {
                $0.check == "jumps"
            }
        }
        #expect(try findings(100, 131) == 1)
        #expect(try findings(100, 129) == 0)
    }

    @Test("Far from like cities per head, with at least five of them")
    func perHead() throws {
        func city(_ tonnes: Double) throws -> CityInventory {
            CityInventory(
                city: "X", year: 2023, population: 1000,
                rows: [try row("II.1.1", .emissions(GasMasses(.co2, tonnes: tonnes)))])
        }
        let peers = try [900.0, 1000, 1100, 950, 1050].map(city)
        func count(_ tonnes: Double, _ peers: [CityInventory]) throws -> Int {
            Checks.findings(InventoryReport(try city(tonnes)), CheckContext(peers: peers)).count {
                $0.check == "per-head"
            }
        }
        #expect(try count(5000, peers) == 1)
        #expect(try count(1000, peers) == 0)
        #expect(try count(5000, Array(peers.prefix(4))) == 0)
    }

    @Test("Exclusions, gases, age, negative masses")
    func others() throws {
        #expect(
            found("exclusions", []) {
                $0.boundary.exclusions = [Exclusion(kind: .area, name: "Aeroport", reason: "", share: 0.1)]
            }.count == 2)
        #expect(
            found("exclusions", []) {
                $0.boundary.exclusions = [Exclusion(kind: .area, name: "Aeroport", reason: "ETS", share: 0.01)]
            }.isEmpty)
        #expect(found("gas-coverage", [try row("I.1.1", .emissions(GasMasses(.co2, tonnes: 1)))]).count == 1)
        #expect(found("gas-coverage", [try row("I.1.1", .emissions(GasMasses(.n2o, tonnes: 1)))]).isEmpty)
        #expect(found("age", []) { $0.year = 2016 }.count == 1)
        #expect(found("age", []).isEmpty)
        #expect(found("signs", [try row("V.2", .emissions(GasMasses(.co2, tonnes: -1)))]).count == 1)
        #expect(
            found("unweighted-gases", [try row("IV.1", .emissions(GasMasses(.nf3, tonnes: 1)))]) { $0.gwp = .sar }.count
                == 1)
    }

    @Test("One plant's fuel under two lines is pointed out")
    func plants() throws {
        var heat = try row("I.1.2", .emissions(GasMasses(.co2, tonnes: 1)), carrier: "natural-gas", energy: 50)
        heat.method = MethodUse(name: "chp-efficiency", arguments: [:], terms: [], inputs: [], steps: [])
        let plant = try row("I.4.4", .emissions(GasMasses(.co2, tonnes: 1)), carrier: "natural-gas", energy: 50)
        #expect(found("combined-heat-and-power", [heat, plant]).count == 1)
        #expect(found("combined-heat-and-power", [plant]).isEmpty)
    }
}

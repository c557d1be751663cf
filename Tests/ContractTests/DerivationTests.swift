import Finance
import Foundation
import Inventory
import Portfolio
import Testing

@testable import Contract

/// What inventory, pathway and money know stands in the tables without being typed.
@Suite struct DerivationTests {
    static func plan() throws -> CityPlan {
        try CityPlan.read(
            Data(contentsOf: ContractSample.folder.appendingPathComponent("Data/examples/plans/example.json")))
    }

    static func inventory() -> CityInventory {
        func row(_ id: String, _ sector: GPCSector, _ scope: Scope, _ content: InventoryRow.Content, mwh: Double? = nil)
            -> InventoryRow
        {
            InventoryRow(
                id: id, placement: Placement(sector, scope), carrier: mwh == nil ? nil : "Natural gas",
                content: content,
                energyMWh: mwh)
        }
        return CityInventory(
            city: "Riverton", year: 2021,
            rows: [
                row("heat", .stationaryEnergy, .one, .emissions(GasMasses(.co2, tonnes: 202)), mwh: 1_000),
                row("power", .stationaryEnergy, .two, .emissions(GasMasses(.co2, tonnes: 300))),
                row("cars", .transportation, .one, .emissions(GasMasses(.n2o, tonnes: 1))),
                row("landfill", .waste, .three, .notation(.notEstimated, reason: "No figures yet.")),
            ],
            printedFactors: [
                PrintedFactor(
                    carrier: "Natural gas", gas: "CO2", value: 0.202, unit: "t/MWh", year: nil, method: "IPCC")
            ],
            source: "Invented.")
    }

    private func contract(_ template: Template = .v21, year: Int = 2050) -> CityContract {
        CityContract(city: "Riverton", template: template, baseYear: 2021, targetYear: year)
    }

    @Test(arguments: Template.allCases) func aPlanFillsTablesThatAgreeWithEachOther(template: Template) throws {
        let sources = ContractSources(portfolio: try Portfolio(Self.plan()))
        let contract = contract(template).deriving(from: sources)
        #expect(contract.problems() == [])
        let rules = Set(
            contract.check(CheckCircumstances(stage: .draft)).findings.filter { $0.level == .error }.map(\.rule))
        // What is left over is what only people can say, and a residual that is too great.
        #expect(rules.subtracting(["V4", "V7"]) == [])
        #expect(SectorBalance.all(contract).allSatisfy { $0.surplus.magnitude < 1e-6 })
        #expect(contract.items(.actions).count == 10 && contract.items(.policies).map(\.id) == ["electric-buses"])
        #expect((contract.tables[.payers] == nil) == (template == .v1))
        #expect((contract.tables[.finance] == nil) == (template == .v21))
    }

    @Test func reductionsAddUpToThePathway() throws {
        let portfolio = try Portfolio(Self.plan())
        let contract = contract().deriving(from: ContractSources(portfolio: portfolio))
        let results = try #require(portfolio.results("plan"))
        let residual = try #require(contract.tables[.gap]?.row("total")?.number("residual"))
        #expect((residual - (results.emissions.withMeasures.gross.last ?? 0)).magnitude < 1e-6)
        let baseline = try #require(contract.tables[.gap]?.row("total")?.number("baseline"))
        #expect((baseline - results.emissions.withMeasures.gross[0]).magnitude < 1e-6)
        let cost = contract.items(.costs).reduce(0) { $0 + ($1.number("capex") ?? 0) }
        let plan = portfolio.investmentPlan(results).costs.filter { $0.id != "electric-buses" }
        #expect(cost == Double(plan.reduce(0) { $0 + $1.capitalCents }) / 100)
    }

    @Test func aYearThatThePlanDoesNotReachGivesNothing() throws {
        let sources = ContractSources(portfolio: try Portfolio(Self.plan()))
        #expect(contract(year: 2060).deriving(from: sources).tables.isEmpty)
        var other = sources
        other.scenario = "wishes"
        #expect(contract().deriving(from: other).tables.isEmpty)
    }

    @Test func anInventoryFillsTheBaseline() throws {
        let contract = contract().deriving(from: ContractSources(inventory: Self.inventory()))
        let emissions = try #require(contract.tables[.emissions])
        #expect(emissions.gases == ["CO2", "N2O"] && emissions.baseYear == 2021 && emissions.source == "Invented.")
        #expect(emissions.row("buildings")?.number("scope1") == 202)
        #expect(((emissions.row("total")?.number("total") ?? 0) - 767).magnitude < 1e-9)
        let cell = try #require(emissions.row("waste")?.cells["scope3"])
        #expect(cell.content == .notation(.notEstimated) && cell.reason == "No figures yet." && !cell.isOverridden)
        #expect(contract.tables[.energy]?.row("buildings-natural-gas")?.number("total") == 1_000)
        #expect(contract.tables[.factors]?.row("natural-gas")?.number("co2") == 0.202)
        #expect(try CityContract.read(contract.json()) == contract)
        #expect(contract.deriving(from: ContractSources(inventory: Self.inventory())) == contract)
    }

    @Test func whatNobodyOwesIsSaidAndWhatIsMissingStaysOpen() throws {
        var sources = ContractSources(inventory: Self.inventory())
        sources.translated = { "ro: \($0)" }
        let contract = contract().deriving(from: sources)
        let emissions = try #require(contract.tables[.emissions])
        let absent = try #require(emissions.row("waste")?.cells["scope2"])
        #expect(absent.content == .notation(.notOccurring) && absent.reason.hasPrefix("ro: The GPC has no line"))
        #expect(emissions.row("buildings")?.cells["scope3"]?.content == .notation(.notEstimated))
        // AFOLU in scope 1 is owed, and nobody has said anything about it.
        #expect(emissions.row("afolu")?.isBlank("scope1") == true)
    }

    @Test func theInventoryIsTheBaselineOfThePlan() throws {
        let sources = ContractSources(inventory: Self.inventory(), portfolio: try Portfolio(Self.plan()))
        let contract = contract().deriving(from: sources)
        #expect(contract.tables[.gap]?.row("buildings")?.number("baseline") == 502)
        #expect(contract.tables[.gap]?.row("waste")?.isBlank("baseline") == true)
        #expect(!contract.check().findings.contains { $0.rule == "V2" || $0.rule == "V1" })
    }

    @Test func overridesStayVisibleAndUntouchedCellsFollow() throws {
        var sources = ContractSources(inventory: Self.inventory())
        var contract = contract().deriving(from: sources)
        contract[.emissions, "buildings", "scope1"]?.content = .number(210)
        contract.tables[.emissions]?.note = "Ours."
        contract.tables[.emissions]?.rows.insert(ContractRow("electricity", ["sector": "Electricity"]), at: 0)
        #expect(contract.check().findings.contains { $0.rule == "V21" && $0.place.column == "scope1" })
        contract[.emissions, "buildings", "scope1"]?.reason = "A meter was wrong."
        #expect(!contract.check().findings.contains { $0.rule == "V21" })

        sources.inventory?.rows[0].content = .emissions(GasMasses(.co2, tonnes: 220))
        sources.inventory?.rows[1].content = .emissions(GasMasses(.co2, tonnes: 310))
        let later = contract.deriving(from: sources)
        let cell = try #require(later[.emissions, "buildings", "scope1"])
        #expect(cell.content == .number(210) && cell.derived == .number(220) && cell.reason == "A meter was wrong.")
        #expect(later[.emissions, "buildings", "scope2"]?.content == .number(310))
        #expect(later.tables[.emissions]?.note == "Ours." && later.tables[.emissions]?.rows.first?.id == "electricity")
    }

    @Test func whatSomebodyTypedIsNotLost() throws {
        var typed = contract()
        typed.tables[.emissions] = ContractTable(rows: [ContractRow("buildings", ["scope1": 999, "scope3": 5])])
        let contract = typed.deriving(from: ContractSources(inventory: Self.inventory()))
        #expect(contract[.emissions, "buildings", "scope1"] == ContractCell(.number(999), derived: .number(202)))
        #expect(contract[.emissions, "buildings", "scope3"]?.number == 5)
    }

    @Test func rowsWhoseMeasureIsGoneLeaveWhatPeopleWrote() throws {
        var plan = try Self.plan()
        var contract = contract().deriving(from: ContractSources(portfolio: try Portfolio(plan)))
        contract[.actions, "trees", "scale"] = "Two valleys."
        for index in plan.model.scenarios.indices {
            plan.model.scenarios[index].measures.removeAll { $0.measure == "trees" || $0.measure == "biowaste" }
        }
        let later = contract.deriving(from: ContractSources(portfolio: try Portfolio(plan)))
        #expect(later.tables[.actions]?.row("biowaste") == nil)
        let left = try #require(later.tables[.actions]?.row("trees"))
        #expect(left.cells == ["scale": "Two valleys."] && !left.isDerived)
    }
}

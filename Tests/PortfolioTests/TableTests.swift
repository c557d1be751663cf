import Finance
import Foundation
import Pathways
import Portfolio
import Spreadsheets
import Testing

/// Measures and funding as tables: what is written is read again, and what cannot be read is named.
@Suite struct TableTests {
    private func awkward() throws -> [CityMeasure] {
        var measures = try PlanExample.plan().measures
        measures[0].name = "=SUM(A1); \"ghilimele\", virgulă\nși rând nou"
        measures[0].description = "'apostrof"
        measures[0].partners = ["unul", "doi\nrânduri", ""]
        measures[1].partners = ["[nu e listă", "@doi"]
        measures[1].payers = PayerSplit([.households: 1.0 / 3, .eu: 2.0 / 3])
        measures[1].runningPayers = PayerSplit([.households: 1, .eu: 0])
        measures[2].costs?.growth = 0.1 + 0.2
        measures[3].owner = "+40 700 000 000"
        return measures
    }

    @Test func csvIsReadAgain() throws {
        for measures in [try PlanExample.plan().measures, try awkward(), []] {
            var sheets: [Sheet] = []
            for name in PortfolioTables.Name.allCases {
                sheets += try PortfolioTables.sheets(PortfolioTables.csv(name, of: measures))
            }
            let reading = PortfolioTables.read(sheets)
            #expect(reading.problems.map { "\($0.place): \($0.text)" } == [])
            #expect(reading.measures == measures)
        }
    }

    @Test func workbooksAreReadAgain() throws {
        for measures in [try PlanExample.plan().measures, try awkward()] {
            let bytes = try PortfolioTables.workbook(measures)
            let reading = PortfolioTables.read(try PortfolioTables.sheets(bytes))
            #expect(reading.problems.map { "\($0.place): \($0.text)" } == [])
            #expect(reading.measures == measures)
            #expect(try PortfolioTables.workbook(measures) == bytes)
        }
    }

    /// A table that somebody wrote by hand, with the columns they needed, separated by semicolons.
    @Test func aShortTableIsEnough() throws {
        let text = """
            id;field;start;end;capital_cents;price_year;lifetime_years;payer_eu;payer_state
            bus;mobility;2026;2030;1000;2024;12;0.6;0.4
            trees;nature;2027;2027;;;;;
            """
        let reading = PortfolioTables.read(try PortfolioTables.sheets(Array(text.utf8)))
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        #expect(reading.measures.map(\.id) == ["bus", "trees"])
        #expect(reading.measures[0].costs == Costs(capitalCents: 1_000, priceYear: 2024, lifetime: 12))
        #expect(reading.measures[0].payers == PayerSplit([.eu: 0.6, .state: 0.4]))
        #expect(reading.measures[1].costs == nil && reading.measures[1].payers == .all(.municipality))
    }

    @Test func whatCannotBeReadIsNamed() throws {
        let measures = """
            id,field,start,end,capital_cents,effect_lower,wings
            bus,flying,2026,soon,1000,0.5,2
            ,nature,2027,2027,,,
            """
        let funding = """
            measure,id,payer,kind,cents,from,to,status
            bus,a,eu,grant,12.5,2026,2026,contracted
            car,b,eu,grant,1,2026,2026,contracted
            """
        let sheets = try [measures, funding].flatMap { try PortfolioTables.sheets(Array($0.utf8)) }
        let places = PortfolioTables.read(sheets).problems.map(\.place)
        #expect(
            places == [
                "measures, line 1", "measures, line 2, field", "measures, line 2, end", "measures, line 3, id",
                "funding, line 2, cents", "measures, line 2, price_year", "measures, line 2, effect_upper",
                "funding, line 3, measure",
            ])
        #expect(PortfolioTables.read([]).problems.map(\.check) == ["no-table"])
    }
}

import Finance
import Foundation
import Portfolio
import Spreadsheets
import Web

/// A scenario's money as files; the headings of CSV files are the same in every language.
enum InvestmentFiles {
    private static func euros(_ cents: Int) -> String { "\(Double(cents) / 100)" }

    static func years(_ results: PlanResults) -> [UInt8] {
        var file = CSVWriter(header: [
            "year", "capital_eur", "reinvestment_eur", "running_eur", "residual_eur", "net_eur", "co_benefits_eur",
            "cumulated_eur", "cumulated_discounted_eur",
        ])
        for (place, row) in results.costs.byYear.enumerated() {
            file.row([
                "\(row.year)", euros(row.capitalCents), euros(row.reinvestmentCents), euros(row.runningCents),
                euros(row.residualCents), euros(row.netCents), euros(row.coBenefitCents),
                euros(results.cashFlow.cumulatedCents[place]), "\(results.cashFlow.cumulatedDiscountedEur[place])",
            ])
        }
        return file.bytes
    }

    static func funding(_ results: PlanResults) -> [UInt8] {
        var file = CSVWriter(header: [
            "measure", "name", "needed_eur", "contracted_eur", "hoped_for_eur", "gap_eur", "gap_after_hopes_eur",
        ])
        for row in results.funding.measures {
            file.row([
                row.id, row.name, euros(row.neededCents), euros(row.contractedCents), euros(row.hopedForCents),
                euros(row.gapCents), euros(row.gapAfterHopesCents),
            ])
        }
        return file.bytes
    }

    static func abatement(_ results: PlanResults) -> [UInt8] {
        var file = CSVWriter(header: [
            "measure", "name", "eur_per_t_co2e", "eur_per_t_co2e_with_co_benefits", "t_co2e_all_years",
            "cumulated_t_co2e",
        ])
        for row in results.marginalCosts {
            file.row([
                row.id, row.name, "\(row.eurPerTonne)", row.eurPerTonneWithCoBenefits.map { "\($0)" },
                "\(row.tonnes)", "\(row.cumulatedTonnes)",
            ])
        }
        return file.bytes
    }

    /// T1 to T15, a sheet each, with headings in the reader's language; amounts are euros, parts fractions of 1.
    static func workbook(_ tables: [InvestmentTables.Table]) throws(SpreadsheetProblem) -> [UInt8] {
        try XLSXWriter.bytes(
            tables.map { table in
                OutputSheet(
                    name: "T\(table.number)", columns: table.columns.map { OutputColumn($0.title) },
                    rows: table.rows.map { $0.map(output) })
            })
    }

    private static func output(_ cell: InvestmentTables.Cell) -> Cell.Value {
        switch cell {
        case .text(let text): .text(text)
        case .cents(let cents): .number(Cell.Number(Double(cents) / 100))
        case .number(let number), .part(let number): number.map { .number(Cell.Number($0)) } ?? .empty
        }
    }
}

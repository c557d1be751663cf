import Finance
import Foundation
import Inventory
import Pathways
import Quantities

/// A line of the table of funding.
struct FundingRow {
    /// The id of the measure that it funds.
    var measure = ""
    var line = FundingLine(
        id: "", name: "", payer: .municipality, kind: .own, cents: 0, from: 0, to: 0, status: .idea)
    var rate: Double?
    var years: Int?
    var grace: Int?
    var payments: Int?
    var form = ""
    var purpose = ""

    init() {}

    init(_ measure: String, _ line: FundingLine) {
        self.measure = measure
        self.line = line
        rate = line.terms?.rate
        years = line.terms?.years
        grace = line.terms?.graceYears
        payments = line.terms?.paymentsPerYear
        form = line.terms?.form.rawValue ?? ""
        purpose = line.terms?.purpose.rawValue ?? ""
    }

    /// The line that the row says.
    var read: FundingLine {
        var result = line
        if let rate, let years {
            result.terms = LoanTerms(
                rate: rate, years: years, graceYears: grace ?? 0, paymentsPerYear: payments ?? 1,
                form: Loan.Form(rawValue: form) ?? .annuity,
                purpose: LoanTerms.Purpose(rawValue: purpose) ?? .other)
        }
        return result
    }

    static let required: Set<String> = ["measure", "id", "payer", "kind", "cents", "from", "to", "status"]

    static var columns: [TableColumn<FundingRow>] {
        [
            .text("measure", \.measure), .text("id", \.line.id), .text("name", \.line.name),
            .word("payer", \.line.payer), .word("kind", \.line.kind), .whole("cents", \.line.cents),
            .whole("from", \.line.from), .whole("to", \.line.to), .word("status", \.line.status),
            .decimal("loan_rate", \.rate), .whole("loan_years", \.years), .whole("loan_grace_years", \.grace),
            .whole("loan_payments_per_year", \.payments),
            optionalWord("loan_form", \.form) { Loan.Form(rawValue: $0) != nil },
            optionalWord("loan_purpose", \.purpose) { LoanTerms.Purpose(rawValue: $0) != nil },
            .text("source", \.line.source),
        ]
    }

    /// A word of a loan's terms; other lines have none.
    private static func optionalWord(
        _ title: String, _ path: WritableKeyPath<FundingRow, String>, _ isKnown: @escaping (String) -> Bool
    ) -> TableColumn<FundingRow> {
        TableColumn(
            title: title, write: { TableColumn<FundingRow>.cell($0[keyPath: path]) },
            read: { row, text in
                guard isKnown(text) else { return false }
                row[keyPath: path] = text
                return true
            })
    }
}

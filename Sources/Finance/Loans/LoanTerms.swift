import Quantities

/// On what terms a loan is given; the amount stands with the funding line.
public struct LoanTerms: Sendable, Hashable {
    /// What a loan is for, where rules of debt ask for it.
    public enum Purpose: String, Sendable, Hashable, CaseIterable, Codable {
        case other
        /// Pre-financing, or the municipality's part, of a project with grants of the European Union.
        case europeanProject
        /// In the place of an older loan.
        case refinancing
    }

    /// Interest a year.
    public var rate: Double
    /// Years until the last payment, those of grace among them.
    public var years: Int
    /// Years at the start in which only interest is paid.
    public var graceYears: Int
    /// 1, 2, 4 or 12.
    public var paymentsPerYear: Int
    /// How repayments are spread.
    public var form: Loan.Form
    /// What it is for.
    public var purpose: Purpose

    public init(
        rate: Double, years: Int, graceYears: Int = 0, paymentsPerYear: Int = 1, form: Loan.Form = .annuity,
        purpose: Purpose = .other
    ) {
        self.rate = rate
        self.years = years
        self.graceYears = graceYears
        self.paymentsPerYear = paymentsPerYear
        self.form = form
        self.purpose = purpose
    }

    /// A loan of an amount on these terms.
    public func loan(cents: Int) -> Loan {
        Loan(
            cents: cents, rate: rate, years: years, form: form, graceYears: graceYears,
            paymentsPerYear: paymentsPerYear)
    }
}

extension LoanTerms: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case rate, years, graceYears, paymentsPerYear, form, purpose
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            rate: try values.decode(Double.self, forKey: .rate), years: try values.decode(Int.self, forKey: .years),
            graceYears: try values.field(.graceYears, or: 0),
            paymentsPerYear: try values.field(.paymentsPerYear, or: 1),
            form: try values.field(.form, or: .annuity), purpose: try values.field(.purpose, or: .other))
    }
}

/// A loan and how it is paid back.
public struct Loan: Sendable, Hashable {
    /// How repayments are spread.
    public enum Form: String, Sendable, Hashable, CaseIterable, Codable {
        /// Equal payments of interest and repayment together.
        case annuity
        /// Equal repayments, falling interest.
        case linear
        /// Everything at the end.
        case bullet
    }

    /// The amount in cents.
    public var cents: Int
    /// Interest a year.
    public var rate: Double
    /// How many payments a year: 1, 2, 4 or 12.
    public var paymentsPerYear: Int
    /// Years until the last payment, those of grace among them.
    public var years: Int
    /// Years at the start in which only interest is paid.
    public var graceYears: Int
    /// How repayments are spread.
    public var form: Form

    public init(
        cents: Int, rate: Double, years: Int, form: Form = .annuity, graceYears: Int = 0, paymentsPerYear: Int = 1
    ) {
        self.cents = cents
        self.rate = rate
        self.years = years
        self.form = form
        self.graceYears = graceYears
        self.paymentsPerYear = paymentsPerYear
    }

    /// One payment, in cents.
    public struct Payment: Sendable, Hashable, Codable {
        /// Counted from 1.
        public let number: Int
        /// Interest for the period, on what was owed in it.
        public let interestCents: Int
        /// What is paid back.
        public let principalCents: Int
        /// What is still owed after it.
        public let balanceCents: Int

        /// Both together.
        public var totalCents: Int { interestCents + principalCents }
    }

    /// All payments; the repayments add up to the loan exactly. Empty for a loan without years.
    public var schedule: [Payment] {
        let count = years * paymentsPerYear
        guard count > 0, cents > 0 else { return [] }
        let grace = min(max(0, graceYears * paymentsPerYear), count - 1)
        let rate = rate / Double(paymentsPerYear)
        let level = Cents.rounded(Double(cents) * Annuity.recoveryFactor(rate: rate, years: count - grace))
        let equal = Cents.split(cents, by: [Double](repeating: 1, count: count - grace))
        var balance = cents
        return (1...count).map { number in
            let interest = Cents.rounded(Double(balance) * rate)
            var principal = 0
            if number == count {
                principal = balance
            } else if number > grace {
                switch form {
                case .annuity: principal = min(balance, level - interest)
                case .linear: principal = equal[number - grace - 1]
                case .bullet: principal = 0
                }
            }
            balance -= principal
            return Payment(number: number, interestCents: interest, principalCents: principal, balanceCents: balance)
        }
    }

    /// Interest and repayment by year, the first year at 0.
    public var yearlyServiceCents: [Int] {
        var service = [Int](repeating: 0, count: max(0, years))
        for payment in schedule { service[(payment.number - 1) / paymentsPerYear] += payment.totalCents }
        return service
    }

    /// What is still owed at the end of each year, the first year at 0; nothing at the end of the last.
    public var yearlyBalanceCents: [Int] {
        schedule.filter { $0.number % paymentsPerYear == 0 }.map(\.balanceCents)
    }
}

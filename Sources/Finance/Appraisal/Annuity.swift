import Foundation

/// Equal payments over periods, as spreadsheets and numpy-financial define them: money received positive, paid
/// negative.
public enum Annuity {
    /// When in each period the payment falls.
    public enum Timing: Double, Sendable, Hashable, CaseIterable {
        case end = 0
        case beginning = 1
    }

    /// The capital recovery factor r (1 + r)^n ÷ ((1 + r)^n − 1): what each unit costs a year; 1 ÷ n without interest.
    public static func recoveryFactor(rate: Double, years: Int) -> Double {
        guard years > 0 else { return .infinity }
        guard rate != 0 else { return 1 / Double(years) }
        return rate / (1 - Growth.factor(rate, years: -years))
    }

    /// The payment of each period that takes `present` to `future`.
    public static func payment(
        rate: Double, periods: Int, present: Double, future: Double = 0, timing: Timing = .end
    ) -> Double {
        let growth = Growth.factor(rate, years: periods)
        return -(future + present * growth) / sum(rate, periods, growth, timing)
    }

    /// What a present value and equal payments grow to.
    public static func futureValue(
        rate: Double, periods: Int, payment: Double, present: Double, timing: Timing = .end
    ) -> Double {
        let growth = Growth.factor(rate, years: periods)
        return -(present * growth + payment * sum(rate, periods, growth, timing))
    }

    /// What equal payments and a future value are worth now.
    public static func presentValue(
        rate: Double, periods: Int, payment: Double, future: Double = 0, timing: Timing = .end
    ) -> Double {
        let growth = Growth.factor(rate, years: periods)
        return -(future + payment * sum(rate, periods, growth, timing)) / growth
    }

    /// How many periods equal payments take; not a number where they never do. It uses a logarithm, whose last bit
    /// may differ
    /// between machines.
    public static func periods(
        rate: Double, payment: Double, present: Double, future: Double = 0, timing: Timing = .end
    ) -> Double {
        guard rate != 0 else { return -(future + present) / payment }
        let level = payment * (1 + rate * timing.rawValue) / rate
        return log((level - future) / (level + present)) / log(1 + rate)
    }

    /// The interest in one period's payment, counted from 1.
    public static func interest(
        rate: Double, period: Int, periods: Int, present: Double, future: Double = 0
    ) -> Double {
        let payment = payment(rate: rate, periods: periods, present: present, future: future)
        return futureValue(rate: rate, periods: period - 1, payment: payment, present: present) * rate
    }

    /// The repayment in one period's payment, counted from 1.
    public static func principal(
        rate: Double, period: Int, periods: Int, present: Double, future: Double = 0
    ) -> Double {
        payment(rate: rate, periods: periods, present: present, future: future)
            - interest(rate: rate, period: period, periods: periods, present: present, future: future)
    }

    private static func sum(_ rate: Double, _ periods: Int, _ growth: Double, _ timing: Timing) -> Double {
        rate == 0 ? Double(periods) : (1 + rate * timing.rawValue) * (growth - 1) / rate
    }
}

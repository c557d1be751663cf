/// A currency by its three letters (ISO 4217).
public struct Currency: RawRepresentable, Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Three capital letters.
    public let rawValue: String

    /// Nil for anything but three Latin letters; small ones are taken as capitals.
    public init?(rawValue: String) {
        let code = rawValue.uppercased()
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        self.rawValue = code
    }

    private init(known: String) { rawValue = known }

    /// The euro.
    public static let eur = Currency(known: "EUR")
    /// The Romanian leu.
    public static let ron = Currency(known: "RON")

    public var description: String { rawValue }
    public static func < (left: Currency, right: Currency) -> Bool { left.rawValue < right.rawValue }
}

/// An amount of money in whole cents, with its currency and the year in whose prices it is given.
public struct Money: Sendable, Hashable {
    /// Hundredths of the currency's unit.
    public var cents: Int
    /// The currency.
    public var currency: Currency
    /// The year whose prices the amount is in.
    public var priceYear: Int

    public init(cents: Int, currency: Currency = .eur, priceYear: Int) {
        self.cents = cents
        self.currency = currency
        self.priceYear = priceYear
    }
}

/// Whole cents: what is cut up adds up again, and nothing overflows.
public enum Cents {
    /// The greatest amount taken: 90 billion in the unit of the currency. Beyond it a sum could overflow a document
    /// of amounts.
    public static let limit = 9_000_000_000_000

    /// The nearest whole number of cents, halves away from zero; amounts beyond what whole numbers hold stop at the
    /// greatest.
    public static func rounded(_ value: Double) -> Int {
        guard value.isFinite else { return 0 }
        return Int(min(max(value, -9e18), 9e18).rounded(.toNearestOrAwayFromZero))
    }

    /// Parts of an amount in proportion to `weights`, by the largest remainder: they add up to the amount exactly.
    ///
    /// Weights that are negative or not finite count as zero; without any positive weight everything is in the first
    /// part.
    public static func split(_ cents: Int, by weights: [Double]) -> [Int] {
        guard !weights.isEmpty else { return [] }
        let weights = weights.map { $0.isFinite && $0 > 0 ? $0 : 0 }
        let sum = weights.reduce(0, +)
        guard sum > 0, sum.isFinite else { return [cents] + [Int](repeating: 0, count: weights.count - 1) }
        let size = Double(cents.magnitude)
        let exact = weights.map { size * ($0 / sum) }
        var parts = exact.map { rounded($0.rounded(.down)) }
        let missing = Int(cents.magnitude) - parts.reduce(0, +)
        let order = exact.indices.sorted { left, right in
            let (first, second) = (exact[left] - Double(parts[left]), exact[right] - Double(parts[right]))
            return first == second ? left < right : first > second
        }
        // More than one unit for each part is missing only where an amount has more digits than a Double.
        for index in 0..<missing.magnitude {
            parts[order[Int(index) % order.count]] += missing.signum()
        }
        return cents < 0 ? parts.map { -$0 } : parts
    }
}

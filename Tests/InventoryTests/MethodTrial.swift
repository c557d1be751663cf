import Inventory
import Testing

/// One computation by name in Romania, against the repository's own factors.
enum MethodTrial {
    static func result(
        _ method: String, _ arguments: [String: Argument], year: Int = 2023, factors: FactorBook = registerForTests
    ) throws -> MethodResult {
        let found = try #require(Methods.named(method))
        return try found.result(
            arguments, factors: factors, at: FactorPlace(regions: ["54975", "RO-CJ", "RO", "EU", "world"], year: year))
    }

    static func masses(_ method: String, _ arguments: [String: Argument], year: Int = 2023) throws -> GasMasses {
        try result(method, arguments, year: year).masses
    }

    /// The problem that a computation meets; nil when it meets none.
    static func problem(_ method: String, _ arguments: [String: Argument], factors: FactorBook = registerForTests)
        -> MethodProblem?
    {
        do {
            _ = try result(method, arguments, factors: factors)
            return nil
        } catch {
            return error as? MethodProblem
        }
    }
}

/// Equal but for the last digits.
func isClose(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= 1e-12 * max(1, abs(first), abs(second))
}

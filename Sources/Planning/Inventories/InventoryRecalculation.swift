import Cities
import Inventory
import Storage
import Web

/// Rows of an inventory calculated again with the factors that are in force now.
///
/// A new edition of a factor changes no row by itself: the city sees what its rows would become and decides. Published
/// versions stay as they are.
struct InventoryRecalculation: Sendable {
    /// A row that would come out differently, or that can no longer be calculated.
    struct Line: Sendable {
        let line: InventoryLine
        let method: Method
        let arguments: [String: Argument]
        let result: Result<MethodResult, MethodProblem>

        /// The row as it would be; nil where it cannot be calculated.
        var row: InventoryRow? {
            guard case .success(let result) = result else { return nil }
            var row = line.row
            row.take(result, arguments, of: method)
            return row
        }
    }

    let lines: [Line]
    /// Which state of the register the results are of.
    let register: Int

    /// - Parameter outdated: rows that are named even if their result stays, such as those that cannot be calculated.
    init(_ lines: [InventoryLine], city: City, year: Int, outdated: Set<String>, _ list: FactorList) {
        let place = FactorPlace(city, year: year)
        self.lines = lines.compactMap { line in
            guard let use = line.row.method, let method = line.method, let masses = line.row.masses else { return nil }
            let result: Result<MethodResult, MethodProblem>
            do throws(MethodProblem) {
                result = .success(try method.result(use.arguments, factors: list.book, at: place))
            } catch { result = .failure(error) }
            let isSame = (try? result.get()).map { Self.isSame($0.masses, masses) } ?? true
            guard !isSame || outdated.contains(line.row.id) else { return nil }
            return Line(line: line, method: method, arguments: use.arguments, result: result)
        }
        register = list.changes
    }

    /// Masses of species are kept as text, with one digit less than a number has.
    private static func isSame(_ left: GasMasses, _ right: GasMasses) -> Bool {
        let (a, b) = (GWPSet.ar5.co2e(left), GWPSet.ar5.co2e(right))
        return abs(a - b) <= 1e-12 * max(abs(a), abs(b)) && left.present == right.present
    }
}

extension FactorUse {
    /// Rows that were calculated with a value that is no longer in force, by factor.
    /// - Parameter inForce: the factors that the rows were calculated with, as the register has them now.
    static func outdated(_ lines: [InventoryLine], _ inForce: [String: RegisteredFactor]) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for line in lines {
            for input in line.row.method?.inputs ?? [] {
                guard case .factor(let used) = input.origin, let now = inForce[used.id] else { continue }
                let isSame =
                    now.factor.value == used.value && now.factor.unit == used.unit
                    && now.factor.uncertainty == used.uncertainty
                if now.isWithdrawn || !isSame { found[used.id, default: []].insert(line.row.id) }
            }
        }
        return found
    }

    static func findings(_ outdated: [String: Set<String>]) -> [Finding] {
        outdated.sorted { $0.key < $1.key }.map { key, rows in
            Finding(
                "outdated-factor", .warning, .inventory,
                "Rows calculated with an earlier edition of the factor {factor}: {count}. Calculate them again.",
                ["factor": key, "count": "\(rows.count)"])
        }
    }
}

import Inventory
import Storage
import Synchronization

/// Keeps the register of factors in memory for as long as it is the one that the database holds.
///
/// The count of changes is read on the same snapshot as the page's own rows, so a new edition shows at once on every
/// node, and asking for the book costs one small query.
package final class FactorRegister: Sendable {
    private let held = Mutex<FactorList?>(nil)

    package init() {}

    /// Every factor that is offered, for methods and checks.
    package func book(_ connection: any Connection) throws -> FactorBook { try list(connection).book }

    /// Every factor, the withdrawn too, in the order of the register.
    func list(_ connection: any Connection) throws -> FactorList {
        let changes = try FactorList.changes(connection)
        if let known = held.withLock({ $0 }), known.changes == changes { return known }
        let read = try FactorList.read(connection, changes: changes)
        held.withLock { $0 = read }
        return read
    }
}

/// The register as it was at one moment.
struct FactorList: Sendable {
    let changes: Int
    let entries: [RegisteredFactor]
    let book: FactorBook
    /// What the register can be narrowed to.
    let families: [String]
    let properties: [String]
    let regions: [String]
    let years: [Int]
    private let byKey: [String: Int]

    init(changes: Int, _ entries: [RegisteredFactor]) {
        self.changes = changes
        let sorted = entries.sorted { $0.factor.id < $1.factor.id }
        self.entries = sorted
        book = FactorBook(sorted.lazy.filter { !$0.isWithdrawn }.map(\.factor))
        families = Set(sorted.map(\.family)).sorted()
        properties = Set(sorted.map(\.factor.property)).sorted()
        regions = Set(sorted.map(\.factor.region)).sorted()
        years = Set(sorted.compactMap(\.factor.year)).sorted(by: >)
        byKey = Dictionary(uniqueKeysWithValues: zip(sorted.map(\.factor.id), sorted.indices))
    }

    subscript(key: String) -> RegisteredFactor? { byKey[key].map { entries[$0] } }
}

/// A factor with its edition in force.
struct RegisteredFactor: Sendable, RowDecodable, Equatable {
    let factor: Factor
    /// Number of the edition in force.
    let edition: Int
    let isWithdrawn: Bool

    init(row: Row) throws {
        factor = try Factor(row: row)
        edition = try row("number")
        isWithdrawn = try row("is_withdrawn")
    }

    /// The first word of the subject, by which the register is divided.
    var family: String { String(factor.subject.prefix { $0 != "/" }) }

    /// Address without the language.
    var path: String { "/factors/\(FactorKey.slug(factor.id))" }
}

import Cities
import Inventory
import Storage
import Web

/// What an inventory in work would become if its rows were computed anew with a changed register.
///
/// Nothing is changed by looking, nor by saving the factor: rows keep what they were computed with until the city
/// computes them again, and published versions stay as they are.
struct FactorRestatement: Sendable {
    struct Line: Sendable {
        let row: InventoryRow
        /// t CO2e as the row stands.
        let before: Double
        /// t CO2e computed anew, or why that is not possible.
        let after: Result<Double, MethodProblem>
    }

    let city: City
    let record: InventoryRecord
    let isPublished: Bool
    /// Whether its work has changed since it was published: what it would become is then nothing that is public.
    let isChangedSince: Bool
    let lines: [Line]
    /// t CO2e of the whole inventory as it stands, and with the lines computed anew.
    let before: Double
    let after: Double

    /// The inventories that a change of what the register says of a subject would restate.
    static func all(
        _ connection: any Connection, _ list: FactorList, about subject: String, _ property: String,
        changedTo changed: FactorBook
    ) throws -> [FactorRestatement] {
        let rows = try FactorUse.rows(connection, about: subject, property)
        return try rows.compactMap { inventory, ids in
            try FactorRestatement(connection, inventory, rows: ids, from: list.book, to: changed)
        }.sorted { ($0.city.sortKey, $0.record.year) < ($1.city.sortKey, $1.record.year) }
    }

    private init?(
        _ connection: any Connection, _ id: InventoryID, rows: Set<String>, from old: FactorBook, to new: FactorBook
    ) throws {
        guard let record = try InventoryRecord.find(connection, id: id),
            let city = try City.find(connection, code: record.city)
        else { return nil }
        let whole = try record.whole(connection)
        let place = FactorPlace(city, year: record.year)
        var changed = whole
        var lines: [Line] = []
        for (index, row) in whole.rows.enumerated() where rows.contains(row.id) {
            guard let use = row.method, let method = Methods.named(use.name), let masses = row.masses else { continue }
            let (now, then) = (Self.result(method, use, old, place), Self.result(method, use, new, place))
            if now == then { continue }
            if case .success(let computed) = then { changed.rows[index].content = .emissions(computed) }
            lines.append(
                Line(row: row, before: record.gwp.co2e(masses), after: then.map { record.gwp.co2e($0) }))
        }
        guard !lines.isEmpty else { return nil }
        self.city = city
        self.record = record
        self.lines = lines
        let publication = try InventoryPublication.last(connection, of: id)
        isPublished = publication != nil
        isChangedSince = publication.map { $0.version != record.version } ?? true
        before = InventoryReport(whole).contract.total
        after = InventoryReport(changed).contract.total
    }

    private static func result(
        _ method: Method, _ use: MethodUse, _ book: FactorBook, _ place: FactorPlace
    ) -> Result<GasMasses, MethodProblem> {
        do throws(MethodProblem) {
            return .success(try method.result(use.arguments, factors: book, at: place).masses)
        } catch { return .failure(error) }
    }
}

extension FactorList {
    /// The book with one factor in the place of what had its key.
    func book(with factor: Factor) -> FactorBook {
        var changed = book
        changed.add(factor)
        return changed
    }

    /// The book as it would be without a factor.
    func book(without key: String) -> FactorBook {
        FactorBook(entries.lazy.filter { !$0.isWithdrawn && $0.factor.id != key }.map(\.factor))
    }
}

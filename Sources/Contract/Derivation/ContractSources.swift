import Finance
import Inventory
import Pathways
import Portfolio

/// What a contract's tables are derived from: the inventory, and the plan with its pathway and its money.
public struct ContractSources: Sendable {
    /// The baseline; nil where only a plan is at hand.
    public var inventory: CityInventory?
    /// The plan; nil where only an inventory is at hand.
    public var portfolio: Portfolio?
    /// The scenario that the contract commits to; nil is the plan's main one.
    public var scenario: String?
    /// The scenario of policies that exist already; nil is the plan's own of that kind.
    public var existing: String?
    /// Translates what the hub itself says in a cell into the contract's language.
    public var translated: @Sendable (String) -> String = { $0 }

    public init(
        inventory: CityInventory? = nil, portfolio: Portfolio? = nil, scenario: String? = nil, existing: String? = nil
    ) {
        self.inventory = inventory
        self.portfolio = portfolio
        self.scenario = scenario
        self.existing = existing
    }

    /// The tables that a contract of a template and a target year gets; tables that nothing is known of are left out.
    public func tables(_ template: Template, targetYear: Int) -> [TableID: ContractTable] {
        var tables: [TableID: ContractTable] = [:]
        if let inventory { tables.merge(InventoryTables.all(inventory, translated)) { $1 } }
        if let portfolio, let paths = PathwayTables(portfolio, self, template, targetYear: targetYear) {
            tables.merge(paths.all(baseline: tables[.emissions])) { first, _ in first }
            tables.merge(MoneyTables.all(portfolio, paths)) { $1 }
        }
        return tables.filter { TableForm.of($0.key).numbers[template] != nil && !$0.value.rows.isEmpty }
    }
}

extension CityContract {
    /// The contract with what its sources say; what people wrote stays, and so do their overrides.
    public func deriving(from sources: ContractSources) -> CityContract {
        var contract = self
        for (id, derived) in sources.tables(template, targetYear: targetYear) {
            contract.tables[id] = (contract.tables[id] ?? ContractTable()).merging(derived)
        }
        return contract
    }
}

extension ContractTable {
    /// The table with derived rows: cells that nobody touched follow, others keep what was written beside what is
    /// derived now.
    func merging(_ derived: ContractTable) -> ContractTable {
        var table = self
        table.baseYear = derived.baseYear ?? baseYear
        if !derived.unit.isEmpty { table.unit = derived.unit }
        if !derived.gases.isEmpty { table.gases = derived.gases }
        if !derived.source.isEmpty { table.source = derived.source }
        let wanted = Dictionary(derived.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        table.rows = rows.compactMap { row in
            if let new = wanted[row.id] { return row.merging(new) }
            return row.isDerived ? row.withoutSource : row
        }
        let known = Set(table.rows.map(\.id))
        let new = derived.rows.filter { !known.contains($0.id) }
        let end = table.rows.firstIndex(where: \.isTotal) ?? table.rows.count
        let isSubtotalled = derived.rows.dropLast().contains(where: \.isTotal)
        if table.rows.isEmpty || isSubtotalled {
            table.rows += new
        } else {
            table.rows.insert(contentsOf: new.filter { !$0.isTotal }, at: end)
            table.rows += new.filter(\.isTotal)
        }
        return table
    }
}

extension ContractRow {
    /// A row made of derived cells.
    init(derived id: String, isTotal: Bool = false, _ cells: [String: ContractCell.Content?]) {
        self.init(
            id, isTotal: isTotal, isDerived: true,
            cells.compactMapValues { content in content.map { ContractCell($0, derived: $0) } })
    }

    func merging(_ new: ContractRow) -> ContractRow {
        var row = self
        row.isDerived = true
        for (id, cell) in new.cells {
            guard let old = cells[id] else {
                row.cells[id] = cell
                continue
            }
            let isTouched = old.derived.map { $0 != old.content } ?? true
            row.cells[id]?.derived = cell.derived
            if !isTouched {
                row.cells[id]?.content = cell.content
                row.cells[id]?.reason = cell.reason
            }
        }
        for (id, cell) in cells where cell.derived != nil && new.cells[id] == nil {
            if cell.isOverridden { row.cells[id]?.derived = nil } else { row.cells[id] = nil }
        }
        return row
    }

    /// What people wrote into a row whose source is gone; nil where that is nothing.
    var withoutSource: ContractRow? {
        var row = self
        row.isDerived = false
        row.cells = cells.filter { $0.value.derived == nil || $0.value.isOverridden }
        for id in row.cells.keys { row.cells[id]?.derived = nil }
        return row.cells.isEmpty ? nil : row
    }
}

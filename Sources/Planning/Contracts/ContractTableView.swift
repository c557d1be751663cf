import Contract
import Storage
import Web

/// A table of a contract in work with everything its pages need; no other part of the contract is read.
struct ContractTableView: Sendable {
    let desk: ContractDesk
    let form: TableForm
    let table: ContractTable
    /// 0: nobody has written anything yet.
    let version: Int
    /// Who else has it open.
    let others: [ContractPresence]
    let comments: [OpenComment]
    /// The contract with this table and those that its rows name.
    let document: CityContract

    init(
        _ connection: any Connection, _ desk: ContractDesk, _ id: TableID, person: PersonID?, at now: Instant
    ) throws {
        self.desk = desk
        form = TableForm.of(id)
        let part = try ContractPart.find(connection, desk.record.id, .table(id))
        table = try part?.table()?.table ?? ContractTable()
        version = part?.version ?? 0
        others = try ContractPresence.others(connection, desk.record.id, than: person, at: now)
            .filter { $0.place == id.rawValue }
        comments = try OpenComment.all(connection, of: desk.record.id)
        var document = desk.record.frame.contract
        for case .links(let linked) in form.columns.map(\.kind) where document.tables[linked] == nil {
            document.tables[linked] = try ContractPart.find(connection, desk.record.id, .table(linked))?.table()?.table
        }
        document.tables[id] = table
        self.document = document
    }

    var place: ContractPlace { .table(form.id) }
    var template: Template { desk.record.frame.template }

    /// The number in the contract's template, or the table's short name where the template has no such table.
    var number: String { place.number(in: template) ?? form.id.rawValue }

    /// Address without the language.
    var path: String { "\(desk.record.path)/tables/\(form.id.rawValue)" }

    /// A cell of each row: its name, and the column that says what it holds.
    struct Cell: Sendable {
        let id: String
        let column: Column
    }

    /// The cells that a row may have: those of the template, a yearly one for each year, and what stands there besides.
    var cells: [Cell] {
        let used = Set(table.rows.flatMap(\.cells.keys))
        return form.columns.flatMap { column -> [Cell] in
            guard column.isYearly else {
                let isShown = column.templates.contains(template) || used.contains(column.id)
                return isShown ? [Cell(id: column.id, column: column)] : []
            }
            var years = Set(used.filter { form.column($0) == column }.compactMap { TableForm.year(of: $0) })
            if column.templates.contains(template) { years.formUnion([2030, desk.record.frame.targetYear]) }
            // Indicators have targets on the way too.
            if form.id == .indicators { years.formUnion([2025, 2027]) }
            return years.sorted().map { Cell(id: "\(column.id)_\($0)", column: column) }
        }
    }

    /// The rows of another table as choices.
    func choices(_ id: TableID, _ words: ContractWords) -> [Option] {
        (document.tables[id]?.items ?? []).map { Option($0.id, words.name(of: $0, in: id), translated: false) }
    }
}

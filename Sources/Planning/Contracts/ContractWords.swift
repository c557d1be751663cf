import Contract
import Finance
import Inventory
import Portfolio
import Web

/// What stands in a contract's tables, and where, in the reader's language.
package struct ContractWords {
    package let document: CityContract
    package let figures: Figures
    package let t: Texts

    package init(_ document: CityContract, _ visit: Visit) {
        self.document = document
        figures = visit.figures
        t = visit.t
    }

    // MARK: Places

    /// `A-2.3 Emissions gap · Waste · Residual emissions`.
    package func place(_ place: ContractPlace) -> String {
        var parts = [[number(place), title(place)].filter { !$0.isEmpty }.joined(separator: " ")]
        if let table = place.table, let row = place.row {
            parts.append(name(of: row, in: table))
            if let column = place.column { parts.append(heading(column, of: table)) }
        }
        return parts.joined(separator: " · ")
    }

    /// The number that the template gives a place; its appendix is a word.
    private func number(_ place: ContractPlace) -> String {
        Self.number(place, in: document.template, t)
    }

    static func number(_ place: ContractPlace, in template: Template, _ t: Texts) -> String {
        let number = place.number(in: template) ?? ""
        return number == "Appendix" ? t("Appendix") : number
    }

    /// What a rule says, its figures and codes as the reader writes them.
    package func message(_ finding: ContractFinding) -> String {
        t(
            finding.message,
            finding.values.mapValues { value in
                if let number = Double(value) { return figures.decimal(number) }
                if Carrier.named(value) != nil { return InventoryRowName.carrier(value, t) }
                return t(Self.title(of: value))
            })
    }

    private func title(_ place: ContractPlace) -> String {
        if let table = place.table { return t(TableForm.of(table).title) }
        if let section = place.section { return t(SectionForm.of(section).title) }
        return t("The contract as a whole")
    }

    /// A column's heading, with the year of a yearly one.
    package func heading(_ id: String, of table: TableID) -> String {
        guard let column = TableForm.of(table).column(id) else { return id }
        guard column.isYearly, let year = TableForm.year(of: id) else { return t(column.title) }
        return "\(t(column.title)) \(year)"
    }

    /// A row by what its key columns say; totals and empty rows by what they are.
    package func name(of row: String, in table: TableID) -> String {
        guard let row = document.tables[table]?.row(row) else { return row }
        return name(of: row, in: table)
    }

    package func name(of row: ContractRow, in table: TableID) -> String {
        let keys = TableForm.of(table).columns.filter(\.isKey).map { text(row.cells[$0.id]?.content, in: $0) }
        let words = keys.filter { !$0.isEmpty }.joined(separator: " · ")
        if row.isTotal { return words.isEmpty ? t("Total") : "\(t("Total")) · \(words)" }
        return words.isEmpty ? row.id : words
    }

    /// Address of a place without the language.
    static func path(_ place: ContractPlace, in contract: ContractRecord) -> String {
        if place.section != nil { return "\(contract.path)/\(place.path)" }
        guard let table = place.table else { return contract.path }
        guard let row = place.row else { return "\(contract.path)/tables/\(table.rawValue)" }
        return "\(contract.path)/tables/\(table.rawValue)/rows/\(row)"
    }

    // MARK: Cells

    /// What stands in a cell; a code as the word it stands for.
    package func text(_ content: ContractCell.Content?, in column: Column) -> String {
        switch content {
        case nil: ""
        case .number(let number): column.kind == .year ? "\(Int(number))" : figures.decimal(number)
        case .text(let text): word(text, in: column)
        case .list(let ids): links(ids, in: column)
        case .notation(let key): key.rawValue
        }
    }

    private func word(_ text: String, in column: Column) -> String {
        guard case .word = column.kind else { return text }
        return t(Self.title(of: text))
    }

    private func links(_ ids: [String], in column: Column) -> String {
        guard case .links(let table) = column.kind else { return ids.joined(separator: ", ") }
        return ids.map { name(of: $0, in: table) }.joined(separator: ", ")
    }

    /// Key of the word that a code of a column stands for; another word as it is.
    static func title(of code: String) -> String {
        if let sector = ContractSector(rawValue: code) { return sector.title }
        if let field = FieldOfAction(rawValue: code) { return field.title }
        if let lever = CityMeasure.Lever(rawValue: code) { return lever.title }
        if let kind = CityMeasure.Kind(rawValue: code) { return kind.title }
        return words[code] ?? code
    }

    private static let words: [String: String] = [
        "high": "High", "medium": "Medium", "low": "Low", "policy": "Policy", "strategy": "Strategy",
        "initiative": "Initiative", "regulation": "Regulation", "local": "Local", "regional": "Regional",
        "national": "National", "EU": "European", "residual": "Residual emissions", "sink": "Sink",
        "credit": "Carbon credit", "digital": "Digital", "paper": "On paper", "enacted": "Enacted",
        "inProcess": "In the process of being enacted", "inDevelopment": "In development", "executed": "Executed",
        "approved": "Approved", "gross": "Gross", "net": "Net", "open": "Open", "under way": "Under way",
        "kept": "Kept", "not kept": "Not kept", "premium": "Premium", "framework": "Framework", "basic": "Basic",
        "public": "Public", "private": "Private", "business": "Business", "academia": "Academia",
        "civil society": "Civil society", "signed": "Signed", "awaited": "Awaited", "refused": "Refused",
        "structural": "Structural", "economic": "Economic", "financial": "Financial", "social": "Social",
        "up": "Upwards", "down": "Downwards",
    ]
}

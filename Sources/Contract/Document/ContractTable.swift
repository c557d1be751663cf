import Quantities

/// A table of a contract: its rows, and what its head says.
public struct ContractTable: Sendable, Hashable {
    /// The base year in the table's head.
    public var baseYear: Int?
    /// The unit, where it is not the template's.
    public var unit: String
    /// The methodology in the head: GPC, IPCC, CRF or national.
    public var method: String
    /// The gases that the table covers.
    public var gases: [String]
    public var note: String
    /// Where the figures come from.
    public var source: String
    public var rows: [ContractRow]

    public init(
        baseYear: Int? = nil, unit: String = "", method: String = "", gases: [String] = [], note: String = "",
        source: String = "", rows: [ContractRow] = []
    ) {
        self.baseYear = baseYear
        self.unit = unit
        self.method = method
        self.gases = gases
        self.note = note
        self.source = source
        self.rows = rows
    }

    /// The rows that are not totals.
    public var items: [ContractRow] { rows.filter { !$0.isTotal } }

    /// The row of an id.
    public func row(_ id: String) -> ContractRow? { rows.first { $0.id == id } }
}

extension ContractTable: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case baseYear, unit, method, gases, note, source, rows }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            baseYear: try values.optional(.baseYear), unit: try values.field(.unit, or: ""),
            method: try values.field(.method, or: ""), gases: try values.field(.gases, or: []),
            note: try values.field(.note, or: ""), source: try values.field(.source, or: ""),
            rows: try values.field(.rows, or: []))
    }
}

/// A row: cells by their columns.
public struct ContractRow: Sendable, Hashable {
    /// A short text slug, unique in the table; it stays when the row is edited.
    public var id: String
    /// Whether it adds up other rows: all with the same texts in its key columns as far as it has any.
    public var isTotal: Bool
    /// Whether the row itself came from inventory, pathway or investment.
    public var isDerived: Bool
    public var cells: [String: ContractCell]

    public init(
        _ id: String, isTotal: Bool = false, isDerived: Bool = false, _ cells: [String: ContractCell] = [:]
    ) {
        self.id = id
        self.isTotal = isTotal
        self.isDerived = isDerived
        self.cells = cells
    }

    /// The number in a column, where there is one.
    public func number(_ column: String) -> Double? { cells[column]?.number }

    /// The text in a column; empty where there is none.
    public func text(_ column: String) -> String {
        if case .text(let text)? = cells[column]?.content { text } else { "" }
    }

    /// The rows of another table that a column names.
    public func links(_ column: String) -> [String] {
        switch cells[column]?.content {
        case .list(let list): list
        case .text(let text) where !text.isEmpty: [text]
        default: []
        }
    }

    /// Whether a column holds nothing.
    public func isBlank(_ column: String) -> Bool {
        switch cells[column]?.content {
        case nil: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .list(let list): list.isEmpty
        default: false
        }
    }
}

extension ContractRow: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case id, cells
        case isTotal = "total"
        case isDerived = "derived"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .id), isTotal: try values.field(.isTotal, or: false),
            isDerived: try values.field(.isDerived, or: false), try values.field(.cells, or: [:]))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        if isTotal { try values.encode(true, forKey: .isTotal) }
        if isDerived { try values.encode(true, forKey: .isDerived) }
        try values.encode(cells, forKey: .cells)
    }
}

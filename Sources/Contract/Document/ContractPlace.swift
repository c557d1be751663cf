/// Where something stands in a contract: a table, a row, a cell, a section, or the contract as a whole.
public struct ContractPlace: Sendable, Hashable {
    public let table: TableID?
    public let row: String?
    public let column: String?
    public let section: SectionID?

    private init(table: TableID? = nil, row: String? = nil, column: String? = nil, section: SectionID? = nil) {
        self.table = table
        self.row = row
        self.column = column
        self.section = section
    }

    /// The contract as a whole.
    public static let contract = ContractPlace()

    /// A table.
    public static func table(_ table: TableID) -> ContractPlace { ContractPlace(table: table) }

    /// A row.
    public static func row(_ table: TableID, _ row: String) -> ContractPlace { ContractPlace(table: table, row: row) }

    /// A cell.
    public static func cell(_ table: TableID, _ row: String, _ column: String) -> ContractPlace {
        ContractPlace(table: table, row: row, column: column)
    }

    /// A narrative section.
    public static func section(_ section: SectionID) -> ContractPlace { ContractPlace(section: section) }

    /// The place in files and reports: `emissions/waste/scope2`, `sections/outlook`, or nothing for the contract.
    public var path: String {
        if let section { return "sections/\(section.rawValue)" }
        return [table?.rawValue, row, column].compactMap { $0 }.joined(separator: "/")
    }

    /// The place of a path, or nil where there can be none such.
    public init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts == [""] {
            self = .contract
        } else if parts[0] == "sections" {
            guard parts.count == 2, let section = SectionID(rawValue: parts[1]) else { return nil }
            self = .section(section)
        } else {
            guard parts.count <= 3, let table = TableID(rawValue: parts[0]), !parts.contains("") else { return nil }
            self.init(table: table, row: parts.count > 1 ? parts[1] : nil, column: parts.count > 2 ? parts[2] : nil)
        }
    }

    /// Whether another place is this one or lies in it.
    public func contains(_ other: ContractPlace) -> Bool {
        if self == .contract { return true }
        guard section == other.section, table == other.table else { return false }
        return (row == nil || row == other.row) && (column == nil || column == other.column)
    }

    /// The module, nil for the contract as a whole.
    public var module: Module? {
        table.map { TableForm.of($0).module } ?? section.map { SectionForm.of($0).module }
    }

    /// The number that a template gives it, such as `A-1.4`.
    public func number(in template: Template) -> String? {
        table.flatMap { TableForm.of($0).numbers[template] } ?? section.flatMap { SectionForm.of($0).numbers[template] }
    }
}

/// In files its path.
extension ContractPlace: Codable {
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        guard let place = ContractPlace(path: try value.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "There is no such place.")
        }
        self = place
    }

    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(path)
    }
}

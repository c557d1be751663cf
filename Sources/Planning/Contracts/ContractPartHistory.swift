import Contract
import Storage
import Web

/// A version of a section or a table that was saved once.
struct ContractPartVersion: Sendable, RowDecodable {
    let version: Int
    let content: String
    let savedAt: Instant
    /// Who saved it; nil for the hub itself.
    let savedBy: String?

    init(row: Row) throws {
        version = try row("version")
        content = try row("content")
        savedAt = try row("saved_at")
        savedBy = try row("name")
    }
}

/// A part's place as paths have it: `sections/outlook` or `tables/emissions`.
struct ContractPartPlace: Sendable {
    let place: ContractPlace

    /// The part that a path names by `:section` or `:table`.
    init(_ visit: Visit) throws {
        if let section = SectionID(rawValue: visit.parameters["section"]) {
            place = .section(section)
        } else if let table = TableID(rawValue: visit.parameters["table"]) {
            place = .table(table)
        } else {
            throw PageError.notFound
        }
    }

    /// Key of the title.
    var title: String {
        place.section.map { SectionForm.of($0).title } ?? place.table.map { TableForm.of($0).title } ?? ""
    }
}

import Contract
import Members
import Storage
import Web

/// What somebody types into a row of a table is kept while they type, whatever becomes of the row meanwhile.
struct ContractRowDraftRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let rows = "/contracts/:contract/tables/:table/rows"
        for path in ["\(rows)/new", "\(rows)/:row/edit"] {
            routes.post("\(path)/draft", ContractRules.editor, keep)
            routes.post("\(path)/draft/removal", ContractRules.editor) { visit in
                let view = try await ContractTableRoutes.view(kit, visit)
                let own = Self.drafts(kit, view, visit.parameters["row"], visit)
                // A row that is gone has no form to go back to.
                let isGone = view.table.row(visit.parameters["row"]) == nil
                return try await own.discard(visit, to: visit.path(isGone ? view.path : own.path))
            }
        }
    }

    /// The draft of a row, by its id; none names a new one.
    static func drafts(_ kit: Kit, _ view: ContractTableView, _ id: String, _ visit: Visit) -> Drafts {
        let place = id.isEmpty ? "rows/new" : "rows/\(id)/edit"
        return Drafts(
            kit, form: ContractRowForm(view, view.table.row(id), visit).drafted,
            name: "contract \(view.desk.record.id) \(view.place.path) \(place)", path: "\(view.path)/\(place)")
    }

    /// Keeps what was typed, and says who else is at the table.
    private func keep(_ visit: Visit) async throws -> Reply {
        let view = try await ContractTableRoutes.view(kit, visit)
        try await ContractTableRoutes.see(kit, view, visit)
        let others = view.others.map { $0.sentence(visit) }
        return try await Self.drafts(kit, view, visit.parameters["row"], visit)
            .save(visit, note: others.isEmpty ? nil : others.joined(separator: ". "))
    }
}

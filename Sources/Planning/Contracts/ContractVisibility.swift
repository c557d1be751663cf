import Contract

/// What of a contract everybody may see. The one place that decides: the public page, its files, its exports, the
/// document to be signed and the API all show what `open` leaves, and nothing else.
package struct ContractVisibility: Sendable, Equatable {
    /// Documents that are withheld as a whole; investment plans often are.
    package var documents: Set<ContractDocument> = []
    /// Withheld sections and tables, by the paths of their places.
    package var places: Set<String> = []
    /// Rows of the table of signatories whose organisations keep their commitment to themselves.
    package var signatories: Set<String> = []

    package init(
        documents: Set<ContractDocument> = [], places: Set<String> = [], signatories: Set<String> = []
    ) {
        self.documents = documents
        self.places = places
        self.signatories = signatories
    }

    private static let documentPrefix = "documents/"

    /// From the paths that the database holds.
    package init(paths: [String], signatories: Set<String> = []) {
        self.init(signatories: signatories)
        for path in paths {
            if path.hasPrefix(Self.documentPrefix) {
                let name = String(path.dropFirst(Self.documentPrefix.count))
                if let document = ContractDocument(rawValue: name) { documents.insert(document) }
            } else {
                places.insert(path)
            }
        }
    }

    /// What the database holds.
    package var paths: [String] { (documents.map { Self.documentPrefix + $0.rawValue } + places).sorted() }

    /// Whether a section or a table may be seen.
    package func isOpen(_ place: ContractPlace) -> Bool {
        let part = place.table.map { ContractPlace.table($0) } ?? place
        guard let module = place.module else { return true }
        return !documents.contains(module.document) && !places.contains(part.path)
    }

    /// The contract without what is withheld: no text, no cell and no name of a row of it is left anywhere.
    package func open(_ whole: CityContract) -> CityContract {
        // What the contract does not hold as a document is not shown either, even where parts of it are written.
        var closing = self
        closing.documents.formUnion(ContractDocument.allCases.filter { !whole.documents.contains($0) })
        return closing.opened(whole)
    }

    private func opened(_ whole: CityContract) -> CityContract {
        var contract = whole
        contract.documents = whole.documents.filter { !documents.contains($0) }
        contract.sections = whole.sections.filter { isOpen(.section($0.key)) }
        contract.tables = whole.tables.filter { isOpen(.table($0.key)) }
        for (id, table) in contract.tables { contract.tables[id] = open(table, id) }
        contract.quantities = whole.quantities.compactMap(open)
        // Waivers name who answers for them, and their reasons speak of what they cover.
        contract.waivers = []
        return contract
    }

    private func open(_ table: ContractTable, _ id: TableID) -> ContractTable {
        var table = table
        if id == .individualCommitments {
            table.rows.removeAll { row in row.links("signatory").contains(where: signatories.contains) }
        }
        for index in table.rows.indices {
            table.rows[index].cells = table.rows[index].cells.filter { isOpen(TableForm.of(id).column($0.key)) }
        }
        return table
    }

    /// The id of a row is made of its name, so links into a withheld table go; of a column that no template has, nobody
    /// can say what stands in it.
    private func isOpen(_ column: Column?) -> Bool {
        guard let column else { return false }
        if case .links(let target) = column.kind { return isOpen(.table(target)) }
        return true
    }

    /// A figure that is stated in several places, with the open ones; what stands in texts cannot be told apart.
    private func open(_ quantity: StatedQuantity) -> StatedQuantity? {
        if places.isEmpty, documents.isEmpty { return quantity }
        var quantity = quantity
        quantity.statements.removeAll { statement in statement.cell.map { !isOpen($0) } ?? true }
        return quantity.statements.count > 1 ? quantity : nil
    }
}

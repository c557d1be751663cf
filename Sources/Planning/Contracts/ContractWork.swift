import Contract
import Storage
import Web

/// A contract as a whole, with who does what in it.
struct ContractWork: Sendable {
    let desk: ContractDesk
    let document: CityContract
    let states: [ModuleState]
    /// By the module's raw value.
    let tasks: [String: ContractTask]
    let present: [ContractPresence]
    let comments: [OpenComment]
    /// Inventory or plan changed since the tables were filled from them.
    let hasNewFigures: Bool

    init(
        _ connection: any Connection, _ desk: ContractDesk, _ documents: ContractDocuments, person: PersonID?,
        at now: Instant
    ) throws {
        self.desk = desk
        document = try documents.document(connection, desk.record)
        states = ModuleState.all(document)
        tasks = try ContractTask.all(connection, of: desk.record.id)
        present = try ContractPresence.others(connection, desk.record.id, than: person, at: now)
        comments = try OpenComment.all(connection, of: desk.record.id)
        hasNewFigures = try ContractDerivation.isBehind(connection, desk.record)
    }

    /// The sections and tables of a module, sections first.
    func places(of module: Module) -> [ContractPlace] {
        let template = document.template
        let sections = SectionForm.all.filter { $0.module == module && $0.numbers[template] != nil }
        let tables = TableForm.all.filter { $0.module == module && $0.numbers[template] != nil }
        return (document.extent == .whole ? sections.map { ContractPlace.section($0.id) } : [])
            + tables.map { ContractPlace.table($0.id) }
    }

    func isFilled(_ place: ContractPlace) -> Bool {
        if let section = place.section { return !(document.sections[section] ?? "").isEmpty }
        return place.table.map { !document.items($0).isEmpty } ?? false
    }
}

import Cities
import Contract
import Members
import Storage
import Web

/// A city's contracts: which there are, how one begins, and its task list.
struct ContractRoutes {
    let kit: Kit
    let bases: ScenarioBases
    let documents: ContractDocuments

    func add(to routes: inout Routes) {
        routes.get("/cities/:city/contracts", ContractRules.cityReader, list)
        routes.get("/cities/:city/contracts/new", ContractRules.cityEditor, new)
        routes.post("/cities/:city/contracts/new", ContractRules.cityEditor, start)
        routes.get("/contracts/:contract", ContractRules.reader, show)
        routes.plain("/contracts/:contract/contract.json", ContractRules.reader, json)
    }

    private struct Shelf: Sendable {
        let city: City
        let right: ContractRules.Right
        let records: [ContractRecord]
        let targetYear: Int?
        let sources: ContractSources?
    }

    private func shelf(_ visit: Visit) async throws -> Shelf {
        let (slug, visitor) = (visit.parameters["city"], visit.visitor)
        let found = try await kit.database.read { connection -> Shelf? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            return Shelf(
                city: city, right: try ContractRules.right(visitor, city: city.code, connection),
                records: try ContractRecord.all(connection, of: city.code),
                targetYear: try ProgrammeCity.active(connection, city: city.code)?.targetYear,
                sources: try ContractNumbers.sources(connection, city, bases))
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let shelf = try await shelf(visit)
        return .page(
            ContractListPages(city: shelf.city, right: shelf.right, records: shelf.records, visit: visit).page)
    }

    private func new(_ visit: Visit) async throws -> Reply {
        let shelf = try await shelf(visit)
        return .page(ContractListPages.starting(shelf.city, recorded(shelf), visit))
    }

    private func recorded(_ shelf: Shelf) -> Answers {
        var texts = ["template": Template.v21.rawValue, "language": "ro"]
        texts["base-year"] = shelf.sources?.inventory.map { "\($0.year)" }
        texts["target-year"] = shelf.targetYear.map(String.init)
        return Answers(texts)
    }

    private func start(_ visit: Visit) async throws -> Reply {
        let shelf = try await shelf(visit)
        let answers = ContractForm.start.check(visit.answers, visit.t)
        guard answers.isFine, let base = answers.integer("base-year"), let target = answers.integer("target-year"),
            let template = Template(rawValue: answers.text("template"))
        else { return .page(ContractListPages.starting(shelf.city, answers, visit), status: 422) }
        var contract = CityContract(
            city: shelf.city.name, language: answers.text("language"), template: template, baseYear: base,
            targetYear: target)
        if let sources = shelf.sources { contract = ContractNumbers.filling(contract, from: sources, kit) }
        let (id, filled, person): (ContractID, CityContract, PersonID) = (
            kit.ids.next(), contract, try visit.signedIn.person
        )
        try await kit.database.write { connection in
            try ContractRecord.start(connection, id: id, city: shelf.city.code, filled, by: person, at: visit.now)
            guard let desk = try ContractDesk(connection, id, visit.visitor) else { throw PageError.notFound }
            if shelf.sources != nil { try ContractDerivation.note(connection, desk.record, by: person, at: visit.now) }
            try desk.record(connection, "contract.started", visit)
        }
        return .seeOther(visit.path("/contracts/\(id)"), notice: visit.t("The contract is started."))
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let (person, now) = (visit.visitor.person, visit.now)
        let work = try await ContractDesk.open(kit, visit) { desk, connection in
            try ContractWork(connection, desk, documents, person: person, at: now)
        }
        return .page(ContractPages(work: work, visit: visit).page)
    }

    /// The whole contract as the library and the command line read it.
    private func json(_ visit: Visit) async throws -> Reply {
        let (desk, document) = try await ContractDesk.open(kit, visit) { desk, connection in
            (desk, try documents.document(connection, desk.record))
        }
        return .download(
            Array(try document.json()), mediaType: "application/json",
            fileName: "contract-\(desk.city.slug)-\(desk.record.iteration).json")
    }
}

import Contract
import Pathways
import Storage
import Web

/// A contract from a file: sent, shown as what it would change, and only then taken over.
struct ContractImportRoutes {
    let kit: Kit
    let documents: ContractDocuments

    private static let fileBytes = 4_000_000
    static let form = Form([
        Field(
            "file", "File with the contract", hint: "A contract in JSON, as this hub gives it out.",
            .file(types: [.json], maxBytes: fileBytes))
    ])

    func add(to routes: inout Routes) {
        let path = "/contracts/:contract/imports"
        routes.get("\(path)/new", ContractRules.editor, new)
        routes.post("\(path)/new", ContractRules.editor, filesUpTo: Self.fileBytes + 200_000, send)
        routes.get("\(path)/:import", ContractRules.editor) { visit in
            .page(Self.preview(try await found(visit), isStale: false, visit))
        }
        routes.post("\(path)/:import/confirmation", ContractRules.editor, confirm)
    }

    // MARK: Sending

    private func new(_ visit: Visit) async throws -> Reply {
        .page(Self.sending(try await ContractDesk.open(kit, visit), Answers(), [], visit))
    }

    private func send(_ visit: Visit) async throws -> Reply {
        let desk = try await ContractDesk.open(kit, visit)
        var checked = Self.form.check(visit.answers, visit.t)
        guard checked.isFine, let upload = checked.upload("file") else {
            return .page(Self.sending(desk, checked, [], visit), status: 422)
        }
        switch ContractImport.read(upload.bytes) {
        case .problems(let problems):
            checked.refuse("file", visit.t("The file cannot be taken over as it is: see the list."))
            return .page(Self.sending(desk, checked, problems, visit), status: 422)
        case .contract(let file):
            let (id, person): (ID<ContractImportKind>, PersonID) = (kit.ids.next(), try visit.signedIn.person)
            try await kit.database.write { connection in
                try ContractImport.begin(
                    connection, id: id, of: desk.record.id, fileName: upload.fileName, file, by: person, at: visit.now)
            }
            return .seeOther(visit.path("\(desk.record.path)/imports/\(id)"))
        }
    }

    // MARK: Confirming

    private struct Found: Sendable {
        let desk: ContractDesk
        let item: ContractImport
        let document: CityContract
        let applied: CityContract
    }

    private func found(_ visit: Visit) async throws -> Found {
        guard let id = ID<ContractImportKind>(visit.parameters["import"]) else { throw PageError.notFound }
        let found = try await ContractDesk.open(kit, visit) { desk, connection -> Found? in
            guard let item = try ContractImport.find(connection, of: desk.record.id, id: id) else { return nil }
            let document = try documents.document(connection, desk.record)
            return Found(
                desk: desk, item: item, document: document,
                applied: ContractImport.applied(try item.file(connection), to: document))
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func confirm(_ visit: Visit) async throws -> Reply {
        let found = try await found(visit)
        let person = try visit.signedIn.person
        let seen = visit.answers.integer("state")
        let isTaken = try await kit.database.write { connection in
            guard let desk = try ContractDesk(connection, found.desk.record.id, visit.visitor),
                desk.record.revision == seen, desk.record.revision == found.desk.record.revision,
                try found.item.confirm(connection, by: person, at: visit.now)
            else { return false }
            try desk.record.replace(connection, with: found.applied, by: person, at: visit.now)
            try desk.record(connection, "contract.imported", visit)
            return true
        }
        guard isTaken else {
            // Sent twice: the first time counts.
            if found.item.confirmedAt != nil { return .seeOther(visit.path(found.desk.record.path)) }
            return .page(Self.preview(try await self.found(visit), isStale: true, visit), status: 409)
        }
        return .seeOther(visit.path(found.desk.record.path), notice: visit.t("The contract is taken over."))
    }

    // MARK: Pages

    private static func sending(
        _ desk: ContractDesk, _ answers: Answers, _ problems: [PlanProblem], _ visit: Visit
    ) -> Page {
        let t = visit.t
        return Page(
            title: t("Import a contract"), breadcrumb: desk.trail(visit), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                Components.lead(
                    t("First everything that would change is shown. Nothing changes before you confirm."))
                if !problems.isEmpty {
                    Components.notice(.warning, t("The file has problems"), t) {
                        ul {
                            for problem in problems.prefix(100) {
                                li {
                                    t(problem.message, problem.values)
                                    if !problem.place.isEmpty {
                                        HTML {
                                            " "; code { problem.place }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                FormView(
                    form, answers, t, token: visit.formToken, action: visit.path("\(desk.record.path)/imports/new"),
                    submit: t("Read the file"), cancel: (t("Cancel"), visit.path(desk.record.path))
                ).html
            })
    }

    private static func preview(_ found: Found, isStale: Bool, _ visit: Visit) -> Page {
        let t = visit.t
        let differences = ContractDifference.all(from: found.document, to: found.applied)
        return Page(
            title: t("What the import would change"), breadcrumb: found.desk.trail(visit), problems: isStale,
            isPrivate: true,
            body: HTML {
                p { t("File: {name}", ["name": found.item.fileName]) }
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the contract meanwhile"), t) {
                        p { t("Look at the list again, then confirm.") }
                    }
                }
                if found.item.confirmedAt != nil {
                    p { t("It is taken over already.") }
                } else if differences.isEmpty {
                    Components.emptyState(t("Nothing would change."))
                } else {
                    ContractDifferenceList(differences, from: found.document, to: found.applied, visit).html
                    Components.action(
                        t("Take over the file"),
                        path: visit.path("\(found.desk.record.path)/imports/\(found.item.id)/confirmation"),
                        token: visit.formToken, kind: .primary,
                        hidden: [("state", "\(found.desk.record.revision)")])
                }
            })
    }
}

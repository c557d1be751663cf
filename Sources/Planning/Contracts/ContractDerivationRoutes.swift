import Contract
import Storage
import Web

/// What inventory and plan would change in a contract's tables now, and taking it over.
struct ContractDerivationRoutes {
    let kit: Kit
    let bases: ScenarioBases
    let documents: ContractDocuments

    func add(to routes: inout Routes) {
        routes.get("/contracts/:contract/derivation", ContractRules.reader) { visit in
            .page(try await view(visit).page(visit, isStale: false))
        }
        routes.post("/contracts/:contract/derivation", ContractRules.editor, derive)
    }

    /// The contract as it stands, and as inventory and plan would have it.
    fileprivate struct View: Sendable {
        let desk: ContractDesk
        let document: CityContract
        /// nil: the city has no plan here.
        let derived: CityContract?
        let derivation: ContractDerivation?

        /// What the preview was made from: nobody confirms what they have not seen.
        let fingerprint: String

        var differences: [ContractDifference] {
            derived.map { ContractDifference.all(from: document, to: $0) } ?? []
        }
    }

    private func view(_ visit: Visit) async throws -> View {
        try await ContractDesk.open(kit, visit) { desk, connection in
            let document = try documents.document(connection, desk.record)
            let sources = try ContractNumbers.sources(connection, desk.city, bases)
            return View(
                desk: desk, document: document,
                derived: sources.map { ContractNumbers.filling(document, from: $0, kit) },
                derivation: try ContractDerivation.find(connection, of: desk.record.id),
                fingerprint: try ContractDerivation.fingerprint(connection, of: desk.record) ?? "")
        }
    }

    private func derive(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        guard let derived = view.derived else { throw PageError.notFound }
        let person = try visit.signedIn.person
        let seen = visit.answers.text("state")
        let isTaken = try await kit.database.write { connection in
            // Both are looked at in the transaction that writes.
            guard seen == view.state, let now = try ContractDesk(connection, view.desk.record.id, visit.visitor),
                now.record.revision == view.desk.record.revision,
                try ContractDerivation.fingerprint(connection, of: now.record) ?? "" == view.fingerprint
            else { return false }
            for (id, table) in derived.tables where table != view.document.tables[id] {
                try ContractPart.replace(connection, now.record.id, id, table, by: person, at: visit.now)
            }
            try ContractDerivation.note(connection, now.record, by: person, at: visit.now)
            try now.record(connection, "contract.derived", visit)
            return true
        }
        guard isTaken else { return .page(try await self.view(visit).page(visit, isStale: true), status: 409) }
        return .seeOther(
            visit.path(view.desk.record.path), notice: visit.t("The tables say what inventory and plan say now."))
    }
}

extension ContractDerivationRoutes.View {
    /// What the page was made of.
    fileprivate var state: String { "\(desk.record.revision) \(fingerprint)" }

    fileprivate func page(_ visit: Visit, isStale: Bool) -> Page {
        let t = visit.t
        let differences = differences
        return Page(
            title: t("Figures from inventory and plan"), breadcrumb: desk.trail(visit), problems: isStale,
            isPrivate: true,
            body: HTML {
                if isStale {
                    Components.notice(.warning, t("The contract, the inventory or the plan changed meanwhile"), t) {
                        p { t("Look at the list again, then confirm.") }
                    }
                }
                if let derivation {
                    p {
                        t(
                            "The tables were last filled on {time}.",
                            ["time": visit.figures.time(derivation.derivedAt)])
                    }
                }
                if derived == nil {
                    Components.emptyState(
                        t("The city has no plan here, or its plan cannot be computed."),
                        next: (t("Plan and scenarios"), visit.path("\(desk.city.path)/scenarios")))
                } else if differences.isEmpty {
                    Components.emptyState(
                        t("Nothing would change: the tables say what inventory and plan say."))
                } else {
                    p { t("What people wrote stays, and so do overrides with their reasons.") }
                    ContractDifferenceList(differences, from: document, to: derived ?? document, visit).html
                    if desk.mayEdit {
                        Components.action(
                            t("Take over these changes"), path: visit.path("\(desk.record.path)/derivation"),
                            token: visit.formToken, kind: .primary, hidden: [("state", state)])
                    }
                }
            })
    }
}

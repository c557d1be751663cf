import Cities
import Contract
import Members
import Storage
import Web

/// The city says what everybody sees of its contract, shows it, or takes it back.
struct ContractPublicationRoutes {
    let kit: Kit
    let documents: ContractDocuments

    func add(to routes: inout Routes) {
        let path = "/contracts/:contract"
        routes.get("\(path)/visibility", ContractRules.reader, visibility)
        routes.post("\(path)/visibility", ContractRules.committer, withhold)
        routes.get("\(path)/publication", ContractRules.reader, show)
        routes.post("\(path)/publication", ContractRules.committer, publish)
        routes.get("\(path)/publication/withdrawal", ContractRules.committer, withdrawal)
        routes.post("\(path)/publication/withdrawal", ContractRules.committer, withdraw)
    }

    /// A contract with what is withheld of it, and what of it is public.
    struct Stand: Sendable {
        let desk: ContractDesk
        let visibility: ContractVisibility
        let document: CityContract
        let publication: ContractPublication?
        let errors: Int
    }

    private func stand(_ visit: Visit) async throws -> Stand {
        try await ContractDesk.open(kit, visit) { desk, connection in try stand(connection, desk) }
    }

    private func stand(_ connection: any Connection, _ desk: ContractDesk) throws -> Stand {
        let document = try documents.document(connection, desk.record)
        return Stand(
            desk: desk, visibility: try ContractVisibility.find(connection, of: desk.record.id), document: document,
            publication: try ContractPublication.current(connection, of: desk.record.id),
            errors: document.check(CheckCircumstances(stage: .publication)).errors.count)
    }

    private func pages(_ stand: Stand, _ visit: Visit) -> ContractPublicationPages {
        ContractPublicationPages(stand: stand, visit: visit)
    }

    // MARK: What is withheld

    private func visibility(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        return .page(pages(stand, visit).visibility(ContractPublicationForm.answers(stand.visibility)))
    }

    private func withhold(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        let checked = ContractPublicationForm.visibility(stand.document.template).check(visit.answers, visit.t)
        guard checked.isFine else { return .page(pages(stand, visit).visibility(checked), status: 422) }
        let visibility = ContractPublicationForm.visibility(checked)
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try visibility.save(connection, of: stand.desk.record.id, by: person, at: visit.now)
            try stand.desk.record(connection, "contract.visibility-changed", visit)
        }
        return .seeOther(
            visit.path("\(stand.desk.record.path)/publication"), notice: visit.t("What is withheld is saved."))
    }

    // MARK: Publishing

    private func show(_ visit: Visit) async throws -> Reply {
        .page(pages(try await stand(visit), visit).publishing(isStale: false))
    }

    private func publish(_ visit: Visit) async throws -> Reply {
        let (id, snapshot): (ID<ContractPublicationKind>, ID<ContractSnapshot>) = (kit.ids.next(), kit.ids.next())
        guard let contract = ContractID(visit.parameters["contract"]) else { throw PageError.notFound }
        let person = try visit.signedIn.person
        let seen = visit.answers.text("state")
        let result = try await kit.database.write { connection -> (stand: Stand, isDone: Bool) in
            guard let desk = try ContractDesk(connection, contract, visit.visitor) else { throw PageError.notFound }
            let stand = try stand(connection, desk)
            guard seen == stand.state else { return (stand, false) }
            let frozen = try ContractSnapshot.take(
                connection, id: snapshot, of: desk.record, by: person, at: visit.now)
            try ContractPublication.publish(
                connection, id: id, city: desk.city.code, stand.visibility.open(stand.document), snapshot: frozen,
                withheld: stand.visibility.paths, by: person, at: visit.now)
            if stand.visibility.isOpen(.table(.individualCommitments)) {
                try CommitmentRegister.publish(connection, of: contract, in: id)
            }
            try desk.record(connection, "contract.published", visit)
            return (stand, true)
        }
        guard result.isDone else { return .page(pages(result.stand, visit).publishing(isStale: true), status: 409) }
        return .seeOther(
            visit.path(PublicContract.path(of: result.stand.desk.city)), notice: visit.t("The contract is published."))
    }

    private func withdrawal(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        guard stand.publication != nil else { throw PageError.notFound }
        return .page(pages(stand, visit).withdrawing(Answers()))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        guard let publication = stand.publication else { throw PageError.notFound }
        let checked = ContractPublicationForm.withdrawal.check(visit.answers, visit.t)
        guard checked.isFine else { return .page(pages(stand, visit).withdrawing(checked), status: 422) }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try publication.withdraw(connection, reason: checked.text("reason"), by: person, at: visit.now)
            try stand.desk.record(connection, "contract.withdrawn", visit)
        }
        return .seeOther(
            visit.path("\(stand.desk.record.path)/publication"), notice: visit.t("The contract is no longer public."))
    }
}

extension ContractPublicationRoutes.Stand {
    /// What the page was made of: nobody publishes what they have not seen.
    var state: String { "\(desk.record.revision)-\(visibility.paths.joined(separator: "."))" }
}

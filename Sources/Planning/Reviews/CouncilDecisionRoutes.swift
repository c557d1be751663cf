import Contract
import Members
import Storage
import Web

/// What the council decided, and the next iteration of a contract.
struct CouncilDecisionRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/contracts/:contract/council-decision"
        routes.get(path, ContractRules.reader, show)
        routes.post(path, ContractRules.committer, filesUpTo: ReviewForm.bodyLimit, record)
        routes.get("\(path)/:decision", ContractRules.reader, file)
        routes.get("/contracts/:contract/next", ContractRules.reader, next)
        routes.post("/contracts/:contract/next", ContractRules.committer, begin)
    }

    private func stand(_ visit: Visit) async throws -> SubmissionRoutes.Stand {
        try await ContractDesk.open(kit, visit) { try SubmissionRoutes.Stand($1, $0) }
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        return .page(CouncilDecisionPages(stand: stand, visit: visit).show(Answers()))
    }

    private func record(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        guard stand.allows(.recordCouncil), let submission = stand.approved else { throw PageError.refused }
        var checked = ReviewForm.council.check(visit.answers, visit.t)
        if let day = checked.day("day"), day > visit.today {
            checked.refuse("day", visit.t("choose a day that is not in the future"))
        }
        if !stand.council.isEmpty, checked.text("note").isEmpty { checked.refuse("note", visit.t("say why")) }
        guard checked.isFine, let day = checked.day("day"), let upload = checked.files("file").first else {
            return .page(CouncilDecisionPages(stand: stand, visit: visit).show(checked), status: 422)
        }
        let (id, person): (ID<CouncilDecision>, PersonID) = (kit.ids.next(), try visit.signedIn.person)
        let (number, body, note) = (checked.text("number"), checked.text("body"), checked.text("note"))
        let (contract, city) = (stand.desk.record, stand.desk.city)
        try await kit.database.write { connection in
            guard try ContractStatus.of(connection, contract).allows(.recordCouncil, .committer) else {
                throw PageError.refused
            }
            let hash = try Blob.store(
                upload.bytes, mediaType: FileType.pdf.mediaType, at: visit.now, in: connection)
            try CouncilDecision.record(
                connection, id: id, on: submission,
                CouncilDecision.Content(
                    number: number, day: day, body: body, note: note, documentHash: hash,
                    documentName: upload.fileName),
                by: person, at: visit.now)
            try SubmissionDesk.record(
                connection, "contract.council-decision-recorded", contract, city, round: submission.round, visit)
        }
        return .seeOther(
            visit.path("\(contract.path)/council-decision"), notice: visit.t("The council's decision is recorded."))
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        guard let decision = stand.council.first(where: { $0.id.description == visit.parameters["decision"] }),
            let blob = try await kit.database.read({ try Blob.fetch(decision.documentHash, in: $0) })
        else { throw PageError.notFound }
        return .file(blob, fileName: decision.documentName)
    }

    // MARK: The next iteration

    private func next(_ visit: Visit) async throws -> Reply {
        let (stand, pair) = try await ContractDesk.open(kit, visit) { desk, connection in
            let stand = try SubmissionRoutes.Stand(connection, desk)
            return (stand, try Self.pair(stand, connection))
        }
        return .page(CouncilDecisionPages(stand: stand, visit: visit).next(pair))
    }

    /// What the council approved, and the next iteration as it stands.
    private static func pair(
        _ stand: SubmissionRoutes.Stand, _ connection: any Connection
    ) throws -> (older: CityContract, newer: CityContract)? {
        guard let next = stand.next, let approved = stand.approved,
            let snapshot = try ContractSnapshot.find(connection, id: approved.snapshot)
        else { return nil }
        return (older: try snapshot.document(connection), newer: try next.document(connection))
    }

    private func begin(_ visit: Visit) async throws -> Reply {
        let stand = try await stand(visit)
        if let next = stand.next { return .seeOther(visit.path(next.path)) }
        guard stand.allows(.beginNext), let approved = stand.approved else { throw PageError.refused }
        let (id, person): (ContractID, PersonID) = (kit.ids.next(), try visit.signedIn.person)
        let (record, city) = (stand.desk.record, stand.desk.city)
        try await kit.database.write { connection in
            guard try ContractStatus.of(connection, record).allows(.beginNext, .committer),
                let snapshot = try ContractSnapshot.find(connection, id: approved.snapshot)
            else { throw PageError.refused }
            try ContractRecord.start(
                connection, id: id, city: record.city, try snapshot.document(connection), by: person, at: visit.now)
            try SubmissionDesk.record(
                connection, "contract.iteration-begun", record, city, round: approved.round, visit)
        }
        return .seeOther(visit.path("/contracts/\(id)"), notice: visit.t("The next iteration is begun."))
    }
}

extension SubmissionRoutes.Stand {
    /// The round that was decided positively.
    var approved: Submission? { rounds.first { $0.outcome == .positive && $0.withdrawnAt == nil } }
}

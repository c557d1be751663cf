import Contract
import Members
import Storage
import Web

/// The rounds of a contract, submitting one, and taking it back.
struct SubmissionRoutes {
    let kit: Kit
    let documents: ContractDocuments

    func add(to routes: inout Routes) {
        let path = "/contracts/:contract/submissions"
        routes.get(path, ContractRules.reader, list)
        routes.get("\(path)/new", ContractRules.committer, new)
        routes.post("\(path)/new", ContractRules.committer, submit)
        routes.get("/submissions/:submission/withdrawal", ReviewRules.committer, withdrawal)
        routes.post("/submissions/:submission/withdrawal", ReviewRules.committer, withdraw)
    }

    /// A contract with what happened to it.
    struct Stand: Sendable {
        let desk: ContractDesk
        let status: ContractStatus
        let rounds: [Submission]
        let council: [CouncilDecision]
        let label: Label?
        let next: ContractRecord?
        let comments: [ReviewComment]

        init(_ connection: any Connection, _ desk: ContractDesk) throws {
            self.desk = desk
            let record = desk.record
            rounds = try Submission.all(connection, of: record.id)
            council = try CouncilDecision.all(connection, of: record.id)
            label = try Label.newest(connection, of: record.id)
            next = try ContractStatus.next(connection, record)
            comments = try ReviewComment.sent(connection, of: record.id)
            status = ContractStatus(
                .init(
                    latest: rounds.first, hasCouncilDecision: !council.isEmpty, hasLabel: label != nil,
                    hasNextIteration: next != nil))
        }

        func allows(_ step: ContractStatus.Step) -> Bool {
            desk.right >= .certify && status.allows(step, .committer)
        }

        /// Remarks that must be changed and that nobody has answered.
        var unanswered: [ReviewComment] { comments.filter { $0.severity == .must && $0.resolution == nil } }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let stand = try await ContractDesk.open(kit, visit) { try Stand($1, $0) }
        return .page(SubmissionPages(visit: visit).list(stand))
    }

    /// A contract before it is submitted.
    struct Table: Sendable {
        let stand: Stand
        let document: CityContract
        let errors: [ContractFinding]

        var isReady: Bool { errors.isEmpty && stand.unanswered.isEmpty && stand.allows(.submit) }
    }

    private func table(_ visit: Visit) async throws -> Table {
        let (stand, document) = try await ContractDesk.open(kit, visit) { desk, connection in
            (try Stand(connection, desk), try documents.document(connection, desk.record))
        }
        return Table(
            stand: stand, document: document,
            errors: document.check(CheckCircumstances(stage: .publication)).errors)
    }

    private func new(_ visit: Visit) async throws -> Reply {
        let table = try await table(visit)
        return .page(
            SubmissionPages(visit: visit).new(
                table, Answers(["revision": "\(table.stand.desk.record.revision)"])))
    }

    private func submit(_ visit: Visit) async throws -> Reply {
        let table = try await table(visit)
        // Sent twice: the second one finds what the first one did.
        if !table.stand.allows(.submit), let latest = table.stand.rounds.first {
            return .seeOther(visit.path(latest.path))
        }
        guard table.isReady else { return .page(SubmissionPages(visit: visit).new(table, Answers()), status: 422) }
        var checked = ReviewForm.submission.check(visit.answers, visit.t)
        let (desk, revision) = (table.stand.desk, table.stand.desk.record.revision)
        if checked.isFine, checked.text("revision") != "\(revision)" {
            checked = Answers(["revision": "\(revision)", "message": checked.text("message")])
            checked.refuse("mandate", visit.t("the contract has changed meanwhile: look at it, then submit again"))
        }
        guard checked.isFine else { return .page(SubmissionPages(visit: visit).new(table, checked), status: 422) }
        switch CheckAnswers.decision(in: visit.answers) {
        case .asked: return .page(SubmissionPages(visit: visit).confirming(table, checked))
        case .changing: return .page(SubmissionPages(visit: visit).new(table, checked))
        case .confirmed: break
        }
        let message = ContractTextSaving.unix(checked.text("message"))
        let (id, snapshot): (SubmissionID, ID<ContractSnapshot>) = (kit.ids.next(), kit.ids.next())
        let person = try visit.signedIn.person
        let path = try await kit.database.write { connection -> String? in
            guard let record = try ContractRecord.find(connection, id: desk.record.id) else { return nil }
            let rounds = try Submission.all(connection, of: record.id)
            guard try ContractStatus.of(connection, record).allows(.submit, .committer) else {
                return rounds.first?.path
            }
            // What was checked is what is frozen.
            guard record.revision == revision else { return nil }
            let frozen = try ContractSnapshot.take(connection, id: snapshot, of: record, by: person, at: visit.now)
            try Submission.add(connection, id: id, of: frozen, message: message, by: person, at: visit.now)
            try SubmissionDesk.record(
                connection, "contract.submitted", record, desk.city, round: (rounds.first?.round ?? 0) + 1, visit)
            let path = "/submissions/\(id)"
            try SubmissionDesk.tell(
                connection, kit, try Submission.officers(connection), "contract.submitted",
                sentence: "{city} has submitted its Climate City Contract for review.", record, desk.city, path: path,
                visit)
            return path
        }
        return .seeOther(visit.path(path ?? "\(desk.record.path)/submissions/new"))
    }

    // MARK: Taking it back

    private func withdrawal(_ visit: Visit) async throws -> Reply {
        let desk = try await SubmissionDesk.open(kit, visit)
        guard desk.allows(.withdraw) else { return .seeOther(visit.path(desk.submission.path)) }
        return .page(SubmissionPages(visit: visit).withdrawing(desk))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let desk = try await SubmissionDesk.open(kit, visit)
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try desk.requires(.withdraw, connection, visit.visitor)
            try desk.submission.withdraw(connection, by: person, at: visit.now)
            try desk.record(connection, "contract.submission-withdrawn", visit)
            let people = try Submission.officers(connection) + desk.submission.reviewers(connection).map(\.person)
            try SubmissionDesk.tell(
                connection, kit, people, "contract.submission-withdrawn",
                sentence: "{city} has withdrawn its Climate City Contract from review.", desk.record, desk.city,
                path: "/reviews", visit)
        }
        return .seeOther(
            visit.path("\(desk.record.path)/submissions"), notice: visit.t("The submission is withdrawn."))
    }
}

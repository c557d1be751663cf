import Members
import Storage
import Web

/// One organisation's commitment: filled in, accepted, and what became of it.
struct CommitmentRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/commitments/:commitment"
        routes.get(path, CommitmentRules.reader) { visit in
            .page(CommitmentPages(desk: try await CommitmentDesk.open(kit, visit), visit: visit).page)
        }
        routes.get("\(path)/edit", CommitmentRules.editor, edit)
        routes.post("\(path)/edit", CommitmentRules.editor, save)
        routes.get("\(path)/acceptance", CommitmentRules.certifier) { visit in
            .page(pages(try await CommitmentDesk.open(kit, visit), visit).accepting(Answers()))
        }
        routes.post(
            "\(path)/acceptance", CommitmentRules.certifier, filesUpTo: CommitmentForm.bodyLimit, accept)
        routes.get("\(path)/acceptance/paper", CommitmentRules.reader, paper)
        routes.get("\(path)/progress", CommitmentRules.editor) { visit in
            .page(pages(try await CommitmentDesk.open(kit, visit), visit).progress(Answers()))
        }
        routes.post("\(path)/progress", CommitmentRules.editor, report)
        routes.get("\(path)/withdrawal", CommitmentRules.city) { visit in
            .page(pages(try await CommitmentDesk.open(kit, visit), visit).withdrawing)
        }
        routes.post("\(path)/withdrawal", CommitmentRules.city, withdraw)
    }

    private func pages(_ desk: CommitmentDesk, _ visit: Visit) -> CommitmentFormPages {
        CommitmentFormPages(desk: desk, visit: visit)
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        let answers = CommitmentForm.answers(desk.commitment.content)
        return .page(pages(desk, visit).editing(answers, version: desk.commitment.version))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        let checked = CommitmentForm.content.check(visit.answers, visit.t)
        let version = visit.answers.integer("version") ?? 0
        guard checked.isFine else {
            return .page(pages(desk, visit).editing(checked, version: version), status: 422)
        }
        let content = CommitmentForm.apply(checked, to: desk.commitment.content)
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try Commitment.change(
                    connection, id: desk.commitment.id, version: version, content, by: person, at: visit.now)
            else { return false }
            try desk.record(connection, "commitment.changed", visit)
            return true
        }
        guard isSaved else {
            let latest = try await CommitmentDesk.open(kit, visit)
            return .page(
                pages(latest, visit).editing(checked, version: latest.commitment.version, isStale: true), status: 409)
        }
        return .seeOther(visit.path(desk.commitment.path), notice: visit.t("The commitment is saved."))
    }

    // MARK: Accepting

    private func accept(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        var checked = CommitmentForm.acceptance.check(visit.answers, visit.t)
        let upload = checked.files("paper").first
        if desk.rules.needsPaper, upload == nil {
            checked.refuse("paper", visit.t("choose the paper that proves it"))
        }
        if desk.commitment.content.pledge.isEmpty {
            checked.refuse(nil, visit.t("Nobody has filled in the commitment yet."))
        }
        guard checked.isFine else { return .page(pages(desk, visit).accepting(checked), status: 422) }
        let id: ID<CommitmentAcceptance> = kit.ids.next()
        let person = try visit.signedIn.person
        let version = visit.answers.integer("version") ?? 0
        let isPublic = checked.isTicked("public")
        let isRecorded = try await kit.database.write { connection in
            // What is accepted is what was read.
            guard let now = try Commitment.find(connection, id: desk.commitment.id), now.version == version else {
                return false
            }
            let hash = try upload.map { upload in
                try Blob.store(
                    upload.bytes, mediaType: (upload.type ?? .pdf).mediaType, at: visit.now, in: connection)
            }
            try CommitmentAcceptance.record(
                connection, id: id, of: now, isPublic: isPublic,
                paper: hash.map { (hash: $0, name: upload?.fileName ?? "") }, by: person, at: visit.now)
            try desk.record(connection, "commitment.accepted", visit)
            return true
        }
        guard isRecorded else {
            throw PageError.conflict(visit.t("Somebody changed the commitment meanwhile. Read it again, then accept."))
        }
        return .seeOther(visit.path(desk.commitment.path), notice: visit.t("The commitment is accepted."))
    }

    private func paper(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        guard let hash = desk.acceptance?.paperHash,
            let blob = try await kit.database.read({ try Blob.fetch(hash, in: $0) })
        else { throw PageError.notFound }
        return .file(blob, fileName: desk.acceptance?.paperName ?? "paper")
    }

    // MARK: What became of it

    private func report(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        let checked = CommitmentForm.progress.check(visit.answers, visit.t)
        guard checked.isFine, let status = CommitmentStatus(rawValue: checked.text("status")) else {
            return .page(pages(desk, visit).progress(checked), status: 422)
        }
        let id: ID<CommitmentProgress> = kit.ids.next()
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try CommitmentProgress.record(
                connection, id: id, of: desk.commitment.id, status, evidence: checked.text("evidence"),
                isOwn: desk.rules.own != nil, by: person, at: visit.now)
            try desk.record(connection, "commitment.reported", visit)
        }
        return .seeOther(visit.path(desk.commitment.path), notice: visit.t("The state is recorded."))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try Commitment.withdraw(connection, id: desk.commitment.id, by: person, at: visit.now)
            try desk.record(connection, "commitment.withdrawn", visit)
        }
        return .seeOther(
            visit.path(SignatoryDesk.path(desk.desk)), notice: visit.t("The invitation is withdrawn."))
    }
}

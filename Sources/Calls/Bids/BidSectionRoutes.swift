import Members
import Selection
import Storage
import Web

/// A section of a bid: written by several, kept while somebody types, merged question by question.
struct BidSectionRoutes {
    static let bodyLimit = 25_000_000

    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/bids/:bid/sections/:section"
        routes.get(path, BidRules.reader, show)
        routes.post(path, BidRules.editor, save)
        routes.post("\(path)/draft", BidRules.editor) { visit in
            let desk = try await BidDesk.open(kit, visit)
            return try await drafts(desk, try desk.section(visit), visit).save(visit)
        }
        routes.post("\(path)/draft/removal", BidRules.editor) { visit in
            let desk = try await BidDesk.open(kit, visit)
            let section = try desk.section(visit)
            return try await drafts(desk, section, visit).discard(
                visit, to: visit.path("\(desk.bid.path)/sections/\(section.id)"))
        }
        routes.get("/bids/:bid/files/:question", BidRules.reader) { visit in
            let desk = try await BidDesk.open(kit, visit)
            return .page(BidPages(visit: visit).files(try question(desk, visit), desk, Answers()))
        }
        routes.post("/bids/:bid/files/:question", BidRules.editor, filesUpTo: Self.bodyLimit, upload)
        routes.post("/bids/:bid/files/:question/removal", BidRules.editor, remove)
        routes.get("/bids/:bid/files/:question/:hash", BidRules.reader, download)
    }

    private func drafts(_ desk: BidDesk, _ section: CallSection, _ visit: Visit) -> Drafts {
        Drafts(
            kit, form: BidForm(section: section, language: visit.language).form,
            name: "bid \(desk.bid.id) \(section.id)", path: "\(desk.bid.path)/sections/\(section.id)")
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let section = try desk.section(visit)
        let drafts = drafts(desk, section, visit)
        let draft = try await drafts.find(visit)
        let form = BidForm(section: section, language: visit.language)
        return .page(
            BidPages(visit: visit).section(
                form, desk, draft?.answers ?? form.answers(desk.answers), version: draft?.base ?? desk.bid.revision,
                autosave: drafts.autosave(visit, draft), notice: draft.map { drafts.notice(visit, $0) }))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let section = try desk.section(visit)
        let (drafts, form) = (drafts(desk, section, visit), BidForm(section: section, language: visit.language))
        let version = visit.answers.integer("version") ?? 0
        let checked = form.form.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(
                BidPages(visit: visit).section(
                    form, desk, checked, version: version, autosave: drafts.autosaveSent(visit)), status: 422)
        }
        let person = try visit.signedIn.person
        let given = form.given(checked)
        let conflicts = try await kit.database.write { connection -> [String: BidAnswer?] in
            guard let current = try BidDesk(connection, desk.bid.id) else { throw PageError.notFound }
            let base = try BidRecord.answers(connection, of: current.bid.id, at: version)
            var (mine, theirs): ([String: BidAnswer?], [String: BidAnswer?]) = ([:], [:])
            for (question, answer) in given {
                switch BidMerge.outcome(base: base[question], theirs: current.answers[question], mine: answer) {
                case .unchanged: break
                case .mine(let answer): mine.updateValue(answer, forKey: question)
                case .conflict(_, let other): theirs.updateValue(other, forKey: question)
                }
            }
            // All or nothing: what does not conflict stays in the form beside what does.
            guard theirs.isEmpty else { return theirs }
            _ = try BidRecord.save(connection, current.bid, mine, by: person, at: visit.now)
            try Draft.remove(connection, of: person, form: drafts.name)
            return [:]
        }
        guard conflicts.isEmpty else {
            let latest = try await BidDesk.open(kit, visit)
            return .page(
                BidPages(visit: visit).section(
                    form, latest, checked, version: latest.bid.revision, autosave: drafts.autosaveSent(visit),
                    conflicts: conflicts), status: 409)
        }
        return .seeOther(visit.path(desk.bid.path), notice: visit.t("The section is saved."))
    }

    // MARK: Files

    private func question(_ desk: BidDesk, _ visit: Visit) throws -> CallQuestion {
        guard
            let found = desk.definition.questions.first(where: {
                $0.id == visit.parameters["question"] && $0.kind == .file
            })
        else { throw PageError.notFound }
        return found
    }

    private func files(_ desk: BidDesk, _ question: CallQuestion) -> [BidFile] {
        if case .files(let files) = desk.answers[question.id] { files } else { [] }
    }

    private func upload(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let question = try question(desk, visit)
        var checked = BidPages.fileForm(question).check(visit.answers, visit.t)
        guard checked.isFine, let sent = checked.files("file").first, let type = sent.type else {
            return .page(BidPages(visit: visit).files(question, desk, checked), status: 422)
        }
        let file = BidFile(name: sent.fileName, sha256: Blob.hash(of: sent.bytes), bytes: sent.bytes.count)
        if let problem = BidAnswers([question.id: .files([file])]).problem(with: question) {
            checked.refuse("file", visit.t(problem.message, problem.values))
            return .page(BidPages(visit: visit).files(question, desk, checked), status: 422)
        }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard let current = try BidDesk(connection, desk.bid.id) else { throw PageError.notFound }
            _ = try Blob.store(sent.bytes, mediaType: type.mediaType, at: visit.now, in: connection)
            let all = files(current, question).filter { $0.sha256 != file.sha256 } + [file]
            _ = try BidRecord.save(
                connection, current.bid, [question.id: .files(all)], by: person, at: visit.now)
        }
        return .seeOther(
            visit.path("\(desk.bid.path)/files/\(question.id)"), notice: visit.t("The file is kept with the bid."))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let question = try question(desk, visit)
        let hash = visit.answers.text("hash")
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard let current = try BidDesk(connection, desk.bid.id) else { throw PageError.notFound }
            let rest = files(current, question).filter { $0.sha256 != hash }
            _ = try BidRecord.save(
                connection, current.bid, [question.id: rest.isEmpty ? nil : .files(rest)], by: person, at: visit.now)
        }
        return .seeOther(
            visit.path("\(desk.bid.path)/files/\(question.id)"), notice: visit.t("The file is taken out of the bid."))
    }

    private func download(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let hash = visit.parameters["hash"]
        guard let file = files(desk, try question(desk, visit)).first(where: { $0.sha256 == hash }),
            let blob = try await kit.database.read({ try Blob.fetch(hash, in: $0) })
        else { throw PageError.notFound }
        return .file(blob, fileName: file.name)
    }
}

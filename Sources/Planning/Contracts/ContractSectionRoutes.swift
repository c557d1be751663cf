import Contract
import Members
import Storage
import Web

/// A narrative section of a contract: read, written by several people at once, and its versions.
struct ContractSectionRoutes {
    let kit: Kit

    static let longest = 40_000
    static let form = Form([
        Field(
            "text", "Text", hint: "Markdown: headings with ##, lists with -, **bold**, tables with |.", optional: true,
            .textarea(maxLength: longest, rows: 24))
    ])

    func add(to routes: inout Routes) {
        let path = "/contracts/:contract/sections/:section"
        routes.get(path, ContractRules.reader) { visit in
            .page(ContractSectionPages(view: try await view(visit), visit: visit).reading)
        }
        routes.get("\(path)/edit", ContractRules.editor, edit)
        routes.post("\(path)/edit", ContractRules.editor, save)
        routes.post("\(path)/edit/draft", ContractRules.editor, keep)
        routes.post("\(path)/edit/draft/removal", ContractRules.editor) { visit in
            let view = try await view(visit)
            return try await drafts(view).discard(visit, to: visit.path("\(view.path)/edit"))
        }
    }

    // MARK: Reading

    /// The section that a path names, with who has it open.
    private func view(_ visit: Visit) async throws -> ContractSectionView {
        guard let id = SectionID(rawValue: visit.parameters["section"]) else { throw PageError.notFound }
        let (person, now) = (visit.visitor.person, visit.now)
        return try await ContractDesk.open(kit, visit) { desk, connection in
            try ContractSectionView(connection, desk, id, person: person, at: now)
        }
    }

    private func drafts(_ view: ContractSectionView) -> Drafts {
        Drafts(
            kit, form: Self.form, name: "contract \(view.desk.record.id) \(view.place.path)",
            path: "\(view.path)/edit")
    }

    // MARK: Writing

    private func edit(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let drafts = drafts(view)
        let draft = try await drafts.find(visit)
        try await see(view, visit)
        let answers = draft?.answers ?? Answers(["text": view.text])
        return .page(
            ContractSectionPages(view: view, visit: visit)
                .editing(answers, version: draft?.base ?? view.version, drafts: drafts, draft: draft))
    }

    private func see(_ view: ContractSectionView, _ visit: Visit) async throws {
        let (contract, place, person) = (view.desk.record.id, view.place, try visit.signedIn.person)
        try await kit.database.write { try ContractPresence.see($0, contract, place, person, at: visit.now) }
    }

    /// Keeps what was typed, and says who else is at it.
    private func keep(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        try await see(view, visit)
        return try await drafts(view).save(visit, note: view.note(over: visit.answers.integer("version"), visit))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let pages = ContractSectionPages(view: view, visit: visit)
        let (drafts, version) = (drafts(view), visit.answers.integer("version") ?? 0)
        let checked = Self.form.check(visit.answers, visit.t)
        let isPreview = visit.answers.text("preview") == "yes"
        guard checked.isFine, !isPreview else {
            return .page(
                pages.editing(checked, version: version, drafts: drafts, draft: nil, wasSent: true),
                status: checked.isFine ? 200 : 422)
        }
        let (record, place, person) = (view.desk.record, view.place, try visit.signedIn.person)
        let text = ContractTextSaving.unix(checked.text("text"))
        let outcome = try await kit.database.write { connection in
            let outcome = try ContractTextSaving.save(
                connection, record.id, place, version: version, text, by: person, at: visit.now)
            if case .conflict = outcome { return outcome }
            try Draft.remove(connection, of: person, form: drafts.name)
            try ContractPresence.leave(connection, record.id, place, person)
            if outcome != .unchanged {
                try view.desk.record(
                    connection, "contract.section-changed", visit, details: ["section": view.number])
            }
            return outcome
        }
        switch outcome {
        case .conflict(let merge, let current):
            let latest = try await self.view(visit)
            return .page(
                ContractSectionPages(view: latest, visit: visit).conflict(merge, version: current, drafts: drafts),
                status: 409)
        case .merged:
            return .seeOther(
                visit.path(view.path),
                notice: visit.t("The section is saved, together with what somebody else saved meanwhile."))
        case .saved, .unchanged: return .seeOther(visit.path(view.path), notice: visit.t("The section is saved."))
        }
    }
}

import Contract
import Members
import Storage
import Web

/// What the rules find in a contract, and answering for findings that stand.
struct ContractCheckRoutes {
    let kit: Kit
    let documents: ContractDocuments

    static let form = Form([
        Field("rule", "Rule", .select(Rule.all.map { Option($0.id, $0.id, translated: false) })),
        Field("place", "Place", optional: true, .hidden(maxLength: 300)),
        Field(
            "reason", "Reason", hint: "Why the contract is right as it is. It stays visible with your name.",
            .textarea(maxLength: 2000, rows: 4)),
    ])

    func add(to routes: inout Routes) {
        routes.get("/contracts/:contract/check", ContractRules.reader, check)
        routes.get("/contracts/:contract/waivers/new", ContractRules.editor, new)
        routes.post("/contracts/:contract/waivers/new", ContractRules.editor, waive)
        routes.post("/contracts/:contract/waivers/:waiver/withdrawal", ContractRules.editor, withdraw)
    }

    private struct View: Sendable {
        let desk: ContractDesk
        let document: CityContract
        let waivers: [ContractWaiver]
    }

    private func view(_ visit: Visit) async throws -> View {
        try await ContractDesk.open(kit, visit) { desk, connection in
            View(
                desk: desk, document: try documents.document(connection, desk.record),
                waivers: try ContractWaiver.all(connection, of: desk.record.id))
        }
    }

    private func check(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let stage: CheckCircumstances.Stage = visit.query.text("stage") == "publication" ? .publication : .draft
        let report = view.document.check(CheckCircumstances(stage: stage))
        return .page(
            ContractCheckPages(
                desk: view.desk, document: view.document, report: report, waivers: view.waivers, stage: stage,
                visit: visit
            ).page)
    }

    // MARK: Waivers

    private func new(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let asked = Answers(["rule": visit.query.text("rule"), "place": visit.query.text("place")])
        return .page(form(view, asked, visit))
    }

    private func waive(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        var checked = Self.form.check(visit.answers, visit.t)
        let place = ContractPlace(path: checked.text("place"))
        if place == nil { checked.refuse("place", visit.t("choose a place of the contract")) }
        guard checked.isFine, let place else { return .page(form(view, checked, visit), status: 422) }
        let (id, person, contract): (ID<ContractWaiver>, PersonID, ContractID) = (
            kit.ids.next(), try visit.signedIn.person, view.desk.record.id
        )
        let (rule, reason) = (checked.text("rule"), ContractTextSaving.unix(checked.text("reason")))
        try await kit.database.write { connection in
            try ContractWaiver.add(
                connection, id: id, to: contract, rule: rule, place: place, reason: reason, by: person, at: visit.now)
            try view.desk.record(connection, "contract.waived", visit, details: ["rule": rule])
        }
        return .seeOther(
            visit.path("\(view.desk.record.path)/check"), notice: visit.t("The finding stands with your reason."))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        guard let id = ID<ContractWaiver>(visit.parameters["waiver"]),
            let waiver = view.waivers.first(where: { $0.id == id })
        else { throw PageError.notFound }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try ContractWaiver.withdraw(connection, waiver, by: person, at: visit.now)
            try view.desk.record(connection, "contract.waiver-withdrawn", visit, details: ["rule": waiver.rule])
        }
        return .seeOther(
            visit.path("\(view.desk.record.path)/check"), notice: visit.t("The waiver is withdrawn."))
    }

    private func form(_ view: View, _ answers: Answers, _ visit: Visit) -> Page {
        let t = visit.t
        let path = "\(view.desk.record.path)/check"
        let rule = Rule.all.first { $0.id == answers.text("rule") }
        return Page(
            title: t("Let a finding stand"), caption: rule.map { "\($0.id) · \(t($0.title))" },
            breadcrumb: view.desk.trail(visit) + [Page.Crumb(t("Check of the contract"), visit.path(path))],
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                if let place = ContractPlace(path: answers.text("place")) {
                    p { ContractWords(view.document, visit).place(place) }
                }
                FormView(
                    Self.form, answers, t, token: visit.formToken,
                    action: visit.path("\(view.desk.record.path)/waivers/new"), submit: t("Let it stand"),
                    cancel: (t("Cancel"), visit.path(path))
                ).html
            })
    }
}

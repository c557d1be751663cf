import Contract
import Members
import Storage
import Web

/// What is said of a contract as a whole: template, language, years, documents.
struct ContractFrameRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/contracts/:contract/frame", ContractRules.editor, edit)
        routes.post("/contracts/:contract/frame", ContractRules.editor, save)
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let desk = try await ContractDesk.open(kit, visit)
        return .page(page(desk, ContractForm.answers(desk.record.frame), version: desk.record.version, visit))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let desk = try await ContractDesk.open(kit, visit)
        let version = visit.answers.integer("version") ?? 0
        var checked = ContractForm.frame.check(visit.answers, visit.t)
        let frame = checked.isFine ? ContractForm.apply(&checked, to: desk.record.frame, visit.t) : nil
        guard checked.isFine, let frame else {
            return .page(page(desk, checked, version: version, visit), status: 422)
        }
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try ContractRecord.update(
                    connection, id: desk.record.id, version: version, frame, by: person, at: visit.now)
            else { return false }
            try desk.record(connection, "contract.frame-changed", visit)
            return true
        }
        guard isSaved else {
            let latest = try await ContractDesk.open(kit, visit)
            return .page(page(latest, checked, version: latest.record.version, isStale: true, visit), status: 409)
        }
        return .seeOther(visit.path(desk.record.path), notice: visit.t("The frame is saved."))
    }

    private func page(
        _ desk: ContractDesk, _ answers: Answers, version: Int, isStale: Bool = false, _ visit: Visit
    ) -> Page {
        let t = visit.t
        return Page(
            title: t("Frame of the contract"), breadcrumb: desk.trail(visit), problems: !answers.isFine || isStale,
            isPrivate: true,
            body: HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the frame meanwhile"), t) {
                        p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                        MeasureLinePages.summary(ContractForm.frame, ContractForm.answers(desk.record.frame), t)
                    }
                }
                FormView(
                    ContractForm.frame, answers, t, token: visit.formToken,
                    action: visit.path("\(desk.record.path)/frame"), submit: t("Save"), version: version,
                    cancel: (t("Cancel"), visit.path(desk.record.path))
                ).html
            })
    }
}

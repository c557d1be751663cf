import Contract
import Storage
import Web

/// Who looks after a module, and until when.
struct ContractTaskRoutes {
    let kit: Kit

    static func form(_ owners: [Option]) -> Form {
        Form([
            Field("owner", "Owner", hint: "Somebody of the city's team.", optional: true, .select(owners)),
            Field("due", "Due on", optional: true, .date(years: 2020...2100)),
        ])
    }

    func add(to routes: inout Routes) {
        routes.get("/contracts/:contract/tasks/:module", ContractRules.editor, edit)
        routes.post("/contracts/:contract/tasks/:module", ContractRules.editor, save)
    }

    private struct View: Sendable {
        let desk: ContractDesk
        let module: Module
        let task: ContractTask?
        let owners: [Option]
    }

    private func view(_ visit: Visit) async throws -> View {
        guard let module = Module(rawValue: visit.parameters["module"]) else { throw PageError.notFound }
        return try await ContractDesk.open(kit, visit) { desk, connection in
            var owners = try ContractTask.owners(connection, city: desk.city.code)
            let task = try ContractTask.all(connection, of: desk.record.id)[module.rawValue]
            // Who has left the team stays the owner until another one is chosen.
            if let owner = task?.owner?.description, !owners.contains(where: { $0.value == owner }) {
                owners.append(Option(owner, visit.t.person(task?.ownerName), translated: false))
            }
            return View(desk: desk, module: module, task: task, owners: owners)
        }
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let recorded = Answers(["owner": view.task?.owner?.description, "due": view.task?.due?.description])
        return .page(page(view, recorded, version: view.task?.version ?? 0, visit))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let version = max(0, visit.answers.integer("version") ?? 0)
        let checked = Self.form(view.owners).check(visit.answers, visit.t)
        guard checked.isFine else { return .page(page(view, checked, version: version, visit), status: 422) }
        let (owner, due) = (PersonID(checked.text("owner")), checked.day("due"))
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try ContractTask.save(
                    connection, view.desk.record.id, view.module, version: version, owner: owner, due: due,
                    by: person, at: visit.now)
            else { return false }
            try view.desk.record(
                connection, "contract.task-changed", visit, details: ["module": view.module.rawValue])
            return true
        }
        guard isSaved else {
            let latest = try await self.view(visit)
            return .page(
                page(latest, checked, version: latest.task?.version ?? 0, isStale: true, visit), status: 409)
        }
        return .seeOther(visit.path(view.desk.record.path), notice: visit.t("The task is saved."))
    }

    private func page(
        _ view: View, _ answers: Answers, version: Int, isStale: Bool = false, _ visit: Visit
    ) -> Page {
        let t = visit.t
        let form = FormView(
            Self.form(view.owners), answers, t, token: visit.formToken,
            action: visit.path("\(view.desk.record.path)/tasks/\(view.module.rawValue)"), submit: t("Save"),
            version: version, cancel: (t("Cancel"), visit.path(view.desk.record.path)))
        return Page(
            title: t("Owner and due date"), caption: "\(view.module.rawValue) · \(t(view.module.title))",
            breadcrumb: view.desk.trail(visit), problems: !answers.isFine || isStale, isPrivate: true,
            body: HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed this task meanwhile"), t) {
                        p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                        p { Self.words(view.task, visit) }
                    }
                }
                form.html
            })
    }

    /// Owner and day in a line.
    static func words(_ task: ContractTask?, _ visit: Visit) -> String {
        let t = visit.t
        let owner = task?.owner == nil ? t("Nobody looks after it yet") : t.person(task?.ownerName)
        guard let due = task?.due else { return owner }
        return t("{owner}, due on {day}", ["owner": owner, "day": visit.figures.day(due)])
    }
}

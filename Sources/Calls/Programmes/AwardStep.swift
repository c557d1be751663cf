import Members
import Storage
import Web

/// One thing that can be done to an award: a form on a page of its own, and what sending it writes.
struct AwardStep: Sendable {
    /// Below `/awards/:award`.
    let path: String
    let access: Access
    /// Key of the page's title.
    let title: String
    /// Key of the button's words.
    let submit: String
    /// Key of what is said once it is done.
    let done: String
    var isWarning = false
    var takesFile = false
    let form: Form
    /// What stands above the form.
    var intro: @Sendable (AwardDesk, Visit) throws -> HTML = { _, _ in .empty }
    /// Whether the step can be taken now; a sentence in the visitor's language says why not.
    var obstacle: @Sendable (AwardDesk, Visit) throws -> String? = { _, _ in nil }
    /// Checks over several fields and writes, within one transaction; whoever refuses an answer writes nothing.
    let act: @Sendable (any Connection, AwardDesk, inout Answers, Visit) throws -> Void
}

/// The pages of an award's steps: each shows its form, keeps what was typed where something is wrong, and writes once.
struct AwardStepRoutes {
    static let fileBytes = 30_000_000
    static let bodyLimit = fileBytes + 500_000

    let kit: Kit

    func add(to routes: inout Routes) {
        for step in AwardSteps.all {
            routes.get("/awards/:award\(step.path)", step.access) { visit in
                let desk = try await AwardDesk.open(kit, visit)
                return .page(try page(step, desk, Answers(), visit))
            }
            routes.post(
                "/awards/:award\(step.path)", step.access, filesUpTo: step.takesFile ? Self.bodyLimit : nil
            ) { visit in try await take(step, visit) }
        }
    }

    private func take(_ step: AwardStep, _ visit: Visit) async throws -> Reply {
        let desk = try await AwardDesk.open(kit, visit)
        let checked = step.form.check(visit.answers, visit.t)
        guard checked.isFine else { return .page(try page(step, desk, checked, visit), status: 422) }
        let award = desk.award.id
        let answers = try await kit.database.write { connection -> Answers in
            // Read again inside the transaction: what others did meanwhile counts.
            guard let current = try AwardDesk(connection, award, visit.visitor) else { throw PageError.notFound }
            if let obstacle = try step.obstacle(current, visit) { throw PageError.conflict(obstacle) }
            var answers = checked
            try step.act(connection, current, &answers, visit)
            return answers
        }
        guard answers.isFine else {
            return .page(try page(step, try await AwardDesk.open(kit, visit), answers, visit), status: 422)
        }
        return .seeOther(visit.path(desk.award.path), notice: visit.t(step.done))
    }

    private func page(_ step: AwardStep, _ desk: AwardDesk, _ answers: Answers, _ visit: Visit) throws -> Page {
        let t = visit.t
        let path = visit.path(
            "/awards/:award\(step.path)".split(separator: "/").map { part in
                part.hasPrefix(":") ? visit.parameters[String(part.dropFirst())] : String(part)
            }.reduce("") { "\($0)/\($1)" })
        let intro = try step.intro(desk, visit)
        let obstacle = try step.obstacle(desk, visit)
        return Page(
            title: t(step.title), breadcrumb: desk.trail(visit), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                intro
                if let obstacle {
                    Components.notice(.warning, obstacle, t)
                    p { a(.href(visit.path(desk.award.path))) { t("Back to the award") } }
                } else {
                    FormView(
                        step.form, answers, t, token: visit.formToken, action: path, submit: t(step.submit),
                        submitKind: step.isWarning ? .warning : .primary,
                        cancel: (t("Cancel"), visit.path(desk.award.path))
                    ).html
                }
            })
    }
}

import Selection
import Storage
import Web

/// Publishing a call, and its errata.
extension OpenCallBuilderRoutes {
    func publish(_ visit: Visit, isErratum: Bool) async throws -> Reply {
        let call = try await call(visit)
        let version = visit.answers.integer("version") ?? -1
        let checked = isErratum ? OpenCallForm.erratum.check(visit.answers, visit.t) : Answers()
        guard checked.isFine else {
            return .page(OpenCallBuilderPages(visit: visit).draft(call, reason: checked), status: 422)
        }
        let outcome = try await kit.database.write { connection -> String? in
            guard let latest = try OpenCall.find(connection, slug: call.slug), latest.version == version else {
                return visit.t("Somebody else saved the call meanwhile. Look at it and try again.")
            }
            guard (latest.published != nil) == isErratum else { return visit.t("The call is published already.") }
            guard latest.draft.problems.isEmpty else {
                return visit.t("The call cannot be published yet: see what is missing.")
            }
            guard latest.published?.definition != latest.draft else { return visit.t("Nothing has changed since.") }
            try OpenCall.publish(
                connection, latest, reason: OpenCallEditor.text(checked, "reason"), by: visit.visitor.person,
                at: visit.now)
            try OpenCallSearch.refresh(connection, slug: latest.slug)
            try record(connection, isErratum ? "call.corrected" : "call.published", latest, visit)
            return nil
        }
        if let outcome { throw PageError.conflict(outcome) }
        return .seeOther(visit.path(call.path), notice: visit.t("The call is published."))
    }
}

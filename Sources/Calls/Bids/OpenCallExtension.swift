import Members
import Storage
import Web

package enum OpenCallExtensionKind {}

/// More time for everybody, where the hub could not be reached: with its reason, and never less than before.
enum OpenCallExtension {
    static let form = Form([
        Field("until", "New last day", .date(years: 2024...2100)),
        Field("hour", "Hour", hint: "Romanian time.", .number(range: 0...23, decimals: 0, unit: nil)),
        Field("minute", "Minute", .number(range: 0...59, decimals: 0, unit: nil)),
        Field(
            "reason", "Why there is more time", hint: "It stays in the history; name the outage.",
            .textarea(maxLength: 2000, rows: 3)),
    ])
}

struct OpenCallExtensionRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/calls/:call/extension", OpenCallRules.publisher) { visit in
            .page(page(try await call(visit), Answers(), visit))
        }
        routes.post("/calls/:call/extension", OpenCallRules.publisher, extend)
    }

    private func call(_ visit: Visit) async throws -> OpenCall {
        let slug = visit.parameters["call"]
        guard let call = try await kit.database.read({ try OpenCall.find($0, slug: slug) }), call.published != nil
        else { throw PageError.notFound }
        return call
    }

    private func extend(_ visit: Visit) async throws -> Reply {
        let call = try await call(visit)
        var checked = OpenCallExtension.form.check(visit.answers, visit.t)
        guard checked.isFine, let day = checked.day("until"), let hour = checked.integer("hour"),
            let minute = checked.integer("minute"), let definition = call.published?.definition
        else { return .page(page(call, checked, visit), status: 422) }
        let until = BucharestTime.moment(day, hour: hour, minute: minute)
        let reason = checked.text("reason")
        let (id, person): (ID<OpenCallExtensionKind>, PersonID) = (kit.ids.next(), try visit.signedIn.person)
        let isLater = try await kit.database.write { connection in
            let window = BidRules.Window(
                definition, extensions: try OpenCallExtension.moments(connection, of: call.id))
            guard let window, until.milliseconds > window.closes.milliseconds else { return false }
            try OpenCallExtension.add(
                connection, id: id, to: call.id, until: until, reason: reason, by: person,
                at: visit.now)
            try AuditEntry.record(
                connection, actor: person, "call.extended", subject: (kind: "call", id: call.slug),
                details: ["call": call.slug, "until": until.description], at: visit.now)
            return true
        }
        guard isLater else {
            checked.refuse("until", visit.t("choose a moment after the call's end"))
            return .page(page(call, checked, visit), status: 422)
        }
        return .seeOther(visit.path(call.path), notice: visit.t("Bids can be submitted for longer."))
    }

    private func page(_ call: OpenCall, _ answers: Answers, _ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Give more time"),
            breadcrumb: [Page.Crumb(t("Calls"), visit.path("/calls")), Page.Crumb(call.slug, visit.path(call.path))],
            problems: !answers.isFine, isPrivate: true,
            body: FormView(
                OpenCallExtension.form, answers, t, token: visit.formToken,
                action: visit.path("\(call.path)/extension"), submit: t("Give more time"),
                cancel: (t("Cancel"), visit.path(call.path))
            ).html)
    }
}

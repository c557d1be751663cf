import Members
import Storage
import Web

/// Support programmes: published for everybody, kept by the hub's team.
struct SupportProgrammeRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let staff = Access.permission(SupportProgrammeRules.manage)
        routes.get("/programmes", .everyone, list)
        routes.get("/programmes/new", staff) { visit in
            .page(SupportProgrammePages(visit: visit).new(Answers(["currency": "EUR"])))
        }
        routes.post("/programmes/new", staff, add)
        routes.get("/programmes/:programme", .everyone, show)
        routes.plain("/programmes/:programme/awards.csv", .everyone, file)
        routes.get("/programmes/:programme/edit", staff) { visit in
            let programme = try await programme(visit)
            return .page(
                SupportProgrammePages(visit: visit).edit(
                    programme, SupportProgrammeForm.answers(programme.content), version: programme.version))
        }
        routes.post("/programmes/:programme/edit", staff, save)
        routes.post("/programmes/:programme/publication", staff, publish)
        routes.get("/programmes/:programme/awards/new", staff) { visit in
            let programme = try await programme(visit)
            return .page(
                SupportProgrammePages(visit: visit).newAward(programme, try await choices(), Answers(["own": "0"])))
        }
        routes.post("/programmes/:programme/awards/new", staff, award)
    }

    private func programme(_ visit: Visit) async throws -> SupportProgramme {
        let slug = visit.parameters["programme"]
        // Whoever may not see a draft is told nothing of it, on the page and in the file alike.
        guard let found = try await kit.database.read({ try SupportProgramme.find($0, slug: slug) }),
            SupportProgrammeRules.maySee(visit.visitor, found)
        else { throw PageError.notFound }
        return found
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let publishedOnly = !visit.visitor.may(SupportProgrammeRules.view)
        let lines = try await kit.database.read {
            try SupportProgramme.lines($0, publishedOnly: publishedOnly)
        }
        return .page(SupportProgrammePages(visit: visit).list(lines))
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let programme = try await programme(visit)
        let desks = try await desks(programme, visit)
        return .page(SupportProgrammePages(visit: visit).show(programme, desks))
    }

    /// The awards of a programme with what was paid.
    private func desks(_ programme: SupportProgramme, _ visit: Visit) async throws -> [AwardLine] {
        try await kit.database.read { try AwardLine.all($0, of: programme.id) }
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let programme = try await programme(visit)
        let lines = try await desks(programme, visit)
        var table = CSVWriter(header: [
            "organisation", "title", "decided_on", "award_cents", "paid_cents", "currency",
        ])
        for line in lines {
            table.row([
                line.organisation, line.title, line.decidedOn.description, "\(line.ceilingCents)",
                "\(line.paidCents)", programme.content.currency.rawValue,
            ])
        }
        return .download(
            table.bytes, mediaType: "text/csv; charset=utf-8", fileName: "\(programme.slug)-awards.csv")
    }

    // MARK: Keeping

    private func add(_ visit: Visit) async throws -> Reply {
        var checked = SupportProgrammeForm.new.check(visit.answers, visit.t)
        let slug = checked.text("slug")
        if checked.isFine, !SupportProgrammeForm.isSlug(slug) {
            checked.refuse("slug", visit.t("use small letters, digits and hyphens only"))
        }
        guard checked.isFine, let content = SupportProgrammeForm.content(&checked, visit.t) else {
            return .page(SupportProgrammePages(visit: visit).new(checked), status: 422)
        }
        let id: SupportProgrammeID = kit.ids.next()
        let person = try visit.signedIn.person
        let isNew = try await kit.database.write { connection in
            guard try SupportProgramme.find(connection, slug: slug) == nil else { return false }
            try SupportProgramme.add(connection, id: id, slug: slug, content, by: person, at: visit.now)
            try record(connection, "support-programme.added", id, content, visit)
            return true
        }
        guard isNew else {
            checked.refuse("slug", visit.t("this one is taken"))
            return .page(SupportProgrammePages(visit: visit).new(checked), status: 422)
        }
        return .seeOther(
            visit.path("/programmes/\(slug)"),
            notice: visit.t("The programme is saved. Others see it once it is published."))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let programme = try await programme(visit)
        let version = visit.answers.integer("version") ?? -1
        var checked = SupportProgrammeForm.editing.check(visit.answers, visit.t)
        let content = checked.isFine ? SupportProgrammeForm.content(&checked, visit.t) : nil
        if let content { try await compare(content, with: programme, &checked, visit) }
        guard checked.isFine, let content else {
            return .page(SupportProgrammePages(visit: visit).edit(programme, checked, version: version), status: 422)
        }
        let isSaved = try await kit.database.write { connection in
            guard try SupportProgramme.update(connection, id: programme.id, content, version: version) else {
                return false
            }
            try record(connection, "support-programme.changed", programme.id, content, visit)
            return true
        }
        guard isSaved else {
            let latest = try await self.programme(visit)
            return .page(SupportProgrammePages(visit: visit).conflict(latest, checked), status: 409)
        }
        return .seeOther(visit.path(programme.path), notice: visit.t("The programme is saved."))
    }

    /// What is promised already must still fit.
    private func compare(
        _ content: SupportProgramme.Content, with programme: SupportProgramme, _ checked: inout Answers, _ visit: Visit
    ) async throws {
        let awarded = try await kit.database.read { try SupportProgramme.awardedCents($0, programme.id) }
        let money = AwardWords(visit: visit, currency: programme.content.currency.rawValue)
        if content.budgetCents < awarded {
            checked.refuse("budget", visit.t("at least {sum} is awarded already", ["sum": money.exact(awarded)]))
        }
        if awarded > 0, content.currency != programme.content.currency {
            checked.refuse("currency", visit.t("money is awarded in the other currency already"))
        }
    }

    private func publish(_ visit: Visit) async throws -> Reply {
        let programme = try await programme(visit)
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard try SupportProgramme.publish(connection, id: programme.id, by: person, at: visit.now) else { return }
            try record(connection, "support-programme.published", programme.id, programme.content, visit)
        }
        return .seeOther(visit.path(programme.path), notice: visit.t("The programme is published."))
    }

    private func record(
        _ connection: any Connection, _ activity: String, _ id: SupportProgrammeID,
        _ content: SupportProgramme.Content, _ visit: Visit
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity,
            subject: (kind: "support-programme", id: id.description), details: ["programme": content.nameRomanian],
            at: visit.now)
    }

    // MARK: Awarding

    private func choices() async throws -> [Option] {
        try await kit.database.read { try Award.organisations($0) }
    }

    private func award(_ visit: Visit) async throws -> Reply {
        let programme = try await programme(visit)
        let choices = try await choices()
        var checked = SupportProgrammeForm.award(choices).check(visit.answers, visit.t)
        let content = checked.isFine ? SupportProgrammeForm.award(&checked, visit.t) : nil
        guard checked.isFine, let content else {
            return .page(SupportProgrammePages(visit: visit).newAward(programme, choices, checked), status: 422)
        }
        let id: AwardID = kit.ids.next()
        let person = try visit.signedIn.person
        let left = try await kit.database.write { connection -> Int? in
            let awarded = try SupportProgramme.awardedCents(connection, programme.id)
            let left = programme.content.budgetCents - awarded
            guard content.ceilingCents <= left else { return left }
            try Award.add(connection, id: id, in: programme.id, content, by: person, at: visit.now)
            try AwardDesk(connection, id, visit.visitor)?.record(connection, "award.made", visit)
            return nil
        }
        if let left {
            let money = AwardWords(visit: visit, currency: programme.content.currency.rawValue)
            checked.refuse("ceiling", visit.t("only {sum} of the budget is left", ["sum": money.exact(left)]))
            return .page(SupportProgrammePages(visit: visit).newAward(programme, choices, checked), status: 422)
        }
        return .seeOther(visit.path("/awards/\(id)"), notice: visit.t("The award is recorded."))
    }
}

import Inventory
import Members
import Storage
import Web

/// Editors add factors and editions in two steps: what it would change, and saving.
struct FactorEditingRoutes {
    let kit: Kit
    let register: FactorRegister

    func add(to routes: inout Routes) {
        let staff = Access.permission(FactorRules.edit)
        routes.get("/factors/new", staff, new)
        routes.post("/factors/new", staff, previewNew)
        routes.post("/factors", staff, saveNew)
        routes.get("/factors/:factor/edition", staff, edition)
        routes.post("/factors/:factor/edition", staff, previewEdition)
        routes.post("/factors/:factor/editions", staff, saveEdition)
        routes.get("/factors/:factor/withdrawal", staff, withdrawal)
        routes.post("/factors/:factor/withdrawal", staff, withdraw)
    }

    private func list() async throws -> FactorList {
        try await kit.database.read { [register] in try register.list($0) }
    }

    private func entry(_ visit: Visit) async throws -> RegisteredFactor {
        let slug = visit.parameters["factor"]
        let key = FactorKey.key(slug: slug)
        guard FactorKey.slug(key) == slug, let entry = try await list()[key] else { throw PageError.notFound }
        return entry
    }

    /// What the register with this factor would do to inventories.
    private func effects(of factor: Factor, _ visit: Visit) async throws -> [FactorEffect] {
        try await kit.database.read { [register] connection in
            let list = try register.list(connection)
            return try FactorEffect.all(
                connection, list, about: factor, changedTo: list.book(with: factor), visit.visitor)
        }
    }

    // MARK: A new factor

    private func new(_ visit: Visit) async throws -> Reply {
        .page(FactorEditingPages(visit).adding(Answers(["region": "RO", "status": "sourced"])))
    }

    /// The factor that was typed; nil with the problems when there is none, or when its key is taken.
    private func typed(_ visit: Visit) async throws -> (factor: Factor?, answers: Answers) {
        var checked = FactorForm.adding.check(visit.answers, visit.t)
        guard let factor = FactorForm.factor(&checked, visit.t) else { return (nil, checked) }
        if try await list()[factor.id] != nil {
            checked.refuse("subject", visit.t("There is such a factor already. Add an edition to it."))
            return (nil, checked)
        }
        return (factor, checked)
    }

    private func previewNew(_ visit: Visit) async throws -> Reply {
        let (factor, checked) = try await typed(visit)
        let pages = FactorEditingPages(visit)
        guard !visit.answers.isTicked("change") else { return .page(pages.adding(checked)) }
        guard let factor else { return .page(pages.adding(checked), status: 422) }
        return .page(
            pages.preview(factor, of: nil, checked, version: nil, try await effects(of: factor, visit)))
    }

    private func saveNew(_ visit: Visit) async throws -> Reply {
        let (factor, checked) = try await typed(visit)
        guard let factor else { return .page(FactorEditingPages(visit).adding(checked), status: 422) }
        let person = try visit.signedIn.person
        let isNew = try await kit.database.write { connection in
            guard
                try FactorEdition.create(
                    connection, factor, reason: checked.text("reason"), by: person, at: visit.now)
            else { return false }
            try record(connection, "factor.added", factor, edition: 1, visit)
            return true
        }
        guard isNew else { throw PageError.conflict(visit.t("There is such a factor already. Add an edition to it.")) }
        return .seeOther(
            visit.path("/factors/\(FactorKey.slug(factor.id))"), notice: visit.t("The factor is in the register."))
    }

    // MARK: A new edition

    private func edition(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        return .page(
            FactorEditingPages(visit).editing(entry, FactorForm.answers(entry.factor), version: entry.edition))
    }

    private func previewEdition(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        var checked = FactorForm.editing.check(visit.answers, visit.t)
        let factor = FactorForm.factor(&checked, of: entry.factor, visit.t)
        let pages = FactorEditingPages(visit)
        let version = visit.answers.integer("version") ?? -1
        guard !visit.answers.isTicked("change") else {
            return .page(pages.editing(entry, checked, version: version))
        }
        guard let factor else { return .page(pages.editing(entry, checked, version: version), status: 422) }
        let isLate = version != entry.edition
        return .page(
            pages.preview(
                factor, of: entry, checked, version: entry.edition, try await effects(of: factor, visit),
                isLate: isLate), status: isLate ? 409 : 200)
    }

    private func saveEdition(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        var checked = FactorForm.editing.check(visit.answers, visit.t)
        let pages = FactorEditingPages(visit)
        let version = visit.answers.integer("version") ?? -1
        guard let factor = FactorForm.factor(&checked, of: entry.factor, visit.t) else {
            return .page(pages.editing(entry, checked, version: version), status: 422)
        }
        let person = try visit.signedIn.person
        let reason = checked.text("reason")
        let number = try await kit.database.write { connection -> Int? in
            guard
                let number = try FactorEdition.add(
                    connection, factor, after: version, reason: reason, by: person, at: visit.now)
            else { return nil }
            try record(connection, "factor.edition-added", factor, edition: number, visit)
            return number
        }
        guard number != nil else {
            let latest = try await self.entry(visit)
            return .page(
                pages.preview(
                    factor, of: latest, checked, version: latest.edition, try await effects(of: factor, visit),
                    isLate: true), status: 409)
        }
        return .seeOther(visit.path(entry.path), notice: visit.t("The edition is saved and in force."))
    }

    // MARK: Withdrawal

    private func withdrawalEffects(_ entry: RegisteredFactor, _ visit: Visit) async throws -> [FactorEffect] {
        try await kit.database.read { [register] connection in
            let list = try register.list(connection)
            return try FactorEffect.all(
                connection, list, about: entry.factor, changedTo: list.book(without: entry.factor.id), visit.visitor)
        }
    }

    private func withdrawal(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        return .page(
            FactorEditingPages(visit).withdrawing(entry, Answers(), try await withdrawalEffects(entry, visit)))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let entry = try await entry(visit)
        let checked = FactorForm.withdrawal.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(
                FactorEditingPages(visit).withdrawing(entry, checked, try await withdrawalEffects(entry, visit)),
                status: 422)
        }
        let person = try visit.signedIn.person
        let id: ID<FactorWithdrawal.Kind> = kit.ids.next()
        let reason = checked.text("reason")
        try await kit.database.write { connection in
            // Sent twice: the first one holds.
            guard
                try FactorWithdrawal.record(
                    connection, id: id, key: entry.factor.id, reason: reason, by: person, at: visit.now)
            else { return }
            try record(connection, "factor.withdrawn", entry.factor, edition: entry.edition, visit)
        }
        return .seeOther(visit.path(entry.path), notice: visit.t("The factor is no longer offered."))
    }

    /// Writes the history, and lets the search find the register as it is now.
    private func record(
        _ connection: any Connection, _ activity: String, _ factor: Factor, edition: Int, _ visit: Visit
    ) throws {
        let key = factor.id
        try FactorSearch.refresh(connection, part: FactorSearch.part(of: factor.subject), kit.languages)
        try AuditEntry.record(
            connection, actor: try visit.signedIn.person, activity, subject: (kind: "factor", id: key),
            details: ["factor": key, "edition": "\(edition)"], at: visit.now)
    }
}

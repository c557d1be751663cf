import Members
import Storage
import Web

/// The history of a page's text: versions, what changed, which one is public.
struct PageVersionRoutes: Sendable {
    let kit: Kit

    func add(to routes: inout Routes) {
        let edit = Access.permission(PageRules.edit)
        routes.get("/pages/:slug/versions", edit) { visit in
            .page(PageVersionPages.list(visit, try await work(visit)))
        }
        routes.get("/pages/:slug/versions/:number", edit) { try await show($0) }
        routes.get("/pages/:slug/differences", edit) { try await differences($0) }
        routes.post("/pages/:slug/publication", edit) { try await publish($0) }
        routes.post("/pages/:slug/withdrawal", edit) { try await withdraw($0) }
    }

    private func work(_ visit: Visit) async throws -> PageWork {
        try await kit.database.read {
            try PageWork($0, slug: visit.parameters["slug"], visit.textLanguage)
        }
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let work = try await work(visit)
        guard let version = work.versions.first(where: { "\($0.number)" == visit.parameters["number"] }) else {
            throw PageError.notFound
        }
        return .page(PageVersionPages.version(visit, work, version))
    }

    /// From one version to another; without numbers, from the public one (else the one before) to the newest.
    private func differences(_ visit: Visit) async throws -> Reply {
        let work = try await work(visit)
        let to = visit.query.integer("to") ?? work.number
        let standard = work.published.map(\.number).flatMap { $0 == to ? nil : $0 } ?? to - 1
        let from = visit.query.integer("from") ?? standard
        return .page(
            PageVersionPages.differences(
                visit, work, from: work.versions.first { $0.number == from },
                to: work.versions.first { $0.number == to }))
    }

    // MARK: Publication

    private func publish(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let slug = visit.parameters["slug"]
        let language = visit.textLanguage
        guard let number = visit.answers.integer("number") else { throw PageError.notFound }
        let page = try await kit.database.write { connection -> EditablePage in
            guard let page = try EditablePage.find(connection, slug: slug),
                try PageVersion.find(connection, page: page.id, language, number: number) != nil
            else { throw PageError.notFound }
            try PageVersion.publish(connection, page: page.id, language, number: number, by: actor, at: visit.now)
            try PageSearch.update(connection, slug: slug)
            try AuditEntry.record(
                connection, actor: actor, "page.published", subject: (PageSubject.kind, slug),
                details: ["language": language.rawValue, "version": "\(number)"], at: visit.now)
            return page
        }
        return .seeOther(
            visit.work(on: page, "edit", language),
            notice: visit.t("Version {version} is public now.", ["version": "\(number)"]))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let refusal = visit.t("This page cannot be withdrawn: the hub needs it in one language at least.")
        let slug = visit.parameters["slug"]
        let language = visit.textLanguage
        let page = try await kit.database.write { connection -> EditablePage in
            let work = try PageWork(connection, slug: slug, language)
            // Withdrawn already: the wish is fulfilled.
            guard work.published != nil else { return work.page }
            guard work.mayWithdraw else { throw PageError.conflict(refusal) }
            try PageVersion.publish(connection, page: work.page.id, language, number: nil, by: actor, at: visit.now)
            try PageSearch.update(connection, slug: slug)
            try AuditEntry.record(
                connection, actor: actor, "page.withdrawn", subject: (PageSubject.kind, slug),
                details: ["language": language.rawValue], at: visit.now)
            return work.page
        }
        return .seeOther(
            visit.work(on: page, "edit", language),
            notice: visit.t("The page is withdrawn in this language. Its versions are kept."))
    }
}

import Storage
import Web

/// Yearly reports in work: figures of themselves, the team's texts, and their publication.
struct MonitoringReportRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/cities/:city/monitoring/reports"
        routes.get(path, ContractRules.cityReader, list)
        routes.get("\(path)/:year/draft", ContractRules.cityReader, draft)
        routes.get("\(path)/:year/texts", ContractRules.cityEditor, texts)
        routes.post("\(path)/:year/texts", ContractRules.cityEditor, save)
        routes.get("\(path)/:year/publication", ContractRules.cityCommitter, publication)
        routes.post("\(path)/:year/publication", ContractRules.cityCommitter, publish)
        routes.get("/cities/:city/monitoring/pathway", ContractRules.cityReader, pathway)
        routes.plain("/cities/:city/monitoring/pathway.csv", ContractRules.cityReader, pathwayFile)
    }

    /// The year that a path names, where a report can be written for it.
    private func year(_ visit: Visit) throws -> Int {
        guard let year = Int(visit.parameters["year"]), (1990...visit.today.year).contains(year) else {
            throw PageError.notFound
        }
        return year
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let (desk, drafts, published) = try await MonitoringDesk.open(visit) { desk, connection in
            (
                desk, try MonitoringReport.all(connection, of: desk.city.code),
                try MonitoringPublication.all(connection, of: desk.city.code)
            )
        }
        let pages = MonitoringReportPages(desk: desk, visit: visit)
        return .page(pages.list(drafts, published))
    }

    private struct View: Sendable {
        let pages: MonitoringReportPages
        let texts: MonitoringReport?
        let content: MonitoringContent
        /// What everybody sees of that year now.
        let published: MonitoringPublication?
    }

    private func view(_ visit: Visit) async throws -> View {
        let year = try year(visit)
        return try await MonitoringDesk.open(visit) { desk, connection in
            let texts = try MonitoringReport.find(connection, city: desk.city.code, year: year)
            return View(
                pages: MonitoringReportPages(desk: desk, visit: visit), texts: texts,
                content: try MonitoringContent(connection, desk, year: year, texts: texts),
                published: try MonitoringPublication.all(connection, of: desk.city.code).first { $0.year == year })
        }
    }

    private func draft(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .page(view.pages.draft(view.content, view.published))
    }

    // MARK: Texts

    private func texts(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let recorded = Answers(["summary": view.texts?.summary, "outlook": view.texts?.outlook])
        return .page(view.pages.texts(view.content.year, recorded, version: view.texts?.version ?? 0))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let (year, desk) = (view.content.year, view.pages.desk)
        let version = max(0, visit.answers.integer("version") ?? 0)
        let checked = MonitoringForm.report.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(view.pages.texts(year, checked, version: version), status: 422)
        }
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try MonitoringReport.save(
                    connection, city: desk.city.code, year: year, version: version, summary: checked.text("summary"),
                    outlook: checked.text("outlook"), by: person, at: visit.now)
            else { return false }
            try desk.record(connection, "monitoring.report-changed", visit, details: ["year": "\(year)"])
            return true
        }
        guard isSaved else {
            let latest = try await self.view(visit)
            return .page(
                latest.pages.texts(
                    year, checked, version: latest.texts?.version ?? 0, theirs: latest.texts), status: 409)
        }
        return .seeOther(
            visit.path("\(desk.path)/reports/\(year)/draft"), notice: visit.t("The texts are saved."))
    }

    // MARK: Publication

    /// What is about to be published: nobody publishes what they have not seen.
    private static func hash(_ content: MonitoringContent) throws -> String { Blob.hash(of: try content.json()) }

    private func publication(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .page(view.pages.publication(view.content, state: try Self.hash(view.content)))
    }

    private func publish(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let (year, desk) = (view.content.year, view.pages.desk)
        let state = try Self.hash(view.content)
        guard visit.answers.text("state") == state else {
            return .page(view.pages.publication(view.content, state: state, isStale: true), status: 409)
        }
        let address = visit.path("\(desk.path)/reports/\(year)")
        // Sent twice: the first time counts.
        if view.published?.contentHash == state { return .seeOther(address) }
        let person = try visit.signedIn.person
        let id: ID<MonitoringPublication> = kit.ids.next()
        let content = try view.content.json()
        try await kit.database.write { connection in
            try MonitoringPublication.publish(
                connection, id: id, city: desk.city.code, year: year, content, by: person, at: visit.now)
            try desk.record(connection, "monitoring.report-published", visit, details: ["year": "\(year)"])
        }
        return .seeOther(address, notice: visit.t("The report is published."))
    }

    // MARK: Pathway

    private func observed(_ visit: Visit) async throws -> MonitoringPathwayPages {
        try await MonitoringDesk.open(visit) { desk, connection in
            let view = try PublicPathway(connection, slug: desk.city.slug)
            return MonitoringPathwayPages(
                desk: desk, view: view, observations: view.map { MonitoringObservation.all($0, desk) } ?? [],
                visit: visit)
        }
    }

    private func pathway(_ visit: Visit) async throws -> Reply { .page(try await observed(visit).page) }

    private func pathwayFile(_ visit: Visit) async throws -> Reply {
        let found = try await observed(visit)
        return .download(
            MonitoringFiles.observations(found.observations), mediaType: "text/csv; charset=utf-8",
            fileName: "observed-\(found.desk.city.slug).csv")
    }
}

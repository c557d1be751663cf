import Storage
import Web

/// The public pages and files of cities.
struct CityRoutes {
    let kit: Kit
    let memory: GazetteerMemory
    let panels: [CityPanel]

    func add(to routes: inout Routes) {
        routes.get("/cities", .everyone, caching: .untilDataChange, list)
        routes.get(
            "/cities/:city", .everyone, caching: .untilDataChange,
            reading: { CityRecord.query(slug: $0["city"], try await memory.known(), panels) }, show)
        routes.plain("/cities.csv", .everyone, listFile)
        routes.plain(MapGround.address, .everyone, mapFile)
        routes.plain("/cities/:city/population.csv", .everyone, populationFile)
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let request = CityListRequest(visit.query)
        let (result, mapped, digest) = try await kit.database.read { connection in
            var whole = request
            // Counties hold a handful of cities, the whole register more than a map can show with names.
            whole.after = nil
            whole.before = nil
            return (
                try CityLine.page(connection, request), try CityLine.all(connection, whole),
                try Gazetteer.digest(connection)
            )
        }
        let gazetteer = try await memory.gazetteer(of: digest)
        return .page(
            CityListPages(
                request: request, result: result, mapped: mapped, gazetteer: gazetteer, query: visit.query, t: visit.t,
                language: visit.language, path: { visit.path($0) }
            ).page)
    }

    @Sendable private func show(_ visit: Visit, _ found: CityRecord.Found) async throws -> Reply {
        guard let view = try await memory.city(found, panels) else { throw PageError.notFound }
        return .page(
            CityPages(view, visit).page(
                publicURL: kit.settings.publicURL,
                mayEdit: CityRules.mayEdit(visit.visitor, teams: view.teams.map(\.organisation)),
                mayLink: visit.visitor.may(CityRules.editAny),
                mayRunProgramme: visit.visitor.may(ProgrammeRules.edit)))
    }

    // MARK: Files

    private func listFile(_ visit: Visit) async throws -> Reply {
        var request = CityListRequest(visit.query)
        request.after = nil
        request.before = nil
        let wanted = request
        let lines = try await kit.database.read { try CityLine.all($0, wanted) }
        return .download(CityFiles.list(lines), mediaType: CityFiles.mediaType, fileName: "cities.csv")
    }

    private func mapFile(_ visit: Visit) async throws -> Reply {
        let (shapes, digest) = try await kit.database.read {
            (try MapShape.all($0), try Gazetteer.digest($0))
        }
        var reply = Reply(.bytes(MapGround.file(shapes), mediaType: "image/svg+xml"))
        if MapGround(digest: digest).isNamed(by: visit.query.text("edition")) {
            reply.headers.append((name: "Cache-Control", value: Reply.keptForGood))
        }
        return reply
    }

    private func populationFile(_ visit: Visit) async throws -> Reply {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection -> (City, [PopulationFigure])? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            return (city, try PopulationFigure.all(connection, of: city.code))
        }
        guard let (city, figures) = found else { throw PageError.notFound }
        return .download(
            CityFiles.population(city, figures), mediaType: CityFiles.mediaType, fileName: "population-\(city.slug).csv"
        )
    }
}

/// Tables about cities as files; the same in every language.
package enum CityFiles {
    package static let mediaType = "text/csv; charset=utf-8"

    static func list(_ lines: [CityLine]) -> [UInt8] {
        var file = CSVWriter(header: [
            "siruta", "name", "kind", "county", "region_ro", "region_en", "population_people", "population_reference",
            "population_source", "population_status", "programme_group", "target_year",
        ])
        for line in lines {
            file.row([
                line.code, line.name, line.kind.rawValue, line.countyName, line.regionRomanian, line.regionEnglish,
                line.population > 0 ? "\(line.population)" : nil, line.populationReference, line.populationSource,
                line.populationStatus?.rawValue, line.cohort?.rawValue, line.targetYear.map { "\($0)" },
            ])
        }
        return file.bytes
    }

    static func population(_ city: City, _ figures: [PopulationFigure]) -> [UInt8] {
        var file = CSVWriter(header: ["siruta", "name", "reference", "day", "population_people", "source", "status"])
        for figure in figures {
            file.row([
                city.code, city.name, figure.reference, figure.day?.description, "\(figure.population)", figure.source,
                figure.status.rawValue,
            ])
        }
        return file.bytes
    }
}

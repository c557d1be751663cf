import Storage
import Web

/// The public pages and files of cities.
struct CityRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/cities", .everyone, caching: .untilDataChange, list)
        routes.get("/cities/:city", .everyone, caching: .untilDataChange, show)
        routes.plain("/cities.csv", .everyone, listFile)
        routes.plain("/cities/:city/population.csv", .everyone, populationFile)
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let request = CityListRequest(visit.query)
        return .page(
            try await kit.database.read { connection in
                var whole = request
                // Counties hold a handful of cities, the whole register more than a map can show with names.
                whole.after = nil
                whole.before = nil
                return CityListPages(
                    request: request, result: try CityLine.page(connection, request),
                    mapped: try CityLine.all(connection, whole), shapes: try MapShape.all(connection),
                    counties: try County.all(connection), regions: try Region.all(connection), query: visit.query,
                    t: visit.t, language: visit.language, path: { visit.path($0) }
                ).page
            })
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let (view, mayEdit) = try await kit.database.read { connection -> (CityView?, Bool) in
            let view = try CityView(connection, slug: visit.parameters["city"])
            let mayEdit = view.map { CityRules.mayEdit(visit.visitor, teams: $0.teams.map(\.organisation)) } ?? false
            return (view, mayEdit)
        }
        guard let view else { throw PageError.notFound }
        return .page(
            CityPages(view, visit).page(
                publicURL: kit.settings.publicURL, mayEdit: mayEdit, mayLink: visit.visitor.may(CityRules.editAny),
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
enum CityFiles {
    static let mediaType = "text/csv; charset=utf-8"

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

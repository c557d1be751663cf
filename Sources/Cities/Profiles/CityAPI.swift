import Foundation
import Storage
import Web

/// Cities as data: units in the names of the fields, a source and a status beside each figure.
struct CityAPI {
    let kit: Kit
    let memory: GazetteerMemory

    func add(to routes: inout Routes) {
        routes.plain("/api/v1/cities", .everyone, caching: .untilDataChange, list)
        routes.plain("/api/v1/cities/:city", .everyone, caching: .untilDataChange, show)
    }

    private func list(_ visit: Visit) async throws -> Reply {
        var request = CityListRequest(visit.query)
        if visit.query.text("show").isEmpty { request.show = .all }
        let wanted = request
        let result = try await kit.database.read { try CityLine.page($0, wanted) }
        let next = result.after.map { request.address("/api/v1/cities").with("after", $0) }
        let data = CityListData(
            total: result.total, cities: result.lines.map { CitySummaryData($0, kit.settings.publicURL) },
            next: next.map { kit.settings.publicURL + Self.explicit($0, request.show) })
        return try Self.json(data)
    }

    /// The list of the API shows all cities unless told otherwise, so the address always says what it shows.
    private static func explicit(_ address: ListAddress, _ show: CityListRequest.Show) -> String {
        var result = ListAddress(address.path, query: address.query.filter { $0.name != "show" && $0.name != "after" })
        result = result.with("show", show.rawValue)
        return result.with("after", address["after"]).text
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let slug = visit.parameters["city"]
        guard let view = try await memory.city(slug) else {
            return try Self.problem(404, title: "No such city", detail: "The list is at /api/v1/cities.")
        }
        return try Self.json(CityData(view, kit.settings.publicURL))
    }

    private static func json(_ data: some Encodable) throws -> Reply {
        Reply(.bytes(try encoded(data), mediaType: "application/json"))
    }

    private static func problem(_ status: Int, title: String, detail: String) throws -> Reply {
        let data = ["title": title, "detail": detail, "status": "\(status)"]
        return Reply(status: status, .bytes(try encoded(data), mediaType: "application/problem+json"))
    }

    private static func encoded(_ data: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return Array(try encoder.encode(data))
    }
}

private struct CityListData: Encodable {
    let total: Int
    let cities: [CitySummaryData]
    /// Address of the next page; absent on the last.
    let next: String?
}

private struct CitySummaryData: Encodable {
    let siruta: String
    let name: String
    let kind: String
    let countyCode: String
    let countyName: String
    let address: String
    let populationPeople: Int?
    let populationReference: String?
    let populationSource: String?
    let populationStatus: String?
    let programmeGroup: String?
    let targetYear: Int?

    init(_ line: CityLine, _ publicURL: String) {
        siruta = line.code
        name = line.name
        kind = line.kind.rawValue
        countyCode = line.county
        countyName = line.countyName
        address = "\(publicURL)/api/v1\(line.path)"
        populationPeople = line.population > 0 ? line.population : nil
        populationReference = line.populationReference
        populationSource = line.populationSource
        populationStatus = line.populationStatus?.rawValue
        programmeGroup = line.cohort?.rawValue
        targetYear = line.targetYear
    }
}

private struct CityData: Encodable {
    struct Sourced: Encodable {
        let value: Double
        let source: String?
        let status: String?
    }

    struct Coordinates: Encodable {
        let latitudeDegrees: Double
        let longitudeDegrees: Double
        let source: String?
        let status: String?
    }

    struct Population: Encodable {
        let populationPeople: Int
        let reference: String
        let day: String?
        let source: String
        let status: String
    }

    struct Programme: Encodable {
        let group: String
        let targetYear: Int
        let targetSource: String
        let targetStatus: String
        let selectedOn: String?
        let withdrawnOn: String?
    }

    struct Label: Encodable {
        let label: String
        let awardedOn: String
        let source: String
        let status: String
    }

    let siruta: String
    let name: String
    let kind: String
    let countyCode: String
    let regionNuts2: String?
    let coordinates: Coordinates?
    let areaKm2: Sourced?
    let populations: [Population]
    let programme: Programme?
    let labels: [Label]
    let pages: [String: String]

    init(_ view: CityView, _ publicURL: String) {
        let city = view.city
        siruta = city.code
        name = city.name
        kind = city.kind.rawValue
        countyCode = city.county
        regionNuts2 = view.region?.code
        if let latitude = city.latitude, let longitude = city.longitude {
            coordinates = Coordinates(
                latitudeDegrees: latitude, longitudeDegrees: longitude, source: city.coordinateSource,
                status: city.coordinateStatus?.rawValue)
        } else {
            coordinates = nil
        }
        areaKm2 = city.areaKm2.map { Sourced(value: $0, source: city.areaSource, status: city.areaStatus?.rawValue) }
        populations = view.figures.map { figure in
            Population(
                populationPeople: figure.population, reference: figure.reference, day: figure.day?.description,
                source: figure.source, status: figure.status.rawValue)
        }
        programme = view.programme.map { entry in
            Programme(
                group: entry.cohort.rawValue, targetYear: entry.targetYear, targetSource: entry.targetSource,
                targetStatus: entry.targetStatus.rawValue, selectedOn: entry.selectedOn?.description,
                withdrawnOn: view.withdrawal?.withdrawnOn.description)
        }
        labels = view.labels.map { label in
            Label(
                label: label.label.rawValue, awardedOn: label.awardedOn.description, source: label.source,
                status: label.status.rawValue)
        }
        pages = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, "\(publicURL)/\($0.rawValue)\(city.path)") })
    }
}

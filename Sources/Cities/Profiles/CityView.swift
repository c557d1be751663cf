import Storage
import Web

/// Everything that a city's page shows, read in one transaction.
struct CityView: Sendable {
    let city: City
    let line: CityLine
    let county: County?
    let region: Region?
    let figures: [PopulationFigure]
    let programme: ProgrammeCity?
    let withdrawal: ProgrammeWithdrawal?
    let labels: [ProgrammeLabel]
    let profile: CityProfile
    let teams: [CityTeam]
    let neighbours: [CityLine]
    let parent: City?
    let sectors: [City]
    let shapes: [MapShape]
    let sources: [String: DataSource]

    /// nil when there is no such city.
    init?(_ connection: any Connection, slug: String) throws {
        guard let city = try City.find(connection, slug: slug),
            let line = try CityLine.find(connection, code: city.code)
        else { return nil }
        self.city = city
        self.line = line
        county = try City.county(connection, of: city)
        region = try county.flatMap { try City.region(connection, of: $0) }
        figures = try PopulationFigure.all(connection, of: city.code)
        programme = try ProgrammeCity.find(connection, city: city.code)
        withdrawal = try ProgrammeWithdrawal.open(connection, city: city.code)
        labels = try ProgrammeLabel.all(connection, of: city.code)
        profile = try CityProfile.find(connection, of: city.code)
        teams = try CityTeam.all(connection, of: city.code)
        neighbours = try CityLine.neighbours(connection, region: county?.region ?? "", without: city.code)
        parent = try city.parent.flatMap { try City.find(connection, code: $0) }
        sectors = city.kind == .capital ? try City.sectors(connection, of: city.code) : []
        shapes = try MapShape.all(connection)
        var keys = Set(figures.map(\.source) + labels.map(\.source) + shapes.map(\.source) + [city.source])
        keys.formUnion([city.areaSource, city.coordinateSource].compactMap { $0 })
        keys.formUnion([programme?.targetSource, programme?.selectedSource].compactMap { $0 })
        sources = try DataSource.titles(connection, keys)
    }

    /// A source's title, or the text itself where a person wrote one.
    func title(of source: String) -> String { sources[source]?.title ?? source }

    /// The figure for amounts per person: the one that the city chose, else the newest.
    var chosenFigure: PopulationFigure? {
        figures.first { $0.reference == profile.populationReference } ?? figures.newest
    }

    /// People for one square kilometre; only where both numbers are known.
    var density: Double? {
        guard let area = city.areaKm2, let figure = figures.newest else { return nil }
        return Double(figure.population) / area
    }

    /// A quotient is as trustworthy as the weaker of its parts.
    var densityStatus: FigureStatus {
        city.areaStatus == .unverified || figures.newest?.status == .unverified ? .unverified : .derived
    }
}

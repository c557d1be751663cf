import Storage
import Web

/// What a city's page shows: its own rows, and what it shares with the pages of other cities.
struct CityView: Sendable {
    let city: City
    let programme: ProgrammeCity?
    let withdrawal: ProgrammeWithdrawal?
    let profile: CityProfile
    let figures: [PopulationFigure]
    let labels: [ProgrammeLabel]
    let teams: [CityTeam]
    /// In the programme and in the same region.
    let neighbours: [Gazetteer.Place]
    let parent: Gazetteer.Place?
    let sectors: [Gazetteer.Place]
    let line: CityLine
    let region: Region?
    let map: MapGround
    let sources: [String: DataSource]
    /// What other wings bring to the page.
    let parts: [CityPanel.Part]

    init(_ record: CityRecord, _ gazetteer: Gazetteer) {
        city = record.city
        programme = record.programme
        withdrawal = record.withdrawal
        profile = record.profile
        figures = record.figures
        labels = record.labels
        teams = record.teams
        let inProgramme = record.neighboursInProgramme
        neighbours = gazetteer.neighbours(of: record.place).filter { inProgramme.contains($0.code) }
        parent = gazetteer.whole(of: record.place)
        sectors = gazetteer.sectors(of: record.place)
        region = gazetteer.region(ofCounty: record.city.county)
        line = CityLine(
            record.city, county: gazetteer.county(record.city.county), region: region,
            newest: record.figures.newest, programme: record.withdrawal == nil ? record.programme : nil)
        map = gazetteer.map
        sources = gazetteer.sources
        parts = record.parts
    }

    /// A source's title, or the text itself where a person wrote one.
    func title(of source: String) -> String { sources[source]?.title ?? source }

    /// The language of a source's title; nil where a person wrote the text.
    func language(of source: String) -> Language? { sources[source]?.titleLanguage }

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

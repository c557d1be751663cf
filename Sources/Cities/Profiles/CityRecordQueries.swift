import Storage
import Web

extension CityRecord {
    /// Everything that a city's page shows, asked at once.
    ///
    /// Many small statements, each a look at one index: together they cost a server less than one join of all, and they
    /// travel in one go.
    static func query(slug: String, _ gazetteer: Gazetteer, _ panels: [CityPanel] = []) -> Query<Found> {
        guard let place = gazetteer.place(slug: slug) else {
            return Query([Gazetteer.digestStatement]) { results in
                Found(slug: slug, gazetteer: gazetteer, digest: try digest(&results), record: nil)
            }
        }
        let asked = statements(place, gazetteer) + panels.map { $0.statement(place.code) }
        return Query([Gazetteer.digestStatement] + asked) { results in
            let digest = try digest(&results)
            let record = try CityRecord(place, &results, panels)
            return Found(slug: slug, gazetteer: gazetteer, digest: digest, record: record)
        }
    }

    private static func statements(_ place: Gazetteer.Place, _ gazetteer: Gazetteer) -> [Statement] {
        let code = place.code
        let neighbours = gazetteer.neighbours(of: place).map(\.code)
        return [
            "SELECT * FROM city WHERE code = \(code)",
            "SELECT * FROM programme_city WHERE city_code = \(code)",
            "SELECT * FROM programme_withdrawal WHERE city_code = \(code) AND ended_at IS NULL",
            "SELECT * FROM city_profile WHERE city_code = \(code)",
            "SELECT * FROM population_figure WHERE city_code = \(code) ORDER BY reference",
            "SELECT * FROM programme_label WHERE city_code = \(code) ORDER BY awarded_on, label",
            CityTeam.selection + " WHERE city_team.city_code = \(code) ORDER BY organisation.name",
            """
            SELECT city_code FROM programme_city WHERE city_code IN (\(list: neighbours)) AND NOT EXISTS
                (SELECT 1 FROM programme_withdrawal AS withdrawal
                WHERE withdrawal.city_code = programme_city.city_code AND ended_at IS NULL)
            """,
        ]
    }

    private static func digest(_ results: inout Results) throws -> String {
        try results.rows().first?("digest") ?? ""
    }

    /// nil when the place has gone meanwhile.
    private init?(_ place: Gazetteer.Place, _ results: inout Results, _ panels: [CityPanel]) throws {
        guard let city: City = try results.first() else { return nil }
        self.place = place
        self.city = city
        programme = try results.first()
        withdrawal = try results.first()
        profile = try results.first() ?? .empty(city: city.code)
        figures = try results.all()
        labels = try results.all()
        teams = try results.all()
        neighboursInProgramme = Set(try results.rows().map { try $0("city_code") as String })
        var parts: [CityPanel.Part] = []
        for panel in panels {
            if let part = try panel.part(try results.rows(), city.path) { parts.append(part) }
        }
        self.parts = parts
    }
}

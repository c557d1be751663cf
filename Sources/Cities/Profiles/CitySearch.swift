import Storage
import Web

/// What the hub's search knows about cities.
package enum CitySearch {
    package static let kind = "city"
    static let searchable = Searchable(kind: kind, title: "Cities")

    /// Puts a city into the index anew, in both languages.
    package static func refresh(_ connection: any Connection, code: String) throws {
        guard let city = try City.find(connection, code: code), let line = try CityLine.find(connection, code: code)
        else {
            return try SearchIndex.remove(kind: kind, item: code, in: connection)
        }
        let profile = try CityProfile.find(connection, of: code)
        for language in Language.allCases {
            let parts: [String?] = [
                line.countyName, line.region(language), CityName.searchWords(city.name), line.cohort?.rawValue,
                profile.summary(language)?.text, profile.target(language)?.text,
            ]
            try SearchIndex.replace(
                SearchEntry(
                    kind: kind, item: code, language: language.rawValue, title: city.name,
                    body: parts.compactMap { $0 }.joined(separator: ". "), path: city.path),
                in: connection)
        }
    }
}

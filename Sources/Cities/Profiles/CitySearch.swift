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
                line.countyName, line.region(language), line.cohort.map { group($0, language) }, olderName(city.name),
                profile.summary(language)?.text, profile.target(language)?.text,
            ]
            try SearchIndex.replace(
                SearchEntry(
                    kind: kind, item: code, language: language.rawValue, title: city.name,
                    body: parts.compactMap { $0 }.joined(separator: ". "), path: city.path),
                in: connection)
        }
    }

    /// Readers see these words under the result: only a spelling that the name itself does not have is added.
    private static func olderName(_ name: String) -> String? {
        let words = CityName.searchWords(name)
        return words == Folding.fold(name) ? nil : words
    }

    private static func group(_ cohort: Cohort, _ language: Language) -> String {
        switch (cohort, language) {
        case (.euMission, .ro): "Misiunea UE"
        case (.euMission, .en): "EU Mission"
        case (.m100Mirror, .ro): "Misiunea Oglindă M100"
        case (.m100Mirror, .en): "M100 Mirror Mission"
        }
    }
}

import Storage
import Web

/// What a city's own team says about the city; facts of the register are not theirs to change.
package struct CityProfile: Sendable, RowDecodable, Equatable {
    package let city: String
    /// 0: nobody has written a profile yet.
    package let version: Int
    package let website: String?
    /// A mailbox of the office, not of a person.
    package let climateOfficeContact: String?
    package let summaryRomanian: String?
    package let summaryEnglish: String?
    package let targetRomanian: String?
    package let targetEnglish: String?
    /// The decision of the local council that the target rests on: number, date, title.
    package let councilDecision: String?
    /// The population figure that the city uses for amounts per person.
    package let populationReference: String?
    package let updatedAt: Instant?
    package let updatedBy: String?

    package init(row: Row) throws {
        city = try row("city_code")
        version = try row("version")
        website = try row("website")
        climateOfficeContact = try row("climate_office_contact")
        summaryRomanian = try row("summary_ro")
        summaryEnglish = try row("summary_en")
        targetRomanian = try row("target_ro")
        targetEnglish = try row("target_en")
        councilDecision = try row("council_decision")
        populationReference = try row("population_reference")
        updatedAt = try row("updated_at")
        updatedBy = try row("updated_by")
    }

    /// What a person sent. The version is the one they started from.
    package init(city: String, version: Int, _ answers: Answers) {
        self.city = city
        self.version = version
        website = answers.optionalText("website")
        climateOfficeContact = answers.optionalText("climate-office-contact")
        summaryRomanian = Self.paragraphs(answers.text("summary-ro"))
        summaryEnglish = Self.paragraphs(answers.text("summary-en"))
        targetRomanian = Self.paragraphs(answers.text("target-ro"))
        targetEnglish = Self.paragraphs(answers.text("target-en"))
        councilDecision = Self.paragraphs(answers.text("council-decision"))
        populationReference = answers.optionalText("population-reference")
        updatedAt = nil
        updatedBy = nil
    }

    /// A profile that nobody has written yet.
    package static func empty(city: String) -> CityProfile { CityProfile(city: city, version: 0, Answers()) }

    /// The summary in a language, or in the other one where there is none.
    package func summary(_ language: Language) -> (text: String, language: Language)? {
        Self.chosen(ro: summaryRomanian, en: summaryEnglish, language)
    }

    /// The target in words, like the summary.
    package func target(_ language: Language) -> (text: String, language: Language)? {
        Self.chosen(ro: targetRomanian, en: targetEnglish, language)
    }

    private static func chosen(ro: String?, en: String?, _ language: Language) -> (text: String, language: Language)? {
        let texts: [Language: String?] = [.ro: ro, .en: en]
        for candidate in [language, language.other] {
            if let text = texts[candidate] ?? nil { return (text, candidate) }
        }
        return nil
    }

    /// Browsers send line ends as CR LF; stored texts have LF.
    private static func paragraphs(_ text: String) -> String? {
        let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return plain.isEmpty ? nil : plain
    }

    static let migration = Migration(
        "city-profiles-001",
        sql: """
            CREATE TABLE city_profile (
                city_code TEXT PRIMARY KEY REFERENCES city (code),
                version BIGINT NOT NULL CHECK (version > 0),
                website TEXT,
                climate_office_contact TEXT,
                summary_ro TEXT,
                summary_en TEXT,
                target_ro TEXT,
                target_en TEXT,
                council_decision TEXT,
                population_reference TEXT,
                updated_at TEXT NOT NULL,
                updated_by TEXT REFERENCES person (id)
            );
            """)
}

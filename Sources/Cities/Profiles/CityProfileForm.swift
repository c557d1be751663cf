import Storage
import Web

/// The questions of a city's profile.
enum CityProfileForm {
    static func form(_ figures: [PopulationFigure], _ t: Texts) -> Form {
        Form([
            Field(
                "summary-ro", "About the city, in Romanian",
                hint:
                    "What the city does for climate neutrality, in a few plain sentences. An empty line starts a paragraph.",
                optional: true, .textarea(maxLength: 3000, rows: 8)),
            Field("summary-en", "About the city, in English", optional: true, .textarea(maxLength: 3000, rows: 8)),
            Field(
                "target-ro", "The target in words, in Romanian",
                hint: "What the city has promised, and for which emissions and areas.", optional: true,
                .textarea(maxLength: 1000, rows: 4)),
            Field(
                "target-en", "The target in words, in English", optional: true, .textarea(maxLength: 1000, rows: 4)),
            Field(
                "council-decision", "Decision of the local council",
                hint: "Number, date and title of the decision that the target rests on.", optional: true,
                .textarea(maxLength: 500, rows: 2)),
            Field(
                "website", "Website", hint: "The full address, beginning with https://", optional: true,
                .text(maxLength: 200)),
            Field(
                "climate-office-contact", "E-mail of the climate office",
                hint: "A mailbox of the office; it is shown to everybody. Please give no personal address.",
                optional: true, .email),
            Field(
                "population-reference", "Population figure for amounts per person", optional: true,
                .select(options(figures, t))),
        ])
    }

    private static func options(_ figures: [PopulationFigure], _ t: Texts) -> [Option] {
        [Option("", "The newest figure")]
            + figures.map { figure in
                let count = Figures(language: t.language).integer(figure.population)
                return Option(figure.reference, "\(figure.title(t)): \(count)", translated: false)
            }
    }

    /// Checks beyond the fields themselves.
    static func check(_ answers: Answers, _ figures: [PopulationFigure], _ t: Texts) -> Answers {
        var checked = form(figures, t).check(answers, t)
        if let website = answers.optionalText("website"), !isWebAddress(website) {
            checked.refuse("website", t("write a full address such as https://www.example.ro"))
        }
        return checked
    }

    static func isWebAddress(_ text: String) -> Bool {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), SafeAddress.of(text) == text else {
            return false
        }
        let host = text.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".") && !host.contains("@")
            && host.utf8.allSatisfy { $0 < 128 }
    }

    static func answers(_ profile: CityProfile) -> Answers {
        Answers([
            "summary-ro": profile.summaryRomanian, "summary-en": profile.summaryEnglish,
            "target-ro": profile.targetRomanian, "target-en": profile.targetEnglish,
            "council-decision": profile.councilDecision, "website": profile.website,
            "climate-office-contact": profile.climateOfficeContact,
            "population-reference": profile.populationReference,
        ])
    }
}

extension CityProfileForm {
    /// Names of the answers that differ, for the history.
    static func changes(from old: CityProfile, to new: CityProfile) -> String {
        let before = answers(old)
        let after = answers(new)
        let names = Set(before.texts.keys).union(after.texts.keys).sorted()
        return names.filter { before.text($0) != after.text($0) }.joined(separator: ", ")
    }
}

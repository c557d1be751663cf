import Cities
import Web

/// The home page: what the hub is, the cities on the map, what one can do here.
struct HomePages {
    /// nil while nothing is published; map and cities stand without a text too.
    let found: PublicPage?
    let cities: [CityLine]
    let map: MapGround
    let visit: Visit

    private var t: Texts { visit.t }
    private var numbers: Figures { visit.figures }

    var page: Page {
        let text = found.map { HomeText($0.text.markdown) }
        return Page(
            title: title, description: found.flatMap { PagePages.description($0.text) }, wide: true,
            hasOwnHeading: true,
            body: HTML {
                if let found { PagePages.languageNote(found.text, visit) }
                opening(text)
                facts
                roll
                if let text { written(text) }
                if let found, visit.visitor.may(PageRules.edit) {
                    PagePages.editLink(found.page, found.text.language, visit)
                }
            })
    }

    private var title: String { found?.text.title ?? t("Climate-neutral cities of Romania") }

    /// Language mark for texts that are not in the visitor's language.
    private var textLanguage: String? {
        guard let language = found?.text.language, language != visit.language else { return nil }
        return language.rawValue
    }

    // MARK: Opening

    private func opening(_ text: HomeText?) -> HTML {
        div(.class("opening")) {
            div(.class("opening-text"), .lang(textLanguage)) {
                h1 { title }
                if let lead = found?.text.lead, !lead.isEmpty { Components.lead(Markdown.plainText(lead)) }
                if let text { Markdown.html(text.opening) }
                div(.class("buttons"), .lang(visit.language.rawValue)) {
                    Components.buttonLink(t("See the cities"), path: visit.path("/cities"))
                    Components.buttonLink(t("The programme"), path: visit.path("/programme"), kind: .secondary)
                }
            }
            CityMap.html(
                cities, on: map, label: t("Map of Romania with the cities of the programme"),
                path: { visit.path($0) }, t)
        }
    }

    // MARK: Figures

    private var facts: HTML {
        Components.facts(
            [
                Components.Fact(
                    t("Programme cities"), figure: numbers.integer(cities.count), note: t("every one with its own page")
                )
            ]
                + Cohort.allCases.compactMap(fact) + [people].compactMap { $0 })
    }

    private func fact(_ cohort: Cohort) -> Components.Fact? {
        let members = cities.filter { $0.cohort == cohort }
        guard !members.isEmpty else { return nil }
        let years = Set(members.compactMap(\.targetYear)).sorted()
        let note: String? =
            years.isEmpty
            ? nil
            : t("climate-neutral by {year}", ["year": years.map { "\($0)" }.joined(separator: ", ")])
        return Components.Fact(t(cohort.groupTitle), figure: numbers.integer(members.count), note: note)
    }

    /// A sector lives in its city: where both are in the programme its people are counted once.
    private var people: Components.Fact? {
        let counted = HomeFigures.countedOnce(cities)
        guard !counted.isEmpty, counted.allSatisfy({ $0.population > 0 }) else { return nil }
        let isVerified = counted.allSatisfy { $0.populationStatus != .unverified }
        return Components.Fact(
            t("People who live in them"), figure: numbers.integer(counted.reduce(0) { $0 + $1.population }),
            note: t("sum of the newest figures on the cities' pages"),
            mark: Components.sourceMark(isVerified ? .derived : .unverified, t))
    }

    // MARK: Cities

    /// The list beside the map: every city a link large enough for a finger.
    private var roll: HTML {
        section(.class("roll")) {
            h2 { t("The cities of the programme") }
            for cohort in Cohort.allCases {
                let members = cities.filter { $0.cohort == cohort }
                if !members.isEmpty {
                    h3 { t(cohort.groupTitle) }
                    ul {
                        for city in members {
                            li { a(.href(visit.path(city.path))) { city.name } }
                        }
                    }
                }
            }
            p { a(.href(visit.path("/cities") + "?show=all")) { t("All municipalities of Romania") } }
        }
    }

    // MARK: Text

    private func written(_ text: HomeText) -> HTML {
        div(.class("written"), .lang(textLanguage)) {
            for part in text.sections {
                section {
                    h2 { part.title }
                    Markdown.html(part.markdown, topHeading: 3)
                    if !part.parts.isEmpty { doors(part.parts) }
                }
            }
        }
    }

    private func doors(_ parts: [HomeText.Section]) -> HTML {
        div(.class("doors")) {
            for part in parts {
                section(.class("door")) {
                    h3 { part.title }
                    Markdown.html(part.markdown, topHeading: 4)
                }
            }
        }
    }
}

/// Sums over the cities of the programme.
enum HomeFigures {
    /// The cities without sectors whose city is among them.
    static func countedOnce(_ cities: [CityLine]) -> [CityLine] {
        let hasCapital = cities.contains { $0.kind == .capital }
        return cities.filter { !hasCapital || $0.kind != .sector }
    }
}

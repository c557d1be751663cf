import Cities
import Web

/// The page on which everybody sees the measures that a city published, held against its own gap.
struct PublicPortfolioPages {
    let city: City
    /// nil: the city has published no portfolio.
    let view: PublicPortfolio?
    let right: ScenarioRules.Right
    let hasPathway: Bool
    let visit: Visit

    private var t: Texts { visit.t }
    private var path: String { MeasureDesk.path(of: city) }

    var page: Page {
        Page(
            title: t("Measures of {city}", ["city": city.name]),
            description: t("What {city} means to do for climate neutrality, as it was published.", ["city": city.name]),
            breadcrumb: [
                Page.Crumb(t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path)),
            ],
            wide: true,
            feeds: view == nil
                ? [] : [Page.Alternate(t("Measures (CSV)"), path: "\(path)/measures.csv", mediaType: "text/csv")],
            body: HTML {
                team
                if let view { PublicPortfolioView(view: view, visit: visit).html } else { nothing }
            })
    }

    private var nothing: HTML {
        HTML {
            Components.emptyState(
                t("{city} has not published a portfolio of measures here.", ["city": city.name]),
                next: hasPathway
                    ? (t("Pathway of {city}", ["city": city.name]), visit.path(PublicPathway.path(of: city)))
                    : (t("Solutions library"), visit.path("/measures")))
        }
    }

    private var team: HTML {
        guard right != .none else { return .empty }
        return p { a(.href(visit.path("\(path)/portfolio"))) { t("The portfolio that the team works on") } }
    }
}

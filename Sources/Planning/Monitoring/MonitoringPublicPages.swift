import Cities
import Web

/// A published report with what was published before and what can be downloaded.
struct MonitoringPublicPages {
    let city: City
    let published: [MonitoringPublication]
    let shown: (publication: MonitoringPublication, content: MonitoringContent)?
    let visit: Visit

    private var t: Texts { visit.t }
    private var path: String { "\(city.path)/monitoring" }

    var page: Page {
        let title =
            shown.map {
                t("Progress of {city} in {year}", ["city": city.name, "year": "\($0.content.year)"])
            } ?? t("Progress of {city}", ["city": city.name])
        return Page(
            title: title,
            description: t(
                "What {city} measured against the targets of its contract, and how far its measures are.",
                ["city": city.name]),
            breadcrumb: [
                Page.Crumb(t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path)),
            ],
            feeds: shown.map {
                [
                    Page.Alternate(
                        t("Indicators (CSV)"), path: "\(path)/reports/\($0.content.year)/indicators.csv",
                        mediaType: "text/csv")
                ]
            } ?? [],
            body: HTML {
                if let shown {
                    MonitoringReportBody(content: shown.content, visit: visit).html
                    about(shown.publication)
                } else {
                    Components.emptyState(
                        t("This city has published no yearly report yet."), next: (city.name, visit.path(city.path)))
                }
            })
    }

    private func about(_ publication: MonitoringPublication) -> HTML {
        let others = published.filter { $0.year != publication.year }
        return HTML {
            h2 { t("About this report") }
            p {
                t(
                    "Published on {day}, version {number}.",
                    ["day": visit.figures.time(publication.publishedAt), "number": "\(publication.number)"])
            }
            p(.class("quiet")) { t("Fingerprint (SHA-256): {hash}", ["hash": publication.contentHash]) }
            Components.linkList([
                (t("Indicators (CSV)"), "\(path)/reports/\(publication.year)/indicators.csv"),
                (t("The whole report (JSON)"), "\(path)/reports/\(publication.year)/report.json"),
            ])
            if !others.isEmpty {
                h3 { t("Other years") }
                Components.linkList(others.map { ("\($0.year)", visit.path("\(path)/reports/\($0.year)")) })
            }
        }
    }
}

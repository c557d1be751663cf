import Storage
import Web

/// The public page of the programme.
struct ProgrammePages {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    var t: Texts { visit.t }

    func overview(_ lines: [CityLine], labels: [ProgrammeLabel], map: MapGround, mayEdit: Bool) -> Page {
        Page(
            title: t("The programme"),
            description: t(
                "The cities of the EU Mission and of the M100 mirror mission, with their target years and labels."),
            feeds: [Page.Alternate(t("Cities (CSV)"), path: "/cities.csv", mediaType: "text/csv")],
            body: HTML {
                Components.lead(
                    t.count(
                        lines.count, "{count} city is on its way to climate neutrality with the programme.",
                        "{count} cities are on their way to climate neutrality with the programme."))
                div(.class("split")) {
                    CityMap.html(
                        lines, on: map, label: t("Map of Romania with the cities of the programme"),
                        path: { visit.path($0) }, t)
                    explanation
                }
                for cohort in Cohort.allCases { group(cohort, lines.filter { $0.cohort == cohort }, labels) }
                if mayEdit {
                    p { Components.buttonLink(t("Take a city into the programme"), path: visit.path("/programme/new")) }
                }
            })
    }

    private var explanation: HTML {
        section(.id("two-groups")) {
            h2 { t("Two groups, one aim") }
            p {
                t(
                    "The European Union's Mission “100 climate-neutral and smart cities by 2030” chose cities all over Europe, some of them in Romania. They prepare a Climate City Contract and may be awarded the EU Mission Label."
                )
            }
            p {
                t(
                    "M100 is Romania's national mirror of that mission: more cities follow the same way with the same method, under the principle that no city is left behind. They may be awarded the M100 Label."
                )
            }
            p {
                t(
                    "Each city sets its own target year. What a source says and what is not yet checked is marked on the page of the city."
                )
            }
        }
    }

    private func group(_ cohort: Cohort, _ lines: [CityLine], _ labels: [ProgrammeLabel]) -> HTML {
        section(.id(cohort.rawValue)) {
            h2 { t(cohort.groupTitle) }
            if lines.isEmpty {
                p(.class("quiet")) { t("No city is in this group.") }
            } else {
                table(cohort, lines, labels).html
            }
        }
    }

    private func table(_ cohort: Cohort, _ lines: [CityLine], _ labels: [ProgrammeLabel]) -> DataTable {
        DataTable(
            caption: t(cohort.groupTitle),
            columns: [
                DataTable.Column(t("City")), DataTable.Column(t("County")),
                DataTable.Column(t("Target"), number: true), DataTable.Column(t("Labels")),
            ],
            rows: lines.map { line in
                [
                    .link(line.name, visit.path(line.path)), .text(line.countyName),
                    line.targetYear.map { .number("\($0)", Double($0)) } ?? .missing(t("Not known yet")),
                    labelCell(labels.filter { $0.city == line.code }),
                ]
            }, captionHidden: true, sortsInPlace: true)
    }

    private func labelCell(_ labels: [ProgrammeLabel]) -> DataTable.Cell {
        guard !labels.isEmpty else { return .missing(t("none yet")) }
        let texts = labels.map { "\(t($0.label.title)), \(visit.figures.day($0.awardedOn))" }
        return .text(texts.joined(separator: "; "))
    }
}

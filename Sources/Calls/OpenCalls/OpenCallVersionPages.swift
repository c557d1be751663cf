import Selection
import Storage
import Web

extension OpenCallPages {
    /// All versions with what each changed and why, the newest first.
    func versions(_ call: OpenCall, _ editions: [OpenCall.Edition]) -> Page {
        let name = (call.published?.definition ?? call.draft).title.said(visit.language)
        return Page(
            title: t("Versions and errata"),
            breadcrumb: [
                Page.Crumb(t("Calls"), visit.path("/calls")), Page.Crumb(name, visit.path(call.path)),
            ],
            body: HTML {
                for (index, edition) in editions.enumerated().reversed() {
                    h2 {
                        t(
                            "Version {number}, published on {time}",
                            ["number": String(edition.number), "time": visit.figures.time(edition.at)])
                    }
                    if index == 0 {
                        p { t("The call as it was first published.") }
                    } else {
                        p { edition.reason.said(visit.language) }
                        differences(editions[index - 1].definition.differences(to: edition.definition))
                    }
                }
            })
    }

    func differences(_ differences: [DefinitionDifference]) -> HTML {
        DataTable(
            caption: t("What changes"),
            columns: [.init(t("Part")), .init(t("Where")), .init(t("Before")), .init(t("After"))],
            rows: differences.map { difference in
                [
                    .text(t(difference.part.title)), .text(difference.place),
                    cell(difference.before, t("nothing")), cell(difference.after, t("nothing")),
                ]
            }
        ).html
    }

    private func cell(_ text: BilingualText?, _ none: String) -> DataTable.Cell {
        text.map { .text($0.said(visit.language)) } ?? .missing(none)
    }
}

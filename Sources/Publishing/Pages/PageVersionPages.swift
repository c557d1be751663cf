import Web

/// The versions of a page's text and what changed between them.
enum PageVersionPages {
    static func list(_ visit: Visit, _ work: PageWork) -> Page {
        let t = visit.t
        return PageEditingPages.page(visit, work, room: "versions") {
            if work.versions.isEmpty {
                Components.emptyState(
                    t("There is no text in this language yet."),
                    next: (t("Write it"), visit.work(on: work.page, "edit", work.language)))
            } else {
                DataTable(
                    caption: t("All versions"),
                    columns: [
                        .init(t("Version")), .init(t("Title")), .init(t("Written by")), .init(t("Written at")),
                        .init(t("State")), .init(t("What changed")),
                    ], rows: work.versions.map { row(visit, work, $0) }
                ).html
                Components.linkList([(t("Back to the text"), visit.work(on: work.page, "edit", work.language))])
            }
        }
    }

    private static func row(_ visit: Visit, _ work: PageWork, _ version: PageVersion) -> [DataTable.Cell] {
        let t = visit.t
        let number = "\(version.number)"
        let compare = visit.work(on: work.page, "differences", work.language)
        let isPublic = version.number == work.published?.number
        return [
            .link(
                t("Version {version}", ["version": number]),
                visit.work(on: work.page, "versions/\(number)", work.language)),
            .text(version.title), .text(work.author(version, t)), .text(visit.figures.time(version.writtenAt)),
            isPublic
                ? .html(Components.tag(t("public"), .good))
                : .html(PageEditingPages.publishButton(visit, work, number: version.number)),
            version.number > 1
                ? .link(
                    t("From {from} to {to}", ["from": "\(version.number - 1)", "to": number]),
                    compare + "&from=\(version.number - 1)&to=\(number)") : .missing(t("the first version")),
        ]
    }

    static func version(_ visit: Visit, _ work: PageWork, _ version: PageVersion) -> Page {
        let t = visit.t
        return PageEditingPages.page(visit, work, room: "versions") {
            p {
                t(
                    "Version {version}, written by {name}, {time}",
                    [
                        "version": "\(version.number)", "name": work.author(version, t),
                        "time": visit.figures.time(version.writtenAt),
                    ])
            }
            section(.class("preview"), .lang(work.language.rawValue)) {
                PagePages.content(
                    title: version.title, lead: version.lead, markdown: version.markdown, isPart: true)
            }
            Components.linkList([(t("All versions"), visit.work(on: work.page, "versions", work.language))])
        }
    }

    static func differences(_ visit: Visit, _ work: PageWork, from: PageVersion?, to: PageVersion?) -> Page {
        let t = visit.t
        return PageEditingPages.page(visit, work, room: "differences") {
            if let from, let to {
                p {
                    t(
                        "From version {from} to version {to}. Lines with − are gone, lines with + are new.",
                        ["from": "\(from.number)", "to": "\(to.number)"])
                }
                for (label, old, new) in [
                    (t("Title"), from.title, to.title), (t("Opening sentence"), from.lead, to.lead),
                    (t("Text"), from.markdown, to.markdown),
                ] {
                    h2 { label }
                    if old == new {
                        p(.class("quiet")) { t("No change") }
                    } else {
                        LineDifference(from: old, to: new).html(t)
                    }
                }
            } else {
                Components.emptyState(t("There are no two versions to compare."))
            }
            Components.linkList([
                (t("All versions"), visit.work(on: work.page, "versions", work.language)),
                (t("Back to the text"), visit.work(on: work.page, "edit", work.language)),
            ])
        }
    }
}

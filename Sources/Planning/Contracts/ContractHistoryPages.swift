import Contract
import Web

/// The pages of a part's versions.
struct ContractHistoryPages {
    let desk: ContractDesk
    let part: ContractPartPlace
    let visit: Visit

    private var t: Texts { visit.t }
    /// Address of the part without the language.
    private var path: String { ContractWords.path(part.place, in: desk.record) }

    func list(_ versions: [ContractPartVersion], hasMore: Bool) -> Page {
        page(
            t("Versions"), withHistory: false,
            HTML {
                if versions.isEmpty {
                    Components.emptyState(t("Nothing has been saved here yet."))
                } else {
                    DataTable(
                        caption: t("Versions"),
                        columns: [t("Version"), t("Saved at"), t("Saved by")].map { DataTable.Column($0) },
                        rows: versions.map { version in
                            [
                                .link("\(version.version)", visit.path("\(path)/history/\(version.version)")),
                                .text(visit.figures.time(version.savedAt)), .text(t.person(version.savedBy)),
                            ]
                        }, captionHidden: true
                    ).html
                }
                if hasMore, let last = versions.last {
                    p { a(.href(visit.path("\(path)/history") + "?after=\(last.version)")) { t("Older versions") } }
                }
            })
    }

    func version(
        _ version: ContractPartVersion, before: ContractPartVersion?, current: ContractPart?,
        in document: CityContract
    ) throws -> Page {
        let difference = try difference(from: before?.content ?? "", to: version.content, document)
        return page(
            t("Version {number}", ["number": "\(version.version)"]), withHistory: true,
            HTML {
                p {
                    t(
                        "{person} saved it at {time}.",
                        ["person": t.person(version.savedBy), "time": visit.figures.time(version.savedAt)])
                }
                h2 { before == nil ? t("What it says") : t("What it changed") }
                difference
                if desk.mayEdit, let current, current.content != version.content {
                    Components.action(
                        t("Put this version back"), path: visit.path("\(path)/history/\(version.version)/restoration"),
                        token: visit.formToken, about: t("What stands there now is kept among the versions."),
                        hidden: [("version", "\(current.version)")])
                }
            })
    }

    private func difference(from old: String, to new: String, _ document: CityContract) throws -> HTML {
        guard let table = part.place.table else { return LineDifference(from: old, to: new).html(t) }
        var (older, newer) = (document, document)
        older.tables[table] = old.isEmpty ? ContractTable() : try ContractTableText.table(old)
        newer.tables[table] = try ContractTableText.table(new)
        return ContractDifferenceList(ContractDifference.all(from: older, to: newer), from: older, to: newer, visit)
            .html
    }

    private func page(_ title: String, withHistory: Bool, _ body: HTML) -> Page {
        let crumbs =
            [Page.Crumb(t(part.title), visit.path(path))]
            + (withHistory ? [Page.Crumb(t("Versions"), visit.path("\(path)/history"))] : [])
        return Page(
            title: title, caption: t(part.title), breadcrumb: desk.trail(visit) + crumbs, isPrivate: true, body: body)
    }
}

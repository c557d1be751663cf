import Contract
import Web

/// The files of a contract: which there are, which are being made, and how to ask for one.
struct ContractExportPages {
    let shelf: ContractExportRoutes.Shelf
    let visit: Visit

    private var t: Texts { visit.t }

    var page: Page {
        Page(
            title: t("Files of the contract"), caption: shelf.city.name, breadcrumb: trail, isPrivate: true,
            body: HTML {
                Components.lead(
                    shelf.desk == nil
                        ? t("The published contract as files; what is withheld is in none of them.")
                        : t("The contract as it stands now. A change of the contract makes new files."))
                DataTable(
                    caption: t("Files of the contract"),
                    columns: [t("File"), t("Language"), t("Template"), t("State")].map { DataTable.Column($0) },
                    rows: shelf.items.map(row), captionHidden: true
                ).html
                if shelf.items.contains(where: isOnItsWay) {
                    p { a(.href(visit.path(shelf.path))) { t("Look again how far it is") } }
                }
            })
    }

    private var trail: [Page.Crumb] {
        if let desk = shelf.desk { return desk.trail(visit) }
        return [
            Page.Crumb(t("Cities"), visit.path("/cities")),
            Page.Crumb(shelf.city.name, visit.path(shelf.city.path)),
            Page.Crumb(t("Climate City Contract"), visit.path(PublicContract.path(of: shelf.city))),
        ]
    }

    private func isOnItsWay(_ item: ContractExportRoutes.Shelf.Item) -> Bool {
        item.export != nil && item.export?.blobHash == nil
    }

    private func row(_ item: ContractExportRoutes.Shelf.Item) -> [DataTable.Cell] {
        let isData = item.format == .json
        return [
            .text(t(item.format.title)),
            isData ? .missing(t("as written")) : .text(t(item.language == .ro ? "Romanian" : "English")),
            isData ? .missing(t("as written")) : .text(item.key.template == Template.v21.rawValue ? "2.1" : "1"),
            .html(state(item)),
        ]
    }

    private func state(_ item: ContractExportRoutes.Shelf.Item) -> HTML {
        if item.export?.blobHash != nil {
            return a(.href(visit.path("\(shelf.path)/\(item.name)")), .flag("download")) {
                t("Download")
                span(.class("hidden")) { " \(item.name)" }
            }
        }
        if item.job?.state == .dead {
            return Components.tag(t("It could not be made; the administrator sees why"), .bad)
        }
        if item.export != nil {
            return Components.progress(
                item.name, done: item.job?.progressDone ?? 0, total: item.job?.progressTotal ?? 3,
                text: t("is being made"))
        }
        return Components.action(
            t("Make the file"), path: visit.path(shelf.path), token: visit.formToken, about: item.name,
            hidden: [("file", item.name)])
    }
}

import Inventory
import Storage
import Web

/// The pages of documents that figures come from.
struct InventoryDocumentPages {
    let desk: InventoryImportDesk
    let visit: Visit

    init(_ desk: InventoryImportDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
    }

    private var t: Texts { visit.t }
    private func path(_ rest: String) -> String { visit.path(desk.record.workPath + rest) }

    private func page(_ title: String, problems: Bool = false, body: HTML) -> Page {
        Page(
            title: title, caption: desk.title(t), breadcrumb: desk.trail(visit), problems: problems, isPrivate: true,
            body: body)
    }

    func list(_ part: ListPart<InventoryDocument>, of line: InventoryLine?) -> Page {
        let query = line.map { [(name: "row", value: $0.row.id)] } ?? []
        let address = ListAddress(path("/documents"), query: query)
        let new = ListAddress(path("/documents/new"), query: query).text
        return page(
            t("Documents"),
            body: HTML {
                Components.lead(
                    line.map { t("Documents of the row “{name}”.", ["name": $0.row.label]) }
                        ?? t("What the figures of this inventory come from."))
                if part.items.isEmpty {
                    Components.emptyState(
                        t("There is no document yet."),
                        next: desk.right >= .edit ? (t("Add a document"), new) : nil)
                } else {
                    table(part.items)
                    Components.pagination(address, part, t) { $0.id.description }
                    if desk.right >= .edit { p { Components.buttonLink(t("Add a document"), path: new) } }
                }
                p { a(.href(path(""))) { t("Back to the inventory") } }
            })
    }

    private func table(_ documents: [InventoryDocument]) -> HTML {
        DataTable(
            caption: t("Documents"),
            columns: [
                DataTable.Column(t("Document")), DataTable.Column(t("Added")),
                DataTable.Column("kB", number: true), DataTable.Column(t("Who may read it")),
            ] + (desk.right >= .edit ? [DataTable.Column(t("Actions"))] : []),
            rows: documents.map(cells), captionHidden: true
        ).html
    }

    private func cells(_ document: InventoryDocument) -> [DataTable.Cell] {
        let size = Double(document.size) / 1000
        var cells: [DataTable.Cell] = [
            .link(document.name, visit.path(document.workPath)), .text(visit.figures.time(document.addedAt)),
            .number(visit.figures.decimal(size, decimals: 1), size),
            .text(document.isPublic ? t("everybody, beside the published inventory") : t("the team and staff")),
        ]
        if desk.right >= .edit {
            cells.append(
                .html(
                    Components.rowActions(
                        document.name,
                        [
                            (t("Change"), visit.path("\(document.workPath)/edit")),
                            (t("Remove"), visit.path("\(document.workPath)/removal")),
                        ])))
        }
        return cells
    }

    func adding(_ answers: Answers, _ line: InventoryLine?) -> Page {
        page(
            t("Add a document"), problems: !answers.isFine,
            body: HTML {
                if let line { p { t("It belongs to the row “{name}”.", ["name": line.row.label]) } }
                FormView(
                    InventoryDocumentRoutes.adding, answers, t, token: visit.formToken, action: path("/documents/new"),
                    submit: t("Keep the document"), cancel: (t("Cancel"), path("/documents"))
                ).html
            })
    }

    func editing(_ document: InventoryDocument, _ answers: Answers) -> Page {
        page(
            t("Change the document"), problems: !answers.isFine,
            body: HTML {
                FormView(
                    InventoryDocumentRoutes.editing, answers, t, token: visit.formToken,
                    action: visit.path("\(document.workPath)/edit"), submit: t("Save"),
                    cancel: (t("Cancel"), path("/documents"))
                ).html
            })
    }

    func removal(_ document: InventoryDocument) -> Page {
        page(
            t("Remove the document"),
            body: HTML {
                p { t("“{name}” will be gone for good. Figures that come from it stay.", ["name": document.name]) }
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: visit.path("\(document.workPath)/removal"),
                    submit: t("Remove the document"), submitKind: .warning, cancel: (t("Cancel"), path("/documents"))
                ).html
            })
    }
}

extension PublicInventoryPages {
    /// Documents that the team shows: of one row, or those of the inventory as a whole.
    func documents(of row: String?) -> HTML {
        let shown = view.documents.filter { $0.row?.description == row }
        guard !shown.isEmpty else { return .empty }
        return HTML {
            h2 { t("Documents") }
            Components.linkList(shown.map { ($0.name, "\(view.path)/documents/\($0.id)") })
        }
    }
}

extension InventoryWorkPages {
    /// Ways to files: in, out, and what figures come from.
    var files: HTML {
        let work = desk.record.workPath
        let (t, imports) = (visit.t, visit.path("\(work)/imports/new"))
        return section {
            h2 { t("Files") }
            Components.linkList(
                (desk.right >= .edit ? [(title: t("Import a file"), path: imports)] : [])
                    + [(title: t("Documents"), path: visit.path("\(work)/documents"))]
                    + InventoryFiles.links(work, t))
        }
    }
}

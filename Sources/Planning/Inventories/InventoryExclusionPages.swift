import Inventory
import Web

/// What an inventory leaves out: the list and its forms.
struct InventoryExclusionPages {
    let desk: InventoryDesk
    let visit: Visit

    init(_ desk: InventoryDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
    }

    private var t: Texts { visit.t }
    private func path(_ rest: String = "") -> String { visit.path("\(desk.record.workPath)/exclusions\(rest)") }

    func list(_ items: [StoredExclusion]) -> Page {
        Page(
            title: t("What is left out"), caption: desk.title(t), breadcrumb: desk.trail(visit), isPrivate: true,
            body: HTML {
                p {
                    t(
                        "Areas, sectors, scopes and gases that the inventory does not cover, each with its reason. What is not known at all is a notation key on its line instead."
                    )
                }
                if items.isEmpty {
                    Components.emptyState(t("Nothing is left out."))
                } else {
                    table(items).html
                }
                if desk.right >= .edit {
                    p { Components.buttonLink(t("Add something left out"), path: path("/new")) }
                }
                p { a(.href(visit.path(desk.record.workPath))) { t("Back to the inventory") } }
            })
    }

    private func table(_ items: [StoredExclusion]) -> DataTable {
        DataTable(
            caption: t("Left out"),
            columns: [
                DataTable.Column(t("What")), DataTable.Column(t("Kind")), DataTable.Column(t("Reason")),
                DataTable.Column(t("Share"), number: true),
            ],
            rows: items.map(cells), captionHidden: true)
    }

    private func cells(_ item: StoredExclusion) -> [DataTable.Cell] {
        let exclusion = item.exclusion
        return [
            .html(head(item)), .text(t(exclusion.kind.title)),
            exclusion.reason.isEmpty ? .missing(t("no reason given")) : .text(exclusion.reason),
            exclusion.share.map { .number(visit.figures.decimal($0 * 100, decimals: 2) + " %", $0) }
                ?? .missing(t("not known")),
        ]
    }

    /// What is left out and what may be done, together: a narrow screen shows the first column alone.
    private func head(_ item: StoredExclusion) -> HTML {
        HTML {
            item.exclusion.name
            if desk.right >= .edit {
                br()
                Components.rowActions(
                    item.exclusion.name,
                    [(t("Change"), path("/\(item.position)/edit")), (t("Remove"), path("/\(item.position)/removal"))])
            }
        }
    }

    // MARK: Forms

    func adding(_ answers: Answers) -> Page {
        page(
            t("Add something left out"), problems: !answers.isFine,
            form(answers, to: "/new", version: nil).html)
    }

    func editing(_ item: StoredExclusion, _ answers: Answers?, version: Int) -> Page {
        let shown = answers ?? InventoryExclusionForm.answers(item.exclusion)
        return page(
            t("Change something left out"), problems: !shown.isFine,
            form(shown, to: "/\(item.position)/edit", version: version).html)
    }

    /// What was typed stays in the form; how the inventory has it now stands above.
    func conflict(_ latest: StoredExclusion, _ yours: Answers) -> Page {
        let exclusion = latest.exclusion
        return page(
            t("Change something left out"), problems: true,
            HTML {
                Components.notice(.warning, t("Somebody else changed the inventory meanwhile"), t) {
                    p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                    Components.summaryList(
                        [
                            Components.SummaryRow(t("What is left out"), t(exclusion.kind.title)),
                            Components.SummaryRow(t("Name"), exclusion.name),
                            Components.SummaryRow(t("Reason"), exclusion.reason),
                            Components.SummaryRow(
                                t("Share of all emissions"),
                                exclusion.share.map { visit.figures.decimal($0 * 100, decimals: 2) + " %" }
                                    ?? t("not known")),
                        ], t)
                }
                form(yours, to: "/\(latest.position)/edit", version: desk.record.version).html
            })
    }

    func removal(_ item: StoredExclusion) -> Page {
        page(
            t("Remove something left out"), problems: false,
            HTML {
                p {
                    t(
                        "“{name}” is no longer said to be left out. Published versions keep it.",
                        ["name": item.exclusion.name])
                }
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: path("/\(item.position)/removal"),
                    submit: t("Remove something left out"), version: desk.record.version, submitKind: .warning,
                    cancel: (t("Cancel"), path())
                ).html
            })
    }

    private func form(_ answers: Answers, to rest: String, version: Int?) -> FormView {
        FormView(
            InventoryExclusionForm.form, answers, t, token: visit.formToken, action: path(rest), submit: t("Save"),
            version: version, cancel: (t("Cancel"), path()))
    }

    private func page(_ title: String, problems: Bool, _ body: HTML) -> Page {
        Page(
            title: title, caption: desk.title(t),
            breadcrumb: desk.trail(visit) + [Page.Crumb(t("What is left out"), path())], problems: problems,
            isPrivate: true, body: body)
    }
}

import Background
import Inventory
import Web

/// The pages around an import: sending a file, earlier imports, and waiting for a large one.
struct InventoryImportPages {
    let desk: InventoryImportDesk
    let visit: Visit

    init(_ desk: InventoryImportDesk, _ visit: Visit) {
        self.desk = desk
        self.visit = visit
    }

    private var t: Texts { visit.t }

    func sending(_ answers: Answers) -> Page {
        Page(
            title: t("Import a file"), caption: desk.title(t), breadcrumb: desk.trail(visit),
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                Components.lead(
                    t(
                        "First every line is shown as it was read, with its problems. Nothing is added before you confirm."
                    ))
                FormView(
                    InventoryImportForm.upload, answers, t, token: visit.formToken,
                    action: visit.path("\(desk.record.workPath)/imports/new"), submit: t("Read the file"),
                    cancel: (t("Cancel"), visit.path(desk.record.workPath))
                ).html
                known
                if !desk.imports.isEmpty { earlier }
            })
    }

    private var known: HTML {
        Components.disclosure(t("What is recognised")) {
            ul {
                li { t("the hub's own files: CSV, JSON and XLSX, as they can be downloaded here") }
                li { t("the contract's tables A-1.1, A-1.2 and A-1.4, in English or Romanian") }
                li { t("any table with a sector or a line of the GPC, a scope, and figures with their units") }
                li { t("numbers as 1.234,56 or 1,234.56 or 1 234; what can be read in two ways is asked") }
            }
        }
    }

    private var earlier: HTML {
        HTML {
            h2 { t("Earlier imports") }
            DataTable(
                caption: t("Earlier imports"),
                columns: [
                    DataTable.Column(t("File")), DataTable.Column(t("Sent")),
                    DataTable.Column(t("Rows added"), number: true),
                    DataTable.Column(t("Lines left out"), number: true),
                ],
                rows: desk.imports.map { item in
                    let isDone = item.finishedAt != nil
                    return [
                        .link(item.fileName, visit.path(item.path)), .text(visit.figures.time(item.createdAt)),
                        isDone
                            ? .number(visit.figures.integer(item.result.added)) : .missing(t("not confirmed yet")),
                        isDone
                            ? .number(visit.figures.integer(item.result.leftOut)) : .missing(t("not confirmed yet")),
                    ]
                }, captionHidden: true
            ).html
        }
    }

    /// A large import on its way.
    func progress(_ item: InventoryImport, _ job: Job?) -> Page {
        let (done, total) = (item.result.added, item.result.readable)
        let hasFailed = job.map { $0.state == .dead } ?? false
        return Page(
            title: t("The rows are being added"), caption: desk.title(t), breadcrumb: desk.trail(visit),
            isPrivate: true,
            body: HTML {
                if hasFailed {
                    Components.notice(.error, t("The import has stopped"), t) {
                        p { t("An administrator has been told and can start it again; what was added stays.") }
                    }
                }
                Components.progress(
                    item.fileName, done: done, total: total,
                    text: t("{done} of {total}", ["done": "\(done)", "total": "\(total)"]))
                p { t("You can leave this page: the work goes on.") }
                p { a(.href(visit.path(item.path))) { t("Look again how far it is") } }
            })
    }
}

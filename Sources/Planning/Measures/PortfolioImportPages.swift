import Portfolio
import Web

/// The pages of an import: sending a file, what it would change, and what it did.
struct PortfolioImportPages {
    let desk: MeasureDesk
    let visit: Visit

    private var t: Texts { visit.t }

    func sending(_ answers: Answers) -> Page {
        page(
            t("Import a portfolio"), problems: !answers.isFine,
            HTML {
                Components.lead(
                    t(
                        "First every measure is shown as it was read, with its problems. Nothing changes before you confirm."
                    ))
                FormView(
                    PortfolioImportRoutes.upload, answers, t, token: visit.formToken,
                    action: visit.path("\(desk.path)/imports/new"), submit: t("Read the file"),
                    cancel: (t("Cancel"), visit.path(desk.path))
                ).html
                p {
                    t(
                        "A measure with the id of one that the portfolio has takes its place after you confirm. Files to start from stand on the portfolio's page."
                    )
                }
            })
    }

    func preview(
        _ item: PortfolioImport, _ reading: PortfolioReading, _ answers: Answers, isStale: Bool = false
    ) -> Page {
        let preview = PortfolioImportPreview(reading, desk, t)
        let count = preview.added.count + preview.replaced.count
        return page(
            t("What the import would change"), problems: !answers.isFine || isStale,
            HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the portfolio meanwhile"), t) {
                        p { t("Look at the list again, then confirm.") }
                    }
                }
                p { t("File: {name}", ["name": item.fileName]) }
                faults(reading)
                if preview.lines.isEmpty {
                    Components.emptyState(
                        t("No measure could be read."),
                        next: (t("Send another file"), visit.path("\(desk.path)/imports/new")))
                } else {
                    table(preview).html
                }
                if count > 0 { confirmation(item, answers, count) }
            })
    }

    func result(_ item: PortfolioImport, _ reading: PortfolioReading) -> Page {
        page(
            t("The import is done"), problems: false,
            HTML {
                Components.facts([
                    Components.Fact(t("Added"), figure: visit.figures.integer(item.added)),
                    Components.Fact(t("Replaced"), figure: visit.figures.integer(item.replaced)),
                    Components.Fact(t("Left out"), figure: visit.figures.integer(item.leftOut)),
                ])
                p { t("File: {name}", ["name": item.fileName]) }
                faults(reading)
                p { a(.href(visit.path(desk.path))) { t("Portfolio of measures") } }
            })
    }

    private func faults(_ reading: PortfolioReading) -> HTML {
        guard !reading.faults.isEmpty else { return .empty }
        return Components.notice(.warning, t("Not everything could be read"), t) {
            ul { for fault in reading.faults.prefix(100) { li { fault.sentence(t) } } }
            if reading.faults.count > 100 {
                p { t.count(reading.faults.count - 100, "and {count} more", "and {count} more") }
            }
        }
    }

    private func table(_ preview: PortfolioImportPreview) -> DataTable {
        DataTable(
            caption: t("Measures of the file"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Field of action")),
                DataTable.Column(t("What happens")),
            ],
            rows: preview.lines.map { line in
                [
                    .text(line.measure.name.isEmpty ? line.measure.id : line.measure.name),
                    .text(t(line.measure.field.title)), .html(fate(line.fate)),
                ]
            }, captionHidden: true)
    }

    private func fate(_ fate: PortfolioImportPreview.Fate) -> HTML {
        switch fate {
        case .added: Components.tag(t("Added"), .good)
        case .replaces(let record):
            HTML {
                Components.tag(t("Replaces"), .warning)
                " "
                a(.href(visit.path(record.path))) { record.title }
            }
        case .same: Components.tag(t("As it is now"), .neutral)
        case .leftOut(let reasons):
            HTML {
                Components.tag(t("Left out"), .bad)
                ul { for reason in reasons { li { reason } } }
            }
        }
    }

    private func confirmation(_ item: PortfolioImport, _ answers: Answers, _ count: Int) -> HTML {
        let form = FormView(
            PortfolioImportRoutes.confirmation, answers, t, token: visit.formToken,
            action: visit.path("\(desk.path)/imports/\(item.id)/confirmation"),
            submit: t.count(count, "Take over {count} measure", "Take over {count} measures"),
            cancel: (t("Cancel"), visit.path(desk.path)))
        return HTML {
            form.summary
            form.open {
                input(.type("hidden"), .name("state"), .value(PortfolioImportRoutes.state(desk)))
                form.field("in-plan")
                form.buttons
            }
        }
    }

    private func page(_ title: String, problems: Bool, _ body: HTML) -> Page {
        Page(
            title: title, caption: t("Portfolio of {city}", ["city": desk.city.name]), breadcrumb: desk.trail(visit),
            problems: problems, isPrivate: true, body: body)
    }
}

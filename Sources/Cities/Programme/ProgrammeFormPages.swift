import Storage
import Web

/// The pages with the forms of the programme.
extension ProgrammePages {
    private func page(_ title: String, city: City?, problems: Bool, body: HTML) -> Page {
        var trail = [Page.Crumb(t("Programme"), visit.path("/programme"))]
        if let city { trail.append(Page.Crumb(city.name, visit.path(city.path))) }
        return Page(title: title, breadcrumb: trail, problems: problems, isPrivate: true, body: body)
    }

    func adding(_ form: Form, _ answers: Answers) -> Page {
        page(
            t("Take a city into the programme"), city: nil, problems: !answers.isFine,
            body: FormView(
                form, answers, t, token: visit.formToken, action: visit.path("/programme/new"),
                submit: t("Take the city in"), cancel: (t("Cancel"), visit.path("/programme"))
            ).html)
    }

    private func view(_ stand: ProgrammeRoutes.Stand, _ answers: Answers, version: Int) -> FormView {
        FormView(
            ProgrammeForm.editing, answers, t, token: visit.formToken,
            action: visit.path("/programme/\(stand.city.slug)/edit"), submit: t("Save the entry"), version: version,
            cancel: (t("Cancel"), visit.path(stand.city.path)))
    }

    func editing(_ stand: ProgrammeRoutes.Stand, _ answers: Answers, version: Int) -> Page {
        page(
            t("{city} in the programme", ["city": stand.city.name]), city: stand.city, problems: !answers.isFine,
            body: HTML {
                view(stand, answers, version: version).html
                h2 { t("More") }
                Components.linkList([
                    (t("Record a label"), visit.path("/programme/\(stand.city.slug)/label")),
                    (
                        t("Record that the city leaves the programme"),
                        visit.path("/programme/\(stand.city.slug)/withdrawal")
                    ),
                ])
            })
    }

    /// Yours stays in the form; what the other person saved stands above it, in full.
    func conflict(_ stand: ProgrammeRoutes.Stand, _ yours: Answers) -> Page {
        let theirs = stand.entry
        return page(
            t("{city} in the programme", ["city": stand.city.name]), city: stand.city, problems: true,
            body: HTML {
                Components.notice(.warning, t("Somebody else saved this entry meanwhile"), t) {
                    p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                    Components.summaryList(
                        [
                            Components.SummaryRow(t("Group"), t(theirs.cohort.title)),
                            Components.SummaryRow(t("Target year"), "\(theirs.targetYear)"),
                            Components.SummaryRow(
                                t("Day of the selection"), theirs.selectedOn.map { visit.figures.day($0) } ?? ""),
                            Components.SummaryRow(t("Source"), theirs.targetSource),
                            Components.SummaryRow(t("Status of the source"), theirs.targetStatus.word(t)),
                        ], t)
                }
                view(stand, yours, version: theirs.version).open {
                    for field in ProgrammeForm.editing.fields { answer(field, stand, yours) }
                    view(stand, yours, version: theirs.version).buttons
                }
            })
    }

    private func answer(_ field: Field, _ stand: ProgrammeRoutes.Stand, _ yours: Answers) -> HTML {
        let mine = yours.text(field.name).replacing("\r\n", with: "\n")
        guard field.name == "note", mine != stand.entry.note ?? "" else {
            return view(stand, yours, version: stand.entry.version).field(field.name)
        }
        return TextConflict(
            name: field.name, label: t(field.label), yours: mine, theirs: stand.entry.note ?? "",
            theirsBy: t("The other text"), t
        ).html
    }

    func withdrawal(_ stand: ProgrammeRoutes.Stand, _ answers: Answers) -> Page {
        page(
            t("{city} leaves the programme", ["city": stand.city.name]), city: stand.city, problems: !answers.isFine,
            body: HTML {
                p { t("The city's page stays; its target is no longer counted. The city can join again later.") }
                FormView(
                    ProgrammeForm.withdrawal, answers, t, token: visit.formToken,
                    action: visit.path("/programme/\(stand.city.slug)/withdrawal"), submit: t("Record the withdrawal"),
                    submitKind: .warning, cancel: (t("Cancel"), visit.path(stand.city.path))
                ).html
            })
    }

    func label(_ stand: ProgrammeRoutes.Stand, _ answers: Answers) -> Page {
        page(
            t("Label of {city}", ["city": stand.city.name]), city: stand.city, problems: !answers.isFine,
            body: FormView(
                ProgrammeForm.label, answers, t, token: visit.formToken,
                action: visit.path("/programme/\(stand.city.slug)/label"), submit: t("Record the label"),
                cancel: (t("Cancel"), visit.path(stand.city.path))
            ).html)
    }
}

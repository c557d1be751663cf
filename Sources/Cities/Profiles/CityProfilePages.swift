import Members
import Storage
import Web

/// The form of a city's profile, and the comparison when two people saved at the same time.
struct CityProfilePages {
    let stand: CityProfileRoutes.Stand
    let visit: Visit

    init(_ stand: CityProfileRoutes.Stand, _ visit: Visit) {
        self.stand = stand
        self.visit = visit
    }

    private var t: Texts { visit.t }
    private var form: Form { CityProfileForm.form(stand.figures, visit.t) }
    private var action: String { visit.path("\(stand.city.path)/edit") }

    private func view(_ answers: Answers, version: Int) -> FormView {
        FormView(
            form, answers, t, token: visit.formToken, action: action, submit: t("Save the profile"),
            version: version, cancel: (t("Cancel"), visit.path(stand.city.path)))
    }

    private func page(problems: Bool, body: HTML) -> Page {
        Page(
            title: t("Profile of {city}", ["city": stand.city.name]),
            breadcrumb: [
                Page.Crumb(t("Cities"), visit.path("/cities")),
                Page.Crumb(stand.city.name, visit.path(stand.city.path)),
            ],
            problems: problems, isPrivate: true, body: body)
    }

    func edit(_ answers: Answers, version: Int) -> Page {
        page(
            problems: !answers.isFine,
            body: HTML {
                Components.lead(
                    t(
                        "Everything here is shown to everybody. Names, codes and figures of the registers are not changed here."
                    ))
                if let editor = stand.editor, let at = stand.profile.updatedAt {
                    p(.class("quiet")) {
                        t("Last saved by {name}, {time}", ["name": t.person(editor), "time": visit.figures.time(at)])
                    }
                }
                view(answers, version: version).html
            })
    }

    /// Both texts of each answer that differs; what is sent from here starts from the other person's version.
    func conflict(_ yours: Answers) -> Page {
        let theirs = CityProfileForm.answers(stand.profile)
        let view = view(yours, version: stand.profile.version)
        let by = t(
            "Text of {name}, saved {time}",
            [
                "name": stand.editor.map(t.person) ?? t("somebody else"),
                "time": stand.profile.updatedAt.map { visit.figures.time($0) } ?? "",
            ])
        return page(
            problems: true,
            body: HTML {
                Components.notice(.warning, t("Somebody else saved this profile meanwhile"), t) {
                    p {
                        t(
                            "Nothing is lost: where the answers differ, both are shown. Choose one of each and save again."
                        )
                    }
                }
                view.open {
                    for field in form.fields { answer(field, view, yours, theirs, by) }
                    view.buttons
                }
            })
    }

    private func added(_ field: Field, _ view: FormView, _ other: String, _ by: String) -> HTML {
        var answers = view.answers
        answers.texts[field.name] = [other]
        let filled = FormView(
            form, answers, t, token: view.token, action: view.action, submit: view.submit, version: view.version)
        return HTML {
            filled.field(field.name)
            p(.class("hint")) { by + ": " + t("this answer was added meanwhile. Empty it to leave it out.") }
        }
    }

    private func answer(
        _ field: Field, _ view: FormView, _ yours: Answers, _ theirs: Answers, _ by: String
    ) -> HTML {
        let mine = yours.text(field.name).replacing("\r\n", with: "\n")
        let other = theirs.text(field.name)
        guard mine != other else { return view.field(field.name) }
        // An answer that only the other person gave is no choice between texts: it comes into the form.
        if mine.isEmpty { return added(field, view, other, by) }
        if case .select(let options) = field.kind {
            let label = options.first { $0.value == other }.map { $0.isTranslated ? t($0.label) : $0.label } ?? other
            return HTML {
                view.field(field.name)
                p(.class("hint")) { "\(by): \(label)" }
            }
        }
        return TextConflict(name: field.name, label: t(field.label), yours: mine, theirs: other, theirsBy: by, t).html
    }
}

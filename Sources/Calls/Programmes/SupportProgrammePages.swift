import Members
import Storage
import Web

/// Pages of support programmes.
struct SupportProgrammePages {
    let visit: Visit

    private var t: Texts { visit.t }
    private var home: Page.Crumb { Page.Crumb(t("Support programmes"), visit.path("/programmes")) }
    private var isManager: Bool { visit.visitor.may(SupportProgrammeRules.manage) }

    func list(_ lines: [SupportProgramme.Line]) -> Page {
        Page(
            title: t("Support programmes"),
            description: t(
                "Money for cities and firms on their way to climate neutrality: who gets it, and what is paid."),
            body: HTML {
                Components.lead(
                    t("Money for cities and firms on their way to climate neutrality: who gets it, and what is paid."))
                if lines.isEmpty {
                    Components.emptyState(
                        t("No support programme is published yet."),
                        next: isManager ? (t("Add a programme"), visit.path("/programmes/new")) : nil)
                } else {
                    table(lines).html
                }
                if visit.visitor.signedIn != nil {
                    p { a(.href(visit.path("/awards"))) { t("Awards of your organisations") } }
                }
                if isManager, !lines.isEmpty {
                    p { Components.buttonLink(t("Add a programme"), path: visit.path("/programmes/new")) }
                }
            })
    }

    private func table(_ lines: [SupportProgramme.Line]) -> DataTable {
        DataTable(
            caption: t("Support programmes"),
            columns: [
                .init(t("Programme")), .init(t("Funder")), .init(t("Budget"), number: true),
                .init(t("Awards"), number: true), .init(t("Awarded"), number: true),
                .init(t("Paid so far"), number: true),
            ],
            rows: lines.map { line in
                let words = AwardWords(visit: visit, currency: line.programme.content.currency.rawValue)
                let name = line.programme.name(visit.language)
                return [
                    .html(
                        HTML {
                            a(.href(visit.path(line.programme.path))) { name }
                            if line.programme.publishedAt == nil {
                                " "
                                Components.tag(t("Draft"), .warning)
                            }
                        }),
                    .text(line.programme.content.funder), words.cell(line.programme.content.budgetCents),
                    .number(visit.figures.integer(line.awards), Double(line.awards)), words.cell(line.awardedCents),
                    words.cell(line.paidCents),
                ]
            })
    }

    func show(_ programme: SupportProgramme, _ awards: [AwardLine]) -> Page {
        let content = programme.content
        let words = AwardWords(visit: visit, currency: content.currency.rawValue)
        let awarded = awards.reduce(0) { $0 + $1.ceilingCents }
        return Page(
            title: programme.name(visit.language), breadcrumb: [home],
            isPrivate: programme.publishedAt == nil,
            body: HTML {
                if programme.publishedAt == nil { Components.notice(.warning, t("Only the hub's team sees this."), t) }
                Components.facts([
                    words.fact(t("Budget"), content.budgetCents),
                    words.fact(t("Awarded"), awarded),
                    words.fact(t("Paid so far"), awards.reduce(0) { $0 + $1.paidCents }),
                    words.fact(t("Left"), content.budgetCents - awarded),
                ])
                Components.summaryList(
                    [
                        .init(t("Funder"), content.funder),
                        .init(t("First day"), visit.figures.day(content.from)),
                        .init(t("Last day"), visit.figures.day(content.until)),
                        .init(t("State aid"), t(content.aidBasis.title)), .init(t("Basis of the aid"), content.aidNote),
                    ], t)
                h2 { t("Rules") }
                Components.prose { Markdown.html(content.rules) }
                h2 { t("Awards") }
                self.awards(programme, awards, words)
                if isManager { actions(programme) }
            })
    }

    private func awards(_ programme: SupportProgramme, _ awards: [AwardLine], _ words: AwardWords) -> HTML {
        HTML {
            if awards.isEmpty {
                p(.class("quiet")) { t("Nothing is awarded yet.") }
            } else {
                DataTable(
                    caption: t("Awards"),
                    columns: [
                        .init(t("Organisation")), .init(t("What it is for")), .init(t("Decided on")),
                        .init(t("Award"), number: true), .init(t("Paid so far"), number: true),
                    ],
                    rows: awards.map { line in
                        [
                            visit.visitor.may(SupportProgrammeRules.view)
                                ? .link(line.organisation, visit.path("/awards/\(line.id)"))
                                : .text(line.organisation),
                            .text(line.title), .text(visit.figures.day(line.decidedOn)),
                            words.cell(line.ceilingCents), words.cell(line.paidCents),
                        ]
                    }
                ).html
                p { a(.href("/programmes/\(programme.slug)/awards.csv")) { t("Download the table (CSV)") } }
            }
        }
    }

    private func actions(_ programme: SupportProgramme) -> HTML {
        HTML {
            Components.linkList([
                (t("Record an award"), visit.path("\(programme.path)/awards/new")),
                (t("Edit the programme"), visit.path("\(programme.path)/edit")),
            ])
            if programme.publishedAt == nil {
                Components.action(
                    t("Publish the programme"), path: visit.path("\(programme.path)/publication"),
                    token: visit.formToken, kind: .primary)
            }
        }
    }

    // MARK: Forms

    func new(_ answers: Answers) -> Page {
        Page(
            title: t("Add a programme"), breadcrumb: [home], problems: !answers.isFine, isPrivate: true,
            body: FormView(
                SupportProgrammeForm.new, answers, t, token: visit.formToken, action: visit.path("/programmes/new"),
                submit: t("Save"), cancel: (t("Cancel"), visit.path("/programmes"))
            ).html)
    }

    private func trail(_ programme: SupportProgramme) -> [Page.Crumb] {
        [home, Page.Crumb(programme.name(visit.language), visit.path(programme.path))]
    }

    private func form(_ programme: SupportProgramme, _ answers: Answers, version: Int) -> HTML {
        FormView(
            SupportProgrammeForm.editing, answers, t, token: visit.formToken,
            action: visit.path("\(programme.path)/edit"),
            submit: t("Save"), version: version, cancel: (t("Cancel"), visit.path(programme.path))
        ).html
    }

    func edit(_ programme: SupportProgramme, _ answers: Answers, version: Int) -> Page {
        Page(
            title: t("Edit the programme"), breadcrumb: trail(programme), problems: !answers.isFine, isPrivate: true,
            body: form(programme, answers, version: version))
    }

    /// Somebody saved in between: both are shown, and what the visitor typed stands in the form.
    func conflict(_ latest: SupportProgramme, _ answers: Answers) -> Page {
        let theirs = SupportProgrammeForm.answers(latest.content)
        let differing = SupportProgrammeForm.editing.fields.filter { field in
            let names = [field.name, "\(field.name)-day", "\(field.name)-month", "\(field.name)-year"]
            return names.contains { answers.text($0).replacing("\r\n", with: "\n") != theirs.text($0) }
        }
        return Page(
            title: t("Edit the programme"), breadcrumb: trail(latest), problems: true, isPrivate: true,
            body: HTML {
                Components.notice(.warning, t("Somebody else saved this entry meanwhile"), t) {
                    p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                    Components.summaryList(differing.map { .init(t($0.label), theirs.text($0.name)) }, t)
                }
                form(latest, answers, version: latest.version)
            })
    }

    func newAward(_ programme: SupportProgramme, _ choices: [Option], _ answers: Answers) -> Page {
        Page(
            title: t("Record an award"), breadcrumb: trail(programme), problems: !answers.isFine, isPrivate: true,
            body: FormView(
                SupportProgrammeForm.award(choices), answers, t, token: visit.formToken,
                action: visit.path("\(programme.path)/awards/new"), submit: t("Record the award"),
                cancel: (t("Cancel"), visit.path(programme.path))
            ).html)
    }
}

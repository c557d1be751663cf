import Web

/// The editors' list of pages and the form of a new one.
enum PageListPages {
    static func list(_ visit: Visit, _ pages: [EditablePage], _ states: [PageState]) -> Page {
        let t = visit.t
        return Page(
            title: t("Pages"), isPrivate: true,
            body: HTML {
                Components.lead(
                    t("Texts that everybody reads, in both languages. A draft becomes public when it is published."))
                p { Components.buttonLink(t("Write a new page"), path: visit.path("/pages/new")) }
                DataTable(
                    caption: t("Pages"),
                    columns: [.init(t("Page")), .init(t("Address"))] + Language.allCases.map { .init($0.ownName) },
                    rows: pages.map { page in row(visit, page, states.filter { $0.slug == page.slug }) },
                    captionHidden: true, sortsInPlace: true
                ).html
            })
    }

    private static func row(_ visit: Visit, _ page: EditablePage, _ states: [PageState]) -> [DataTable.Cell] {
        let own = states.first { $0.language == visit.language } ?? states.first
        return [
            .link(own?.title ?? page.slug, visit.work(on: page, "edit", own?.language ?? visit.language)),
            .text(page.path),
        ] + Language.allCases.map { language in state(visit, page, states.first { $0.language == language }, language) }
    }

    private static func state(
        _ visit: Visit, _ page: EditablePage, _ state: PageState?, _ language: Language
    ) -> DataTable.Cell {
        let t = visit.t
        let path = visit.work(on: page, "edit", language)
        return .html(
            HTML {
                a(.href(path)) {
                    state.map { t("Version {version}", ["version": "\($0.number)"]) } ?? t("Write")
                    span(.class("hidden")) { " \(page.slug), \(language.ownName)" }
                }
                " "
                if let state { tag(state, t) } else { Components.tag(t("not written")) }
            })
    }

    static func tag(_ state: PageState, _ t: Texts) -> HTML {
        if state.publicNumber == nil { return Components.tag(t("draft"), .information) }
        return state.hasDraft
            ? Components.tag(t("public, with a newer draft"), .warning) : Components.tag(t("public"), .good)
    }

    static func new(_ visit: Visit, _ answers: Answers) -> Page {
        Page(
            title: visit.t("Write a new page"), breadcrumb: [.init(visit.t("Pages"), visit.path("/pages"))],
            problems: !answers.isFine, isPrivate: true,
            body: FormView(
                PageForm.new, answers, visit.t, token: visit.formToken, action: visit.path("/pages"),
                submit: visit.t("Save the draft"), cancel: (visit.t("Cancel"), visit.path("/pages"))
            ).html)
    }
}

import Web

/// Where an editor writes a page: the text, what it will look like, and what is public.
enum PageEditingPages {
    static func edit(
        _ visit: Visit, _ work: PageWork, _ answers: Answers, version: Int, preview: PageDraft?, autosave: Autosave,
        notice: HTML? = nil
    ) -> Page {
        let t = visit.t
        var view = form(visit, work, answers, version: version)
        view.autosave = autosave
        return page(visit, work, problems: !answers.isFine) {
            state(visit, work)
            notice
            view.summary
            view.open {
                input(.type("hidden"), .name("language"), .value(work.language.rawValue))
                for field in PageForm.text.fields { view.field(field.name) }
                buttons(visit, work)
            }
            if let preview { self.preview(preview, work, t) }
            steps(visit, work)
        }
    }

    /// Somebody saved meanwhile: both texts stand side by side, and sending again settles it.
    static func conflict(_ visit: Visit, _ work: PageWork, _ mine: PageDraft) -> Page {
        let t = visit.t
        let view = form(visit, work, mine.answers, version: work.number)
        let theirs = PageForm.answers(work.latest)
        let theirsBy = work.latest.map {
            t("Saved by {name}, {time}", ["name": work.author($0, t), "time": visit.figures.time($0.writtenAt)])
        }
        return page(visit, work, problems: false) {
            Components.notice(.warning, t("Somebody saved other changes meanwhile. Nothing of yours is lost."), t) {
                p { t("Compare both, choose, and save again.") }
            }
            view.open {
                input(.type("hidden"), .name("language"), .value(work.language.rawValue))
                for field in PageForm.text.fields {
                    if mine.answers.text(field.name) == theirs.text(field.name) {
                        view.field(field.name)
                    } else {
                        TextConflict(
                            name: field.name, label: t(field.label), yours: mine.answers.text(field.name),
                            theirs: theirs.text(field.name), theirsBy: theirsBy ?? t("Somebody"), t
                        ).html
                    }
                }
                buttons(visit, work)
            }
        }
    }

    private static func form(_ visit: Visit, _ work: PageWork, _ answers: Answers, version: Int) -> FormView {
        FormView(
            PageForm.text, answers, visit.t, token: visit.formToken,
            action: visit.path("/pages/\(work.page.slug)/versions"), submit: visit.t("Save the draft"),
            version: version)
    }

    private static func buttons(_ visit: Visit, _ work: PageWork) -> HTML {
        let previewPath = visit.path("/pages/\(work.page.slug)/preview")
        return div(.class("buttons")) {
            Components.submit(visit.t("Save the draft"))
            button(
                .class("button secondary"), .type("submit"), .attribute("formaction", SafeAddress.of(previewPath))
            ) { visit.t("Preview") }
            a(.href(visit.path("/pages"))) { visit.t("Cancel") }
        }
    }

    /// The frame that all pages about one text share.
    static func page(
        _ visit: Visit, _ work: PageWork, problems: Bool = false, room: String = "edit",
        @HTMLBuilder _ body: () -> HTML
    ) -> Page {
        let t = visit.t
        let tabs = Language.allCases.map { language in
            Components.Tab(
                language.ownName, path: visit.work(on: work.page, room, language), isCurrent: language == work.language)
        }
        return Page(
            title: work.title, caption: t("Page {address}", ["address": work.page.path]),
            breadcrumb: [.init(t("Pages"), visit.path("/pages"))], problems: problems, isPrivate: true,
            body: HTML {
                Components.tabs(tabs, label: t("Language of the text"))
                body()
            })
    }

    private static func state(_ visit: Visit, _ work: PageWork) -> HTML {
        let t = visit.t
        guard work.number > 0 else { return p { t("There is no text in this language yet.") } }
        let newest = t("Newest: version {version}.", ["version": "\(work.number)"])
        guard let published = work.published else {
            return p { newest + " " + t("Nothing is public in this language.") }
        }
        return p { newest + " " + t("Public: version {version}.", ["version": "\(published.number)"]) }
    }

    private static func preview(_ draft: PageDraft, _ work: PageWork, _ t: Texts) -> HTML {
        section(.class("preview"), .id("preview"), .aria("label", t("Preview")), .lang(work.language.rawValue)) {
            PagePages.content(title: draft.title, lead: draft.lead, markdown: draft.markdown, isPart: true)
        }
    }

    /// What can be done with the newest version.
    private static func steps(_ visit: Visit, _ work: PageWork) -> HTML {
        let t = visit.t
        let about = "\(work.title), \(work.language.ownName)"
        var links: [(title: String, path: String)] = []
        if work.number > 0 { links.append((t("All versions"), visit.work(on: work.page, "versions", work.language))) }
        if work.number > 1 {
            links.append((t("What changed"), visit.work(on: work.page, "differences", work.language)))
        }
        if work.published != nil {
            links.append((t("The page as readers see it"), "/\(work.language.rawValue)" + work.publicPath))
        }
        return section {
            h2 { t("Publication") }
            if work.number > 0, work.published?.number != work.number {
                publishButton(visit, work, number: work.number)
            }
            if work.mayWithdraw {
                " "
                Components.action(
                    t("Withdraw"), path: visit.path("/pages/\(work.page.slug)/withdrawal"), token: visit.formToken,
                    kind: .warning, about: about, hidden: [(name: "language", value: work.language.rawValue)])
            }
            if !links.isEmpty { Components.linkList(links) }
        }
    }

    static func publishButton(_ visit: Visit, _ work: PageWork, number: Int) -> HTML {
        Components.action(
            visit.t("Publish version {version}", ["version": "\(number)"]),
            path: visit.path("/pages/\(work.page.slug)/publication"), token: visit.formToken,
            about: "\(work.title), \(work.language.ownName)",
            hidden: [(name: "language", value: work.language.rawValue), (name: "number", value: "\(number)")])
    }
}

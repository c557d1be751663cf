import Contract
import Members
import Web

/// The pages of a narrative section: as it stands, being written, and with two texts that do not go together.
struct ContractSectionPages {
    let view: ContractSectionView
    let visit: Visit

    private var t: Texts { visit.t }

    var reading: Page {
        page(
            problems: false, isForm: false,
            HTML {
                presence
                if view.text.isEmpty {
                    Components.emptyState(
                        t("Nobody has written this section yet."),
                        next: view.desk.mayEdit ? (t("Write the section"), visit.path("\(view.path)/edit")) : nil)
                    guidance
                } else {
                    Components.prose { Markdown.html(view.text, topHeading: 2) }
                    if view.desk.mayEdit {
                        p { Components.buttonLink(t("Edit the section"), path: visit.path("\(view.path)/edit")) }
                    }
                }
                openComments
                Components.linkList(links)
            })
    }

    private var links: [(String, String)] {
        (view.part == nil ? [] : [(t("Versions of this section"), visit.path("\(view.path)/history"))])
            + ContractCommentPages.links(view.place, of: view.desk, t).map { ($0.title, visit.path($0.path)) }
    }

    // MARK: Writing

    func editing(
        _ answers: Answers, version: Int, drafts: Drafts, draft: Draft?, wasSent: Bool = false
    ) -> Page {
        page(
            problems: !answers.isFine, isForm: true,
            HTML {
                presence
                if let draft, !wasSent { drafts.notice(visit, draft) }
                if version != view.version {
                    Components.notice(.information, t("Somebody saved this section meanwhile"), t) {
                        p { t("When you save, both texts are put together. Where they do not fit you are asked.") }
                    }
                }
                guidance
                fields(
                    answers, version: version,
                    autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft))
                openComments
                if wasSent, answers.isFine { preview(answers.text("text")) }
            })
    }

    /// Both texts stand in the one field, each conflict is shown above it.
    func conflict(_ merge: TextMerge, version: Int, drafts: Drafts) -> Page {
        page(
            problems: true, isForm: true,
            HTML {
                Components.notice(.warning, t("Somebody else changed the same words meanwhile"), t) {
                    p { saver }
                    p {
                        t(
                            "In the text below both stand one after the other, yours first; everything else is already put together. Keep what is right, then save."
                        )
                    }
                }
                for conflict in merge.conflicts { both(conflict.mine, conflict.theirs) }
                fields(
                    Answers(["text": merge.text]), version: version, autosave: drafts.autosaveSent(visit))
            })
    }

    private var saver: String {
        guard let part = view.part else { return "" }
        return t("The other text was saved at {time}.", ["time": visit.figures.time(part.updatedAt)])
    }

    private func both(_ mine: String, _ theirs: String) -> HTML {
        Components.summaryList(
            [
                Components.SummaryRow(t("Your text"), span(.class("typed")) { mine }),
                Components.SummaryRow(t("The other text"), span(.class("typed")) { theirs }),
            ], t)
    }

    private func fields(_ answers: Answers, version: Int, autosave: Autosave) -> HTML {
        let form = FormView(
            ContractSectionRoutes.form, answers, t, token: visit.formToken, action: visit.path("\(view.path)/edit"),
            submit: t("Save"), version: version, cancel: (t("Cancel"), visit.path(view.path)), autosave: autosave)
        return HTML {
            form.summary
            form.open {
                form.field("text")
                div(.class("buttons")) {
                    Components.submit(t("Save"))
                    Components.submit(t("Preview"), kind: .secondary, name: "preview", value: "yes")
                    a(.href(visit.path(view.path))) { t("Cancel") }
                }
            }
        }
    }

    private var openComments: HTML {
        OpenCommentList(
            comments: view.comments, record: view.desk.record, place: view.place,
            words: ContractWords(view.desk.record.frame.contract, visit), visit: visit
        ).html
    }

    private func preview(_ text: String) -> HTML {
        section(.aria("labelledby", "preview-title")) {
            h2(.id("preview-title")) { t("Preview") }
            p(.class("hint")) { t("Not saved yet.") }
            Components.prose { Markdown.html(text, topHeading: 3) }
        }
    }

    // MARK: Parts

    private var presence: HTML {
        guard !view.others.isEmpty else { return .empty }
        return Components.notice(.information, view.others.map { $0.sentence(visit) }.joined(separator: "; "), t) {
            p { t("You can write at the same time: both texts are put together when they are saved.") }
        }
    }

    private var guidance: HTML {
        Components.disclosure(t("What belongs here"), isOpen: view.text.isEmpty) {
            p { t(ContractGuidance.of(view.form.id)) }
        }
    }

    private func page(problems: Bool, isForm: Bool, _ body: HTML) -> Page {
        Page(
            title: t(view.form.title), caption: view.number,
            breadcrumb: view.desk.trail(visit)
                + (isForm ? [Page.Crumb(t(view.form.title), visit.path(view.path))] : []),
            problems: problems, isPrivate: true, body: body)
    }
}

/// The page `/design`: every component in every state, with a word on when to use it.
///
/// Names and figures on it are examples without meaning.
package enum DesignCatalogue {
    package static func page(_ t: Texts, path: String) -> Page {
        Page(
            title: t("Design system"), caption: t("For those who build the hub"),
            description: t("Every part that the hub's pages are made of, in every state."), wide: true,
            body: body(t, path: path))
    }

    package static func body(_ t: Texts, path: String = "/en/design") -> HTML {
        HTML {
            Components.lead(
                t(
                    "Every part that the hub's pages are made of, in every state. All names and figures here are examples."
                ))
            Components.contents(parts(t, path).map { (title: $0.title, id: $0.id) }, t)
            for part in parts(t, path) {
                Components.chapter(id: part.id, part.title, about: part.use) { part.content }
            }
        }
    }

    /// One chapter of the catalogue.
    struct Part {
        let id: String
        let title: String
        let use: String
        let content: HTML
    }

    private static func parts(_ t: Texts, _ path: String) -> [Part] {
        [
            Part(
                id: "text", title: t("Text"), use: t("Headings name what follows; a lead opens a page."),
                content: DesignText.text(t)),
            Part(
                id: "colours", title: t("Colours"), use: t("Colour helps and never carries a meaning alone."),
                content: DesignText.colours(t)),
            Part(
                id: "buttons", title: t("Buttons and links"),
                use: t("A button does something, a link goes somewhere. One primary button a page."),
                content: DesignText.buttons(t)),
            Part(
                id: "messages", title: t("Messages"), use: t("Say what happened and what to do next."),
                content: DesignText.messages(t)),
            Part(
                id: "fields", title: t("Form fields"),
                use: t("Every field has a label that stays. What is optional says so."),
                content: DesignForms.fields(t)),
            Part(
                id: "problems", title: t("Problems in a form"),
                use: t("The same words stand in the summary and at the field; what was typed is kept."),
                content: DesignForms.problems(t)),
            Part(
                id: "conflict", title: t("Two people, one text"),
                use: t("When somebody else saved first, both texts are shown and one is chosen."),
                content: DesignForms.conflict(t)),
            Part(
                id: "tables", title: t("Tables and lists"),
                use: t("Numbers stand under numbers. Wide tables scroll in themselves, the page does not."),
                content: DesignData.tables(t, path)),
            Part(
                id: "figures", title: t("Figures and their sources"),
                use: t("Every figure says where it comes from and how far it can be trusted."),
                content: DesignData.figures(t)),
            Part(
                id: "steps", title: t("Tasks, progress and views"),
                use: t("Long work is cut into tasks; each view has its own address."),
                content: DesignData.steps(t, path)),
            Part(
                id: "charts", title: t("Charts"),
                use: t("Every chart comes with its message in a sentence, its data as a table and as a file."),
                content: DesignCharts.charts(t)),
            Part(
                id: "map", title: t("Map"),
                use: t("Groups differ by shape as well as by colour; a list stands beside it."),
                content: DesignCharts.map(t)),
        ]
    }
}

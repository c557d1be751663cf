/// Examples of tables, lists, figures and progress.
enum DesignData {
    static func tables(_ t: Texts, _ path: String) -> HTML {
        let address = ListAddress(path, query: [("sort", "name")])
        let figures = Figures(language: t.language)
        let filters = Form([
            Field("q", "Name of the city", optional: true, .text(maxLength: 60)),
            Field("group", "Group", optional: true, .select([Option("a", "Group A"), Option("b", "Group B")])),
        ])
        return HTML {
            Components.filter(filters, Answers(), t, action: path, label: t("Narrow the list"))
            DataTable(
                caption: t("Cities of the example"),
                columns: [
                    .init(t("City"), sort: "name"), .init(t("Group")),
                    .init(t("Population"), number: true, sort: "population"),
                    .init(t("Area, km²"), number: true, sort: "area"), .init(t("State")),
                ],
                rows: [
                    [
                        .link("Exemplu de Sus", "#tables"), .text(t("Group A")), .number(figures.integer(84_210)),
                        .number(figures.decimal(52.1)), .html(Components.tag(t("Approved"), .good)),
                    ],
                    [
                        .link("Exemplu de Jos", "#tables"), .text(t("Group B")), .number(figures.integer(9_870)),
                        .missing(t("no data")), .html(Components.tag(t("Draft"))),
                    ],
                ],
                footer: [
                    .text(t("Total")), .text(""), .number(figures.integer(94_080)), .number(figures.decimal(52.1)),
                    .text(""),
                ],
                address: address
            ).html
            Components.pagination(address, before: "m", after: "t", position: t("11 to 20 of 103"), t)
            DataTable(
                caption: t("A short table that the script can sort"),
                columns: [.init(t("Year")), .init(t("Value"), number: true)],
                rows: [["2011", "12"], ["2021", "9"], ["2002", "30"]].map { row in
                    [.text(row[0]), .number(row[1], Double(row[1]))]
                }, sortsInPlace: true
            ).html
            Components.summaryList(
                [
                    .init(t("Name of the organisation"), "Primăria Exemplu", changePath: "#tables"),
                    .init(t("Target year"), "2035", changePath: "#tables"),
                    .init(t("Website"), HTML.empty, changePath: "#tables"),
                ], t)
            Components.cards([
                (
                    t("Heat from the river"), "#tables", t("A pump of 4 MW feeds 1 200 flats."),
                    Components.tag(t("Heating"))
                ),
                (
                    t("School streets"), "#tables", t("Eleven streets without cars at school time."),
                    Components.tag(t("Mobility"))
                ),
            ])
        }
    }

    static func figures(_ t: Texts) -> HTML {
        let figures = Figures(language: t.language)
        return HTML {
            Components.facts([
                .init(
                    t("Population"), figure: figures.integer(84_210), note: t("1 December 2021"),
                    mark: Components.sourceMark(.sourced, source: t("example census"), path: "#figures", t)),
                .init(
                    t("Density"), figure: figures.integer(1616), unit: t("people per km²"),
                    mark: Components.sourceMark(.derived, t)),
                .init(
                    t("Emissions"), figure: figures.decimal(412.6), unit: "kt CO2e", note: "2019",
                    mark: Components.sourceMark(.unverified, source: t("example plan"), t)),
            ])
        }
    }

    static func steps(_ t: Texts, _ path: String) -> HTML {
        HTML {
            Components.tabs(
                [
                    .init(t("Overview"), path: path, isCurrent: true),
                    .init(t("Team"), path: "#steps", isCurrent: false),
                    .init(t("History"), path: "#steps", isCurrent: false),
                ], label: t("Views of the example"))
            Components.progress(
                t("Sections completed"), done: 3, total: 5, text: t("{done} of {total}", ["done": "3", "total": "5"]))
            Components.taskList(
                [
                    .init(t("The city"), path: "#steps", status: .completed),
                    .init(t("Emissions"), path: "#steps", hint: t("About 30 minutes"), status: .inProgress),
                    .init(t("Measures"), path: "#steps", status: .notStarted),
                    .init(t("Budget"), path: "#steps", status: .problem),
                    .init(t("Signature"), path: "#steps", hint: t("After all other tasks"), status: .cannotStart),
                ], t)
        }
    }
}

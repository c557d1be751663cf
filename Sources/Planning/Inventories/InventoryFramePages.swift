import Cities
import Inventory
import Web

/// The pages that ask what an inventory covers.
struct InventoryFramePages {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    private var t: Texts { visit.t }

    func starting(_ city: City, _ answers: Answers) -> Page {
        Page(
            title: t("Start an inventory of {city}", ["city": city.name]),
            breadcrumb: [
                Page.Crumb(t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path)),
                Page.Crumb(t("Inventories"), visit.path("\(city.path)/inventories")),
            ], problems: !answers.isFine, isPrivate: true,
            body: HTML {
                p {
                    t(
                        "First the frame. After that, you go through the sub-sectors one by one, in any order and at any time."
                    )
                }
                FormView(
                    InventoryForm.start, answers, t, token: visit.formToken,
                    action: visit.path("\(city.path)/inventories/new"), submit: t("Start the inventory"),
                    cancel: (t("Cancel"), visit.path("\(city.path)/inventories"))
                ).html
            })
    }

    func editing(_ desk: InventoryDesk, _ answers: Answers, version: Int) -> Page {
        page(desk, problems: !answers.isFine, body: form(desk, answers, version: version).html)
    }

    /// What was typed stays in the form; what somebody else saved stands above it.
    func conflict(_ desk: InventoryDesk, _ yours: Answers) -> Page {
        page(
            desk, problems: true,
            body: HTML {
                Components.notice(.warning, t("Somebody else changed the inventory meanwhile"), t) {
                    p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                    Components.summaryList(
                        [
                            Components.SummaryRow(t("Global warming potentials"), desk.record.gwp.rawValue),
                            Components.SummaryRow(t("What it covers"), t(desk.record.coverage.title)),
                            Components.SummaryRow(t("Boundary"), desk.record.boundary),
                            Components.SummaryRow(
                                t("People inside the boundary"),
                                desk.record.population.map { visit.figures.integer($0) } ?? ""),
                            Components.SummaryRow(t("Source of the population"), desk.record.populationSource),
                            Components.SummaryRow(t("Main source"), desk.record.source),
                        ], t)
                }
                form(desk, yours, version: desk.record.version).html
            })
    }

    private func form(_ desk: InventoryDesk, _ answers: Answers, version: Int) -> FormView {
        FormView(
            InventoryForm.edit, answers, t, token: visit.formToken,
            action: visit.path("\(desk.record.workPath)/frame"), submit: t("Save the frame"), version: version,
            cancel: (t("Cancel"), visit.path(desk.record.workPath)))
    }

    private func page(_ desk: InventoryDesk, problems: Bool, body: HTML) -> Page {
        Page(
            title: t("Frame of the inventory"), caption: desk.title(t), breadcrumb: desk.trail(visit),
            problems: problems, isPrivate: true, body: body)
    }
}

extension InventoryDesk {
    /// `Suceava, 2021`.
    func title(_ t: Texts) -> String { t("{city}, {year}", ["city": city.name, "year": "\(record.year)"]) }

    /// The way from the cities to the overview of this inventory.
    func trail(_ visit: Visit) -> [Page.Crumb] {
        [
            Page.Crumb(visit.t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path)),
            Page.Crumb(visit.t("Inventories"), visit.path("\(city.path)/inventories")),
            Page.Crumb("\(record.year)", visit.path(record.workPath)),
        ]
    }
}

import Inventory
import Members
import Pathways
import Web

/// A sector of a plan: its rows of the inventory, and the lines that count some of them from below.
struct ScenarioDetailPages {
    let desk: ScenarioDesk
    let work: ScenarioDesk.Work
    let sector: ContractSector
    /// The plan with every row as the inventory has it.
    let simple: Plan
    let visit: Visit

    init(desk: ScenarioDesk, work: ScenarioDesk.Work, sector: ContractSector, visit: Visit) {
        self.desk = desk
        self.work = work
        self.sector = sector
        self.visit = visit
        simple = ScenarioPlan.rows(work.base, work.frame.content)
    }

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }
    private var mayEdit: Bool { desk.right >= .edit }

    /// The sector's page without the language.
    static func path(_ desk: ScenarioDesk, _ sector: ContractSector) -> String {
        "\(desk.path)/model/\(sector.rawValue.lowercased())"
    }

    private var path: String { Self.path(desk, sector) }

    var rows: [Plan.Activity] { simple.activities.filter { $0.sector == sector } }

    var lines: [ScenarioFrame.DetailLine] { (work.frame.content.details ?? []).filter { $0.sector == sector } }

    /// The form with the sector's rows as choices.
    var form: Form {
        ScenarioDetailForm.form(
            rows.map { Option($0.id, ScenarioReconciliationPages.name($0, t), translated: false) })
    }

    // MARK: The sector

    var all: Page {
        page(
            t(sector.title), problems: false, isWide: true,
            HTML {
                Components.lead(
                    t("Each row of the inventory is an activity of its own until lines count it from below."))
                notes
                if rows.isEmpty {
                    Components.emptyState(t("The inventory has no row in this sector."))
                } else {
                    rowTable.html
                    lineList
                    reconciliation
                    if mayEdit { starts }
                }
            })
    }

    private var notes: HTML {
        HTML {
            if work.frame.modelHash != nil {
                Components.notice(.information, t("The plan uses a model of the city's own"), t) {
                    p { t("What is written here is kept for the inventory's rows.") }
                }
            }
            let problems = work.plan.problems().filter { $0.level == .refusal }
            if !problems.isEmpty { ScenarioProblems.notice(problems, work.plan, t) }
        }
    }

    private var rowTable: DataTable {
        let stated = ScenarioDetailPlan.stated(simple) ?? [:]
        return DataTable(
            caption: t("Rows of the inventory"),
            columns: [
                DataTable.Column(t("Row")), DataTable.Column(t("Scope"), number: true),
                DataTable.Column(t("Inventory, t CO₂e"), number: true), DataTable.Column(t("In the plan")),
            ],
            rows: rows.map { row in
                let count = lines.count { $0.row == row.id }
                let tonnes = stated[row.id] ?? 0
                return [
                    .text(ScenarioReconciliationPages.name(row, t)), .number("\(row.scope.rawValue)"),
                    .number(figures.decimal(tonnes, decimals: 1), tonnes), .html(state(row, count)),
                ]
            })
    }

    private func state(_ row: Plan.Activity, _ count: Int) -> HTML {
        if count == 0 { return .text(t("as it stands in the inventory")) }
        guard work.frame.modelHash != nil || isUsed(row.id) else {
            return Components.tag(t("Its lines emit nothing yet"), .bad)
        }
        return .text(t.count(count, "{count} line counts it from below", "{count} lines count it from below"))
    }

    private func isUsed(_ row: String) -> Bool {
        work.plan.calibrations.contains { $0.id == ScenarioDetailPlan.calibration(ofRow: row) }
    }

    private var lineList: HTML {
        HTML {
            h2 { t("Lines counted from below") }
            if lines.isEmpty {
                Components.emptyState(t("No row of this sector is counted from below yet."))
            } else {
                lineTable.html
            }
            if mayEdit {
                div(.class("buttons")) {
                    Components.buttonLink(t("Add a line"), path: visit.path("\(path)/new"))
                    if !lines.isEmpty {
                        a(.href(visit.path("\(path)/removal"))) { t("Go back to the inventory's rows") }
                    }
                }
            }
        }
    }

    private var lineTable: DataTable {
        DataTable(
            caption: t("Lines counted from below"),
            columns: [
                DataTable.Column(t("What is done")), DataTable.Column(t("Quantity"), number: true),
                DataTable.Column(t("Unit")), DataTable.Column(t("People or tonnes in each vehicle"), number: true),
                DataTable.Column(t("kWh for each unit"), number: true),
                DataTable.Column(t("kg CO₂e for each kWh or unit"), number: true), DataTable.Column(t("Row")),
            ] + (mayEdit ? [DataTable.Column(t("Actions"))] : []),
            rows: lines.enumerated().map { place, line in
                [
                    .text(name(line)), .number(figures.decimal(line.quantity), line.quantity),
                    .text(line.unit == .pieces ? t("pieces") : line.unit.rawValue), number(line.load),
                    number(line.use), factor(line), .text(rowName(line.row)),
                ] + (mayEdit ? [.html(actions(place, line))] : [])
            }, captionHidden: true)
    }

    private func name(_ line: ScenarioFrame.DetailLine) -> String {
        line.way.isEmpty ? line.activity : "\(line.activity): \(line.way)"
    }

    private func rowName(_ id: String) -> String {
        rows.first { $0.id == id }.map { ScenarioReconciliationPages.name($0, t) }
            ?? t("a row that the inventory no longer has")
    }

    private func number(_ value: Double?) -> DataTable.Cell {
        value.map { .number(FormNumber.shown($0, figures), $0) } ?? .missing(t("none"))
    }

    private func factor(_ line: ScenarioFrame.DetailLine) -> DataTable.Cell {
        line.factor == nil ? .text(t("the inventory's")) : number(line.factor)
    }

    private func actions(_ place: Int, _ line: ScenarioFrame.DetailLine) -> HTML {
        Components.rowActions(
            name(line),
            [
                (t("Change"), visit.path("\(path)/\(place + 1)/edit")),
                (t("Remove"), visit.path("\(path)/\(place + 1)/removal")),
            ])
    }

    /// The differences of this sector's rows, at once.
    private var reconciliation: HTML {
        let activities = Set(work.plan.activities.filter { $0.sector == sector }.map(\.id))
        let found = ((try? Model(work.plan).reconciliations) ?? []).filter { item in
            item.calibration.activities.contains { activities.contains($0) }
        }
        guard !found.isEmpty else { return .empty }
        return HTML {
            h2 { t("Model and inventory side by side") }
            ScenarioReconciliationTable(found: found, visit: visit, rows: rows).html
            p(.class("quiet")) {
                t("The lines are scaled to what the inventory says, so that the base year stays the inventory's.")
            }
        }
    }

    private var starts: HTML {
        HTML {
            h2 { t("Lines to start from") }
            p(.class("quiet")) { t("They have words and units; the figures are the city's own.") }
            Components.linkList(
                ScenarioDetailTemplate.of(sector).map { template in
                    (
                        "\(t(template.activity)): \(t(template.way))",
                        visit.path("\(path)/new?template=\(template.id)")
                    )
                })
            Components.linkList([
                (t("Valencia: a full model of activities"), visit.path(ScenarioExampleRoutes.path))
            ])
        }
    }

    // MARK: A line

    /// A line to be written; nil is a new one.
    func editing(
        _ place: Int?, _ answers: Answers, version: Int, drafts: Drafts, draft: Draft? = nil, wasSent: Bool = false,
        isStale: Bool = false
    ) -> Page {
        page(
            place == nil ? t("Add a line") : t("Change a line"), problems: !answers.isFine || isStale,
            HTML {
                if isStale { stale(t("Your answers are still in the form below. Look at the list, then save again.")) }
                if let draft { drafts.notice(visit, draft) }
                FormView(
                    form, answers, t, token: visit.formToken, action: visit.path(drafts.path), submit: t("Save"),
                    version: version, cancel: (t("Cancel"), visit.path(path)),
                    autosave: wasSent ? drafts.autosaveSent(visit) : drafts.autosave(visit, draft)
                ).html
            }, isInside: true)
    }

    /// A line before it goes; nil is all lines of the sector.
    func removing(_ place: Int?, isStale: Bool = false) -> Page {
        let going = place.map { [lines[$0]] } ?? lines
        return page(
            place == nil ? t("Go back to the inventory's rows?") : t("Remove the line?"), problems: isStale,
            HTML {
                if isStale { stale(t("Nothing was removed. Look at the list, then do it again.")) }
                ul { for line in going { li { name(line) } } }
                if place == nil { p { t("The sector is then computed from the inventory's rows alone.") } }
                FormView(
                    Form([]), Answers(), t, token: visit.formToken,
                    action: visit.path(place.map { "\(path)/\($0 + 1)/removal" } ?? "\(path)/removal"),
                    submit: t("Remove"), version: work.frame.version, submitKind: .warning,
                    cancel: (t("Cancel"), visit.path(path))
                ).html
            }, isInside: true)
    }

    private func stale(_ sentence: String) -> HTML {
        Components.notice(.warning, t("Somebody else changed the plan meanwhile"), t) { p { sentence } }
    }

    private func page(
        _ title: String, problems: Bool, isWide: Bool = false, _ body: HTML, isInside: Bool = false
    ) -> Page {
        Page(
            title: title, caption: t("Plan of {city}", ["city": desk.city.name]),
            breadcrumb: desk.trail(visit) + (isInside ? [Page.Crumb(t(sector.title), visit.path(path))] : []),
            problems: problems, wide: isWide, isPrivate: true, body: body)
    }
}

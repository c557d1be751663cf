import Inventory
import Pathways
import Web

/// How the emissions of one activity and year come about, number by number, and which measures made them so.
struct ScenarioExplanationPages {
    let view: ScenarioView
    let visit: Visit

    private var t: Texts { visit.t }
    private var figures: Figures { visit.figures }
    private var plan: Plan { view.work.plan }

    var page: Page {
        Page(
            title: t("How was this computed?"), caption: "\(view.desk.city.name) · \(view.record.title(t))",
            breadcrumb: view.trail(visit), isPrivate: true,
            body: HTML {
                if let run = view.run {
                    choice(run)
                    explanation(run)
                } else {
                    ScenarioProblems.notice(
                        view.work.outcome(view.work.scenario(view.record)).problems, plan, t)
                }
            })
    }

    /// What the address asks for; the first activity and the last year where it asks for nothing.
    private var wanted: (activity: String, year: Int) {
        let activity = visit.query.text("activity")
        return (
            activity.isEmpty ? plan.activities.first?.id ?? "" : activity,
            visit.query.integer("year") ?? plan.finalYear
        )
    }

    private func choice(_ run: ScenarioRun) -> HTML {
        let form = Form([
            Field(
                "activity", "Activity",
                .select(plan.activities.map { Option($0.id, name($0.id), translated: false) })),
            Field("year", "Year", .select(run.years.map { Option("\($0)", "\($0)", translated: false) })),
        ])
        return Components.filter(
            form, Answers(["activity": wanted.activity, "year": "\(wanted.year)"]), t,
            action: visit.path("\(view.record.path)/explanation"), label: t("Activity and year"))
    }

    private func name(_ activity: String) -> String {
        let name = plan.activities.first { $0.id == activity }?.name ?? ""
        return name.isEmpty ? activity : name
    }

    private func explanation(_ run: ScenarioRun) -> HTML {
        guard let found = run.explanation(of: wanted.activity, in: wanted.year) else {
            return Components.emptyState(t("The plan has no such activity or year."))
        }
        let unit = plan.activities.first { $0.id == found.activity }?.unit ?? ""
        return HTML {
            h2 { "\(name(found.activity)), \(found.year)" }
            Components.summaryList(
                [
                    Components.SummaryRow(t("Amount"), "\(number(found.quantity)) \(unit)"),
                    Components.SummaryRow(
                        t("Amount without measures"), "\(number(found.quantityWithoutMeasures)) \(unit)"),
                    Components.SummaryRow(t("Load"), number(found.load)),
                    Components.SummaryRow(t("Correction by calibration"), number(found.correction)),
                    Components.SummaryRow(t("Emissions"), "\(number(found.tonnes)) t CO₂e"),
                    Components.SummaryRow(
                        t("Emissions without measures"), "\(number(found.tonnesWithoutMeasures)) t CO₂e"),
                ], t)
            terms(found).html
            if found.touches.isEmpty {
                p(.class("quiet")) { t("No measure of the scenario changes it.") }
            } else {
                touches(found).html
            }
        }
    }

    private func number(_ value: Double) -> String { FormNumber.shown(value, figures) }

    private func terms(_ found: Explanation) -> DataTable {
        let activity = plan.activities.first { $0.id == found.activity }
        let carriers = Dictionary(
            plan.carriers.map { ($0.id, $0.name.isEmpty ? $0.id : t($0.name)) },
            uniquingKeysWith: { first, _ in first })
        return DataTable(
            caption: t("Units × (energy of a unit × factor of the carrier + own factor) × correction"),
            columns: [
                DataTable.Column(t("Technology")), DataTable.Column(t("Carrier")),
                DataTable.Column(t("Share"), number: true), DataTable.Column(t("Units"), number: true),
                DataTable.Column(t("MWh a unit"), number: true), DataTable.Column(t("t CO₂e a MWh"), number: true),
                DataTable.Column(t("Own factor, t CO₂e a unit"), number: true),
                DataTable.Column("t CO₂e", number: true),
            ],
            rows: found.terms.map { term in
                let name = activity?.technologies.first { $0.id == term.technology }?.name ?? ""
                return [
                    .text(name.isEmpty ? (term.technology == "today" ? t("As today") : term.technology) : name),
                    .text(term.carrier.map { carriers[$0] ?? $0 } ?? "–"),
                    .number(figures.decimal(term.share * 100, decimals: 1) + " %", term.share),
                    .number(number(term.units), term.units),
                    .number(number(term.energyPerUnit), term.energyPerUnit),
                    .number(number(term.carrierFactor), term.carrierFactor),
                    .number(number(term.ownFactor), term.ownFactor), .number(number(term.tonnes), term.tonnes),
                ]
            })
    }

    private func touches(_ found: Explanation) -> DataTable {
        DataTable(
            caption: t("Measures that change it"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Adopted"), number: true),
                DataTable.Column(t("By itself, t CO₂e"), number: true),
                DataTable.Column(t("As the last of all, t CO₂e"), number: true),
            ],
            rows: found.touches.map { touch in
                let name = plan.measures.first { $0.id == touch.measure }?.name ?? ""
                return [
                    .text(name.isEmpty ? touch.measure : name),
                    .number(figures.decimal(touch.adoption * 100, decimals: 0) + " %", touch.adoption),
                    .number(number(touch.alone), touch.alone), .number(number(touch.last), touch.last),
                ]
            })
    }
}

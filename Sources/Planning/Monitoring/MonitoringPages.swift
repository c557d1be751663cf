import Contract
import Members
import Web

/// The team's page: all indicators with their lights, and where one goes from here.
struct MonitoringPages {
    let desk: MonitoringDesk
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: MonitoringWords { MonitoringWords(visit: visit) }

    var page: Page {
        Page(
            title: t("Monitoring of {city}", ["city": desk.city.name]), breadcrumb: desk.trail(visit, isRoom: true),
            isPrivate: true,
            body: HTML {
                Components.lead(
                    t(
                        "What was measured against the targets of the contract, how far the measures are, and what is due."
                    ))
                if desk.indicators.isEmpty { empty } else { content }
                links
            })
    }

    @HTMLBuilder private var empty: HTML {
        if let contract = desk.contract {
            Components.emptyState(
                t("The contract has no indicators in table B-3.1 yet."),
                next: desk.mayEdit
                    ? (t("Take indicators from the library"), visit.path("\(desk.path)/library"))
                    : (t("Open the contract"), visit.path(contract.path)))
        } else {
            Components.emptyState(
                t("Indicators belong to the Climate City Contract, and this city has begun none here."),
                next: desk.mayEdit
                    ? (t("Start the contract"), visit.path("\(ContractDesk.path(of: desk.city))/new")) : nil)
        }
    }

    private var content: HTML {
        HTML {
            Components.facts(
                [TrafficLight.Signal.onTrack, .behind, .farBehind].map { signal in
                    Components.Fact(
                        t(signal.title), figure: "\(desk.indicators.count { $0.light.signal == signal })")
                } + [
                    Components.Fact(t("Values overdue"), figure: "\(desk.indicators.count { $0.isOverdue })")
                ])
            table.html
            p(.class("quiet")) { words.thresholds(.standard) }
        }
    }

    private var table: DataTable {
        DataTable(
            caption: t("Indicators of the contract"),
            columns: [
                DataTable.Column(t("Indicator")), DataTable.Column(t("Unit")),
                DataTable.Column(t("Newest value"), number: true), DataTable.Column(t("Next target"), number: true),
                DataTable.Column(t("Light")), DataTable.Column(t("Owner")),
            ], rows: desk.indicators.map(row), captionHidden: true)
    }

    private func row(_ indicator: MonitoredIndicator) -> [DataTable.Cell] {
        let next = indicator.targets.first { $0.year >= visit.today.year } ?? indicator.targets.last
        return [
            .link(indicator.name, visit.path(desk.path(of: indicator))), .text(indicator.unit),
            words.number(indicator.values.last?.value, missing: t("none")),
            next.map { .number("\(FormNumber.shown($0.value, visit.figures)) (\($0.year))", $0.value) }
                ?? .missing(t("none")),
            .html(words.light(indicator.light.signal, isOverdue: indicator.isOverdue)),
            indicator.setting?.owner == nil
                ? .missing(t("none")) : .text(t.person(indicator.setting?.ownerName)),
        ]
    }

    private var links: HTML {
        var links = [
            (t("Progress of measures"), visit.path("\(desk.path)/measures")),
            (t("Observed values against the pathway"), visit.path("\(desk.path)/pathway")),
            (t("Yearly reports"), visit.path("\(desk.path)/reports")),
            (t("Published progress"), visit.path("\(desk.path)/progress")),
        ]
        if !desk.indicators.isEmpty {
            links.append((t("All values (CSV)"), "\(desk.path)/values.csv"))
            if desk.mayEdit {
                links.append((t("Import values from a file"), visit.path("\(desk.path)/values/import")))
                links.append((t("Take indicators from the library"), visit.path("\(desk.path)/library")))
            }
        }
        return HTML {
            h2 { t("Go on") }
            Components.linkList(links)
        }
    }

    /// Which indicators many cities use.
    func library(_ known: [LibraryIndicator], _ answers: Answers) -> Page {
        Page(
            title: t("Take indicators from the library"), caption: desk.city.name, breadcrumb: desk.trail(visit),
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                Components.lead(
                    t(
                        "These indicators stand most often in the monitoring tables of published contracts. They are added to tables B-3.1 and B-3.2; baseline and targets are then filled in there."
                    ))
                if known.isEmpty {
                    Components.emptyState(t("The contract has all of them."))
                } else {
                    FormView(
                        MonitoringForm.library(known, visit.language), answers, t, token: visit.formToken,
                        action: visit.path("\(desk.path)/library"), submit: t("Add to the contract"),
                        cancel: (t("Cancel"), visit.path(desk.path))
                    ).html
                }
            })
    }
}

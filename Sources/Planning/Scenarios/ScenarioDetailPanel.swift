import Inventory
import Web

/// On the plan's page: how each sector is counted, and the way to count it better.
struct ScenarioDetailPanel {
    let desk: ScenarioDesk
    let work: ScenarioDesk.Work
    let visit: Visit

    private var t: Texts { visit.t }

    var html: HTML {
        HTML {
            h2 { t("How the sectors are counted") }
            Components.summaryList(
                ContractSector.allCases.map { sector in
                    Components.SummaryRow(
                        t(sector.title),
                        HTML {
                            a(.href(visit.path(ScenarioDetailPages.path(desk, sector)))) {
                                state((work.frame.content.details ?? []).count { $0.sector == sector })
                            }
                        })
                }, t)
        }
    }

    private func state(_ count: Int) -> String {
        if work.frame.modelHash != nil { return t("by a model of the city's own") }
        guard count > 0 else { return t("from the rows of the inventory") }
        return t.count(count, "{count} line counted from below", "{count} lines counted from below")
    }
}

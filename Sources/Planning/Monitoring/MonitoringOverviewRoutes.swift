import Cities
import Contract
import Members
import Storage
import Web

/// All cities of the programme that write a contract: what is overdue and what is far behind.
struct MonitoringOverviewRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/monitoring", .permission(ContractRules.viewAny), show)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let today = visit.today
        let desks = try await kit.database.read { connection in
            try MonitoringReminder.cities(connection).compactMap { code in
                try City.find(connection, code: code).map {
                    try MonitoringDesk(connection, $0, .read, today: today)
                }
            }
        }
        return .page(page(desks, visit))
    }

    private func page(_ desks: [MonitoringDesk], _ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Monitoring"), isPrivate: true,
            body: HTML {
                Components.lead(t("Cities that write a contract here, with what is overdue and far behind."))
                if desks.isEmpty {
                    Components.emptyState(t("No city has begun a contract here."))
                } else {
                    table(desks, visit).html
                }
            })
    }

    private func table(_ desks: [MonitoringDesk], _ visit: Visit) -> DataTable {
        let t = visit.t
        func count(_ found: [MonitoredIndicator]) -> DataTable.Cell { .number("\(found.count)", Double(found.count)) }
        return DataTable(
            caption: t("Monitoring by city"),
            columns: [DataTable.Column(t("City"))]
                + [
                    t("Indicators"), t("Values overdue"), t("Far behind"), t("Behind"), t("On track"),
                    t("Not measured"),
                ].map { DataTable.Column($0, number: true) },
            rows: desks.sorted { $0.city.sortKey < $1.city.sortKey }.map { desk in
                let lights = [TrafficLight.Signal.farBehind, .behind, .onTrack, .notMeasured]
                return [.link(desk.city.name, visit.path(desk.path)), count(desk.indicators)]
                    + [count(desk.indicators.filter(\.isOverdue))]
                    + lights.map { signal in count(desk.indicators.filter { $0.light.signal == signal }) }
            }, captionHidden: true, sortsInPlace: true)
    }
}

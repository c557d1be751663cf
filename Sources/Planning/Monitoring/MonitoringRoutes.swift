import Contract
import Spreadsheets
import Storage
import Web

/// The team's overview of a city's monitoring, and the library of indicators.
struct MonitoringRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/cities/:city/monitoring"
        routes.get(path, ContractRules.cityReader, show)
        routes.get("\(path)/library", ContractRules.cityEditor, library)
        routes.post("\(path)/library", ContractRules.cityEditor, take)
        MonitoringIndicatorRoutes(kit: kit).add(to: &routes)
        MonitoringImportRoutes(kit: kit).add(to: &routes)
        MonitoringMeasureRoutes(kit: kit).add(to: &routes)
        MonitoringReportRoutes(kit: kit).add(to: &routes)
        MonitoringPublicRoutes(kit: kit).add(to: &routes)
        MonitoringOverviewRoutes(kit: kit).add(to: &routes)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        .page(MonitoringPages(desk: try await MonitoringDesk.open(visit), visit: visit).page)
    }

    /// What the contract has not taken yet.
    private func known(_ desk: MonitoringDesk) throws -> [LibraryIndicator] {
        let taken = Set(desk.indicators.map(\.id))
        return try LibraryIndicator.all(kit).filter { !taken.contains($0.id) }
    }

    private func library(_ visit: Visit) async throws -> Reply {
        let desk = try await MonitoringDesk.open(visit)
        guard desk.contract != nil else { return .seeOther(visit.path(desk.path)) }
        return .page(MonitoringPages(desk: desk, visit: visit).library(try known(desk), Answers()))
    }

    private func take(_ visit: Visit) async throws -> Reply {
        let desk = try await MonitoringDesk.open(visit)
        guard let contract = desk.contract else { return .seeOther(visit.path(desk.path)) }
        let known = try known(desk)
        let checked = MonitoringForm.library(known, visit.language).check(visit.answers, visit.t)
        let chosen = known.filter { checked.list("indicators").contains($0.id) }
        guard checked.isFine, !chosen.isEmpty else {
            return .page(MonitoringPages(desk: desk, visit: visit).library(known, checked), status: 422)
        }
        let person = try visit.signedIn.person
        let language: Language = contract.frame.language == "en" ? .en : .ro
        let words = kit.languages[language]
        try await kit.database.write { connection in
            let parts = try [ContractPlace.table(.indicators), .table(.indicatorSheets)].map { place in
                (place, try ContractPart.find(connection, contract.id, place))
            }
            var rows = try parts[0].1?.table()?.table ?? ContractTable()
            var sheets = try parts[1].1?.table()?.table ?? ContractTable()
            LibraryIndicator.add(chosen, to: &rows, &sheets, language, words)
            for ((place, part), table) in zip(parts, [rows, sheets]) {
                // In one transaction nobody comes between reading and saving.
                guard
                    try ContractPart.save(
                        connection, contract.id, place, version: part?.version ?? 0,
                        try ContractTableText.json(table), by: person, at: visit.now)
                else { throw StorageError.failed("a table of indicators changed within its own transaction") }
            }
            for item in chosen where !item.observes.isEmpty {
                _ = try MonitoringSetting.save(
                    connection, city: desk.city.code, indicator: item.id, version: 0, owner: nil, isShown: true,
                    interval: item.interval, observes: item.observes, by: person, at: visit.now)
            }
            try desk.record(
                connection, "monitoring.indicators-taken", visit, details: ["count": "\(chosen.count)"])
        }
        return .seeOther(
            visit.path("\(contract.path)/tables/indicators"),
            notice: visit.t("The indicators are in the contract. Fill in baseline and targets."))
    }
}

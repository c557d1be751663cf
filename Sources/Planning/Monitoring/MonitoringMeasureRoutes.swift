import Storage
import Web

/// How far the measures of the portfolio are: dated entries that are added, never changed.
struct MonitoringMeasureRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/cities/:city/monitoring/measures"
        routes.get(path, ContractRules.cityReader, list)
        routes.get("\(path)/:measure", ContractRules.cityReader, show)
        routes.get("\(path)/:measure/entries/new", ContractRules.cityEditor, new)
        routes.post("\(path)/:measure/entries/new", ContractRules.cityEditor, add)
    }

    private func view(_ visit: Visit) async throws -> MonitoringMeasurePages {
        try await MonitoringDesk.open(visit) { desk, connection in
            MonitoringMeasurePages(
                desk: desk, records: try MeasureRecord.all(connection, of: desk.city.code),
                entries: try MonitoringEntry.all(connection, of: desk.city.code), visit: visit)
        }
    }

    private func record(_ view: MonitoringMeasurePages, _ visit: Visit) throws -> MeasureRecord {
        let id = MeasureID(visit.parameters["measure"])
        guard let found = view.records.first(where: { $0.id == id }) else { throw PageError.notFound }
        return found
    }

    private func list(_ visit: Visit) async throws -> Reply { .page(try await view(visit).list) }

    private func show(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .page(view.history(try record(view, visit)))
    }

    private func new(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .page(view.adding(try record(view, visit), Answers(["spending": "estimated"])))
    }

    private func add(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let record = try record(view, visit)
        var checked = MonitoringForm.entry.check(visit.answers, visit.t)
        let status = MonitoringEntry.Status(rawValue: checked.text("status"))
        if status == .stopped, checked.text("note").isEmpty {
            checked.refuse("note", visit.t("say why the measure was stopped"))
        }
        if let day = checked.day("day"), day > visit.today {
            checked.refuse("day", visit.t("nothing is measured in the future"))
        }
        guard checked.isFine, let day = checked.day("day"), let status, let share = checked.number("share"),
            let spending = MonitoringEntry.Spending(rawValue: checked.text("spending"))
        else { return .page(view.adding(record, checked), status: 422) }
        let answers = checked
        let person = try visit.signedIn.person
        let id: ID<MonitoringEntry> = kit.ids.next()
        try await kit.database.write { connection in
            try MonitoringEntry.add(
                connection, id: id, city: view.desk.city.code, measure: record.measure.id, day: day, status: status,
                share: share, cents: answers.number("spent").map { Int(($0 * 100).rounded()) }, spending: spending,
                note: answers.text("note"), by: person, at: visit.now)
            try view.desk.record(
                connection, "monitoring.measure-reported", visit, details: ["measure": record.title])
        }
        return .seeOther(
            visit.path("\(view.desk.path)/measures/\(record.id)"), notice: visit.t("The entry is recorded."))
    }
}

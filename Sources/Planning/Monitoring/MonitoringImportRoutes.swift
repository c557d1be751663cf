import Contract
import Spreadsheets
import Storage
import Web

/// Values from a file: taken over whole, or not at all with the lines that cannot be read.
struct MonitoringImportRoutes {
    let kit: Kit
    /// Cities have some dozens of indicators and a few values a year.
    private static let most = 2000

    func add(to routes: inout Routes) {
        let path = "/cities/:city/monitoring"
        routes.plain("\(path)/values.csv", ContractRules.cityReader, file)
        routes.get("\(path)/values/import", ContractRules.cityEditor) { visit in
            .page(page(try await MonitoringDesk.open(visit), Answers(), [], visit))
        }
        routes.post("\(path)/values/import", ContractRules.cityEditor, filesUpTo: 1_200_000, send)
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let desk = try await MonitoringDesk.open(visit)
        return MonitoringFiles.reply(desk.indicators, "monitoring-\(desk.city.slug)")
    }

    private func send(_ visit: Visit) async throws -> Reply {
        let desk = try await MonitoringDesk.open(visit)
        var checked = MonitoringForm.values.check(visit.answers, visit.t)
        var reading = MonitoringReading()
        if checked.isFine, let upload = checked.files("file").first {
            do throws(SpreadsheetProblem) {
                reading = try MonitoringReading(upload.bytes, desk.indicators, today: visit.today, visit.t)
            } catch {
                checked.refuse("file", visit.t(error.fault.template, error.fault.arguments))
            }
            if reading.values.count > Self.most {
                checked.refuse("file", visit.t("A file has at most {most} values.", ["most": "\(Self.most)"]))
            }
            if reading.values.isEmpty, reading.problems.isEmpty, checked.isFine {
                checked.refuse("file", visit.t("all its values are recorded already"))
            }
        }
        guard checked.isFine, reading.problems.isEmpty else {
            return .page(page(desk, checked, reading.problems, visit), status: 422)
        }
        let person = try visit.signedIn.person
        let values = reading.values.map { (id: kit.ids.next(MonitoringValueKind.self), value: $0) }
        try await kit.database.write { connection in
            for (id, value) in values {
                try MonitoringValue.add(
                    connection, id: id, city: desk.city.code, value, by: person, at: visit.now)
            }
            try desk.record(connection, "monitoring.values-imported", visit, details: ["count": "\(values.count)"])
        }
        return .seeOther(
            visit.path(desk.path),
            notice: visit.t.count(values.count, "{count} value is recorded.", "{count} values are recorded."))
    }

    private func page(_ desk: MonitoringDesk, _ answers: Answers, _ problems: [String], _ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Import values from a file"), caption: desk.city.name, breadcrumb: desk.trail(visit),
            problems: !answers.isFine || !problems.isEmpty, isPrivate: true,
            body: HTML {
                if !problems.isEmpty {
                    Components.notice(.error, t("Nothing was taken over: some lines cannot be read"), t) {
                        ul { for problem in problems { li { problem } } }
                    }
                }
                p {
                    t(
                        "Columns: {columns}. The indicator is named by its number; lines that are recorded already are left out.",
                        ["columns": MonitoringFiles.header.joined(separator: ", ")])
                }
                FormView(
                    MonitoringForm.values, answers, t, token: visit.formToken,
                    action: visit.path("\(desk.path)/values/import"), submit: t("Record the values"),
                    cancel: (t("Cancel"), visit.path(desk.path))
                ).html
            })
    }
}

/// What a file of values says, and which lines cannot be read.
struct MonitoringReading {
    private(set) var values: [MonitoringValue.NewValue] = []
    /// In the reader's language, each with its line; the first few dozen.
    private(set) var problems: [String] = []
    private static let mostProblems = 50

    init() {}

    init(
        _ bytes: [UInt8], _ indicators: [MonitoredIndicator], today: Day, _ t: Texts
    ) throws(SpreadsheetProblem) {
        var reader = try CSVReader(bytes)
        guard let header = try reader.next() else { return }
        let names = header.cells.map { $0.text.trimmingSpaces().lowercased() }
        let missing = ["number", "measured_on", "value", "source"].filter { !names.contains($0) }
        guard missing.isEmpty else {
            problems = [t("The file has no column {columns}.", ["columns": missing.joined(separator: ", ")])]
            return
        }
        while let row = try reader.next() {
            if row.cells.allSatisfy(\.isBlank) { continue }
            func cell(_ name: String) -> String {
                names.firstIndex(of: name).map { row[$0].text.trimmingSpaces() } ?? ""
            }
            read(line: row.number, cell, indicators, today: today, t)
            if problems.count >= Self.mostProblems { return }
        }
    }

    private mutating func read(
        line: Int, _ cell: (String) -> String, _ indicators: [MonitoredIndicator], today: Day, _ t: Texts
    ) {
        func fault(_ key: String, _ column: String) {
            let problem = t(key).replacing("{value}", with: cell(column))
            problems.append(t("Line {line}: {problem}", ["line": "\(line)", "problem": problem]))
        }
        guard let indicator = indicators.first(where: { $0.number == cell("number") }) else {
            return fault("no indicator has the number “{value}”", "number")
        }
        guard let day = Day(cell("measured_on")), day.exists, day <= today else {
            return fault("“{value}” is no day in the past such as 2025-12-31", "measured_on")
        }
        let start = Day(cell("period_start"))
        guard cell("period_start").isEmpty || start.map({ $0.exists && $0 <= day }) == true else {
            return fault("“{value}” is no first day of the period", "period_start")
        }
        guard let value = Double(cell("value")) ?? Answers(["value": cell("value")]).number("value"), value.isFinite
        else { return fault("“{value}” is no number", "value") }
        guard !cell("source").isEmpty, cell("source").count <= 300 else {
            return fault("a source is needed, of at most 300 characters", "source")
        }
        let link = cell("evidence_link")
        guard link.isEmpty || (link.hasPrefix("https://") || link.hasPrefix("http://")) && link.count <= 500 else {
            return fault("“{value}” is no address of evidence", "evidence_link")
        }
        let isKnown = indicator.values.contains { $0.day == day && $0.start == start && $0.value == value }
        if isKnown { return }
        values.append(
            MonitoringValue.NewValue(
                indicator: indicator.id, day: day, start: start, value: value, source: cell("source"),
                evidenceLink: link, note: String(cell("note").prefix(1000))))
    }
}

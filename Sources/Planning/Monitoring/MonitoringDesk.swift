import Cities
import Contract
import Inventory
import Members
import Storage
import Web

/// An indicator of the contract with all that was measured, and what the light says.
struct MonitoredIndicator: Sendable {
    let row: ContractRow
    /// Its row in table B-3.2.
    let sheet: ContractRow?
    let setting: MonitoringSetting?
    let course: IndicatorCourse
    /// The values that stand, by day.
    let values: [MonitoringValue]
    /// Everything ever recorded, by day.
    let history: [MonitoringValue]
    let light: TrafficLight
    /// When the next value is due; nil where nobody said how often it is measured.
    let due: Day?
    let isOverdue: Bool

    init(
        _ row: ContractRow, sheet: ContractRow?, setting: MonitoringSetting?, history: [MonitoringValue],
        baseYear: Int, begun: Day, today: Day
    ) {
        self.row = row
        self.sheet = sheet
        self.setting = setting
        self.history = history
        course = IndicatorCourse(row, baseYear: baseYear)
        let corrected = Set(history.compactMap(\.corrects))
        values = history.filter { !corrected.contains($0.id) && $0.value != nil }
        light = TrafficLight(course, newest: values.last?.point)
        due = MonitoringRules.due(after: values.last?.day, begun: begun, Self.interval(sheet, setting))
        isOverdue = due.map { today > $0 } ?? false
    }

    var id: String { row.id }
    var number: String { row.text("number") }
    var unit: String { row.text("unit").isEmpty ? sheet?.text("unit") ?? "" : row.text("unit") }
    var isShown: Bool { setting?.isShown ?? true }
    var interval: CollectionInterval? { Self.interval(sheet, setting) }

    var name: String {
        [row.text("name"), sheet?.text("name") ?? "", number].first { !$0.isEmpty } ?? id
    }

    /// Yearly targets in their order.
    var targets: [(year: Int, value: Double)] {
        course.targets.map { (year: Int($0.time) - 1, value: $0.value) }
    }

    private static func interval(_ sheet: ContractRow?, _ setting: MonitoringSetting?) -> CollectionInterval? {
        setting?.interval ?? CollectionInterval(words: sheet?.text("interval") ?? "")
    }
}

/// A city's monitoring with what each of its pages needs.
struct MonitoringDesk: Sendable {
    let city: City
    let right: ContractRules.Right
    /// The city's newest contract; nil: none is begun.
    let contract: ContractRecord?
    let indicators: [MonitoredIndicator]

    var mayEdit: Bool { right >= .edit }
    var path: String { Self.path(of: city) }

    static func path(of city: City) -> String { "\(city.path)/monitoring" }

    /// The city that a path names by `:city`.
    static func open(_ visit: Visit) async throws -> MonitoringDesk { try await open(visit) { desk, _ in desk } }

    /// The same with more of the database, in one reading.
    static func open<More: Sendable>(
        _ visit: Visit, _ more: @escaping @Sendable (MonitoringDesk, any Connection) throws -> More
    ) async throws -> More {
        let slug = visit.parameters["city"]
        let (visitor, today) = (visit.visitor, visit.today)
        let found = try await visit.kit.database.read { connection -> More? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            let right = try ContractRules.right(visitor, city: city.code, connection)
            return try more(try MonitoringDesk(connection, city, right, today: today), connection)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    init(_ connection: any Connection, _ city: City, _ right: ContractRules.Right, today: Day) throws {
        self.city = city
        self.right = right
        contract = try ContractRecord.all(connection, of: city.code).first
        guard let contract else {
            indicators = []
            return
        }
        let rows = try ContractPart.find(connection, contract.id, .table(.indicators))?.table()?.table.items ?? []
        let sheets =
            try ContractPart.find(connection, contract.id, .table(.indicatorSheets))?.table()?.table.items ?? []
        let settings = try MonitoringSetting.all(connection, of: city.code)
        let values = Dictionary(grouping: try MonitoringValue.all(connection, of: city.code), by: \.indicator)
        let begun = BucharestTime.local(contract.createdAt).day
        indicators = rows.map { row in
            MonitoredIndicator(
                row, sheet: sheets.first { $0.text("number") == row.text("number") }, setting: settings[row.id],
                history: values[row.id] ?? [], baseYear: contract.frame.baseYear, begun: begun, today: today)
        }
    }

    /// The indicator that a path names by `:indicator`.
    func indicator(_ visit: Visit) throws -> MonitoredIndicator {
        let id = visit.parameters["indicator"]
        guard let found = indicators.first(where: { $0.id == id }) else { throw PageError.notFound }
        return found
    }

    /// The way from the cities to the room, and to an indicator.
    func trail(_ visit: Visit, isRoom: Bool = false, _ indicator: MonitoredIndicator? = nil) -> [Page.Crumb] {
        var crumbs = [
            Page.Crumb(visit.t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path)),
        ]
        if !isRoom { crumbs.append(Page.Crumb(visit.t("Monitoring"), visit.path(path))) }
        if let indicator { crumbs.append(Page.Crumb(indicator.name, visit.path(path(of: indicator)))) }
        return crumbs
    }

    func path(of indicator: MonitoredIndicator) -> String { "\(path)/indicators/\(indicator.id)" }

    /// A line in the history about the city's monitoring.
    func record(
        _ connection: any Connection, _ activity: String, _ visit: Visit, details: [String: String] = [:]
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity, subject: (kind: "city", id: city.code),
            details: details.merging(["city": city.name]) { $1 }, at: visit.now)
    }
}

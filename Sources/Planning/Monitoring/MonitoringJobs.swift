import Background
import Cities
import Members
import Storage
import Web

/// Reminders of values that are due: to the owner of the indicator, and after some weeks to the team's certifiers too.
enum MonitoringJobs {
    static let topic = "monitoring"

    /// Early enough that the daily mail takes the reminders along.
    static let reminding = JobDeclaration(
        kind: "monitoring.reminding", title: "Reminding of values that are due",
        schedule: .dailyAt(hour: 6, minute: 15)
    ) { run in
        let now = run.now()
        let today = BucharestTime.local(now).day
        let cities = try await run.database.read { try MonitoringReminder.cities($0) }
        for (index, code) in cities.enumerated() {
            try await run.database.write { connection in
                guard let city = try City.find(connection, code: code) else { return }
                let desk = try MonitoringDesk(connection, city, .none, today: today)
                for indicator in desk.indicators {
                    try remind(connection, desk, indicator, today: today, ids: run.queue.ids, at: now)
                }
            }
            try await run.progress(index + 1, of: cities.count)
        }
    }

    private static func remind(
        _ connection: any Connection, _ desk: MonitoringDesk, _ indicator: MonitoredIndicator, today: Day,
        ids: IDSource, at now: Instant
    ) throws {
        for level in MonitoringRules.levels(due: indicator.due, today: today) {
            guard let due = indicator.due,
                try MonitoringReminder.note(
                    connection, id: ids.next(), city: desk.city.code, indicator: indicator.id, due: due, level, at: now)
            else { continue }
            try Notification.notifyByDigest(
                connection, ids: ids, people: try people(connection, desk, indicator, level), topic: topic,
                activity: "monitoring.reminded", subject: (kind: "city", id: desk.city.code),
                sentence: level == .owner
                    ? "A value of the indicator “{indicator}” of {city} was due by {day}"
                    : "The value of the indicator “{indicator}” of {city} is still missing; it was due by {day}",
                values: ["indicator": indicator.name, "city": desk.city.name, "day": due.description],
                path: desk.path(of: indicator), at: now)
        }
    }

    private static func people(
        _ connection: any Connection, _ desk: MonitoringDesk, _ indicator: MonitoredIndicator,
        _ level: MonitoringRules.Level
    ) throws -> [PersonID] {
        let team = try CityTeam.all(connection, of: desk.city.code).flatMap {
            try Membership.all(connection, in: $0.organisation)
        }
        let certifiers = team.filter { $0.level == .certifier }.map(\.person)
        if level == .certifier { return certifiers }
        // An owner who left the team is not asked any more.
        if let owner = indicator.setting?.owner, team.contains(where: { $0.person == owner && $0.level != .viewer }) {
            return [owner]
        }
        let editors = team.filter { $0.level == .editor }.map(\.person)
        return editors.isEmpty ? certifiers : editors
    }
}

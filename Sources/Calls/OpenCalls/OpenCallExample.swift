import Foundation
import Members
import Selection
import Storage

/// The invented call of the demonstration world, open on the day on which it is loaded.
package enum OpenCallExample {
    package static let slug = "cartiere-neutre-climatic"

    /// Publishes the call of a file; its calendar moves with the day.
    package static func load(_ database: Database, file: String, ids: IDSource, at: Instant) async throws {
        let written = try CallDefinition.read(try Data(contentsOf: URL(fileURLWithPath: file)))
        guard let today = CivilDay(BucharestTime.local(at).day.description) else { return }
        let call = open(written, on: today)
        let id: OpenCallID = ids.next()
        try await database.write { connection in
            try OpenCall.add(connection, id: id, slug: slug, call, by: nil, at: at)
            guard let added = try OpenCall.find(connection, slug: slug) else { return }
            try OpenCall.publish(connection, added, reason: BilingualText(), by: nil, at: at)
            try OpenCallSearch.refresh(connection, slug: slug)
            try AuditEntry.record(
                connection, actor: nil, "call.carried-over", subject: (kind: "call", id: slug),
                details: ["call": call.title.ro], at: at)
        }
    }

    /// The call with its calendar moved by whole weeks, so that its second or third week is running.
    package static func open(_ call: CallDefinition, on today: CivilDay) -> CallDefinition {
        guard let submission = call.calendar[.submission] else { return call }
        let days = today.number - 14 - submission.from.number
        let shift = days - ((days % 7) + 7) % 7 + 7
        var call = call
        for index in call.calendar.entries.indices {
            call.calendar.entries[index].from = call.calendar.entries[index].from.adding(shift)
            var last = call.calendar.entries[index].until.adding(shift)
            if call.calendar.entries[index].stage == .submission, !WorkingDays.isWorking(last) {
                last = WorkingDays.last(of: 1, after: last)
            }
            call.calendar.entries[index].until = last
        }
        return call
    }
}

import Foundation
import Selection
import Storage
import Web

/// A call's stages as an iCalendar file (RFC 5545).
struct OpenCallCalendarFile {
    let visit: Visit
    let call: OpenCall
    let published: OpenCall.Published

    var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//M100 Hub//Calls//RO", "CALSCALE:GREGORIAN"]
        let definition = published.definition
        let title = definition.title.said(visit.language)
        lines.append("X-WR-CALNAME:\(Self.escaped(title))")
        for entry in definition.calendar.entries {
            let stage = visit.t(entry.stage.title)
            lines.append("BEGIN:VEVENT")
            lines.append("UID:\(call.id)-\(entry.stage.rawValue)@m100-hub")
            lines.append("DTSTAMP:\(Self.stamp(published.at))")
            lines.append("SEQUENCE:\(published.number - 1)")
            lines.append("DTSTART;VALUE=DATE:\(Self.compact(entry.from))")
            // The end of an event of whole days is the day after it.
            lines.append("DTEND;VALUE=DATE:\(Self.compact(entry.until.adding(1)))")
            lines.append("SUMMARY:\(Self.escaped("\(title): \(stage)"))")
            lines.append("URL:\(visit.kit.settings.publicURL)\(visit.path(call.path))")
            lines.append("END:VEVENT")
        }
        lines += closing(definition, title) + ["END:VCALENDAR"]
        return lines.flatMap(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    /// The moment at which bids close, as an event of its own.
    private func closing(_ definition: CallDefinition, _ title: String) -> [String] {
        guard let entry = definition.calendar[.submission] else { return [] }
        let minute = definition.calendar.closesAtMinute
        let moment =
            minute == 1440
            ? BucharestTime.moment(entry.until.adding(1).stored, hour: 0, minute: 0)
            : BucharestTime.moment(entry.until.stored, hour: minute / 60, minute: minute % 60)
        return [
            "BEGIN:VEVENT", "UID:\(call.id)-closing@m100-hub", "DTSTAMP:\(Self.stamp(published.at))",
            "SEQUENCE:\(published.number - 1)", "DTSTART:\(Self.stamp(moment))",
            "SUMMARY:\(Self.escaped("\(title): \(visit.t("bids close"))"))",
            "URL:\(visit.kit.settings.publicURL)\(visit.path(call.path))", "END:VEVENT",
        ]
    }

    private static func compact(_ day: CivilDay) -> String { day.description.replacing("-", with: "") }

    private static func stamp(_ moment: Instant) -> String {
        let text = moment.description.replacing("-", with: "").replacing(":", with: "")
        return String(text.prefix(15)) + "Z"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
    }

    /// Lines have 75 bytes at most; the rest goes on after a space, and no letter is cut in two.
    static func folded(_ line: String) -> [String] {
        var lines: [String] = []
        var rest = ""
        for character in line {
            if rest.utf8.count + String(character).utf8.count > 75 {
                lines.append(rest)
                rest = " "
            }
            rest.append(character)
        }
        return lines + [rest]
    }
}

/// The published calls as an Atom feed (RFC 4287), the newest first.
struct OpenCallFeed {
    let visit: Visit
    let calls: [OpenCall]

    var text: String {
        let address = visit.kit.settings.publicURL
        let latest = calls.compactMap { $0.published?.at }.max()
        var text = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"
        text += #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\#(visit.language.rawValue)">"#
        text += "<id>\(address)\(visit.path("/calls"))</id><title>M100 · \(Self.escaped(visit.t("Calls")))</title>"
        text += "<updated>\((latest ?? visit.now).description)</updated>"
        text += #"<link rel="self" href="\#(address)\#(visit.path("/calls.atom"))"/>"#
        for call in calls {
            guard let published = call.published else { continue }
            let link = address + visit.path(call.path)
            text += "\n<entry><id>\(link)</id><updated>\(published.at.description)</updated>"
            text += "<title>\(Self.escaped(published.definition.title.said(visit.language)))</title>"
            text += "<author><name>M100</name></author>"
            text += #"<link href="\#(link)"/>"#
            text += "<summary>\(Self.escaped(published.definition.summary.said(visit.language)))</summary></entry>"
        }
        return text + "\n</feed>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

/// A call in the words of schema.org: the days in which bids can be sent, as an event that takes place online.
enum OpenCallLinkedData {
    static func json(_ visit: Visit, _ call: OpenCall, _ definition: CallDefinition) -> String? {
        guard let entry = definition.calendar[.submission] else { return nil }
        let address = visit.kit.settings.publicURL + visit.path(call.path)
        let fields = [
            "@context": "https://schema.org", "@type": "Event", "name": definition.title.said(visit.language),
            "description": definition.summary.said(visit.language), "startDate": entry.from.description,
            "endDate": entry.until.description, "url": address, "inLanguage": visit.language.rawValue,
            "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(fields) else { return nil }
        // Inside a script element no text may look like its end.
        return String(decoding: bytes, as: UTF8.self).replacing("<", with: "\\u003c")
    }
}

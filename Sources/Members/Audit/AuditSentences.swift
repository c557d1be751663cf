import Foundation
import Storage
import Web

/// Turns lines of the audit into sentences that anybody can read.
struct AuditSentences: Sendable {
    /// One line as it is read.
    struct Line: Sendable {
        let entry: AuditEntry
        let actor: String
        let subject: String
        /// The page of what it is about, without the language.
        let path: String?
        let sentence: String
    }

    let activities: [String: ActivityDeclaration]
    let subjects: [String: SubjectDeclaration]

    init(activities: [ActivityDeclaration], subjects: [SubjectDeclaration]) {
        self.activities = Dictionary(activities.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        self.subjects = Dictionary(subjects.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Looks up all names of a page with one query a kind.
    func lines(_ connection: any Connection, _ entries: [AuditEntry], _ t: Texts) throws -> [Line] {
        let details = entries.map { Self.details(of: $0) }
        let people = entries.compactMap { $0.actor?.description } + details.compactMap { $0["person"] }
        let personNames = try Person.names(connection, people)
        var names: [String: [String: String]] = [:]
        for (kind, members) in Dictionary(grouping: entries, by: \.subjectKind) {
            names[kind] = try subjects[kind]?.names(connection, Array(Set(members.map(\.subject))))
        }
        return zip(entries, details).map { entry, details in
            line(entry, details, people: personNames, names: names[entry.subjectKind] ?? [:], t)
        }
    }

    private func line(
        _ entry: AuditEntry, _ details: [String: String], people: [String: String], names: [String: String],
        _ t: Texts
    ) -> Line {
        let actor = entry.actor.map { t.person(people[$0.description]) } ?? t("The hub")
        let subject =
            names[entry.subject].map { t.person($0) }
            ?? "\(subjects[entry.subjectKind].map { t($0.title) } ?? entry.subjectKind) \(entry.subject)"
        var values = details
        if let person = details["person"] { values["person"] = t.person(people[person]) }
        if let role = details["role"].flatMap(Role.init(rawValue:)) { values["role"] = t(role.title) }
        // Kept as keys of the translations.
        for name in ["state", "label"] { values[name] = details[name].map { t($0) } }
        values["actor"] = actor
        values["subject"] = subject
        let key = activities[entry.activity]?.sentence
        let sentence =
            key.map { t($0, values) }
            ?? t("{actor}: {activity}, {subject}", ["actor": actor, "activity": entry.activity, "subject": subject])
        return Line(
            entry: entry, actor: actor, subject: subject, path: subjects[entry.subjectKind]?.path(entry.subject),
            sentence: sentence)
    }

    static func details(of entry: AuditEntry) -> [String: String] {
        (try? JSONDecoder().decode([String: String].self, from: Data(entry.details.utf8))) ?? [:]
    }
}

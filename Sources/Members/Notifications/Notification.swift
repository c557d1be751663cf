import Foundation
import Storage
import Web

package enum NotificationKind {}

/// Something that one person is told: a sentence in their language, about a thing with a page.
package struct Notification: Sendable, RowDecodable {
    package let id: ID<NotificationKind>
    package let person: PersonID
    /// A `TopicDeclaration.code`.
    package let topic: String
    /// The activity that caused it.
    package let activity: String
    package let subjectKind: String
    package let subject: String
    /// Key of the sentence; `values` fill its placeholders. The value `person` is an identity, so that a name that is
    /// later pseudonymised stands nowhere else.
    package let sentence: String
    package let values: [String: String]
    /// Where it leads, without the language.
    package let path: String
    package let createdAt: Instant
    package let readAt: Instant?
    /// When a mail took it along, at once or in a digest.
    package let mailedAt: Instant?

    package init(row: Row) throws {
        id = try row("id")
        person = try row("person_id")
        topic = try row("topic")
        activity = try row("activity")
        subjectKind = try row("subject_kind")
        subject = try row("subject")
        sentence = try row("sentence")
        let json: String = try row("text_values")
        values = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
        path = try row("path")
        createdAt = try row("created_at")
        readAt = try row("read_at")
        mailedAt = try row("mailed_at")
    }

    /// The sentence in a language; `names` are those of the people it speaks of.
    func text(_ t: Texts, names: [String: String]) -> String {
        Self.text(sentence, values, t, names: names)
    }

    static func text(_ sentence: String, _ values: [String: String], _ t: Texts, names: [String: String]) -> String {
        var values = values
        if let person = values["person"] { values["person"] = t.person(names[person]) }
        return t(sentence, values)
    }

    static let migration = Migration(
        "notifications-001",
        sql: """
            CREATE TABLE notification (
                id TEXT PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES person (id),
                topic TEXT NOT NULL,
                activity TEXT NOT NULL,
                subject_kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                sentence TEXT NOT NULL,
                text_values TEXT NOT NULL,
                path TEXT NOT NULL,
                created_at TEXT NOT NULL,
                read_at TEXT,
                mailed_at TEXT
            );
            CREATE INDEX notification_person ON notification (person_id, id);
            CREATE INDEX notification_unread ON notification (person_id, id) WHERE read_at IS NULL;
            CREATE INDEX notification_unmailed ON notification (person_id, topic)
                WHERE read_at IS NULL AND mailed_at IS NULL;
            CREATE TABLE notification_choice (
                person_id TEXT NOT NULL REFERENCES person (id),
                topic TEXT NOT NULL,
                delivery TEXT NOT NULL CHECK (delivery IN ('none', 'digest', 'at-once')),
                PRIMARY KEY (person_id, topic)
            );
            """)
}

/// How a topic reaches a person beyond the notification centre.
package enum NotificationDelivery: String, CaseIterable, Sendable, Storable {
    /// In the centre only.
    case none
    /// In one mail a day, with everything else that is unread.
    case digest
    case atOnce = "at-once"

    package static let standard = NotificationDelivery.digest

    /// Key of the name.
    package var title: String {
        switch self {
        case .none: "No mail, only here"
        case .digest: "One mail a day"
        case .atOnce: "A mail at once"
        }
    }
}

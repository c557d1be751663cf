import Foundation
import Storage
import Web

extension Notification {
    static func find(_ connection: any Connection, _ id: ID<NotificationKind>) throws -> Notification? {
        try connection.first("SELECT * FROM notification WHERE id = \(id)")
    }

    static func insert(
        _ connection: any Connection, id: ID<NotificationKind>, person: PersonID, _ news: News, mailedAt: Instant?,
        at: Instant
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let values = String(decoding: try encoder.encode(news.values), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO notification (id, person_id, topic, activity, subject_kind, subject, sentence, text_values,
                path, created_at, mailed_at)
            VALUES (\(id), \(person), \(news.topic), \(news.activity), \(news.subject.kind), \(news.subject.id),
                \(news.sentence), \(values), \(news.path), \(at), \(mailedAt))
            """)
    }

    /// A person's notifications from the newest on.
    static func list(
        _ connection: any Connection, of person: PersonID, unreadOnly: Bool, _ place: ListPlace<ID<NotificationKind>>,
        limit: Int
    ) throws -> [Notification] {
        try connection.all(page(of: person, unreadOnly: unreadOnly, place, limit: limit))
    }

    static func page(
        of person: PersonID, unreadOnly: Bool, _ place: ListPlace<ID<NotificationKind>>, limit: Int
    ) -> Statement {
        var query: Statement = "SELECT * FROM notification WHERE person_id = \(person)"
        if unreadOnly { query += " AND read_at IS NULL" }
        query += place.condition("id", descending: true) + place.order("id", descending: true)
        return query + " LIMIT \(limit)"
    }

    static func unreadCount(_ connection: any Connection, of person: PersonID) throws -> Int {
        try connection.value("SELECT COUNT(*) FROM notification WHERE person_id = \(person) AND read_at IS NULL") ?? 0
    }

    /// Marks one as read; false when it was read before or is another's.
    static func read(
        _ connection: any Connection, _ id: ID<NotificationKind>, of person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE notification SET read_at = \(at) WHERE id = \(id) AND person_id = \(person) AND read_at IS NULL
            """) == 1
    }

    /// Marks all up to one as read, so that what came in meanwhile stays unread.
    static func readAll(
        _ connection: any Connection, of person: PersonID, upTo last: ID<NotificationKind>, at: Instant
    ) throws -> Int {
        try connection.execute(
            """
            UPDATE notification SET read_at = \(at)
            WHERE person_id = \(person) AND id <= \(last) AND read_at IS NULL
            """)
    }

    // MARK: Choices

    static func delivery(
        _ connection: any Connection, of topic: String, for person: PersonID
    ) throws -> NotificationDelivery {
        try connection.value(
            "SELECT delivery FROM notification_choice WHERE person_id = \(person) AND topic = \(topic)") ?? .standard
    }

    static func choices(
        _ connection: any Connection, of person: PersonID
    ) throws -> [String: NotificationDelivery] {
        let rows = try connection.all("SELECT topic, delivery FROM notification_choice WHERE person_id = \(person)") {
            (try $0("topic") as String, try $0("delivery") as NotificationDelivery)
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    static func choose(
        _ connection: any Connection, _ delivery: NotificationDelivery, of topic: String, for person: PersonID
    ) throws {
        try connection.execute(
            """
            INSERT INTO notification_choice (person_id, topic, delivery) VALUES (\(person), \(topic), \(delivery))
            ON CONFLICT (person_id, topic) DO UPDATE SET delivery = excluded.delivery
            """)
    }

    // MARK: Digest

    /// People with an account in use for whom something waits for the daily mail.
    static func peopleAwaitingDigest(_ connection: any Connection) throws -> [PersonID] {
        try connection.all(
            """
            SELECT DISTINCT notification.person_id AS id FROM notification \(awaiting)
                AND person.disabled_at IS NULL AND person.pseudonymised_at IS NULL
            ORDER BY id
            """
        ) { try $0("id") }
    }

    /// What the daily mail of a person brings: unread, not mailed, on topics they want mail about; the oldest first.
    static func awaitingDigest(_ connection: any Connection, of person: PersonID) throws -> [Notification] {
        try connection.all(
            "SELECT notification.* FROM notification \(awaiting) AND person.id = \(person) ORDER BY notification.id")
    }

    static func markMailed(
        _ connection: any Connection, _ ids: [ID<NotificationKind>], at: Instant
    ) throws {
        try connection.execute("UPDATE notification SET mailed_at = \(at) WHERE id IN (\(list: ids))")
    }

    private static var awaiting: Statement {
        """
        JOIN person ON person.id = notification.person_id
        LEFT JOIN notification_choice AS choice
            ON choice.person_id = notification.person_id AND choice.topic = notification.topic
        WHERE notification.read_at IS NULL AND notification.mailed_at IS NULL
            AND COALESCE(choice.delivery, \(NotificationDelivery.standard)) <> \(NotificationDelivery.none)
        """
    }

    /// Removes what was read more than a year ago.
    static func removeOld(_ connection: any Connection, before moment: Instant) throws -> Int {
        try connection.execute("DELETE FROM notification WHERE read_at < \(moment)")
    }
}

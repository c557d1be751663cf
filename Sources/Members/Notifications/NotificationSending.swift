import Background
import Storage
import Web

extension Notification {
    /// What people are told, before it is anybody's.
    struct News: Sendable {
        let topic: String
        let activity: String
        let subject: (kind: String, id: String)
        let sentence: String
        let values: [String: String]
        let path: String
    }

    /// Tells people something in the caller's transaction: a line in their centre, and a mail where they want it at once.
    ///
    /// - Parameters:
    ///   - topic: code of a declared topic.
    ///   - sentence: key of the sentence; `values` fill its placeholders and are names, never texts to translate; `person` is an identity.
    ///   - path: where it leads, without the language.
    package static func notify(
        _ connection: any Connection, kit: Kit, people: [PersonID], topic: String, activity: String,
        subject: (kind: String, id: String), sentence: String, values: [String: String] = [:], path: String,
        at: Instant
    ) throws {
        let news = News(
            topic: topic, activity: activity, subject: subject, sentence: sentence, values: values, path: path)
        var told: Set<PersonID> = []
        for id in people where told.insert(id).inserted {
            guard let person = try Person.find(connection, id), person.pseudonymisedAt == nil else { continue }
            let isMailed = try mailAtOnce(connection, kit: kit, person, news)
            try insert(
                connection, id: kit.ids.next(), person: id, news, mailedAt: isMailed ? at : nil, at: at)
        }
    }

    /// Tells people something from a job that no page waits for: a line in their centre, which the daily mail takes along
    /// for everybody who wants mail on the topic.
    package static func notifyByDigest(
        _ connection: any Connection, ids: IDSource, people: [PersonID], topic: String, activity: String,
        subject: (kind: String, id: String), sentence: String, values: [String: String] = [:], path: String,
        at: Instant
    ) throws {
        let news = News(
            topic: topic, activity: activity, subject: subject, sentence: sentence, values: values, path: path)
        var told: Set<PersonID> = []
        for id in people where told.insert(id).inserted {
            guard let person = try Person.find(connection, id), person.pseudonymisedAt == nil else { continue }
            try insert(connection, id: ids.next(), person: id, news, mailedAt: nil, at: at)
        }
    }

    private static func mailAtOnce(
        _ connection: any Connection, kit: Kit, _ person: Person, _ news: News
    ) throws -> Bool {
        guard person.disabledAt == nil, let address = MailAddress(person.email, name: person.name),
            try delivery(connection, of: news.topic, for: person.id) == .atOnce
        else { return false }
        let language = person.language.rawValue
        let choices = "\(kit.settings.publicURL)/\(language)/notifications/choices"
        try kit.outbox.send(
            in: connection, template: NotificationMail.atOnce, language: language, to: address,
            values: [
                "name": person.name,
                "sentence": text(
                    news.sentence, news.values, kit.languages[person.language],
                    names: try Person.names(connection, [news.values["person"]].compactMap { $0 })),
                "link": "\(kit.settings.publicURL)/\(language)\(news.path)", "choices": choices,
            ], unsubscribeURL: choices)
        return true
    }
}

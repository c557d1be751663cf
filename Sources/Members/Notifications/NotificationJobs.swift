import Background
import Storage
import Web

/// The daily mail and the tidying of what was read long ago.
enum NotificationJobs {
    static func all(languages: Languages, publicURL: String) -> [JobDeclaration] {
        [
            JobDeclaration(
                kind: "notification.digest", title: "Daily mail with notifications",
                schedule: .dailyAt(hour: 7, minute: 0)
            ) { run in
                try await digest(run, languages: languages, publicURL: publicURL)
            },
            JobDeclaration(
                kind: "notification.cleaning", title: "Removing notifications read a year ago",
                schedule: .dailyAt(hour: 3, minute: 40)
            ) { run in
                let yearAgo = run.now().adding(seconds: -365 * 86_400)
                _ = try await run.database.write { try Notification.removeOld($0, before: yearAgo) }
            },
        ]
    }

    /// One transaction a person: the mail is queued exactly when its lines are marked, so a second run adds nothing.
    private static func digest(_ run: JobRun, languages: Languages, publicURL: String) async throws {
        let people = try await run.database.read { try Notification.peopleAwaitingDigest($0) }
        for (index, person) in people.enumerated() {
            try await run.database.write { connection in
                try mail(connection, to: person, outbox: run.outbox, languages, publicURL, at: run.now())
            }
            try await run.progress(index + 1, of: people.count)
        }
    }

    static func mail(
        _ connection: any Connection, to id: PersonID, outbox: Outbox, _ languages: Languages, _ publicURL: String,
        at: Instant
    ) throws {
        guard let person = try Person.find(connection, id), person.disabledAt == nil, person.pseudonymisedAt == nil
        else {
            return
        }
        let news = try Notification.awaitingDigest(connection, of: id)
        guard !news.isEmpty, let address = MailAddress(person.email, name: person.name) else { return }
        let t = languages[person.language]
        let base = "\(publicURL)/\(person.language.rawValue)"
        let names = try Person.names(connection, news.compactMap { $0.values["person"] })
        let lines = news.map { "- \($0.text(t, names: names))\n  \(base)\($0.path)" }.joined(separator: "\n")
        try outbox.send(
            in: connection, template: NotificationMail.digest, language: person.language.rawValue, to: address,
            values: [
                "name": person.name, "lines": lines, "link": "\(base)/notifications",
                "choices": "\(base)/notifications/choices",
            ], unsubscribeURL: "\(base)/notifications/choices")
        try Notification.markMailed(connection, news.map(\.id), at: at)
    }
}

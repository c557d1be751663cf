import Background
import Storage
import Web

/// The mails about accounts; each is enqueued in the transaction of its cause.
enum SignInMail {
    static func passwordReset(_ connection: any Connection, _ kit: Kit, to known: Credentials, token: String) throws {
        try send(
            connection, kit, "sign-in.password-reset", to: known,
            ["link": link(kit, known.language, "/password-reset/\(token)")])
    }

    static func passwordChanged(_ connection: any Connection, _ kit: Kit, to known: Credentials, at: Instant) throws {
        try send(connection, kit, "sign-in.password-changed", to: known, ["time": time(at, known.language)])
    }

    static func recoveryCodeUsed(
        _ connection: any Connection, _ kit: Kit, to known: Credentials, left: Int, at: Instant
    ) throws {
        try send(
            connection, kit, "sign-in.recovery-code-used", to: known,
            ["time": time(at, known.language), "left": "\(left)"])
    }

    static func secondFactorChanged(
        _ connection: any Connection, _ kit: Kit, to known: Credentials, _ change: SecondFactorChange, at: Instant
    ) throws {
        let t = kit.languages[known.language]
        try send(
            connection, kit, "sign-in.second-factor-changed", to: known,
            ["time": time(at, known.language), "change": t(change.sentence)])
    }

    /// To the new address: the link that proves it.
    static func emailChange(
        _ connection: any Connection, _ kit: Kit, to known: Credentials, newEmail: String, token: String
    ) throws {
        try send(
            connection, kit, "people.email-change", to: known, address: newEmail,
            ["link": link(kit, known.language, "/account/email/\(token)")])
    }

    /// To the old address: that a change was asked for, or was made.
    static func emailNotice(
        _ connection: any Connection, _ kit: Kit, to known: Credentials, isDone: Bool, at: Instant
    ) throws {
        let key = isDone ? "people.email-changed" : "people.email-asked"
        try send(connection, kit, key, to: known, ["time": time(at, known.language)])
    }

    static func accountClosed(_ connection: any Connection, _ kit: Kit, to known: Credentials, at: Instant) throws {
        try send(connection, kit, "people.account-closed", to: known, ["time": time(at, known.language)])
    }

    enum SecondFactorChange: Sendable {
        case enrolled, removed, newRecoveryCodes, resetByStaff

        /// Key of the sentence.
        var sentence: String {
            switch self {
            case .enrolled: "An authenticator app was set up."
            case .removed: "The authenticator app was removed."
            case .newRecoveryCodes: "New recovery codes were made; the old ones do not work any more."
            case .resetByStaff: "The hub's team removed the authenticator app, so that a new one can be set up."
            }
        }
    }

    private static func send(
        _ connection: any Connection, _ kit: Kit, _ template: String, to known: Credentials, address: String? = nil,
        _ values: [String: String]
    ) throws {
        // An address that no mail system takes cannot be told anything; the change itself stands.
        guard let to = MailAddress(address ?? known.email, name: known.name) else {
            return kit.logger.warning("no mail can be sent to a person", metadata: ["person": "\(known.person)"])
        }
        var values = values
        values["name"] = known.name
        try kit.outbox.send(
            in: connection, template: template, language: known.language.rawValue, to: to, values: values)
    }

    private static func link(_ kit: Kit, _ language: Language, _ path: String) -> String {
        "\(kit.settings.publicURL)/\(language.rawValue)\(path)"
    }

    private static func time(_ at: Instant, _ language: Language) -> String { Figures(language: language).time(at) }
}

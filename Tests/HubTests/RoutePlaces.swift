import Cities
import Foundation
import Members
import SiteSupport
import Storage
import Web

@testable import Members

/// Real values for the parameters of every route, so that a walk meets pages and not "not found".
struct RoutePlaces: Sendable {
    private let organisation: String
    private let viewer: String
    private let company: String
    private let notification: String
    private let feedback: String
    private let resetToken: String
    private let emailToken: String
    private let invitationToken: String

    init(_ site: TestSite) async throws {
        guard let editor = try await site.person(.cityEditor), let viewer = try await site.person(.cityViewer),
            let company = try await site.person(.company)
        else { throw Unknown(path: "people of the demonstration world") }
        let now = site.clock.now
        let found = try await site.database.write { connection in
            let team = try CityTeam.all(connection, of: "1017").first?.organisation.description
            let reset = try OneTimeLink.create(
                connection, purpose: .passwordReset, person: company.id, lifetime: 9000, at: now)
            let email = try OneTimeLink.create(
                connection, purpose: .emailChange, person: company.id, payload: ["email": "nou@termo.example"],
                lifetime: 9000, at: now)
            let invitation = try Invitation.invite(
                connection, kit: site.kit, email: "nou@alba.example", organisation: nil, level: nil, role: .evaluator,
                by: editor.id, language: .ro, at: now)
            let invited = try OneTimeLink.create(
                connection, purpose: .invitation, person: nil, payload: ["invitation": invitation.id.description],
                lifetime: 9000, at: now)
            try Notification.notify(
                connection, kit: site.kit, people: [editor.id], topic: "memberships", activity: "role.granted",
                subject: (kind: "person", id: editor.id.description), sentence: "You were given a role.",
                path: "/account",
                at: now)
            let news = try Notification.list(connection, of: editor.id, unreadOnly: true, after: nil, limit: 1).first
            return (team ?? "", reset, email, invited, news?.id.description ?? "")
        }
        (organisation, resetToken, emailToken, invitationToken, notification) = found
        self.viewer = viewer.id.description
        self.company = company.id.description
        let sent = try await site.browser().submit([("message", "O întrebare")], on: "/en/feedback?page=/en/cities")
        feedback = sent.location.map { String($0.dropFirst("/en/feedback/".count).prefix { $0 != "/" }) } ?? ""
    }

    struct Unknown: Error, CustomStringConvertible {
        let path: String
        var description: String { "RoutePlaces knows no values for \(path)" }
    }

    /// The address of a route, in English where it has languages.
    func address(of route: Route) throws -> String {
        let parts = try route.path.split(separator: "/").map { part -> String in
            guard part.hasPrefix(":") else { return String(part) }
            guard let value = value(part.dropFirst(), in: route.path), !value.isEmpty else {
                throw Unknown(path: route.path)
            }
            return value
        }
        let path = "/" + parts.joined(separator: "/")
        return route.isLocalised ? "/en" + (path == "/" ? "" : path) : path
    }

    private func value(_ name: Substring, in path: String) -> String? {
        switch name {
        case "city": "alba-iulia"
        case "organisation": organisation
        case "person": viewer
        case "slug": "about"
        case "number": "1"
        case "key": "people.invitation"
        case "language": "ro"
        case "feedback": feedback
        case "token": token(in: path)
        case "id", "invitation": id(in: path)
        default: nil
        }
    }

    private func token(in path: String) -> String {
        if path.hasPrefix("/invitations/") { return invitationToken }
        return path.hasPrefix("/account/email/") ? emailToken : resetToken
    }

    private func id(in path: String) -> String? {
        if path.hasPrefix("/organisations/") { return organisation }
        if path.hasPrefix("/people/") { return company }
        if path.hasPrefix("/notifications/") { return notification }
        // Only forms, which go out without a token and are refused before they look anything up.
        if path.hasPrefix("/jobs/") || path.hasPrefix("/account/sessions/") { return notification }
        return nil
    }
}

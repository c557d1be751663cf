import Background
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members

/// Inviting, accepting and the life of a membership.
@Suite struct InvitationTests {
    /// The token in the newest queued invitation.
    private static func newestToken(_ site: TestSite) async throws -> String {
        let jobs = try await site.database.read { try Job.list(in: $0, kind: "mail.send", limit: 1) }
        let payload = try #require(jobs.first?.payload)
        let start = try #require(payload.range(of: "/invitations/")?.upperBound)
        return String(payload[start...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }

    private static func mails(_ site: TestSite) async throws -> Int {
        try await site.database.read { try Job.list(in: $0, kind: "mail.send", limit: 100).count }
    }

    @Test(arguments: Engines.all) func anInvitationBringsAMemberAndTellsTheInviter(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let team = try await OrganisationTests.team(site)
            let page = "/ro/organisations/\(team.id)/members"
            let elena = try await site.browser(as: .cityCertifier)
            let invited = try await elena.submit(
                [("email", "Sorin.Balan@termoizolatii.example"), ("level", "editor")], on: page,
                to: "/ro/organisations/\(team.id)/invitations")
            #expect(invited.status == 303)
            let token = try await Self.newestToken(site)

            // Somebody else with the link is not let in.
            let mihai = try await site.browser(as: .otherCity)
            let stolen = try await mihai.submit([], on: "/ro/account", to: "/ro/invitations/\(token)")
            #expect(stolen.status == 409)

            let sorin = try await site.browser(as: .company)
            #expect(try await sorin.submit([], on: "/ro/invitations/\(token)").status == 303)
            let person = try #require(try await site.person(.company))
            let member = try await site.database.read { try Membership.find($0, person.id, in: team.id) }
            #expect(member?.level == .editor)

            let again = try await sorin.submit([], on: "/ro/account", to: "/ro/invitations/\(token)")
            #expect(again.status == 410)
            let inviter = try #require(try await site.person(.cityCertifier))
            let news = try await site.database.read {
                try Notification.list($0, of: inviter.id, unreadOnly: true, .start, limit: 10)
            }
            #expect(news.map(\.activity) == ["invitation.accepted"])
            let centre = try await elena.get("/en/notifications")
            #expect(centre.text.contains("Sorin Bălan accepted your invitation to \(team.name)."))
        }
    }

    @Test(arguments: Engines.all) func aRevokedInvitationLeadsNowhere(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let team = try await OrganisationTests.team(site)
            let page = "/ro/organisations/\(team.id)/members"
            let elena = try await site.browser(as: .cityCertifier)
            let form = [("email", "nou@primarie.example"), ("level", "viewer")]
            let target = "/ro/organisations/\(team.id)/invitations"
            #expect(try await elena.submit(form, on: page, to: target).status == 303)
            let twice = try await elena.submit(form, on: page, to: target)
            #expect(twice.status == 422, "an open invitation is sent again, not doubled")
            #expect(try await Self.mails(site) == 1)
            let open = try await site.database.read { try Invitation.open($0, to: team.id) }
            let invitation = try #require(open.first)
            #expect(invitation.email == "nou@primarie.example")

            let renewed = try await elena.submit([], on: page, to: "\(target)/\(invitation.id)/renewal")
            #expect(renewed.status == 303)
            #expect(try await Self.mails(site) == 2)
            let token = try await Self.newestToken(site)
            #expect(try await site.browser().get("/ro/invitations/\(token)").status == 200)

            // The address of another organisation's page does not reach it.
            let other = try await site.browser(as: .administrator)
            let all = try await site.database.read {
                try Organisation.list($0, OrganisationFilter(), .start, limit: 50)
            }
            let elsewhere = try #require(all.first { $0.id != team.id })
            let lost = try await other.submit(
                [], on: "/ro/account", to: "/ro/organisations/\(elsewhere.id)/invitations/\(invitation.id)/revocation")
            #expect(lost.status == 404)

            let revoked = try await elena.submit([], on: page, to: "\(target)/\(invitation.id)/revocation")
            #expect(revoked.status == 303)
            #expect(try await site.browser().get("/ro/invitations/\(token)").status == 410)
            let ended = try await site.database.read { try Invitation.find($0, id: invitation.id) }
            #expect(ended?.email == "", "nobody's address stays")
        }
    }

    @Test(arguments: Engines.all) func theLastCertifierStays(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let team = try await OrganisationTests.team(site)
            let page = "/en/organisations/\(team.id)/members"
            let elena = try await site.browser(as: .cityCertifier)
            let elenaID = try #require(try await site.person(.cityCertifier)).id
            let anaID = try #require(try await site.person(.cityEditor)).id
            let left = try await elena.submit([], on: page, to: "\(page)/\(elenaID)/removal")
            #expect(left.status == 409)
            let raised = try await elena.submit([("level", "certifier")], on: page, to: "\(page)/\(anaID)/level")
            #expect(raised.status == 303)
            let gone = try await elena.submit([], on: page, to: "\(page)/\(elenaID)/removal")
            #expect(gone.status == 303)
            #expect(try await elena.get(page).status == 403)
            let levels = try await site.database.read { connection in
                try Membership.all(connection, in: team.id).map(\.level).sorted()
            }
            #expect(levels == [.viewer, .certifier])
            let told = try await site.database.read {
                try Notification.list($0, of: anaID, unreadOnly: true, .start, limit: 10)
            }
            #expect(told.map(\.activity) == ["membership.changed"])
        }
    }

    @Test(arguments: Engines.all) func anEditorCannotRaiseThemselves(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let team = try await OrganisationTests.team(site)
            let page = "/ro/organisations/\(team.id)/members"
            let ana = try await site.browser(as: .cityEditor)
            let anaID = try #require(try await site.person(.cityEditor)).id
            let answer = try await ana.submit([("level", "certifier")], on: page, to: "\(page)/\(anaID)/level")
            #expect(answer.status == 403)
            let invited = try await ana.submit(
                [("email", "x@y.example"), ("level", "viewer")], on: page,
                to: "/ro/organisations/\(team.id)/invitations")
            #expect(invited.status == 403)
            #expect(try await Self.mails(site) == 0)
        }
    }
}

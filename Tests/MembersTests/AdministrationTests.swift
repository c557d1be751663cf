import Background
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members

/// Permissions, jobs and mail texts, as staff see and change them.
@Suite struct AdministrationTests {
    @Test(arguments: Engines.all) func thePermissionPageListsRolesAndRoutes(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let officer = try await site.browser(as: .programmeOfficer)
            let page = try await officer.get("/en/permissions")
            #expect(page.status == 200)
            for feature in site.features {
                for one in feature.permissions { #expect(page.text.contains("<code>\(one.permission)</code>")) }
            }
            #expect(page.text.contains("organisation:certifier-or-self"))
            #expect(try await site.browser(as: .company).get("/en/permissions").status == 403)
        }
    }

    @Test(arguments: Engines.all) func everyoneSeesTheirOwnAdministration(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let administrator = try await site.browser(as: .administrator).get("/en/administration")
            for path in ["/en/audit", "/en/jobs", "/en/mail-templates", "/en/permissions", "/en/people"] {
                #expect(administrator.text.contains("href=\"\(path)\""), "\(path)")
            }
            let editor = try await site.browser(as: .contentEditor).get("/en/administration")
            #expect(editor.text.contains("href=\"/en/mail-templates\""))
            #expect(!editor.text.contains("href=\"/en/jobs\""))
        }
    }

    @Test(arguments: Engines.all) func aWaitingJobIsDiscardedOnceAndNeverShowsItsPayload(_ engine: Engines) async throws
    {
        try await withSite(engine) { site in
            let id = try #require(
                try await site.database.write { connection in
                    try site.kit.queue.enqueue(in: connection, kind: "mail.send", payload: ["secret": "s3cr3t-token"])
                })
            let andrei = try await site.browser(as: .administrator)
            let page = try await andrei.get("/en/jobs")
            #expect(page.text.contains("/en/jobs/\(id)/discarding"))
            #expect(!page.text.contains("s3cr3t-token"))
            let path = "/en/jobs/\(id)/discarding"
            let officer = try await site.browser(as: .programmeOfficer)
            #expect(try await officer.submit([], on: "/en/account", to: path).status == 403)
            #expect(try await andrei.submit([], on: "/en/account", to: path).status == 303)
            #expect(try await andrei.submit([], on: "/en/account", to: path).status == 404)
            let last = try await site.database.read { try AuditEntry.page($0, limit: 1).first }
            #expect(last?.activity == "job.discarded")
            #expect(last?.details == "{\"kind\":\"mail.send\"}")
        }
    }

    @Test(arguments: Engines.all) func aDeadJobIsTriedAgain(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            // A payload that no attempt can read is dead after the first.
            let id = try #require(
                try await site.database.write { connection in
                    try site.kit.queue.enqueue(in: connection, kind: "mail.send", payload: ["no": "mail"])
                })
            _ = try await site.worker.runDueJobs()
            #expect(try await site.database.read { try Job.find(id, in: $0)?.state } == .dead)
            let andrei = try await site.browser(as: .administrator)
            #expect(try await andrei.get("/en/jobs?state=dead").text.contains("Try again"))
            #expect(try await andrei.submit([], on: "/en/jobs", to: "/en/jobs/\(id)/retry").status == 303)
            #expect(try await site.database.read { try Job.find(id, in: $0)?.state } == .waiting)
        }
    }

    @Test(arguments: Engines.all) func aMailTextIsChangedPreviewedAndRestored(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = "/en/mail-templates/people.invitation/en"
            let ioana = try await site.browser(as: .contentEditor)
            #expect(try await ioana.get(path).status == 200)
            let preview = try await ioana.submit(
                [("subject", "Join {{organisation}}"), ("body", "Hello from {{inviter}}"), ("step", "preview")],
                on: path)
            #expect(preview.status == 200)
            #expect(preview.text.contains("Join Municipiul Alba Iulia"))
            #expect(try await Self.latest(site) == nil, "a preview changes nothing")

            let broken = try await ioana.submit([("subject", "Join"), ("body", "{{nonsense}}")], on: path)
            #expect(broken.status == 422)
            #expect(broken.text.contains("this mail knows no {{nonsense}}"))
            #expect(try await ioana.submit([("subject", "Join us"), ("body", "One")], on: path).status == 303)
            #expect(try await Self.latest(site)?.text == MailText(subject: "Join us", body: "One\n"))

            let stale = try await ioana.submit([("subject", "Join us"), ("body", "Two"), ("version", "0")], on: path)
            #expect(stale.status == 409)
            #expect(stale.text.contains("One") && stale.text.contains("Two"))
            #expect(stale.inputValue("version") == "1")

            let restored = try await ioana.submit([], on: path, to: path + "/restoration")
            #expect(restored.status == 303)
            let latest = try #require(try await Self.latest(site))
            #expect(latest.version == 2)
            #expect(latest.text.subject == "Invitation to the M100 hub")
            #expect(try await ioana.get("/en/mail-templates/no.such/en").status == 404)
            #expect(try await site.browser(as: .cityEditor).get(path).status == 403)
        }
    }

    private static func latest(_ site: TestSite) async throws -> MailTemplate? {
        try await site.database.read { try MailTemplate.latest(of: "people.invitation", language: "en", in: $0) }
    }

    @Test func theBuiltInMailsCanBeSent() {
        for declaration in Members.feature(MembersHooks()).mailTemplates {
            #expect(MailTemplateRules.problems(ofDefaultsIn: declaration).isEmpty, "\(declaration.key)")
            #expect(Set(declaration.defaults.keys) == ["ro", "en"], "\(declaration.key)")
        }
    }
}

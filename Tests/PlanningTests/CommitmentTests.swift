import Contract
import Foundation
import Members
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Signatories of a contract: invited, filled in, accepted, signed, and shown to everybody only with their agreement.
@Suite struct CommitmentTests {
    /// A word that stands in a withheld section only.
    static let secret = "Zvonuletz"

    /// A contract of Alba Iulia; its investment plan is written, and withheld later.
    static func contract(_ site: TestSite) async throws -> ContractID {
        let id: ContractID = site.kit.ids.next()
        let person = try #require(try await site.person(.cityEditor)).id
        let now = site.clock.now
        try await site.database.write { connection in
            var document = CityContract(city: "Alba Iulia", baseYear: 2021, targetYear: 2035)
            document.sections[.outlook] = "Ce urmează după 2030."
            document.sections[.capitalPlanning] = "Împrumutul \(secret) de la bancă."
            document.tables[.actions] = ContractTable(rows: [
                ContractRow("\(secret.lowercased())-blocuri", ["name": .init(.text("Renovare \(secret)"))])
            ])
            document.tables[.costs] = ContractTable(rows: [
                ContractRow("rand", ["indirect_impacts": .init(.text("Linia \(secret)"))])
            ])
            document.tables[.indicators] = ContractTable(rows: [
                ContractRow(
                    "consum",
                    ["name": .init(.text("Consum")), "actions": .init(.list(["\(secret.lowercased())-blocuri"]))])
            ])
            try ContractRecord.start(connection, id: id, city: "1017", document, by: person, at: now)
        }
        return id
    }

    /// The small firm is invited; gives the address of its commitment.
    static func invite(_ site: TestSite, to contract: ContractID) async throws -> String {
        let editor = try await site.browser(as: .cityEditor)
        let company = try #require(try await site.person(.company)).id
        let organisation: String = try #require(
            try await site.database.read { connection in
                try connection.value("SELECT organisation_id FROM membership WHERE person_id = \(company)")
            })
        let room = "/ro/contracts/\(contract)/signatories"
        let sent = try await editor.submit(
            [("organisation", organisation), ("tier", "framework"), ("person", "Sorin Bălan")], on: "\(room)/new")
        #expect(sent.status == 303)
        let again = try await editor.submit(
            [("organisation", organisation), ("tier", "framework")], on: "\(room)/new")
        #expect(again.status == 422)
        let found: Commitment? = try await site.database.read { try $0.first("SELECT * FROM commitment") }
        return "/ro\(try #require(found).path)"
    }

    static let pledge = "Renovarea a două blocuri pe an până în 2028."

    static func fillIn(_ browser: TestBrowser, _ path: String) async throws {
        let saved = try await browser.submit(
            [
                ("tier", "premium"), ("person", "Sorin Bălan"), ("pledge", pledge), ("amount", "=2 blocuri"),
                ("due", "2028"), ("evidence", "Procese-verbale"),
            ], on: "\(path)/edit")
        #expect(saved.status == 303)
    }

    @Test(arguments: Engines.all) func anOrganisationFillsInAcceptsAndReports(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.contract(site)
            let path = try await Self.invite(site, to: contract)
            let company = try await site.browser(as: .company)
            #expect(try await company.get("/ro/notifications").text.contains("Alba Iulia"))
            try await Self.fillIn(company, path)

            // A stale version is refused, and what was typed stays.
            let stale = try await company.submit(
                [("version", "1"), ("tier", "basic"), ("pledge", "Altceva")], on: "\(path)/edit")
            #expect(stale.status == 409 && stale.text.contains("Altceva") && stale.text.contains(Self.pledge))

            // The city has to bring the paper, the organisation itself has not.
            let certifier = try await site.browser(as: .cityCertifier)
            #expect(try await certifier.submit([("public", "yes")], on: "\(path)/acceptance").status == 422)
            #expect(try await company.submit([("public", "yes")], on: "\(path)/acceptance").status == 303)
            #expect(try await company.get(path).text.contains("Oricine îl poate vedea"))
            let told = try await company.submit(
                [("status", "under way"), ("evidence", "Primul bloc este gata.")], on: "\(path)/progress")
            #expect(told.status == 303)

            // Into the tables: previewed, taken over once, and then nothing is left to take.
            let editor = try await site.browser(as: .cityEditor)
            let transfer = "/ro/contracts/\(contract)/signatories/transfer"
            let preview = try await editor.get(transfer)
            #expect(preview.text.contains("Renovarea"))
            let state = try #require(preview.inputValue("state"))
            #expect(try await editor.submit([("state", "alta")], on: transfer).status == 409)
            #expect(try await editor.submit([("state", state)], on: transfer).status == 303)
            #expect(try await editor.get(transfer).inputValue("state") == nil)
            let document = try await site.database.read { connection in
                try ContractRecord.find(connection, id: contract)?.document(connection)
            }
            let tables = try #require(document).tables
            let row = try #require(tables[.individualCommitments]?.rows.first)
            #expect(row.isDerived && row.text("commitment") == Self.pledge && row.text("status") == "under way")
            #expect(row.links("signatory") == [tables[.signatories]?.rows.first?.id])
            #expect(tables[.signatures]?.rows.first?.text("status") == "awaited")
            #expect(try #require(document).problems() == [])

            // A changed commitment has to be accepted again.
            try await Self.fillIn(company, path)
            #expect(try await company.get(path).text.contains("trebuie acceptat din nou"))
        }
    }

    @Test(arguments: Engines.all) func everybodySeesWhatIsTheirs(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.contract(site)
            let path = try await Self.invite(site, to: contract)
            try await Self.fillIn(try await site.browser(as: .company), path)
            let room = "/ro/contracts/\(contract)"
            // The signatory: its own commitment, nothing of the contract.
            let company = try await site.browser(as: .company)
            let own = try await company.get(path)
            #expect(own.status == 200 && !own.text.contains(room) && !own.text.contains(Self.secret))
            for page in ["", "/signatories", "/publication", "/visibility", "/exports", "/label"] {
                #expect(try await company.get(room + page).status == 404, "\(page)")
            }
            #expect(try await company.get("\(path)/withdrawal").status == 403)
            // Strangers, other cities and evaluators do not learn that it exists.
            for persona in [Persona.otherCity, .evaluator] {
                let browser = try await site.browser(as: persona)
                for address in [path, "\(path)/edit", "\(path)/signature", "\(room)/signatories"] {
                    #expect(try await browser.get(address).status == 404, "\(persona) \(address)")
                }
            }
            #expect(try await site.browser().get(path).status != 200)
            // Staff read and change nothing; a viewer of the team the same.
            for persona in [Persona.programmeOfficer, .cityViewer] {
                let browser = try await site.browser(as: persona)
                #expect(try await browser.get(path).status == 200)
                #expect(try await browser.get("\(path)/edit").status == 403, "\(persona)")
                #expect(try await browser.get("\(room)/signatories/new").status == 403, "\(persona)")
            }
            // An invitation that is withdrawn is the city's alone.
            let editor = try await site.browser(as: .cityEditor)
            #expect(try await editor.submit([], on: "\(path)/withdrawal").status == 303)
            #expect(try await company.get(path).status == 404)
            #expect(try await editor.get(path).status == 200)
        }
    }

    @Test(arguments: Engines.all) func theRegisterShowsWhatIsPublishedAndAgreed(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.contract(site)
            let path = try await Self.invite(site, to: contract)
            let company = try await site.browser(as: .company)
            try await Self.fillIn(company, path)
            let visitor = site.browser()
            func shown() async throws -> Bool { try await visitor.get("/ro/commitments").text.contains(Self.pledge) }
            let certifier = try await site.browser(as: .cityCertifier)
            let publication = "/ro/contracts/\(contract)/publication"
            func publish() async throws {
                let state = try #require(try await certifier.get(publication).inputValue("state"))
                #expect(try await certifier.submit([("state", state)], on: publication).status == 303)
            }
            // Accepted without agreement: not shown, not even in a publication.
            #expect(try await company.submit([], on: "\(path)/acceptance").status == 303)
            try await publish()
            #expect(try await !shown())
            #expect(try await company.submit([("public", "yes")], on: "\(path)/acceptance").status == 303)
            #expect(try await !shown())
            try await publish()
            #expect(try await shown())
            let file = try await visitor.get("/commitments.csv?status=open").text
            #expect(file.contains("'=2 blocuri") && file.contains("alba-iulia"))
            #expect(try await !visitor.get("/commitments.csv?status=kept").text.contains("blocuri"))
            _ = try await company.submit(
                [("status", "kept"), ("evidence", "Ambele blocuri.")], on: "\(path)/progress")
            let page = try await visitor.get("/ro/commitments?status=kept&sort=due&city=alba-iulia")
            #expect(page.text.contains("Ambele blocuri.") && page.text.contains("Spus de organizație"))
            // The organisation takes its agreement back: gone at once.
            #expect(try await company.submit([], on: "\(path)/acceptance").status == 303)
            #expect(try await !shown())
            #expect(try await company.submit([("public", "yes")], on: "\(path)/acceptance").status == 303)
            #expect(try await shown())
            let withdrawal = "\(publication)/withdrawal"
            #expect(try await certifier.submit([("reason", "Greșit")], on: withdrawal).status == 303)
            #expect(try await !shown())
        }
    }
}

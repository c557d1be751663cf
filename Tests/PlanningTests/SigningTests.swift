import Contract
import Foundation
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// The way of a signature: the document is put up, signed elsewhere, sent back, and told apart.
@Suite struct SigningTests {
    private static let ours = SigningTools.pdf("Contractul climatic")

    private func send(_ browser: TestBrowser, _ path: String, _ bytes: [UInt8]) async throws -> TestAnswer {
        try await UploadedFile(
            name: "file", fileName: "semnat.pdf", bytes: bytes, fields: [("form", "digital")]
        ).send(browser, to: "\(path)/signature")
    }

    @Test(arguments: Engines.all) func aSignedFileIsCheckedAndRecorded(engine: Engines) async throws {
        try await withFolder { folder in
            let tools = SigningTools(folder: folder)
            try tools.certificate("sorin", "Bălan Sorin")
            try tools.certificate("altul", "Altcineva")
            let good = try tools.sign(Self.ours, as: "sorin")
            let other = try tools.sign(Self.ours, as: "altul")
            try await withSite(engine) { site in
                let contract = try await CommitmentTests.contract(site)
                let path = try await CommitmentTests.invite(site, to: contract)
                let company = try await site.browser(as: .company)
                try await CommitmentTests.fillIn(company, path)
                #expect(try await send(company, path, good).status == 422)
                let list = "/ro/contracts/\(contract)/signatories"
                let certifier = try await site.browser(as: .cityCertifier)
                let made = try await UploadedFile(name: "file", fileName: "contract.pdf", bytes: Self.ours)
                    .send(certifier, to: "\(list)/document")
                #expect(made.status == 303)
                #expect(try await company.get("\(path)/document").bytes == Self.ours)
                #expect(try await site.browser(as: .otherCity).get("\(path)/document").status == 404)

                let wrong = try await send(company, path, other)
                #expect(wrong.status == 422 && wrong.text.contains("Semnat de altcineva"))
                #expect(try await certifier.get(list).text.contains("Semnat de altcineva"))
                let unsigned = try await send(company, path, Self.ours)
                #expect(unsigned.status == 422 && unsigned.text.contains("nu conține nicio semnătură"))
                #expect(try await send(company, path, good).status == 303)
                let page = try await company.get(path)
                #expect(page.text.contains("Semnătură valabilă pe documentul nostru"))
                #expect(page.text.contains("Legea nr. 214/2024") && !page.text.contains("semnătură calificată"))
                #expect(try await certifier.get(list).text.contains("1 din 1"))

                // A new document is signed anew.
                _ = try await UploadedFile(
                    name: "file", fileName: "contract.pdf", bytes: SigningTools.pdf("Contract nou")
                ).send(certifier, to: "\(list)/document")
                #expect(try await certifier.get(list).text.contains("0 din 1"))
                #expect(try await send(company, path, good).text.contains("nu este documentul nostru"))
            }
        }
    }

    @Test func paperAndRefusalAreRecordedWithWhoAndWhen() async throws {
        try await withSite(.sqlite) { site in
            let contract = try await CommitmentTests.contract(site)
            let path = try await CommitmentTests.invite(site, to: contract)
            let certifier = try await site.browser(as: .cityCertifier)
            let editor = try await site.browser(as: .cityEditor)
            #expect(try await editor.get("\(path)/signature").status == 403)
            let refused = try await certifier.submit(
                [("form", "refusal"), ("signer", "Sorin Bălan"), ("day", "2026-11-20")], on: "\(path)/signature")
            #expect(refused.status == 303)
            #expect(try await certifier.get(path).text.contains("A semnat sau a refuzat: Sorin Bălan."))
            let missing = try await certifier.submit([("form", "paper")], on: "\(path)/signature")
            #expect(missing.status == 422)
            let paper = try await UploadedFile(
                name: "file", fileName: "scan.pdf", bytes: Self.ours,
                fields: [("form", "paper"), ("signer", "Sorin Bălan"), ("day", "2026-11-21")]
            ).send(certifier, to: "\(path)/signature")
            #expect(paper.status == 303)
            let list = try await certifier.get("/ro/contracts/\(contract)/signatories")
            #expect(list.text.contains("1 din 1"))
            // The scan is for those who may see the commitment.
            let company = try await site.browser(as: .company)
            let page = try await company.get(path)
            let file = try #require(page.text.firstMatch(of: #/href="(\/ro\/commitments\/[^"]+\/signatures\/[^"]+)"/#))
            #expect(try await company.get(String(file.output.1)).bytes == Self.ours)
            #expect(try await site.browser(as: .otherCity).get(String(file.output.1)).status == 404)
        }
    }
}

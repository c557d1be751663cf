import Contract
import Foundation
import SiteSupport
import Spreadsheets
import Storage
import Support
import Testing
import Web

@testable import Planning

/// What everybody sees of a contract, and that nothing withheld is anywhere.
@Suite struct ContractPublicationTests {
    @Test(arguments: Engines.all) func whatIsWithheldStandsInNoPublicByte(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await CommitmentTests.contract(site)
            let certifier = try await site.browser(as: .cityCertifier)
            let room = "/ro/contracts/\(contract)"
            let editor = try await site.browser(as: .cityEditor)
            #expect(try await editor.post("\(room)/visibility", []).status != 303)
            let saved = try await certifier.submit(
                [("documents", "documents/investmentPlan"), ("tables", "actions")], on: "\(room)/visibility")
            #expect(saved.status == 303)
            let state = try #require(try await certifier.get("\(room)/publication").inputValue("state"))
            #expect(try await certifier.submit([("state", state)], on: "\(room)/publication").status == 303)

            let visitor = site.browser()
            let city = "/cities/alba-iulia/contract"
            for name in ["contract-ro-v2.1.xlsx", "contract-en-v1.xlsx", "contract-ro-v2.1.json"] {
                #expect(try await visitor.submit([("file", name)], on: "/ro\(city)/exports").status == 303)
            }
            try await site.worker.runDueJobs()
            var seen = 0
            let addresses =
                ["", "/tables/indicators", "/sections/outlook", "/exports", "/findings"].flatMap {
                    ["/ro\(city)\($0)", "/en\(city)\($0)"]
                }
                + ["/api/v1\(city)", "/ro/search?q=\(CommitmentTests.secret)", "/ro/cities/alba-iulia"]
                + ["contract-ro-v2.1.xlsx", "contract-en-v1.xlsx", "contract-ro-v2.1.json"].map {
                    "/ro\(city)/exports/\($0)"
                }
            for address in addresses {
                let answer = try await visitor.get(address)
                #expect(answer.status == 200, "\(address)")
                let text = answer.text.lowercased()
                let asked = address.contains("q=") ? 2 : 0
                let count = text.components(separatedBy: CommitmentTests.secret.lowercased()).count - 1
                #expect(address.contains("q=") ? count >= asked : count == 0, "\(address)")
                if address.hasSuffix(".xlsx") {
                    let sheets = try Workbook.read(answer.bytes)
                    let cells = sheets.sheets.flatMap { $0.rows.flatMap { $0.cells.map(\.text) } }
                    #expect(!cells.contains { $0.lowercased().contains(CommitmentTests.secret.lowercased()) })
                    #expect(!cells.isEmpty)
                }
                seen += 1
            }
            #expect(seen == addresses.count)
            #expect(try await visitor.get("/ro\(city)/sections/capitalPlanning").status == 404)
            #expect(try await visitor.get("/ro\(city)/tables/actions").status == 404)
            #expect(try await visitor.get("/ro\(city)/sections/outlook").text.contains("Ce urmează"))
            // The team still sees everything, in its own files too.
            let own = "\(room)/exports"
            #expect(try await editor.submit([("file", "contract-ro-v2.1.json")], on: own).status == 303)
            try await site.worker.runDueJobs()
            let file = try await editor.get("\(own)/contract-ro-v2.1.json")
            #expect(file.text.contains(CommitmentTests.secret))
            #expect(try await visitor.get("\(own)/contract-ro-v2.1.json").status != 200)
        }
    }

    @Test(arguments: Engines.all) func eachFileIsMadeOnce(engine: Engines) async throws {
        try await withSite(engine) { site in
            let visitor = site.browser()
            let path = "/ro/cities/suceava/contract/exports"
            for _ in 1...2 {
                let asked = try await visitor.submit([("file", "contract-ro-v1.xlsx")], on: path)
                #expect(asked.status == 303)
            }
            let jobs: Int? = try await site.database.read {
                try $0.value("SELECT COUNT(*) FROM job WHERE kind = 'contract.export'")
            }
            #expect(jobs == 1)
            #expect(try await visitor.get("\(path)/contract-ro-v1.xlsx").status == 303)
            try await site.worker.runDueJobs()
            let first = try await visitor.get("\(path)/contract-ro-v1.xlsx")
            #expect(first.status == 200 && first.bytes.starts(with: [0x50, 0x4b]))
            #expect(try await visitor.get(path).text.contains("contract-ro-v1.xlsx"))
            #expect(try await visitor.submit([("file", "nimic.pdf")], on: path).status == 404)
        }
    }

    @Test(arguments: [("cluj-napoca", 1), ("suceava", 1), ("bucuresti-sector-2", 1)])
    func publishedElsewhereStandsWithSourceAndFindings(slug: String, least: Int) async throws {
        try await withSite(.sqlite) { site in
            let visitor = site.browser()
            let page = try await visitor.get("/ro/cities/\(slug)/contract")
            #expect(page.status == 200 && page.text.contains("Publicat în altă parte"))
            #expect(page.text.contains("Query_mechanism_urbind"))
            let findings = try await visitor.get("/ro/cities/\(slug)/contract/findings")
            #expect(findings.text.components(separatedBy: "<tr>").count > least)
            #expect(try await visitor.get("/ro/cities/\(slug)").text.contains("/cities/\(slug)/contract"))
            struct Data: Decodable {
                let is_carried_over: Bool
                let content_hash: String
            }
            let data = try JSONDecoder().decode(
                Data.self, from: Foundation.Data(try await visitor.get("/api/v1/cities/\(slug)/contract").bytes))
            #expect(data.is_carried_over && data.content_hash.count == 64)
        }
    }

    @Test func aCityWithoutAContractHasAnEmptyPage() async throws {
        try await withSite(.sqlite) { site in
            let page = try await site.browser().get("/ro/cities/alba-iulia/contract")
            #expect(page.status == 200 && page.text.contains("nu a publicat aici un contract"))
            #expect(try await site.browser().get("/api/v1/cities/alba-iulia/contract").status == 404)
            #expect(try await site.browser().get("/ro/cities/nicaieri/contract").status == 404)
        }
    }

    /// Whatever is withheld, nothing of it is left, and what is open stays as it was.
    @Test func openLeavesNothingOfWhatIsWithheld() throws {
        let root = "\(TestClock.packageRoot)/Data/examples/contracts/example.json"
        let whole = try CityContract.read(try Foundation.Data(contentsOf: URL(fileURLWithPath: root)))
        for document in ContractDocument.allCases {
            let open = ContractVisibility(documents: [document]).open(whole)
            #expect(!open.documents.contains(document))
            #expect(open.tables.keys.allSatisfy { TableForm.of($0).module.document != document })
            #expect(open.sections.keys.allSatisfy { SectionForm.of($0).module.document != document })
            #expect(open.problems().isEmpty, "\(document): \(open.problems())")
        }
        for id in whole.tables.keys {
            let open = ContractVisibility(places: [id.rawValue]).open(whole)
            #expect(open.tables[id] == nil && open.tables.count == whole.tables.count - 1)
            for (other, table) in open.tables {
                for column in TableForm.of(other).columns {
                    guard case .links(id) = column.kind else { continue }
                    #expect(table.rows.allSatisfy { $0.cells[column.id] == nil })
                }
            }
        }
        #expect(ContractVisibility().open(whole).tables == whole.tables)
    }
}

import Foundation
import Inventory
import Pathways
import Portfolio
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// The portfolios that three cities published elsewhere, their sums against their gap, and how a team takes them over.
@Suite struct PortfolioPublicationTests {
    private static func portfolio(_ file: String) throws -> PublishedPortfolio {
        let path = "\(TestClock.packageRoot)/Data/examples/portfolios/\(file).json"
        return try PublishedPortfolio.read(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }

    /// Added up by hand from the documents' own tables.
    @Test(
        arguments: [
            (
                "cluj-napoca-2021", 17, 307_525, 949_757, 609_000_000_000,
                [238_843, 49_477, 16_000, 0, 3205], [626_592, 107_779, 47_493, 158_389, 9504]
            ),
            (
                "suceava-2021", 13, 214_134.65, 233_152, 44_813_932_000,
                [138_739.96, 65_809.69, 9304, 0, 281], [138_740, 65_809, 9304, 19_018, 281]
            ),
            (
                "bucuresti-sector-2-2016", 25, 718_521, 953_294, 306_341_566_700,
                // Action 5 names no sector on its sheet; table lists its 11750 t under buildings.
                [375_173 + 11_750, 174_902, 22_822, 126_560, 7314], [519_964, 152_535, 41_397, 226_823, 12_575]
            ),
        ] as [(String, Int, Double, Double, Int, [Double], [Double])])
    func sumsOfTheThreePortfolios(
        file: String, count: Int, claimed: Double, gap: Double, cents: Int, sectors: [Double], gaps: [Double]
    ) throws {
        let portfolio = try Self.portfolio(file)
        let sums = PortfolioSums(portfolio)
        #expect(portfolio.measures.count == count)
        #expect((sums.claimed - claimed).magnitude < 0.001)
        #expect(sums.gap == gap && sums.cents == cents)
        #expect(sums.sectors.map(\.sector) == ContractSector.allCases)
        for (row, (sum, own)) in zip(sums.sectors, zip(sectors, gaps)) {
            #expect((row.claimed - sum).magnitude < 0.001, "\(row.sector)")
            #expect(row.gap == own)
        }
        #expect(sums.fields.reduce(0) { $0 + $1.measures } == count)
        #expect(portfolio.measures.allSatisfy { $0.pathwayMeasure.restsOnClaim && $0.status == .claimed })
    }

    @Test(
        arguments: [
            (
                "cluj-napoca",
                ["307.525", "949.757", "642.232", "6.090.000.000", "decalajul de 158.389 t nu are nicio măsură"]
            ),
            ("suceava", ["214.135", "233.152", "19.017", "448.139.320", "decalajul de 19.018 t nu are nicio măsură"]),
            (
                "bucuresti-sector-2",
                ["718.521", "953.294", "totalul tipărit este 940.719 t", "10.000.000 EUR", "3.063.415.667"]
            ),
        ])
    func publicPagesHoldSumsAgainstTheGap(slug: String, words: [String]) async throws {
        try await withSite(.sqlite) { site in
            let page = try await site.browser().get("/ro/cities/\(slug)/measures")
            #expect(page.status == 200)
            for word in words { #expect(page.text.contains(word), "\(word)") }
            #expect(page.text.contains("/api/v1/cities/\(slug)/measures"))
        }
    }

    @Test func aCityWithoutAPortfolioHasAnEmptyPage() async throws {
        try await withSite(.sqlite) { site in
            let page = try await site.browser().get("/ro/cities/alba-iulia/measures")
            #expect(page.status == 200 && page.text.contains("nu a publicat aici un portofoliu"))
            #expect(try await site.browser().get("/api/v1/cities/alba-iulia/measures").status == 404)
            #expect(try await site.browser().get("/ro/cities/nicaieri/measures").status == 404)
        }
    }

    @Test(arguments: Engines.all) func dataAndFilesSayTheSame(engine: Engines) async throws {
        struct Data: Decodable {
            let claimed_t_co2e: Double
            let gap_t_co2e: Double
            let cost_eur: Double
            let rests_on_claim: Bool
            let measures: [CityMeasure]
        }
        try await withSite(engine) { site in
            let browser = site.browser()
            let answer = try await browser.get("/api/v1/cities/cluj-napoca/measures")
            let data = try JSONDecoder().decode(Data.self, from: Foundation.Data(answer.bytes))
            #expect(data.claimed_t_co2e == 307_525 && data.gap_t_co2e == 949_757 && data.rests_on_claim)
            #expect(data.cost_eur == 6_090_000_000 && data.measures.count == 17)
            let file = try await browser.get("/cities/cluj-napoca/measures/measures.csv")
            let read = PortfolioTables.read(try PortfolioTables.sheets(file.bytes))
            #expect(read.problems.isEmpty && read.measures == data.measures)
            let gaps = try await browser.get("/cities/cluj-napoca/measures/gap.csv").text
            #expect(gaps.contains("IPPU,303478.0,145089.0,158389.0,0.0,158389.0,0"))
        }
    }

    /// A published portfolio is never touched again.
    @Test func loadingTwiceChangesNothing() async throws {
        try await withSite(.sqlite) { site in
            let before = try await site.database.read { try PortfolioPublication.current($0, city: "54975") }
            try await PortfolioExamples.load(
                site.database, folder: "\(TestClock.packageRoot)/Data/examples/portfolios", ids: site.kit.ids,
                at: site.clock.now)
            let after = try await site.database.read { try PortfolioPublication.current($0, city: "54975") }
            #expect(before?.id == after?.id && after?.number == 1)
        }
    }

    @Test(arguments: Engines.all) func aTeamTakesMeasuresOverAndClaimsStayClaims(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let copies = "\(MeasureTests.room)/copies"
            #expect(try await editor.get(copies).text.contains("\(copies)/suceava"))
            let path = "\(copies)/suceava"
            let green = "development-of-new-green-areas-and-plant"
            #expect(try await editor.submit([("in-plan", "no")], on: path).status == 422)
            // Alba Iulia's inventory of this test emits nothing in agriculture and land use.
            let refused = try await editor.submit([("measures", green), ("in-plan", "yes")], on: path)
            #expect(refused.status == 422)
            let taken = try await editor.submit([("measures", green), ("in-plan", "no")], on: path)
            #expect(taken.status == 303)
            let record = try await MeasureTests.record(site, green)
            #expect(record.measure.origin == "published:Suceava:\(green)")
            #expect(record.measure.effect.operators == [.claimed(Plan.Claim(sector: .afolu, tonnes: 281))])
            #expect(record.measure.status == .claimed && record.measure.costs?.capitalCents == 3_521_700_000)
            #expect(try await editor.get("/ro\(record.path)").text.contains("portofoliul publicat al orașului Suceava"))
            let stranger = try await site.browser(as: .otherCity)
            #expect(try await stranger.get(path).status == 403)
        }
    }
}

import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// The solutions library: its file, its list, its pages for everybody.
@Suite struct SolutionTests {
    static let english = Texts(language: .en, catalogue: nil)
    static let new = "/ro/cities/alba-iulia/measures/new"

    static func solution(_ id: String) throws -> Solution {
        try #require(try SolutionLibrary(resources: TestClock.packageRoot).list()[id])
    }

    // MARK: The library

    @Test func everyRowIsReadWithItsFigures() throws {
        let list = try SolutionLibrary(resources: TestClock.packageRoot).list()
        #expect(list.solutions.count == 56)
        let flats = try #require(list["B01"])
        #expect(flats.cost?.value == 200 && flats.cost?.low == 180 && flats.cost?.high == 300)
        #expect(flats.cost?.origin.confidence == .sourced && flats.saving.origin?.confidence == .derived)
        #expect(flats.confidence == .derived && flats.effect == .saving(0.063))
        #expect(flats.running == 0.005 && flats.lifetime == 30)
        #expect(list["B06"]?.effect == .switching(replaced: 2.04, electricity: 0.56))
        // The split of what is saved is not stated: the hub makes none up.
        #expect(list["T15"]?.effect == Solution.Effect.none && list["T15"]?.saving.megawattHours == 9)
        #expect(list["T04"]?.cost == nil && list["H09"]?.cost?.fixed == 30_000)
        #expect(list["H07"]?.drawbacks == ["air_quality"])
        for solution in list.solutions {
            #expect(!solution.name.romanian.isEmpty && !solution.unit.romanian.isEmpty, "\(solution.id)")
            #expect(solution.cost == nil || solution.cost?.origin.sources.isEmpty == false, "\(solution.id)")
            let words = solution.coBenefits + solution.drawbacks
            #expect(words.allSatisfy { SolutionWords.benefits[$0] != nil }, "\(solution.id)")
        }
    }

    @Test(arguments: [("capex_eur", "abc"), ("effect", "magic"), ("capex_sources", "nobody"), ("saving_mwh", "-1")])
    func aRowThatCannotBeRightIsRefused(column: String, text: String) throws {
        let flats = try Self.solution("B01")
        let header = try SolutionLibrary(resources: TestClock.packageRoot).list().header
        var cells = flats.cells
        cells[try #require(header.firstIndex(of: column))] = text
        let known = (flats.cost?.origin.sources ?? []) + (flats.saving.origin?.sources ?? [])
        let sources = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
        let row = SolutionRow(file: "solutions.csv", line: 2, header: header, cells: cells)
        #expect(throws: SolutionReading.Problem.self) { try Solution(row, sources: sources) }
        let right = SolutionRow(file: "solutions.csv", line: 2, header: header, cells: flats.cells)
        #expect(try Solution(right, sources: sources).id == "B01")
    }

    @Test func pagesOfTheListHoldEachSolutionOnce() throws {
        let list = try SolutionLibrary(resources: TestClock.packageRoot).list()
        for sort in ["", "name", "-name", "cost", "-cost"] {
            let found = SolutionFilter(Answers(["sort": sort])).matches(list, .ro)
            var seen: [String] = []
            var place: ListPlace<String> = .start
            while seen.count < 100 {
                let part = SolutionFilter.page(found, at: place, size: 9)
                seen += part.items.map(\.id)
                guard part.hasAfter, let last = part.items.last else { break }
                place = .after(last.id)
            }
            #expect(seen == found.map(\.id) && seen.count == 56, "\(sort)")
        }
        let costs = SolutionFilter(Answers(["sort": "-cost"])).matches(list, .ro)
        #expect(costs.first?.id == "T03" && costs.last?.id == "T04")
        let searched = SolutionFilter(Answers(["q": "pompa CALDURA"])).matches(list, .ro).map(\.id)
        #expect(Set(searched) == ["B06", "B07", "H02", "H03", "I01"])
        let guessed = SolutionFilter(Answers(["field": "waste", "confidence": "judgement"])).matches(list, .ro)
        #expect(guessed.map(\.id) == ["W01", "W02", "W03", "W04", "W05", "W06"])
    }

    @Test func everybodyReadsTheLibrary() async throws {
        try await withSite(.sqlite) { site in
            let visitor = site.browser()
            let first = try await visitor.get("/ro/measures")
            #expect(first.status == 200 && first.text.contains("56 de soluții"))
            #expect(first.text.contains("Renovarea energetică moderată") && first.text.contains("0,063 MWh"))
            let guessed = try await visitor.get("/ro/measures?confidence=judgement&field=nature")
            #expect(guessed.text.contains("Plantarea de arbori în oraș") && guessed.text.contains("apreciere"))
            #expect(try await visitor.get("/en/measures?q=perpetuum").text.contains("No solution fits all of this."))
            let one = try await visitor.get("/en/measures/solutions/B11")
            #expect(one.status == 200 && one.text.contains("10 % of about 180 kWh/m²"))
            #expect(one.text.contains("The cost and the saving are an engineer&#39;s judgement"))
            #expect(try await visitor.get("/en/measures/solutions/B99").status == 404)
            let file = try await visitor.get("/measures/solutions.csv?field=nature")
            #expect(file.text.split(whereSeparator: \.isNewline).count == 4)
            let data = try await visitor.get("/api/v1/solutions/B06").text
            #expect(data.contains("\"added_electricity_mwh\":0.56") && data.contains("\"confidence\":\"sourced\""))
            #expect(try await visitor.get("/api/v1/solutions?limit=50").text.contains("after=W06"))
            // Teams are led from a solution to their own city.
            let editor = try await site.browser(as: .cityEditor)
            #expect(
                try await editor.get("/ro/measures/solutions/B01").text.contains("\(Self.new)/B01"))
            #expect(!one.text.contains("/measures/new/"))
        }
    }
}

import Background
import Contract
import Foundation
import SiteSupport
import Storage
import Testing

@testable import Planning
@testable import Web

/// The contract on paper: what its HTML says in both languages and templates, and what it never fetches.
@Suite struct ContractPaperTests {
    private static func texts(_ language: Language) throws -> Texts {
        try Languages(folder: "\(TestClock.packageRoot)/Locales")[language]
    }

    private static func example(_ name: String = "example") throws -> CityContract {
        let path = "\(TestClock.packageRoot)/Data/examples/contracts/\(name).json"
        return try CityContract.read(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func html(
        _ contract: CityContract, _ language: Language = .ro, _ medium: ContractPaper.Medium = .pages,
        documents: [ContractDocument]? = nil, edition: ContractPaper.Edition = ContractPaper.Edition()
    ) throws -> String {
        ContractPaper(
            contract, documents: documents, edition: edition, medium: medium, hash: "0123", try texts(language)
        ).html
    }

    @Test func numbersFollowTheTemplate() throws {
        var contract = try Self.example()
        #expect(try Self.html(contract, .en).contains("A-1.3 GHG emissions by source sectors"))
        contract.template = .v1
        #expect(try Self.html(contract, .en).contains("A-1.4 GHG emissions by source sectors"))
    }

    @Test func aChosenDocumentStandsAlone() throws {
        let html = try Self.html(try Self.example(), .en, documents: [.commitments])
        #expect(html.contains("id=\"commitments\"") && !html.contains("id=\"actionPlan\""))
    }

    @Test func figuresAndDaysAreTheLanguages() throws {
        let edition = ContractPaper.Edition(day: Day("2026-03-01"))
        #expect(try Self.html(try Self.example(), .ro, edition: edition).contains("1 martie 2026"))
        #expect(try Self.html(try Self.example(), .ro).contains("335.843"))
        #expect(try Self.html(try Self.example(), .en).contains("335,843"))
    }

    @Test func whatIsNotKnownAndWhatIsOverriddenIsSaid() throws {
        var contract = try Self.example()
        var table = try #require(contract.tables[.emissions])
        table.rows[0].cells["scope1"] = nil
        table.rows[0].cells["scope2"] = ContractCell(
            .number(7), reason: "Contorul a fost schimbat.", derived: .number(9))
        contract.tables[.emissions] = table
        let html = try Self.html(contract)
        #expect(html.contains("<em>nu se cunoaște</em>"))
        #expect(html.contains("valoarea calculată este 9") && html.contains("Contorul a fost schimbat."))
        #expect(html.contains("NE<sup>["))
    }

    @Test func nothingOfPeoplesTextsIsFetched() throws {
        var contract = try Self.example()
        contract.sections[.outlook] = """
            ![a](file:///etc/passwd) ![b](http://127.0.0.1:9/x.png) <img src="file:///etc/passwd">
            <link rel="stylesheet" href="http://127.0.0.1:9/x.css"><iframe src="file:///etc/passwd"></iframe>

            <style>@import url(http://127.0.0.1:9/y.css);</style> <svg><image href="file:///etc/passwd"/></svg>
            """
        contract.note = "<img src=x> <style>@import url(http://127.0.0.1:9/z.css)</style>"
        let pages = try Self.html(contract)
        for piece in pages.components(separatedBy: "<img").dropFirst() {
            #expect(piece.prefix(60).contains("src=\"data:image/svg+xml;base64,"))
        }
        #expect(pages.components(separatedBy: "<style>").count == 2)
        let word = try Self.html(contract, .ro, .word)
        for element in ["<img", "<iframe", "<link", "<svg", "<style", "<object", "<embed"] {
            #expect(!word.contains(element))
            if element != "<img" && element != "<style" { #expect(!pages.contains(element)) }
        }
    }

    @Test func aPictureFromElsewhereIsNotFetchedByThePrograms() async throws {
        let secret =
            "<!DOCTYPE html><html lang=\"ro\"><body><p>x</p><img alt=\"x\" src=\"file:///etc/passwd\"></body></html>"
        let bytes = try await TaggedPDF().bytes(Array(secret.utf8), time: 0)
        #expect(bytes.starts(with: "%PDF-".utf8))
        await #expect(throws: DocumentFailure.self) {
            try await WordDocument(reference: "none").bytes(secret, language: "ro-RO", contents: "", time: 0)
        }
    }

    @Test func aMissingProgramIsSaid() async {
        await #expect(throws: DocumentFailure.missingProgram(name: "/nowhere/python3", package: "weasyprint")) {
            try await TaggedPDF(python: "/nowhere/python3").bytes([], time: 0)
        }
    }

    @Test func whatTakesTooLongIsEnded() async {
        await #expect(throws: DocumentFailure.timedOut(name: "/usr/bin/python3")) {
            try await TaggedPDF(limit: .milliseconds(1)).bytes(Array("<p>x".utf8), time: 0)
        }
    }
}

import Contract
import Foundation
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members
@testable import Planning

/// Monitoring from the contract's table to the published report.
@Suite struct MonitoringTests {
    private static let room = MonitoringSample.room
    private static let indicator = MonitoringSample.indicator
    private static let pdf = MonitoringSample.pdf

    @Test(arguments: Engines.all) func aValueTurnsTheLightAndACorrectionTurnsItBack(engine: Engines) async throws {
        try await withSite(engine) { site in
            try await MonitoringSample.begin(site)
            let editor = try await site.browser(as: .cityEditor)
            #expect(try await editor.get(Self.indicator).text.contains("Nemăsurat"))
            #expect(try await MonitoringSample.record(editor, "99", file: Self.pdf).status == 303)
            let first = try #require(try await MonitoringSample.values(site).first)
            #expect(first.value == 99 && first.evidenceName == "dovada.pdf" && first.evidenceHash != nil)
            let shown = try await editor.get(Self.indicator).text
            #expect(shown.contains("Mult în urmă") && shown.contains("dovada.pdf"))
            let evidence = try await editor.get("\(Self.indicator)/values/\(first.id)/evidence")
            #expect(evidence.bytes == Self.pdf)

            // The correction stands in its place; the first value stays in the history and keeps its evidence.
            let correction = "\(Self.indicator)/values/\(first.id)/correction"
            let answers = [
                ("day", "2025-12-31"), ("start", ""), ("value", "59"), ("source", "Primăria"), ("link", ""),
                ("note", "Greșeală de tastare"),
            ]
            #expect(try await editor.submit(answers, on: correction).status == 303)
            let page = try await editor.get(Self.indicator).text
            #expect(page.contains("Conform planului") && page.contains("<del>99 kt</del>"))
            #expect(try await MonitoringSample.values(site).count == 2)
            // Somebody else had the form open too: both their answers and what stands are on the page.
            let late = try await editor.submit(answers, on: correction)
            #expect(late.status == 409 && late.text.contains("Greșeală de tastare"))
            #expect(try await MonitoringSample.values(site).count == 2)
        }
    }

    @Test func aValueCanBeTakenBack() async throws {
        try await withSite(.sqlite) { site in
            try await MonitoringSample.begin(site)
            let editor = try await site.browser(as: .cityEditor)
            #expect(try await MonitoringSample.record(editor, "99").status == 303)
            let id = try #require(try await MonitoringSample.values(site).first).id
            let correction = "\(Self.indicator)/values/\(id)/correction"
            let shared = [("day", "2025-12-31"), ("source", "Primăria"), ("note", "Alt indicator")]
            #expect(try await editor.submit(shared + [("value", "")], on: correction).status == 422)
            #expect(try await editor.submit(shared + [("withdrawn", "yes")], on: correction).status == 303)
            #expect(try await editor.get(Self.indicator).text.contains("Nemăsurat"))
        }
    }

    @Test(
        arguments: [
            ("day", "2027-01-01"), ("value", "mult"), ("source", ""), ("link", "javascript:alert(1)"),
            ("start", "2026-01-01"),
        ])
    func aWrongValueIsRefused(field: String, value: String) async throws {
        try await withSite(.sqlite) { site in
            try await MonitoringSample.begin(site)
            let editor = try await site.browser(as: .cityEditor)
            var answers = ["day": "2025-12-31", "value": "1", "source": "Primăria", "link": "", "start": ""]
            #expect(try await editor.submit(answers.map { ($0, $1) }, on: "\(Self.indicator)/values/new").status == 303)
            answers[field] = value
            #expect(try await editor.submit(answers.map { ($0, $1) }, on: "\(Self.indicator)/values/new").status == 422)
            #expect(try await MonitoringSample.values(site).count == 1)
        }
    }

    @Test(arguments: Engines.all) func aFileOfValuesIsTakenWholeOrNotAtAll(engine: Engines) async throws {
        try await withSite(engine) { site in
            try await MonitoringSample.begin(site)
            let editor = try await site.browser(as: .cityEditor)
            func send(_ text: String) async throws -> TestAnswer {
                try await UploadedFile(name: "file", fileName: "valori.csv", bytes: Array(text.utf8))
                    .send(editor, to: "\(Self.room)/values/import")
            }
            let header = "number;measured_on;value;source\n"
            let wrong = try await send(header + "I-1;2024-12-31;70,5;INS\nI-9;2024-12-31;1;INS\n")
            #expect(wrong.status == 422 && wrong.text.contains("I-9"))
            #expect(try await MonitoringSample.values(site).isEmpty)
            #expect(try await send(header + "I-1;2024-12-31;70,5;INS\nI-2;2024-12-31;12;INS\n").status == 303)
            #expect(try await MonitoringSample.values(site).map(\.value) == [70.5, 12])
            // What was exported is known already.
            let file = try await editor.get("/cities/alba-iulia/monitoring/values.csv")
            #expect(file.text.contains("I-1,Emisii din transport,kt,2024-12-31,,70.5,INS"))
            #expect(try await send(file.text).status == 422)
            #expect(try await MonitoringSample.values(site).count == 2)
        }
    }

    @Test func settingsAreNotSavedOverOthers() async throws {
        try await withSite(.sqlite) { site in
            try await MonitoringSample.begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let form = "\(Self.indicator)/settings"
            let owner = try #require(try await site.person(.cityEditor)).id.description
            #expect(
                try await editor.submit([("owner", owner), ("interval", "monthly"), ("shown", "yes")], on: form).status
                    == 303)
            let late = try await editor.submit([("owner", ""), ("version", "0")], on: form)
            #expect(late.status == 409)
            let kept = try await site.database.read { try MonitoringSetting.all($0, of: "1017") }
            #expect(kept["co2"]?.interval == .monthly && kept["co2"]?.owner?.description == owner)
        }
    }

    @Test(arguments: Engines.all) func theReportIsFrozenAndEverybodySeesIt(engine: Engines) async throws {
        try await withSite(engine) { site in
            try await MonitoringSample.begin(site)
            let (editor, certifier) = (
                try await site.browser(as: .cityEditor), try await site.browser(as: .cityCertifier)
            )
            let visitor = site.browser()
            #expect(try await MonitoringSample.record(editor, "59").status == 303)
            let report = "\(Self.room)/reports/2025"
            #expect(
                try await editor.submit([("summary", "Un an *bun*."), ("outlook", "")], on: "\(report)/texts").status
                    == 303)
            #expect(try await visitor.get(report).status == 404)
            #expect(try await editor.get("\(report)/publication").status == 403)
            let state = try #require(try await certifier.get("\(report)/publication").inputValue("state"))

            // The figures change before it is sent: nobody publishes what they have not seen.
            #expect(try await MonitoringSample.record(editor, "58").status == 303)
            #expect(
                try await certifier.submit([("state", state)], on: "\(report)/publication").status == 409)
            let seen = try #require(try await certifier.get("\(report)/publication").inputValue("state"))
            #expect(try await certifier.submit([("state", seen)], on: "\(report)/publication").status == 303)
            let page = try await visitor.get(report).text
            #expect(page.contains("<em>bun</em>") && page.contains("Conform planului") && page.contains(seen))

            // What is measured later changes nothing of it.
            #expect(try await MonitoringSample.record(editor, "100").status == 303)
            #expect(try await visitor.get(report).text.contains("58"))
            let data = try await visitor.get("/api/v1/cities/alba-iulia/monitoring")
            let content = try JSONDecoder().decode(MonitoringContent.self, from: Data(data.bytes))
            #expect(content.indicators.first?.values.map(\.value) == [59, 58])
            #expect(content.indicators.map(\.light) == ["on-track", "not-measured"])
            #expect(try await visitor.get("\(Self.room)/progress").text.contains("Conform planului"))
            let file = try await visitor.get("/cities/alba-iulia/monitoring/reports/2025/indicators.csv")
            #expect(file.text.contains("I-1,Emisii din transport,kt,100"))
            // The next report says what changed.
            let next = try await certifier.get("\(Self.room)/reports/2026/draft").text
            #expect(next.contains("2025"))
        }
    }

    /// An indicator that the team keeps to itself stands in no public place.
    @Test func whatIsNotShownIsNotPublished() async throws {
        try await withSite(.sqlite) { site in
            try await MonitoringSample.begin(site)
            let (editor, certifier) = (
                try await site.browser(as: .cityEditor), try await site.browser(as: .cityCertifier)
            )
            #expect(try await MonitoringSample.record(editor, "59").status == 303)
            #expect(try await editor.submit([("owner", "")], on: "\(Self.indicator)/settings").status == 303)
            let form = "\(Self.room)/reports/2025/publication"
            let state = try #require(try await certifier.get(form).inputValue("state"))
            #expect(try await certifier.submit([("state", state)], on: form).status == 303)
            let visitor = site.browser()
            for path in [
                "\(Self.room)/progress", "/api/v1/cities/alba-iulia/monitoring",
                "/cities/alba-iulia/monitoring/reports/2025/indicators.csv",
            ] {
                let answer = try await visitor.get(path)
                #expect(answer.status == 200 && !answer.text.contains("Emisii din transport"), "\(path)")
                #expect(answer.text.contains("Arbori plantați"))
            }
        }
    }
}

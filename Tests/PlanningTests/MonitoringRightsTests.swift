import Contract
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members
@testable import Planning

/// Who sees what of a city's monitoring, who is reminded, and how the library fills a contract.
@Suite struct MonitoringRightsTests {
    private static let room = MonitoringSample.room
    private static let indicator = MonitoringSample.indicator
    private static let pdf = MonitoringSample.pdf

    @Test(
        arguments: Engines.all,
        [
            (.visitor, [303, 403], false, false), (.company, [403], false, false), (.otherCity, [403], false, false),
            (.cityViewer, [200], false, false), (.programmeOfficer, [200], false, false),
            (.authorityOfficer, [200], false, false), (.cityEditor, [200], true, false),
            (.cityCertifier, [200], true, true),
        ] as [(Persona, [Int], Bool, Bool)])
    func rights(
        engine: Engines, example: (persona: Persona, statuses: [Int], mayEdit: Bool, mayPublish: Bool)
    ) async throws {
        try await withSite(engine) { site in
            try await MonitoringSample.begin(site)
            #expect(
                try await MonitoringSample.record(try await site.browser(as: .cityEditor), "59", file: Self.pdf).status
                    == 303)
            let value = try #require(try await MonitoringSample.values(site).first).id
            let browser = try await site.browser(as: example.persona)
            for path in [
                Self.room, Self.indicator, "\(Self.indicator)/values/\(value)/evidence", "\(Self.room)/measures",
                "\(Self.room)/pathway", "\(Self.room)/reports", "\(Self.room)/reports/2025/draft",
                "/cities/alba-iulia/monitoring/values.csv",
            ] {
                let status = try await browser.get(path).status
                #expect(example.statuses.contains(status), "\(example.persona) \(path): \(status)")
            }
            for path in [
                "\(Self.indicator)/values/new", "\(Self.indicator)/values/\(value)/correction",
                "\(Self.indicator)/settings", "\(Self.room)/values/import", "\(Self.room)/library",
                "\(Self.room)/reports/2025/texts",
            ] {
                let isOpen = try await browser.get(path).status == 200
                #expect(isOpen == example.mayEdit, "\(example.persona) \(path)")
            }
            let mayPublish = try await browser.get("\(Self.room)/reports/2025/publication").status == 200
            #expect(mayPublish == example.mayPublish)
            // Nobody reads a value through another city.
            let elsewhere = "/ro/cities/suceava/monitoring/indicators/co2/values/\(value)/evidence"
            #expect(try await browser.get(elsewhere).status != 200)
        }
    }

    @Test(arguments: Engines.all) func theOwnerIsRemindedOnceAndTheCertifierLater(engine: Engines) async throws {
        try await withSite(engine) { site in
            try await MonitoringSample.begin(site)
            let (editor, certifier) = (
                try #require(try await site.person(.cityEditor)).id,
                try #require(try await site.person(.cityCertifier)).id
            )
            #expect(try await MonitoringSample.record(try await site.browser(as: .cityEditor), "59").status == 303)
            func reminded(_ person: PersonID) async throws -> Int {
                try await site.database.read { connection in
                    try Notification.list(connection, of: person, unreadOnly: true, .start, limit: 50)
                        .filter { $0.topic == MonitoringJobs.topic }.count
                }
            }
            // 31 December 2025, a year, sixty days of collecting: due by 1 March 2027.
            for (days, owner, others) in [(30, 0, 0), (72, 1, 0), (1, 1, 0), (40, 1, 1), (1, 1, 1)] {
                site.clock.advance(seconds: Double(days) * 86_400)
                try await site.worker.runDueJobs()
                #expect(try await reminded(editor) == owner, "after \(days) more days")
                #expect(try await reminded(certifier) == others, "after \(days) more days")
            }
            let staff = try await site.browser(as: .programmeOfficer)
            #expect(try await staff.get("/ro/monitoring").text.contains("Alba Iulia"))
        }
    }

    @Test(arguments: Engines.all) func theLibraryFillsTheContract(engine: Engines) async throws {
        try await withSite(engine) { site in
            try await MonitoringSample.begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let form = "\(Self.room)/library"
            #expect(try await editor.submit([], on: form).status == 422)
            let taken = [("indicators", "recycling"), ("indicators", "ghg-total")]
            #expect(try await editor.submit(taken, on: form).status == 303)
            let tables = try await site.database.read { connection in
                let contract = try #require(try ContractRecord.all(connection, of: "1017").first)
                return try contract.document(connection).tables
            }
            #expect(tables[.indicators]?.rows.map { $0.text("number") } == ["I-1", "I-2", "I-3", "I-4"])
            #expect(tables[.indicatorSheets]?.rows.map { $0.text("number") } == ["I-1", "I-3", "I-4"])
            let page = try await editor.get(Self.room).text
            #expect(page.contains("Rata de reciclare"))
            #expect(!(try await editor.get(form).text.contains("Rata de reciclare")))
        }
    }
}

import Contract
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A city that has begun to monitor, as the tests of the room start from it.
enum MonitoringSample {
    static let room = "/ro/cities/alba-iulia/monitoring"
    static let indicator = "\(room)/indicators/co2"
    static let pdf = Array("%PDF-1.7\nmăsurare\n".utf8)

    /// A contract with an indicator that falls from 100 in 2020 to 20 in 2030, and one without a baseline.
    static func begin(_ site: TestSite) async throws {
        let person = try #require(try await site.person(.cityEditor)).id
        let id: ContractID = site.kit.ids.next()
        let now = site.clock.now
        try await site.database.write { connection in
            var contract = CityContract(city: "Alba Iulia", baseYear: 2020, targetYear: 2030)
            contract.tables[.indicators] = ContractTable(rows: [
                ContractRow(
                    "co2",
                    [
                        "number": "I-1", "name": "Emisii din transport", "unit": "kt", "baseline": 100,
                        "target_2025": 60, "target_2030": 20, "direction": "down",
                    ]), ContractRow("trees", ["number": "I-2", "name": "Arbori plantați", "target_2030": 5000]),
            ])
            contract.tables[.indicatorSheets] = ContractTable(rows: [
                ContractRow("co2", ["number": "I-1", "interval": "anual", "definition": "Trafic în oraș"])
            ])
            try ContractRecord.start(connection, id: id, city: "1017", contract, by: person, at: now)
        }
    }

    static func record(
        _ browser: TestBrowser, _ value: String, on day: String = "2025-12-31", file: [UInt8]? = nil
    ) async throws -> TestAnswer {
        try await UploadedFile(
            name: "file", fileName: file == nil ? "" : "dovada.pdf", bytes: file ?? [],
            fields: [
                ("day", day), ("start", ""), ("value", value), ("source", "Primăria"),
                ("link", "https://www.example.ro/date"), ("note", ""),
            ]
        ).send(browser, to: "\(indicator)/values/new")
    }

    static func values(_ site: TestSite) async throws -> [MonitoringValue] {
        try await site.database.read { try MonitoringValue.all($0, of: "1017") }
    }
}

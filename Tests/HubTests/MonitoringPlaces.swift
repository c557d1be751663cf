import Cities
import Contract
import Members
import SiteSupport
import Storage
import Web

@testable import Planning

/// Real values for the parameters of the room of monitoring: an indicator of Alba Iulia's contract with a value and its
/// evidence, and a published report.
struct MonitoringPlaces: Sendable {
    private let value: MonitoringValueID

    /// The city has begun a contract.
    init(_ site: TestSite, year: Int, by person: PersonID) async throws {
        let id: MonitoringValueID = site.kit.ids.next()
        let publication: ID<MonitoringPublication> = site.kit.ids.next()
        let now = site.clock.now
        try await site.database.write { connection in
            guard let contract = try ContractRecord.all(connection, of: "1017").first else { return }
            let row = ContractRow(
                "lamps", ["number": "I-1", "name": "Lămpi cu LED", "unit": "%", "baseline": 10, "target_2030": 90])
            let sheet = ContractRow("lamps", ["number": "I-1", "name": "Lămpi cu LED", "interval": "yearly"])
            for (place, row) in [(ContractPlace.table(.indicators), row), (.table(.indicatorSheets), sheet)] {
                _ = try ContractPart.save(
                    connection, contract.id, place, version: 0,
                    try ContractTableText.json(ContractTable(rows: [row])), by: person, at: now)
            }
            let bytes = Array("dovada \(id)".utf8)
            let hash = try Blob.store(bytes, mediaType: "text/plain", at: now, in: connection)
            try MonitoringValue.add(
                connection, id: id, city: "1017",
                MonitoringValue.NewValue(
                    indicator: "lamps", day: Day(year: 2024, month: 12, day: 31), value: 35, source: "Primăria",
                    evidenceName: "dovada.txt", evidenceHash: hash), by: person, at: now)
            guard let city = try City.find(connection, code: "1017") else { return }
            let desk = try MonitoringDesk(connection, city, .certify, today: Day(year: 2026, month: 11, day: 22))
            let content = try MonitoringContent(connection, desk, year: year, texts: nil)
            try MonitoringPublication.publish(
                connection, id: publication, city: "1017", year: year, try content.json(), by: person, at: now)
        }
        value = id
    }

    func value(_ name: Substring) -> String? {
        switch name {
        case "indicator": "lamps"
        case "value": value.description
        default: nil
        }
    }
}

extension DeclaredForms {
    static var monitoring: [String: Form?] {
        let room = "/cities/:city/monitoring"
        return [
            "\(room)/library": MonitoringForm.library([], .en),
            "\(room)/indicators/:indicator/settings": MonitoringForm.settings([]),
            "\(room)/indicators/:indicator/values/new": MonitoringForm.value,
            "\(room)/indicators/:indicator/values/:value/correction": MonitoringForm.correction,
            "\(room)/values/import": MonitoringForm.values,
            "\(room)/measures/:measure/entries/new": MonitoringForm.entry,
            "\(room)/reports/:year/texts": MonitoringForm.report,
            "\(room)/reports/:year/publication": nil,
        ]
    }
}

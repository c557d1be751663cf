import Cities
import Spreadsheets
import Web

/// Values as a table to save; the same in every language, and read back by the import.
enum MonitoringFiles {
    static let header = [
        "number", "name", "unit", "measured_on", "period_start", "value", "source", "evidence_link", "note",
    ]

    static func values(_ indicators: [MonitoredIndicator]) -> [UInt8] {
        var file = CSVWriter(header: header)
        for indicator in indicators {
            for item in indicator.values {
                file.row([
                    indicator.number, indicator.name, indicator.unit, item.day.description, item.start?.description,
                    item.value.map { "\($0)" }, item.source, item.evidenceLink, item.note,
                ])
            }
        }
        return file.bytes
    }

    static func reply(_ indicators: [MonitoredIndicator], _ name: String) -> Reply {
        .download(values(indicators), mediaType: CityFiles.mediaType, fileName: "\(name).csv")
    }

    /// The indicators of a published report, a line for each value and one for those without any.
    static func published(_ content: MonitoringContent) -> [UInt8] {
        var file = CSVWriter(header: [
            "number", "name", "unit", "baseline", "targets", "light", "expected", "measured_on", "value", "source",
            "evidence_link",
        ])
        for item in content.indicators {
            let shared: [String?] = [
                item.number, item.name, item.unit, item.baseline.map { "\($0)" },
                item.targets.map { "\($0.year)=\($0.value)" }.joined(separator: ";"), item.light,
                item.expected.map { "\($0)" },
            ]
            for value in item.values {
                file.row(shared + [value.measured_on, "\(value.value)", value.source, value.evidence])
            }
            if item.values.isEmpty { file.row(shared + [nil, nil, nil, nil]) }
        }
        return file.bytes
    }

    static func observations(_ found: [MonitoringObservation]) -> [UInt8] {
        var file = CSVWriter(header: [
            "name", "part", "year", "planned_t_co2e", "observed_t_co2e", "deviation_t_co2e",
        ])
        for item in found {
            file.row([
                item.name, item.part, "\(item.year)", "\(item.planned_t_co2e)", "\(item.observed_t_co2e)",
                "\(item.deviation)",
            ])
        }
        return file.bytes
    }
}

import Cities
import Foundation
import Portfolio
import Spreadsheets
import Web

/// Measures as files to save; what is exported is read again to the same measures.
enum PortfolioFiles {
    enum Format: String, CaseIterable, Sendable {
        case measures = "measures.csv"
        case funding = "funding.csv"
        case workbook = "portfolio.xlsx"
        case document = "portfolio.json"

        /// Key of the link's words.
        var title: String {
            switch self {
            case .measures: "Measures (CSV)"
            case .funding: "Funding lines (CSV)"
            case .workbook: "Measures and funding lines (XLSX)"
            case .document: "Measures and funding lines (JSON)"
            }
        }
    }

    /// Measures as a document of their own.
    struct Document: Codable {
        let measures: [CityMeasure]
    }

    static func reply(_ measures: [CityMeasure], _ format: Format, slug: String) throws -> Reply {
        switch format {
        case .measures:
            .download(
                PortfolioTables.csv(.measures, of: measures), mediaType: CityFiles.mediaType,
                fileName: "measures-\(slug).csv")
        case .funding:
            .download(
                PortfolioTables.csv(.funding, of: measures), mediaType: CityFiles.mediaType,
                fileName: "funding-\(slug).csv")
        case .workbook:
            .download(
                try PortfolioTables.workbook(measures), mediaType: FileType.xlsx.mediaType,
                fileName: "portfolio-\(slug).xlsx")
        case .document:
            .download(
                try json(Document(measures: measures)), mediaType: "application/json",
                fileName: "portfolio-\(slug).json")
        }
    }

    /// The same content gives the same bytes.
    static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}

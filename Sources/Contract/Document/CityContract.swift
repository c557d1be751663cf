import Foundation
import Pathways
import Quantities

/// A Climate City Contract: Commitments, Action Plan and Investment Plan as one document of tables and texts.
///
/// `m100 contract example` prints a complete one; docs/contract.schema.json names every field. Amounts are euros,
/// emissions tonnes of CO2e, energy megawatt-hours, each for a year where the column says so.
public struct CityContract: Sendable, Hashable {
    /// How much of a contract a document holds.
    public enum Extent: String, Sendable, Hashable, CaseIterable, Codable {
        case whole
        /// Tables alone, read from a published contract.
        case tables
    }

    public var city: String
    /// The country by its two letters.
    public var country: String
    /// What a reader must know first: that the figures are invented, who made them, what is left out.
    public var note: String
    /// The language of the texts.
    public var language: String
    public var template: Template
    public var extent: Extent
    /// The documents that it holds; investment plans are often withheld.
    public var documents: [ContractDocument]
    public var baseYear: Int
    /// The year by which the city is to be climate neutral.
    public var targetYear: Int
    /// Markdown by section.
    public var sections: [SectionID: String]
    public var tables: [TableID: ContractTable]
    /// What is stated in several places.
    public var quantities: [StatedQuantity]
    /// Findings that somebody answers for.
    public var waivers: [Waiver]
    /// The document that it was published in.
    public var source: String

    public init(
        city: String, country: String = "RO", note: String = "", language: String = "ro", template: Template = .v21,
        extent: Extent = .whole, documents: [ContractDocument] = ContractDocument.allCases, baseYear: Int,
        targetYear: Int, sections: [SectionID: String] = [:], tables: [TableID: ContractTable] = [:],
        quantities: [StatedQuantity] = [], waivers: [Waiver] = [], source: String = ""
    ) {
        self.city = city
        self.country = country
        self.note = note
        self.language = language
        self.template = template
        self.extent = extent
        self.documents = documents
        self.baseYear = baseYear
        self.targetYear = targetYear
        self.sections = sections
        self.tables = tables
        self.quantities = quantities
        self.waivers = waivers
        self.source = source
    }

    /// The rows of a table that are not totals; none where the contract has no such table.
    public func items(_ table: TableID) -> [ContractRow] { tables[table]?.items ?? [] }

    /// Reads a contract from JSON.
    /// - Throws: a `PlanProblem` with the place of the first thing that cannot be read.
    public static func read(_ json: Data) throws(PlanProblem) -> CityContract {
        do {
            return try JSONDecoder().decode(CityContract.self, from: json)
        } catch let error as DecodingError {
            throw PlanProblem(error)
        } catch {
            throw PlanProblem("json", "", "This is not JSON.")
        }
    }

    /// The contract as JSON; the same contract gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

extension CityContract: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case city, country, note, language, template, extent, documents, baseYear, targetYear, sections, tables
        case quantities, waivers, source
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            city: try values.decode(String.self, forKey: .city), country: try values.field(.country, or: "RO"),
            note: try values.field(.note, or: ""), language: try values.field(.language, or: "ro"),
            template: try values.field(.template, or: .v21), extent: try values.field(.extent, or: .whole),
            documents: try values.field(.documents, or: ContractDocument.allCases),
            baseYear: try values.decode(Int.self, forKey: .baseYear),
            targetYear: try values.decode(Int.self, forKey: .targetYear),
            sections: try values.field(.sections, or: [:]), tables: try values.field(.tables, or: [:]),
            quantities: try values.field(.quantities, or: []), waivers: try values.field(.waivers, or: []),
            source: try values.field(.source, or: ""))
    }
}

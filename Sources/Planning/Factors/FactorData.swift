import Inventory
import Spreadsheets
import Storage
import Web

/// Factors as files and data; the same in every language.
enum FactorFiles {
    /// The table of `Data/factors`, which reads back as the same values.
    static func table(_ found: [RegisteredFactor]) -> [UInt8] {
        let table = FactorTable.write(found.map(\.factor))
        var file = CSVWriter(header: table.first ?? [], mode: .lossless)
        for line in table.dropFirst() { file.row(line) }
        return file.bytes
    }
}

/// A page of the register as data.
struct FactorListData: Encodable {
    let total: Int
    let factors: [FactorData]
    /// Address of the next page; absent on the last.
    let next: String?
}

/// One factor as data, with its unit, source and status.
struct FactorData: Encodable {
    let id: String
    let subject: String
    let property: String
    let value: Double
    let lower: Double?
    let upper: Double?
    let unit: String
    let region: String
    let year: Int?
    let methodology: String?
    let source: String
    let status: String
    let edition: Int
    let withdrawn: Bool
    let address: String

    init(_ entry: RegisteredFactor, _ publicURL: String) {
        self.init(entry.factor, edition: entry.edition, isWithdrawn: entry.isWithdrawn, publicURL)
    }

    init(_ factor: Factor, edition: Int, isWithdrawn: Bool, _ publicURL: String) {
        id = factor.id
        subject = factor.subject
        property = factor.property
        value = factor.value
        lower = factor.uncertainty?.lower
        upper = factor.uncertainty?.upper
        unit = factor.unit
        region = factor.region
        year = factor.year
        methodology = factor.methodology.isEmpty ? nil : factor.methodology
        source = factor.source
        status = factor.status.rawValue
        self.edition = edition
        withdrawn = isWithdrawn
        address = "\(publicURL)/api/v1/factors/\(FactorKey.slug(factor.id))"
    }
}

/// A factor with all its editions as data.
struct FactorHistoryData: Encodable {
    struct Edition: Encodable {
        let value: FactorData
        let reason: String
        let added_at: String
        let from_reference_tables: Bool
    }

    let factor: FactorData
    let editions: [Edition]
    let inventories_using_it: Int

    init(_ view: FactorView, _ publicURL: String) {
        factor = FactorData(view.entry, publicURL)
        editions = view.editions.map { edition in
            Edition(
                value: FactorData(
                    edition.factor, edition: edition.number, isWithdrawn: view.entry.isWithdrawn, publicURL),
                reason: edition.reason, added_at: edition.createdAt.description,
                from_reference_tables: edition.createdBy == nil)
        }
        inventories_using_it = view.uses.count
    }
}

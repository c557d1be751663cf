import Cities
import Foundation
import Members
import Portfolio
import Storage
import Web

package enum MeasurePublicationKind {}

/// The record of a published portfolio; the content itself is a file that never changes.
struct PortfolioPublication: Sendable, RowDecodable {
    let id: ID<MeasurePublicationKind>
    let city: String
    let number: Int
    /// SHA-256 of the document, its name among files.
    let contentHash: String
    let source: String
    let publishedAt: Instant

    init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        number = try row("number")
        contentHash = try row("content_hash")
        source = try row("source")
        publishedAt = try row("published_at")
    }

    /// The portfolio as it was published.
    func content(_ connection: any Connection) throws -> PublishedPortfolio {
        guard let blob = try Blob.fetch(contentHash, in: connection) else { throw InventoryContent.Missing() }
        return try PublishedPortfolio.read(blob.bytes)
    }
}

/// A published portfolio with its city.
struct PublicPortfolio: Sendable {
    let city: City
    let publication: PortfolioPublication
    let portfolio: PublishedPortfolio

    var sums: PortfolioSums { PortfolioSums(portfolio) }

    /// The newest one of a city; nil: it has published none.
    init?(_ connection: any Connection, _ city: City) throws {
        guard let publication = try PortfolioPublication.current(connection, city: city.code) else { return nil }
        self.city = city
        self.publication = publication
        portfolio = try publication.content(connection)
    }

    /// Address without the language.
    var path: String { MeasureDesk.path(of: city) }
}

/// Portfolios that cities published elsewhere, carried over as they stand, with their sources.
package enum PortfolioExamples {
    /// Files of Data/examples/portfolios with the SIRUTA code of the city.
    static let files = [
        ("cluj-napoca-2021.json", "54975"), ("suceava-2021.json", "146263"),
        ("bucuresti-sector-2-2016.json", "179150"),
    ]

    /// Publishes those that are not there yet; a published one is never touched again.
    package static func load(_ database: Database, folder: String, ids: IDSource, at: Instant) async throws {
        for (file, city) in files {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
            let portfolio = try PublishedPortfolio.read(bytes)
            try await database.write { connection in
                guard try PortfolioPublication.current(connection, city: city) == nil else { return }
                try PortfolioPublication.publish(
                    connection, id: ids.next(), city: city, bytes, source: portfolio.source, by: nil, at: at)
                try AuditEntry.record(
                    connection, actor: nil, "measure.carried-over", subject: (kind: "city", id: city),
                    details: ["city": portfolio.city], at: at)
            }
        }
    }
}

import Cities
import Contract
import Storage
import Synchronization
import Web

/// A city's published contract with what its pages say about it.
struct PublicContract: Sendable {
    let city: City
    let publication: ContractPublication
    let document: CityContract
    let label: Label?
    /// Whether the city has published its pathway, and its measures.
    let hasPathway: Bool
    let hasMeasures: Bool

    init?(_ connection: any Connection, slug: String, _ contents: PublishedContracts) throws {
        guard let city = try City.find(connection, slug: slug),
            let publication = try ContractPublication.current(connection, city: city.code)
        else { return nil }
        self.city = city
        self.publication = publication
        document = try contents.content(connection, publication)
        hasPathway = try ScenarioPublication.current(connection, city: city.code) != nil
        hasMeasures = try PortfolioPublication.current(connection, city: city.code) != nil
        label = try publication.contract.flatMap { try Label.newest(connection, of: $0) }
    }

    /// Address without the language.
    static func path(of city: City) -> String { "\(city.path)/contract" }

    var path: String { Self.path(of: city) }

    /// Carried over from elsewhere: nothing in it is known to be right.
    var isCarriedOver: Bool { publication.contract == nil }
}

/// Contents of publications, read once: what stands behind a hash never changes.
final class PublishedContracts: Sendable {
    private let held = Mutex<[String: CityContract]>([:])
    private let reports = Mutex<[String: ContractReport]>([:])
    /// A big contract takes some megabytes in memory.
    private static let most = 16

    func content(_ connection: any Connection, _ publication: ContractPublication) throws -> CityContract {
        let hash = publication.contentHash
        if let known = held.withLock({ $0[hash] }) { return known }
        let content = try publication.content(connection)
        held.withLock { held in
            if held.count >= Self.most { held.removeAll() }
            held[hash] = content
        }
        return content
    }

    /// What the rules find in it.
    func report(_ view: PublicContract) -> ContractReport {
        let hash = view.publication.contentHash
        if let known = reports.withLock({ $0[hash] }) { return known }
        let report = view.document.check(CheckCircumstances(stage: .publication))
        reports.withLock { reports in
            if reports.count >= Self.most { reports.removeAll() }
            reports[hash] = report
        }
        return report
    }
}

import Cities
import Contract
import Inventory
import Members
import Portfolio
import Storage
import Web

/// A contract in work with what each of its pages needs; a part's content is read by the page that shows it.
package struct ContractDesk: Sendable {
    package let city: City
    package let record: ContractRecord
    package let right: ContractRules.Right

    package var mayEdit: Bool { right >= .edit }

    /// The contract that a path names by `:contract`.
    package static func open(_ kit: Kit, _ visit: Visit) async throws -> ContractDesk {
        try await open(kit, visit) { desk, _ in desk }
    }

    /// The same with more of the database, in one reading.
    package static func open<More: Sendable>(
        _ kit: Kit, _ visit: Visit, _ more: @escaping @Sendable (ContractDesk, any Connection) throws -> More
    ) async throws -> More {
        guard let id = ContractID(visit.parameters["contract"]) else { throw PageError.notFound }
        let visitor = visit.visitor
        let found = try await kit.database.read { connection -> More? in
            try ContractDesk(connection, id, visitor).map { try more($0, connection) }
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    package init?(_ connection: any Connection, _ id: ContractID, _ visitor: Visitor) throws {
        guard let record = try ContractRecord.find(connection, id: id),
            let city = try City.find(connection, code: record.city)
        else { return nil }
        self.city = city
        self.record = record
        right = try ContractRules.right(visitor, city: city.code, connection)
    }

    /// Address of the city's contracts without the language.
    package static func path(of city: City) -> String { "\(city.path)/contracts" }

    package static func title(_ record: ContractRecord, _ city: City, _ t: Texts) -> String {
        record.iteration == 1
            ? t("Climate City Contract of {city}", ["city": city.name])
            : t(
                "Climate City Contract of {city}, iteration {number}",
                ["city": city.name, "number": "\(record.iteration)"])
    }

    /// The way from the cities to the contract.
    package func trail(_ visit: Visit, withContract: Bool = true) -> [Page.Crumb] {
        [
            Page.Crumb(visit.t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path)),
            Page.Crumb(visit.t("Contracts"), visit.path(Self.path(of: city))),
        ] + (withContract ? [Page.Crumb(Self.title(record, city, visit.t), visit.path(record.path))] : [])
    }

    /// A line in the history about the contract.
    package func record(
        _ connection: any Connection, _ activity: String, _ visit: Visit, details: [String: String] = [:]
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity,
            subject: (kind: "contract", id: record.id.description),
            details: details.merging(["city": city.name]) { $1 }, at: visit.now)
    }
}

/// What a city's published inventory and its plan give for the contract's tables.
enum ContractNumbers {
    /// nil: the city has no plan here, or its plan cannot be computed.
    static func sources(
        _ connection: any Connection, _ city: City, _ bases: ScenarioBases
    ) throws -> ContractSources? {
        guard let work = try ScenarioDesk.Work(connection, city, bases) else { return nil }
        let portfolio = try? Portfolio(work.document())
        return ContractSources(inventory: work.base, portfolio: portfolio)
    }

    /// The contract with its city's numbers; what the hub says in cells is in the contract's own language.
    static func filling(_ contract: CityContract, from sources: ContractSources, _ kit: Kit) -> CityContract {
        let t = kit.languages[Language(rawValue: contract.language) ?? .ro]
        var sources = sources
        sources.translated = { Carrier.named($0) == nil ? t($0) : InventoryRowName.carrier($0, t) }
        return contract.deriving(from: sources)
    }
}

import Cities
import Contract
import Foundation
import Storage
import Web

/// A city's published contract: page, parts and data for everybody.
struct PublicContractRoutes {
    let kit: Kit
    let contents = PublishedContracts()

    func add(to routes: inout Routes) {
        let path = "/cities/:city/contract"
        routes.get(path, .everyone, caching: .untilDataChange, show)
        routes.get("\(path)/tables/:table", .everyone, caching: .untilDataChange) { visit in
            let view = try await view(visit)
            guard let id = TableID(rawValue: visit.parameters["table"]), view.document.tables[id] != nil else {
                throw PageError.notFound
            }
            return .page(PublicContractPages(view: view, visit: visit).table(id))
        }
        routes.get("\(path)/sections/:section", .everyone, caching: .untilDataChange) { visit in
            let view = try await view(visit)
            guard let id = SectionID(rawValue: visit.parameters["section"]),
                let text = view.document.sections[id]
            else { throw PageError.notFound }
            return .page(PublicContractPages(view: view, visit: visit).section(id, text))
        }
        routes.get("\(path)/findings", .everyone, caching: .untilDataChange) { visit in
            let view = try await view(visit)
            return .page(PublicContractPages(view: view, visit: visit).findings(contents.report(view)))
        }
        routes.plain("/api/v1\(path)", .everyone, caching: .untilDataChange) { visit in
            try .json(PublicContractData(try await view(visit)))
        }
    }

    private func view(_ visit: Visit) async throws -> PublicContract {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { try PublicContract($0, slug: slug, contents) }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let slug = visit.parameters["city"]
        let (city, view) = try await kit.database.read { connection in
            (try City.find(connection, slug: slug), try PublicContract(connection, slug: slug, contents))
        }
        guard let city else { throw PageError.notFound }
        guard let view else { return .page(PublicContractPages.nothing(city, visit)) }
        let report = view.isCarriedOver ? contents.report(view) : nil
        return .page(PublicContractPages(view: view, visit: visit).page(report))
    }
}

/// A published contract as data: the document and what the hub knows about it.
struct PublicContractData: Encodable {
    struct LabelData: Encodable {
        let code: String
        let valid_from: String
        let valid_until: String
        let revoked_on: String?
    }

    let city: String
    let publication: Int
    let published_at: String
    let source: String
    /// Carried over from a publication elsewhere; nothing in it is corrected.
    let is_carried_over: Bool
    /// Paths of what is left out.
    let withheld: [String]
    let content_hash: String
    let label: LabelData?
    let contract: CityContract

    init(_ view: PublicContract) {
        city = view.city.slug
        publication = view.publication.number
        published_at = view.publication.publishedAt.description
        source = view.publication.source
        is_carried_over = view.isCarriedOver
        withheld = view.publication.withheld
        content_hash = view.publication.contentHash
        label = view.label.flatMap { label in
            guard let code = label.code, let from = label.validFrom, let until = label.validUntil else { return nil }
            return LabelData(
                code: code, valid_from: from.description, valid_until: until.description,
                revoked_on: label.revokedOn?.description)
        }
        contract = view.document
    }
}

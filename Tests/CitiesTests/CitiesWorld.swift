import Foundation
import Members
import Storage
import Support
import Testing
import Web

@testable import Cities

/// The wing's schema and reference data in a database of its own.
enum CitiesWorld {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Data").path
    static let moment = Instant("2026-11-22T09:00:00.000Z")!

    static var migrations: [Migration] {
        [SearchIndex.migration] + Members.feature(MembersHooks()).migrations + Cities.feature().migrations
    }

    static func with(_ engine: Engines, _ body: (Database) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: migrations) { database in
            try await ReferenceData.load(database, folder: folder, at: moment)
            try await body(database)
        }
    }

    /// A person of the tests, with an organisation of their own where a level is given.
    static func person(
        _ database: Database, _ name: String, in organisation: OrganisationID? = nil, as level: MembershipLevel? = nil,
        permissions: Set<Permission> = []
    ) async throws -> Visitor {
        let id: PersonID = IDSource(now: { moment }).next()
        try await database.write { connection in
            try Person.create(
                connection, id: id, name: name, email: "\(id)@people.example", language: .ro, passwordHash: nil,
                at: moment)
        }
        var memberships: [OrganisationID: MembershipLevel] = [:]
        if let organisation, let level { memberships[organisation] = level }
        return Visitor(
            signedIn: Visitor.SignedIn(
                person: id, name: name, email: "\(id)@people.example", session: "s", roles: [],
                permissions: permissions,
                memberships: memberships))
    }

    static func team(_ database: Database, of city: String, named name: String) async throws -> OrganisationID {
        let id: OrganisationID = IDSource(now: { moment }).next()
        try await database.write { connection in
            try Organisation.create(
                connection, id: id, name: name, kind: .city, website: nil, about: nil, isDemonstration: true, at: moment
            )
            try CityTeam.link(connection, city: city, organisation: id, at: moment)
        }
        return id
    }

    static func request(_ query: [String: String]) -> CityListRequest {
        CityListRequest(Answers(texts: query.mapValues { [$0] }))
    }
}

/// Codes that tests remember by name.
enum Code {
    static let albaIulia = "1017"
    static let suceava = "146263"
    static let bucharest = "179132"
    static let targuMures = "114319"
    static let sfantuGheorghe = "63394"
}

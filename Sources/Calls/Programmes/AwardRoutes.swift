import Members
import Storage
import Web

/// Awards: for the people of the organisation that got them, and for the hub's team.
struct AwardRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/awards", .signedIn, list)
        routes.get("/awards/:award", SupportProgrammeRules.reader) { visit in
            .page(AwardPages(visit: visit).show(try await AwardDesk.open(kit, visit)))
        }
        routes.get("/awards/:award/agreement/file", SupportProgrammeRules.reader) { visit in
            let agreement = try await AwardDesk.open(kit, visit).agreement
            return try await file(agreement.map { ($0.blobHash, $0.fileName) })
        }
        routes.get("/awards/:award/aid-check/file", SupportProgrammeRules.manager) { visit in
            let check = try await AwardDesk.open(kit, visit).aidCheck
            return try await file(check.map { ($0.blobHash, $0.fileName) })
        }
        routes.get("/awards/:award/reports/:report/file", SupportProgrammeRules.reader) { visit in
            let report = try AwardTrancheSteps.report(try await AwardDesk.open(kit, visit), visit.parameters)
            guard let hash = report.blobHash, let name = report.fileName else { throw PageError.notFound }
            return try await file((hash, name))
        }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let signedIn = try visit.signedIn
        let isStaff = visit.visitor.may(SupportProgrammeRules.view)
        let own = Array(signedIn.memberships.keys)
        let awards = try await kit.database.read {
            try isStaff ? Award.all($0, ofOrganisations: nil) : own.isEmpty ? [] : Award.all($0, ofOrganisations: own)
        }
        return .page(AwardPages(visit: visit).list(awards))
    }

    private func file(_ file: (hash: String, name: String)?) async throws -> Reply {
        guard let file, let blob = try await kit.database.read({ try Blob.fetch(file.hash, in: $0) }) else {
            throw PageError.notFound
        }
        return .file(blob, fileName: file.name)
    }
}

import Contract
import Storage
import Web

/// The versions of a section or a table: which there are, what each changed, and putting one back.
struct ContractHistoryRoutes {
    let kit: Kit
    let documents: ContractDocuments

    private static let size = 50

    func add(to routes: inout Routes) {
        for path in ["/contracts/:contract/sections/:section", "/contracts/:contract/tables/:table"] {
            routes.get("\(path)/history", ContractRules.reader, list)
            routes.get("\(path)/history/:version", ContractRules.reader, show)
            routes.post("\(path)/history/:version/restoration", ContractRules.editor, restore)
        }
    }

    // MARK: Reading

    private func list(_ visit: Visit) async throws -> Reply {
        let part = try ContractPartPlace(visit)
        let after = visit.query.integer("after")
        let place = after.map { ListPlace<Int>.after($0) } ?? .start
        let (desk, found) = try await ContractDesk.open(kit, visit) { desk, connection in
            (
                desk,
                try ContractPartVersion.page(
                    connection, desk.record.id, part.place, at: place, limit: Self.size + 1)
            )
        }
        let shown = ListPart(found, at: place, size: Self.size)
        return .page(
            ContractHistoryPages(desk: desk, part: part, visit: visit).list(shown.items, hasMore: shown.hasAfter))
    }

    private struct Found: Sendable {
        let desk: ContractDesk
        let version: ContractPartVersion
        let before: ContractPartVersion?
        let current: ContractPart?
        let document: CityContract
    }

    private func found(_ visit: Visit, _ part: ContractPartPlace) async throws -> Found {
        guard let number = Int(visit.parameters["version"]) else { throw PageError.notFound }
        let found = try await ContractDesk.open(kit, visit) { desk, connection -> Found? in
            guard let version = try ContractPartVersion.find(connection, desk.record.id, part.place, number)
            else { return nil }
            return Found(
                desk: desk, version: version,
                before: try ContractPartVersion.find(connection, desk.record.id, part.place, number - 1),
                current: try ContractPart.find(connection, desk.record.id, part.place),
                document: try documents.document(connection, desk.record))
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let part = try ContractPartPlace(visit)
        let found = try await found(visit, part)
        return .page(
            try ContractHistoryPages(desk: found.desk, part: part, visit: visit)
                .version(found.version, before: found.before, current: found.current, in: found.document))
    }

    // MARK: Putting back

    private func restore(_ visit: Visit) async throws -> Reply {
        let part = try ContractPartPlace(visit)
        let found = try await found(visit, part)
        let person = try visit.signedIn.person
        // Who puts a version back has seen what stands there now; what came after is asked about.
        let seen = visit.answers.integer("version") ?? -1
        let isRestored = try await kit.database.write { connection in
            guard
                try ContractPart.save(
                    connection, found.desk.record.id, part.place, version: seen, found.version.content, by: person,
                    at: visit.now)
            else { return false }
            try found.desk.record(
                connection, "contract.part-restored", visit,
                details: ["part": part.place.path, "version": "\(found.version.version)"])
            return true
        }
        guard isRestored else {
            throw PageError.conflict(visit.t("Somebody else saved meanwhile. Look at the versions again."))
        }
        return .seeOther(
            visit.path(ContractWords.path(part.place, in: found.desk.record)),
            notice: visit.t("The version is put back. What stood there is kept among the versions."))
    }
}

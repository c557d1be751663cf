import Background
import Cities
import Contract
import Members
import Storage
import Web

/// Files of a contract: of the one in work for its team, of the published one for everybody.
struct ContractExportRoutes {
    let kit: Kit
    let documents: ContractDocuments

    func add(to routes: inout Routes) {
        routes.get("/contracts/:contract/exports", ContractRules.reader) { visit in
            .page(ContractExportPages(shelf: try await ownShelf(visit), visit: visit).page)
        }
        routes.post("/contracts/:contract/exports", ContractRules.reader) { visit in
            try await request(try await ownShelf(visit), visit)
        }
        routes.get("/contracts/:contract/exports/:file", ContractRules.reader) { visit in
            try await file(try await ownShelf(visit), visit)
        }
        routes.get("/cities/:city/contract/exports", .everyone) { visit in
            .page(ContractExportPages(shelf: try await publicShelf(visit), visit: visit).page)
        }
        routes.post("/cities/:city/contract/exports", .everyone) { visit in
            try await request(try await publicShelf(visit), visit)
        }
        routes.get("/cities/:city/contract/exports/:file", .everyone) { visit in
            try await file(try await publicShelf(visit), visit)
        }
    }

    /// The files of one content.
    struct Shelf: Sendable {
        /// One file: wanted or not, on its way or there.
        struct Item: Sendable {
            let key: ContractExport.Key
            let format: ContractFormat
            let language: Language
            let export: ContractExport?
            let job: Job?

            /// Its name in the address and as a file, such as `contract-ro-v2.1.xlsx`.
            var name: String { "contract-\(language.rawValue)-\(key.template).\(key.format)" }
        }

        let city: City
        /// nil: of the published contract.
        let desk: ContractDesk?
        let items: [Item]
        /// Address without the language.
        let path: String
        /// Keeps the content of a contract in work until its files are made.
        let content: [UInt8]?
    }

    private func ownShelf(_ visit: Visit) async throws -> Shelf {
        try await ContractDesk.open(kit, visit) { desk, connection in
            let bytes = Array(try documents.document(connection, desk.record).json())
            return try Self.shelf(
                connection, desk.city, desk, hash: Blob.hash(of: bytes), path: "\(desk.record.path)/exports",
                content: bytes)
        }
    }

    private func publicShelf(_ visit: Visit) async throws -> Shelf {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection -> Shelf? in
            guard let city = try City.find(connection, slug: slug),
                let publication = try ContractPublication.current(connection, city: city.code)
            else { return nil }
            return try Self.shelf(
                connection, city, nil, hash: publication.contentHash, path: "\(PublicContract.path(of: city))/exports",
                content: nil)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private static func shelf(
        _ connection: any Connection, _ city: City, _ desk: ContractDesk?, hash: String, path: String,
        content: [UInt8]?
    ) throws -> Shelf {
        let known = try ContractExport.all(connection, of: hash)
        var items: [Shelf.Item] = []
        for format in ContractFormat.allCases {
            for template in Template.allCases.reversed() {
                for language in Language.allCases where format != .json || language == .ro && template == .v21 {
                    let key = ContractExport.Key(
                        contentHash: hash, format: format.rawValue, language: language.rawValue,
                        template: template.rawValue)
                    let export = known.first { $0.key == key }
                    let job = try export?.job.flatMap { try Job.find($0, in: connection) }
                    items.append(
                        Shelf.Item(key: key, format: format, language: language, export: export, job: job))
                }
            }
        }
        return Shelf(city: city, desk: desk, items: items, path: path, content: content)
    }

    private func request(_ shelf: Shelf, _ visit: Visit) async throws -> Reply {
        let name = visit.answers.text("file")
        guard let item = shelf.items.first(where: { $0.name == name }) else { throw PageError.notFound }
        let person = visit.visitor.person
        try await kit.database.write { connection in
            if let content = shelf.content {
                _ = try Blob.store(content, mediaType: FileType.json.mediaType, at: visit.now, in: connection)
            }
            try ContractExportJobs.request(connection, kit: kit, item.key, by: person, at: visit.now)
        }
        return .seeOther(visit.path(shelf.path), notice: visit.t("The file is being made."))
    }

    private func file(_ shelf: Shelf, _ visit: Visit) async throws -> Reply {
        let name = visit.parameters["file"]
        guard let item = shelf.items.first(where: { $0.name == name }) else { throw PageError.notFound }
        guard let hash = item.export?.blobHash,
            let blob = try await kit.database.read({ try Blob.fetch(hash, in: $0) })
        else {
            return .seeOther(visit.path(shelf.path), notice: visit.t("This file is not made yet: ask for it here."))
        }
        return .file(blob, fileName: "\(shelf.city.slug)-\(item.name)")
    }
}

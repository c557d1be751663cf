import Background
import Contract
import Foundation
import Storage
import Web

/// A file made of a contract, asked for once and kept under what it was made of.
struct ContractExport: Sendable, RowDecodable {
    /// What distinguishes one file from another.
    struct Key: Sendable, Hashable, Codable {
        /// SHA-256 of the contract as JSON.
        let contentHash: String
        let format: String
        let language: String
        let template: String
    }

    let key: Key
    let job: ID<Job>?
    let blobHash: String?

    init(row: Row) throws {
        key = Key(
            contentHash: try row("content_hash"), format: try row("format"), language: try row("language"),
            template: try row("template"))
        job = try row("job_id")
        blobHash = try row("blob_hash")
    }
}

/// Files of contracts are made outside the request, each once.
struct ContractExportJobs {
    static let kind = "contract.export"

    struct Payload: Codable {
        let key: ContractExport.Key
        /// Where the words of the hub's languages stand.
        let resources: String
    }

    static let all = [
        JobDeclaration(kind: kind, title: "Making a file of a contract") { run in
            let payload = try run.payload(Payload.self)
            let key = payload.key
            guard let format = ContractFormat(rawValue: key.format), let language = Language(rawValue: key.language),
                let template = Template(rawValue: key.template)
            else { throw PermanentFailure("no format \(key.format) in \(key.language) after \(key.template)") }
            try await run.progress(0, of: 3)
            let blob = try await run.database.read { try Blob.fetch(key.contentHash, in: $0) }
            guard let blob else { throw PermanentFailure("the contract \(key.contentHash) is not there") }
            let contract = try CityContract.read(Data(blob.bytes))
            let texts = try Languages(folder: "\(payload.resources)/Locales")[language]
            let file = try await ContractFile.make(
                contract, format, texts, template: template, resources: payload.resources
            ) { try await run.progress($0.rawValue, of: 3) }
            let now = run.now()
            try await run.database.write { connection in
                let hash = try Blob.store(file.bytes, mediaType: file.type.mediaType, at: now, in: connection)
                try ContractExport.finish(connection, key, blobHash: hash, at: now)
            }
            try await run.progress(3, of: 3)
        }
    ]

    /// Asks for a file unless it was asked for before.
    static func request(
        _ connection: any Connection, kit: Kit, _ key: ContractExport.Key, by person: PersonID?, at: Instant
    ) throws {
        guard try ContractExport.request(connection, key, by: person, at: at) else { return }
        let job = try kit.queue.enqueue(
            in: connection, kind: kind, payload: Payload(key: key, resources: kit.settings.resources))
        if let job { try ContractExport.note(connection, key, job: job) }
    }
}

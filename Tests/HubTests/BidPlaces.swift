import Members
import Selection
import SiteSupport
import Storage
import Web

@testable import Calls

/// Real values for the room of bids: a submitted bid of the team of Alba Iulia in the demonstration call.
struct BidPlaces: Sendable {
    private let bid: BidID
    private let file: String

    init(_ site: TestSite, organisation: String, by person: PersonID) async throws {
        let (ids, now) = (site.kit.ids, site.clock.now)
        (bid, file) = try await site.database.write { connection in
            let bytes = Array("%PDF-1.7\nacord\n".utf8)
            let hash = try Blob.store(bytes, mediaType: FileType.pdf.mediaType, at: now, in: connection)
            guard let team = OrganisationID(organisation),
                let call = try OpenCall.find(connection, slug: OpenCallExample.slug)
            else { return (ids.next(), hash) }
            if try BidRecord.find(connection, call: call.id, organisation: team) == nil {
                try BidRecord.start(connection, id: ids.next(), in: call.id, of: team, by: person, at: now)
            }
            guard let record = try BidRecord.find(connection, call: call.id, organisation: team) else {
                return (ids.next(), hash)
            }
            _ = try BidRecord.save(
                connection, record,
                [
                    "question-2": .choices(["yes"]),
                    "question-3": .files([BidFile(name: "acord.pdf", sha256: hash, bytes: bytes.count)]),
                ], by: person, at: now)
            // Each time that values are made there is a submission that can be withdrawn.
            try BidSubmission.receive(
                connection, id: ids.next(), record, .init(edition: 1, text: "{}", hash: hash), by: person, at: now)
            return (record.id, hash)
        }
    }

    /// nil: not of this room.
    func value(_ name: Substring, in path: String) -> String? {
        guard path.hasPrefix("/bids/") else { return nil }
        return switch name {
        case "bid": bid.description
        case "section": "section-1"
        case "question": "question-3"
        case "hash": file
        case "number": "1"
        default: nil
        }
    }
}

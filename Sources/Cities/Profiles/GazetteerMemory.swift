import Storage
import Synchronization

/// Keeps the gazetteer in memory for as long as it is the one that the database holds.
///
/// Every page that uses it reads the digest of the load on the same snapshot as its own rows: a new load, by whichever
/// node, shows at once, and no page mixes the old with the new.
package final class GazetteerMemory: Sendable {
    private let database: Database
    private let held = Mutex<Gazetteer?>(nil)

    package init(_ database: Database) { self.database = database }

    /// The gazetteer as far as this node knows; read when it knows none.
    func known() async throws -> Gazetteer {
        if let known = held.withLock({ $0 }) { return known }
        return try await renewed()
    }

    /// - Parameter digest: the load that the page's own rows belong to.
    func gazetteer(of digest: String) async throws -> Gazetteer {
        let known = try await known()
        return known.digest == digest ? known : try await renewed()
    }

    private func renewed() async throws -> Gazetteer {
        let read = try await database.answer(Gazetteer.query)
        held.withLock { $0 = read }
        return read
    }

    /// A city with all that its page shows; nil when there is none.
    ///
    /// The gazetteer knows the code behind the address and the places nearby. Should it turn out to be of an older load
    /// than the rows, both are asked again.
    func city(_ slug: String) async throws -> CityView? {
        try await city(try await database.answer(CityRecord.query(slug: slug, try await known())))
    }

    /// The same for rows that were asked before.
    func city(_ found: CityRecord.Found, _ panels: [CityPanel] = []) async throws -> CityView? {
        var found = found
        if found.digest != found.gazetteer.digest {
            found = try await database.answer(CityRecord.query(slug: found.slug, try await renewed(), panels))
        }
        return found.record.map { CityView($0, found.gazetteer) }
    }
}

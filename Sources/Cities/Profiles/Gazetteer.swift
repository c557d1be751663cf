import Storage
import Web

/// What many pages share of the reference data, and only a new load of them changes: the address of the map, the
/// counties and regions, the titles of sources, and which places there are.
package struct Gazetteer: Sendable {
    /// A place by its names: what a link to it needs.
    struct Place: Sendable, RowDecodable {
        let code: String
        let slug: String
        let name: String
        let county: String
        let parent: String?

        var path: String { "/cities/\(slug)" }

        init(row: Row) throws {
            code = try row("code")
            slug = try row("slug")
            name = try row("name")
            county = try row("county_code")
            parent = try row("parent_code")
        }
    }

    /// Names the load that all of this comes from.
    let digest: String
    let map: MapGround
    let counties: [County]
    let regions: [Region]
    let sources: [String: DataSource]
    /// In the order of the alphabet.
    private let places: [Place]

    private let countiesByCode: [String: County]
    private let regionsByCode: [String: Region]
    private let placesBySlug: [String: Place]
    /// The other places of the region, by code.
    private let neighboursByCode: [String: [Place]]

    init(
        digest: String, counties: [County], regions: [Region], sources: [DataSource],
        places: [Place]
    ) {
        self.digest = digest
        map = MapGround(digest: digest)
        self.counties = counties
        self.regions = regions
        self.places = places
        self.sources = Dictionary(sources.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let byCode = Dictionary(counties.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        countiesByCode = byCode
        regionsByCode = Dictionary(regions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        placesBySlug = Dictionary(places.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        let byRegion = Dictionary(grouping: places) { byCode[$0.county]?.region ?? "" }
        neighboursByCode = Dictionary(
            places.map { place in
                (place.code, (byRegion[byCode[place.county]?.region ?? ""] ?? []).filter { $0.code != place.code })
            }, uniquingKeysWith: { first, _ in first })
    }

    func county(_ code: String) -> County? { countiesByCode[code] }

    func region(ofCounty code: String) -> Region? { countiesByCode[code].flatMap { regionsByCode[$0.region] } }

    func place(slug: String) -> Place? { placesBySlug[slug] }

    /// The city that a sector is part of.
    func whole(of place: Place) -> Place? { place.parent.flatMap { parent in places.first { $0.code == parent } } }

    func sectors(of place: Place) -> [Place] { places.filter { $0.parent == place.code } }

    /// The other places of its region.
    func neighbours(of place: Place) -> [Place] { neighboursByCode[place.code] ?? [] }
}

import Storage
import Web

/// The outline of Romania or of a county, drawn in the coordinates of `CityMap`.
package struct MapShape: Sendable, RowDecodable {
    package enum Kind: String, Sendable, Storable { case country, county }

    package let code: String
    package let kind: Kind
    /// SVG path data.
    package let outline: String
    package let source: String
    package let status: FigureStatus

    package init(row: Row) throws {
        code = try row("code")
        kind = try row("kind")
        outline = try row("outline")
        source = try row("source")
        status = try row("status")
    }

    static let migration = Migration(
        "map-001",
        sql: """
            CREATE TABLE map_shape (
                code TEXT PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('country', 'county')),
                outline TEXT NOT NULL,
                source TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('sourced', 'derived', 'unverified'))
            );
            """)
}

/// The map without its places: the outlines of the counties and of the country, a file that browsers keep, so that a
/// page carries no more than its own dots.
package struct MapGround: Sendable {
    /// Its address names the load of reference data that it is drawn from: another load is another file.
    let path: String
    private let edition: String

    package init(digest: String) {
        edition = String(digest.prefix(12))
        path = "\(Self.address)?edition=\(edition)"
    }

    /// Bytes of the file on its way, compressed and with its headers, at most.
    package static let weight = 6_500
    package static let address = "/cities/map.svg"

    /// Whether an address names this load; every other answer must not be kept.
    func isNamed(by edition: String?) -> Bool { edition == self.edition }

    /// The drawing, with a group for each kind of line: pages say how these look.
    static func file(_ shapes: [MapShape]) -> [UInt8] {
        func group(_ kind: MapShape.Kind) -> String {
            let paths = shapes.filter { $0.kind == kind }.map { "<path d=\"\($0.outline)\"/>" }
            return "<g id=\"\(kind.rawValue)\">\(paths.joined())</g>"
        }
        let size = "viewBox=\"0 0 \(CityMap.width) \(CityMap.height)\""
        return Array(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)>\(group(.county))\(group(.country))</svg>\n".utf8)
    }

    fileprivate var html: HTML {
        DotMap.ground(path, bytes: Self.weight, [("area", "county"), ("outline", "country")])
    }
}

/// The map of Romania: an equirectangular projection with true lengths along 46° North.
package enum CityMap {
    package static let width = 1000
    package static let height = 710

    /// The north-western corner of the drawing, and its units for one degree from north to south.
    private static let west = 20.2
    private static let north = 48.3
    private static let unitsPerDegree = 150.0
    private static let cosineOf46 = 0.694658

    /// Where a place stands in the drawing.
    package static func point(latitude: Double, longitude: Double) -> (x: Double, y: Double) {
        ((longitude - west) * cosineOf46 * unitsPerDegree, (north - latitude) * unitsPerDegree)
    }

    /// Programme cities as links on the map; a list of them belongs beside it.
    package static func html(
        _ lines: [CityLine], on ground: MapGround, label: String, path: (String) -> String, _ t: Texts
    ) -> HTML {
        drawing(lines, on: ground, label: label, named: lines.count <= 20, path: path, t).html
    }

    /// The same map as a value, for pages that show it their own way.
    static func drawing(
        _ lines: [CityLine], on ground: MapGround, label: String, named: Bool, path: (String) -> String, _ t: Texts
    ) -> DotMap {
        // A sector stands on its city: two names there would cover each other.
        let dots = lines.compactMap { line in
            dot(line, named: named && (line.kind != .sector || lines.count == 1), path: path, t)
        }
        var legend: [(shape: DotMap.Shape, text: String)] = []
        for cohort in Cohort.allCases where lines.contains(where: { $0.cohort == cohort }) {
            legend.append((shape(of: cohort), t(cohort.groupTitle)))
        }
        if lines.contains(where: { $0.cohort == nil }) { legend.append((shape(of: nil), t("Other cities"))) }
        return DotMap(
            label: label, width: width, height: height, ground: ground.html, dots: dots, legend: legend)
    }

    private static func dot(_ line: CityLine, named: Bool, path: (String) -> String, _ t: Texts) -> DotMap.Dot? {
        guard let latitude = line.latitude, let longitude = line.longitude else { return nil }
        let point = point(latitude: latitude, longitude: longitude)
        var about = line.cohort.map { t($0.title) } ?? t("{county} County", ["county": line.countyName])
        if let year = line.targetYear { about += ", " + t("target {year}", ["year": "\(year)"]) }
        return DotMap.Dot(
            x: point.x, y: point.y, name: line.name, about: about, path: path(line.path),
            shape: shape(of: line.cohort), size: size(line.population), named: named)
    }

    private static func shape(of cohort: Cohort?) -> DotMap.Shape {
        switch cohort {
        case .euMission: .diamond
        case .m100Mirror: .disc
        case nil: .ring
        }
    }

    private static func size(_ population: Int) -> Int {
        switch population {
        case 1_000_000...: 5
        case 300_000...: 4
        case 100_000...: 3
        case 50_000...: 2
        default: 1
        }
    }
}

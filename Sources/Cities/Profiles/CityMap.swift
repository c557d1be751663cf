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

/// The map without its places: the outlines of the counties and of the country, the same on every page.
package struct MapOutline: Sendable {
    let html: HTML

    init(_ shapes: [MapShape]) {
        let counties = shapes.filter { $0.kind == .county }.map { DotMap.Area(path: $0.outline) }
        let country = shapes.filter { $0.kind == .country }.map { DotMap.Area(path: $0.outline, outline: true) }
        html = DotMap.outline(of: counties + country).written
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
        _ lines: [CityLine], shapes: [MapShape], label: String, path: (String) -> String, _ t: Texts
    ) -> HTML {
        html(lines, on: MapOutline(shapes), label: label, path: path, t)
    }

    /// The same on an outline that is held in memory.
    static func html(
        _ lines: [CityLine], on outline: MapOutline, label: String, path: (String) -> String, _ t: Texts
    ) -> HTML {
        drawing(lines, on: outline, label: label, named: lines.count <= 20, path: path, t).html
    }

    /// The same map as a value, for pages that show it their own way.
    static func drawing(
        _ lines: [CityLine], on outline: MapOutline, label: String, named: Bool, path: (String) -> String, _ t: Texts
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
            label: label, width: width, height: height, outline: outline.html, dots: dots, legend: legend)
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

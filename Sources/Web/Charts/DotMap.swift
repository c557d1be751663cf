/// A map with places as links: an outline, areas, and a shape at each place. A list of the same places belongs beside
/// it: small dots are no target for every finger.
package struct DotMap: Sendable {
    /// The outline of an area as SVG path data.
    package struct Area: Sendable {
        package let path: String
        package let isOutline: Bool

        package init(path: String, outline: Bool = false) {
            self.path = path
            isOutline = outline
        }
    }

    /// The shape of a dot: groups must differ by more than colour.
    package enum Shape: String, Sendable, CaseIterable {
        case disc
        case diamond
        case square
        case triangle
        case ring
    }

    /// A place; `size` runs from 1 (small) to 5 (large).
    package struct Dot: Sendable {
        package let x: Double
        package let y: Double
        package let name: String
        /// What is spoken and shown with the name, such as the group.
        package let about: String
        package let path: String
        package let shape: Shape
        package let size: Int
        package let isNamed: Bool

        package init(
            x: Double, y: Double, name: String, about: String, path: String, shape: Shape, size: Int = 2,
            named: Bool = false
        ) {
            self.x = x
            self.y = y
            self.name = name
            self.about = about
            self.path = path
            self.shape = shape
            self.size = min(5, max(1, size))
            isNamed = named
        }
    }

    package let label: String
    package let width: Int
    package let height: Int
    /// What lies under the dots.
    package let ground: HTML
    package let dots: [Dot]
    package let legend: [(shape: Shape, text: String)]

    package init(
        label: String, width: Int, height: Int, areas: [Area], dots: [Dot], legend: [(shape: Shape, text: String)]
    ) {
        let ground = HTML {
            for area in areas {
                element("path", .class(area.isOutline ? "outline" : "area"), .attribute("d", area.path))
            }
        }
        self.init(label: label, width: width, height: height, ground: ground, dots: dots, legend: legend)
    }

    /// A map on a ground that pages share, see `ground(_:_:)`.
    package init(
        label: String, width: Int, height: Int, ground: HTML, dots: [Dot], legend: [(shape: Shape, text: String)]
    ) {
        self.label = label
        self.width = width
        self.height = height
        self.ground = ground
        self.dots = dots
        self.legend = legend
    }

    /// Groups of an SVG file of this hub, drawn in the colours of the page's own styles.
    ///
    /// - Parameter bytes: what the file weighs on its way.
    package static func ground(_ file: String, bytes: Int, _ groups: [(class: String, id: String)]) -> HTML {
        HTML {
            HTML.fetched(bytes: bytes)
            for group in groups { element("use", .class(group.class), .href("\(file)#\(group.id)")) }
        }
    }

    package var html: HTML {
        figure(.class("map")) {
            svg(
                .attribute("viewBox", "0 0 \(width) \(height)"), .role("group"), .aria("label", label),
                .class("map-drawing")
            ) {
                ground
                // Large places first, so that small neighbours stay on top and in reach.
                for dot in dots.sorted(by: { $0.size > $1.size }) { drawing(of: dot) }
            }
            if !legend.isEmpty { legendList }
        }
    }

    private func drawing(of dot: Dot) -> HTML {
        a(.href(dot.path), .class("dot \(dot.shape.rawValue)"), .aria("label", "\(dot.name), \(dot.about)")) {
            element("title") { "\(dot.name), \(dot.about)" }
            Self.outline(dot.shape, x: dot.x, y: dot.y, radius: Double(dot.size) * 2 + 3)
            if dot.isNamed { name(of: dot) }
        }
    }

    /// Names stand on the side where there is room.
    private func name(of dot: Dot) -> HTML {
        let isLeft = dot.x > Double(width) * 0.8
        let gap = Double(dot.size) * 2 + 8
        return element(
            "text", .attribute("x", ChartScale.text(dot.x + (isLeft ? -gap : gap))),
            .attribute("y", ChartScale.text(dot.y + 5)), .attribute("text-anchor", isLeft ? "end" : "start"),
            .aria("hidden", "true")
        ) { dot.name }
    }

    private var legendList: HTML {
        figcaption {
            ul(.class("legend")) {
                for entry in legend {
                    li {
                        svg(
                            .class("dot \(entry.shape.rawValue)"), .attribute("width", "20"),
                            .attribute("height", "20"), .aria("hidden", "true"), .attribute("focusable", "false")
                        ) { Self.outline(entry.shape, x: 10, y: 10, radius: 7) }
                        " " + entry.text
                    }
                }
            }
        }
    }

    private static func outline(_ shape: Shape, x: Double, y: Double, radius: Double) -> HTML {
        func at(_ dx: Double, _ dy: Double) -> String {
            ChartScale.text(x + dx * radius) + " " + ChartScale.text(y + dy * radius)
        }
        switch shape {
        case .disc, .ring:
            return element(
                "circle", .attribute("cx", ChartScale.text(x)), .attribute("cy", ChartScale.text(y)),
                .attribute("r", ChartScale.text(radius)))
        case .diamond: return path("M\(at(0, -1.25))L\(at(1.25, 0))L\(at(0, 1.25))L\(at(-1.25, 0))Z")
        case .square: return path("M\(at(-0.9, -0.9))L\(at(0.9, -0.9))L\(at(0.9, 0.9))L\(at(-0.9, 0.9))Z")
        case .triangle: return path("M\(at(0, -1.15))L\(at(1.1, 0.85))L\(at(-1.1, 0.85))Z")
        }
    }

    private static func path(_ data: String) -> HTML { element("path", .attribute("d", data)) }
}

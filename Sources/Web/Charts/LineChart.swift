/// Lines over a common axis; the first few series differ by colour, by dash and by the shape of their points.
package struct LineChart: Sendable {
    /// One line; points are in order of `x`.
    package struct Series: Sendable {
        package let name: String
        package let points: [(x: Double, y: Double)]
        package let hasArea: Bool

        package init(_ name: String, points: [(x: Double, y: Double)], area: Bool = false) {
            self.name = name
            self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
            hasArea = area
        }
    }

    package let series: [Series]
    package let unit: String
    /// How a value on the axes is written.
    private let writeX: @Sendable (Double) -> String
    private let writeY: @Sendable (Double) -> String

    /// Room for the unit above the label of the highest line.
    private static let top = 46.0
    private static let height = 220.0

    package init(
        _ series: [Series], unit: String, writeX: @escaping @Sendable (Double) -> String = { "\(Int($0))" },
        writeY: @escaping @Sendable (Double) -> String
    ) {
        self.series = series
        self.unit = unit
        self.writeX = writeX
        self.writeY = writeY
    }

    package var html: HTML {
        let points = series.flatMap(\.points)
        let across = ChartScale(values: points.map(\.x))
        let up = Self.rounded(ChartScale(values: points.map(\.y) + [0]))
        return HTML {
            if series.count > 1 { legend }
            svg(
                .class("lines"), .attribute("width", "100%"),
                .attribute("height", ChartScale.text(Self.top + Self.height + 28)), .aria("hidden", "true"),
                .attribute("focusable", "false")
            ) {
                element("text", .class("unit"), .attribute("x", "0"), .attribute("y", "12")) { unit }
                grid(up)
                labels(across)
                for (index, line) in series.enumerated() { drawing(of: line, index, across, up) }
                heights(up)
            }
        }
    }

    /// Shapes and dashes as in the drawing, named in text.
    private var legend: HTML {
        ul(.class("legend")) {
            for (index, line) in series.enumerated() {
                li {
                    svg(
                        .attribute("width", "32"), .attribute("height", "12"), .aria("hidden", "true"),
                        .attribute("focusable", "false")
                    ) {
                        element(
                            "line", .class("line series-\(index % 5 + 1)"), .attribute("x1", "0"),
                            .attribute("x2", "32"), .attribute("y1", "6"), .attribute("y2", "6"))
                    }
                    " " + line.name
                }
            }
        }
    }

    private func grid(_ up: ChartScale) -> HTML {
        HTML {
            for tick in up.ticks() {
                let height = Self.y(tick, up)
                element(
                    "line", .class(tick == 0 ? "axis" : "grid"), .attribute("x1", "0"), .attribute("x2", "100%"),
                    .attribute("y1", height), .attribute("y2", height))
            }
        }
    }

    /// Written over the lines, with a halo, because lines often start where the labels stand.
    private func heights(_ up: ChartScale) -> HTML {
        HTML {
            for tick in up.ticks() {
                element(
                    "text", .class("tick"), .attribute("x", "0"), .attribute("y", Self.y(tick, up)),
                    .attribute("dy", "-5")
                ) { writeY(tick) }
            }
        }
    }

    private func labels(_ across: ChartScale) -> HTML {
        let ticks = across.ticks(5)
        return HTML {
            for (index, tick) in ticks.enumerated() {
                let anchor = index == 0 ? "start" : index == ticks.count - 1 ? "end" : "middle"
                element(
                    "text", .class("tick"), .attribute("x", across.percent(tick)),
                    .attribute("y", ChartScale.text(Self.top + Self.height + 20)), .attribute("text-anchor", anchor)
                ) { writeX(tick) }
            }
        }
    }

    private func drawing(of line: Series, _ index: Int, _ across: ChartScale, _ up: ChartScale) -> HTML {
        let colour = "series-\(index % 5 + 1)"
        return HTML {
            if line.hasArea { area(under: line, colour, across, up) }
            for (start, end) in zip(line.points, line.points.dropFirst()) {
                element(
                    "line", .class("line \(colour)"), .attribute("x1", across.percent(start.x)),
                    .attribute("x2", across.percent(end.x)), .attribute("y1", Self.y(start.y, up)),
                    .attribute("y2", Self.y(end.y, up)))
            }
            for point in line.points {
                element(
                    "circle", .class("point \(colour)"), .attribute("cx", across.percent(point.x)),
                    .attribute("cy", Self.y(point.y, up)), .attribute("r", "3.5"))
            }
        }
    }

    /// A drawing inside the drawing that stretches with it; only shapes without texts may stretch.
    private func area(under line: Series, _ colour: String, _ across: ChartScale, _ up: ChartScale) -> HTML {
        guard let first = line.points.first, let last = line.points.last else { return .empty }
        let edge = line.points.map { point in
            "\(ChartScale.text(across.position(point.x))),\(ChartScale.text(100 - up.position(point.y)))"
        }
        let base = ChartScale.text(100 - up.position(0))
        let corners =
            ["\(ChartScale.text(across.position(first.x))),\(base)"] + edge + [
                "\(ChartScale.text(across.position(last.x))),\(base)"
            ]
        return element(
            "svg", .attribute("x", "0"), .attribute("y", ChartScale.text(Self.top)), .attribute("width", "100%"),
            .attribute("height", ChartScale.text(Self.height)), .attribute("viewBox", "0 0 100 100"),
            .attribute("preserveAspectRatio", "none")
        ) {
            element("polygon", .class("area \(colour)"), .attribute("points", corners.joined(separator: " ")))
        }
    }

    private static func y(_ value: Double, _ up: ChartScale) -> String {
        ChartScale.text(top + height * (1 - up.position(value) / 100))
    }

    /// The scale stretched to the next tick at both ends, so that lines end inside the grid.
    private static func rounded(_ scale: ChartScale) -> ChartScale {
        let ticks = scale.ticks()
        guard ticks.count > 1 else { return scale }
        let step = ticks[1] - ticks[0]
        return ChartScale(
            low: (scale.low / step).rounded(.down) * step, high: (scale.high / step).rounded(.up) * step)
    }
}

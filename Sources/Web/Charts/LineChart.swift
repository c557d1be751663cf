/// Lines over a common axis; the first few series differ by colour, by dash and by the shape of their points.
package struct LineChart: Sendable {
    /// One line; points are in order of `x`.
    package struct Series: Sendable {
        package let name: String
        package let points: [(x: Double, y: Double)]
        package let hasArea: Bool
        /// What the value may lie between, drawn as a strip behind the line.
        package let band: [(x: Double, low: Double, high: Double)]

        package init(
            _ name: String, points: [(x: Double, y: Double)], area: Bool = false,
            band: [(x: Double, low: Double, high: Double)] = []
        ) {
            self.name = name
            self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
            self.band = band.filter { $0.x.isFinite && $0.low.isFinite && $0.high.isFinite }
            hasArea = area
        }
    }

    package let series: [Series]
    package let unit: String
    /// How a value on the axes is written.
    private let writeX: @Sendable (Double) -> String
    private let writeY: @Sendable (Double) -> String

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
        let bands = series.flatMap(\.band)
        let across = ChartScale(values: points.map(\.x) + bands.map(\.x))
        let ground = ChartGround(
            across: across, ys: points.map(\.y) + bands.map(\.low) + bands.map(\.high), unit: unit,
            feet: ChartGround.feet(of: across, writeX), writeY: writeY)
        return HTML {
            if series.count > 1 { ChartLegend.lines(series.map(\.name)) }
            ground.html(
                "lines", HTML { for (index, line) in series.enumerated() { Self.drawing(of: line, index, ground) } })
        }
    }

    private static func drawing(of line: Series, _ index: Int, _ ground: ChartGround) -> HTML {
        let colour = "series-\(index % 5 + 1)"
        return HTML {
            if line.hasArea {
                let xs = line.points.map(\.x)
                ground.stretched(
                    ground.strip(
                        "area \(colour)", xs: xs, low: xs.map { _ in 0 }, high: line.points.map(\.y)))
            }
            if !line.band.isEmpty {
                ground.stretched(
                    ground.strip(
                        "area \(colour)", xs: line.band.map(\.x), low: line.band.map(\.low),
                        high: line.band.map(\.high)))
            }
            for (start, end) in zip(line.points, line.points.dropFirst()) {
                element(
                    "line", .class("line \(colour)"), .attribute("x1", ground.across.percent(start.x)),
                    .attribute("x2", ground.across.percent(end.x)), .attribute("y1", ground.y(start.y)),
                    .attribute("y2", ground.y(end.y)))
            }
            for point in line.points {
                element(
                    "circle", .class("point \(colour)"), .attribute("cx", ground.across.percent(point.x)),
                    .attribute("cy", ground.y(point.y)), .attribute("r", "3.5"))
            }
        }
    }
}

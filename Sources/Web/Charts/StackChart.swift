/// Layers that add up over time, with lines over them: what remains, and above it what each measure takes away.
package struct StackChart: Sendable {
    /// One layer: its thickness at each place.
    package struct Layer: Sendable {
        package let name: String
        package let values: [Double]
        /// Whether it is the quiet ground that the others stand on.
        package let isGround: Bool

        package init(_ name: String, _ values: [Double], ground: Bool = false) {
            self.name = name
            self.values = values
            isGround = ground
        }
    }

    package let xs: [Double]
    /// From the bottom up.
    package let layers: [Layer]
    /// Lines in order of `x`, drawn over the layers.
    package let lines: [LineChart.Series]
    package let unit: String
    private let writeY: @Sendable (Double) -> String

    package init(
        xs: [Double], layers: [Layer], lines: [LineChart.Series] = [], unit: String,
        writeY: @escaping @Sendable (Double) -> String
    ) {
        self.xs = xs
        self.layers = layers
        self.lines = lines
        self.unit = unit
        self.writeY = writeY
    }

    package var html: HTML {
        let edges = Self.edges(of: layers, count: xs.count)
        let across = ChartScale(values: xs)
        let ground = ChartGround(
            across: across, ys: edges.flatMap { $0 } + lines.flatMap { $0.points.map(\.y) }, unit: unit,
            feet: ChartGround.feet(of: across) { "\(Int($0))" }, writeY: writeY)
        return HTML {
            ChartLegend.fills(layers, lines: lines.map(\.name))
            ground.html(
                "lines stack",
                HTML {
                    ground.stretched(
                        HTML {
                            for index in layers.indices {
                                ground.strip(
                                    ChartLegend.fillClass(of: layers[index], index), xs: xs, low: edges[index],
                                    high: edges[index + 1])
                            }
                        })
                    for (index, line) in lines.enumerated() { Self.drawing(of: line, index, ground) }
                })
        }
    }

    /// The lower edge of each layer and the upper edge of the last.
    private static func edges(of layers: [Layer], count: Int) -> [[Double]] {
        var edge = [Double](repeating: 0, count: count)
        var all = [edge]
        for layer in layers {
            for (place, value) in layer.values.prefix(count).enumerated() where value.isFinite { edge[place] += value }
            all.append(edge)
        }
        return all
    }

    /// Lines with points only at their ends and turns would hide the layers: points stand where few years are given.
    private static func drawing(of line: LineChart.Series, _ index: Int, _ ground: ChartGround) -> HTML {
        let colour = "over over-\(index % 3 + 1)"
        return HTML {
            for (start, end) in zip(line.points, line.points.dropFirst()) {
                element(
                    "line", .class("line \(colour)"), .attribute("x1", ground.across.percent(start.x)),
                    .attribute("x2", ground.across.percent(end.x)), .attribute("y1", ground.y(start.y)),
                    .attribute("y2", ground.y(end.y)))
            }
            if line.points.count < 8 {
                for point in line.points {
                    element(
                        "circle", .class("point \(colour)"), .attribute("cx", ground.across.percent(point.x)),
                        .attribute("cy", ground.y(point.y)), .attribute("r", "4.5"))
                }
            }
        }
    }
}

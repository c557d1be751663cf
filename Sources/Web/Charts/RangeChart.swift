/// What one result becomes when each input alone is low or high: a tornado, widest first if the caller sorts so.
package struct RangeChart: Sendable {
    /// One input: the result when it is low and when it is high, and both as they are shown.
    package struct Bar: Sendable {
        package let label: String
        package let low: Double
        package let high: Double
        package let figure: String

        package init(_ label: String, low: Double, high: Double, figure: String) {
            self.label = label
            self.low = low
            self.high = high
            self.figure = figure
        }
    }

    package let bars: [Bar]
    /// The result when nothing is changed.
    package let middle: Double

    package init(_ bars: [Bar], middle: Double) {
        self.bars = bars.filter { $0.low.isFinite && $0.high.isFinite }
        self.middle = middle
    }

    private static let step = 44

    package var html: HTML {
        let scale = ChartScale(values: bars.flatMap { [$0.low, $0.high] } + [middle])
        return svg(
            .class("bars ranges"), .attribute("width", "100%"), .attribute("height", "\(bars.count * Self.step)"),
            .aria("hidden", "true"), .attribute("focusable", "false")
        ) {
            for (index, bar) in bars.enumerated() { drawing(of: bar, top: index * Self.step, scale) }
        }
    }

    private func drawing(of bar: Bar, top: Int, _ scale: ChartScale) -> HTML {
        HTML {
            element("text", .class("label"), .attribute("x", "0"), .attribute("y", "\(top + 15)")) { bar.label }
            element(
                "text", .class("figure"), .attribute("x", "100%"), .attribute("y", "\(top + 15)"),
                .attribute("text-anchor", "end")
            ) { bar.figure }
            side("fill fill-1", from: bar.low, top, scale)
            side("fill fill-2", from: bar.high, top, scale)
            element(
                "line", .class("axis"), .attribute("x1", scale.percent(middle)),
                .attribute("x2", scale.percent(middle)),
                .attribute("y1", "\(top + 19)"), .attribute("y2", "\(top + 39)"))
        }
    }

    private func side(_ name: String, from value: Double, _ top: Int, _ scale: ChartScale) -> HTML {
        let left = scale.position(min(value, middle))
        let right = scale.position(max(value, middle))
        return element(
            "rect", .class(name), .attribute("x", ChartScale.text(left) + "%"), .attribute("y", "\(top + 22)"),
            .attribute("width", ChartScale.text(right - left) + "%"), .attribute("height", "14"))
    }
}

/// Horizontal bars, each with its label above it, so that it reads the same on a phone and on paper.
package struct BarChart: Sendable {
    /// One bar; `figure` is the value as it is shown.
    package struct Bar: Sendable {
        package let label: String
        package let value: Double
        package let figure: String
        package let isHighlighted: Bool

        package init(_ label: String, value: Double, figure: String, highlighted: Bool = false) {
            self.label = label
            self.value = value
            self.figure = figure
            isHighlighted = highlighted
        }
    }

    package let bars: [Bar]

    package init(_ bars: [Bar]) { self.bars = bars }

    private static let step = 44

    /// Lengths are percentages of the drawing's width and texts keep their size, so nothing shrinks with the screen.
    /// Values below zero grow to the left of the common line.
    package var html: HTML {
        let scale = ChartScale(values: bars.map(\.value) + [0])
        return svg(
            .class("bars"), .attribute("width", "100%"), .attribute("height", "\(bars.count * Self.step)"),
            .aria("hidden", "true"), .attribute("focusable", "false")
        ) {
            for (index, bar) in bars.enumerated() { drawing(of: bar, top: index * Self.step, scale) }
        }
    }

    private func drawing(of bar: Bar, top: Int, _ scale: ChartScale) -> HTML {
        let low = min(0, bar.value)
        let width = scale.position(max(0, bar.value)) - scale.position(low)
        return HTML {
            element("text", .class("label"), .attribute("x", "0"), .attribute("y", "\(top + 15)")) { bar.label }
            element(
                "text", .class("figure"), .attribute("x", "100%"), .attribute("y", "\(top + 15)"),
                .attribute("text-anchor", "end")
            ) { bar.figure }
            element(
                "rect", .class(bar.isHighlighted ? "bar highlighted" : "bar"), .attribute("x", scale.percent(low)),
                .attribute("y", "\(top + 22)"), .attribute("width", ChartScale.text(width) + "%"),
                .attribute("height", "14"))
            element(
                "line", .class("axis"), .attribute("x1", scale.percent(0)), .attribute("x2", scale.percent(0)),
                .attribute("y1", "\(top + 19)"), .attribute("y2", "\(top + 39)"))
        }
    }
}

/// From values to percentages of a drawing's side.
struct ChartScale: Sendable {
    let low: Double
    let high: Double

    init(low: Double, high: Double) {
        self.low = low
        self.high = high > low ? high : low + 1
    }

    init(values: [Double]) {
        let finite = values.filter(\.isFinite)
        self.init(low: finite.min() ?? 0, high: finite.max() ?? 1)
    }

    /// 0 at the low end, 100 at the high end; values that are no number stand at the low end.
    func position(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        return min(100, max(0, (value - low) / (high - low) * 100))
    }

    func percent(_ value: Double) -> String { Self.text(position(value)) + "%" }

    /// Two decimals are finer than any screen.
    static func text(_ number: Double) -> String {
        // From whole hundredths: a chart writes some sixty numbers, and the shortest form of a Double takes its time.
        let hundredths = (number * 100).rounded()
        if hundredths >= 0, hundredths < 1e12 {
            let (whole, rest) = Int(hundredths).quotientAndRemainder(dividingBy: 100)
            if rest == 0 { return "\(whole)" }
            return rest % 10 == 0 ? "\(whole).\(rest / 10)" : rest < 10 ? "\(whole).0\(rest)" : "\(whole).\(rest)"
        }
        let rounded = (number * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }

    /// Round values over the range (steps of 1, 2 or 5 times a power of ten), at most `count` steps.
    func ticks(_ count: Int = 4) -> [Double] {
        var step = 1.0
        let wanted = (high - low) / Double(max(1, count))
        while step * 10 <= wanted { step *= 10 }
        while step > wanted { step /= 10 }
        for factor in [1.0, 2, 5, 10] where step * factor >= wanted {
            step *= factor
            break
        }
        let first = (low / step).rounded(.up)
        let last = (high / step).rounded(.down)
        guard first <= last, last - first < 50 else { return [low, high] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }
}

/// The paper that charts with two axes are drawn on: unit, grid, and the labels of both axes.
///
/// Across, places are percentages of the drawing's width, so nothing shrinks with the screen; up, they are pixels.
struct ChartGround: Sendable {
    /// Room for the unit above the label of the highest line.
    static let top = 46.0
    static let height = 220.0

    let across: ChartScale
    let up: ChartScale
    let unit: String
    let writeY: @Sendable (Double) -> String
    /// What stands under the drawing: place in percent and text.
    let feet: [(place: Double, text: String)]

    /// The paper for `ys`, with zero; `feet` are the labels below.
    init(
        across: ChartScale, ys: [Double], unit: String, feet: [(place: Double, text: String)],
        writeY: @escaping @Sendable (Double) -> String
    ) {
        self.across = across
        up = Self.rounded(ChartScale(values: ys + [0]))
        self.unit = unit
        self.feet = feet
        self.writeY = writeY
    }

    /// The drawing with `inside` between the grid and the labels of the heights.
    func html(_ name: String, _ inside: HTML) -> HTML {
        svg(
            .class(name), .attribute("width", "100%"),
            .attribute("height", ChartScale.text(Self.top + Self.height + 28)), .aria("hidden", "true"),
            .attribute("focusable", "false")
        ) {
            element("text", .class("unit"), .attribute("x", "0"), .attribute("y", "12")) { unit }
            grid
            footing
            inside
            heights
        }
    }

    /// Where a value stands, in pixels from the top.
    func y(_ value: Double) -> String {
        ChartScale.text(Self.top + Self.height * (1 - up.position(value) / 100))
    }

    /// A drawing inside the drawing that stretches with it; only shapes without texts may stretch.
    func stretched(_ shapes: HTML) -> HTML {
        element(
            "svg", .attribute("x", "0"), .attribute("y", ChartScale.text(Self.top)), .attribute("width", "100%"),
            .attribute("height", ChartScale.text(Self.height)), .attribute("viewBox", "0 0 100 100"),
            .attribute("preserveAspectRatio", "none")
        ) { shapes }
    }

    /// A corner of a stretched shape.
    func corner(_ x: Double, _ value: Double) -> String {
        "\(ChartScale.text(across.position(x))),\(ChartScale.text(100 - up.position(value)))"
    }

    /// The stretched shape between two edges that run over the same places.
    func strip(_ name: String, xs: [Double], low: [Double], high: [Double]) -> HTML {
        let there = zip(xs, high).map { corner($0, $1) }
        let back = zip(xs, low).reversed().map { corner($0, $1) }
        return element("polygon", .class(name), .attribute("points", (there + back).joined(separator: " ")))
    }

    /// Labels at round values of the scale across.
    static func feet(of across: ChartScale, _ write: (Double) -> String) -> [(place: Double, text: String)] {
        across.ticks(5).map { (across.position($0), write($0)) }
    }

    private var grid: HTML {
        HTML {
            for tick in up.ticks() {
                element(
                    "line", .class(tick == 0 ? "axis" : "grid"), .attribute("x1", "0"), .attribute("x2", "100%"),
                    .attribute("y1", y(tick)), .attribute("y2", y(tick)))
            }
        }
    }

    private var footing: HTML {
        HTML {
            for (index, foot) in feet.enumerated() {
                let isFirst = index == 0 && foot.place < 8
                let isLast = index == feet.count - 1 && foot.place > 92
                element(
                    "text", .class("tick"), .attribute("x", ChartScale.text(foot.place) + "%"),
                    .attribute("y", ChartScale.text(Self.top + Self.height + 20)),
                    .attribute("text-anchor", isFirst ? "start" : isLast ? "end" : "middle")
                ) { foot.text }
            }
        }
    }

    /// Written over the drawing, with a halo, because lines often start where the labels stand.
    private var heights: HTML {
        HTML {
            for tick in up.ticks() {
                element(
                    "text", .class("tick"), .attribute("x", "0"), .attribute("y", y(tick)), .attribute("dy", "-5")
                ) { writeY(tick) }
            }
        }
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

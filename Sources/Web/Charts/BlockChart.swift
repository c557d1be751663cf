/// Blocks side by side, as wide as what they give and as high as what each unit of it costs: an abatement cost curve.
package struct BlockChart: Sendable {
    /// One block; blocks stand in the order given.
    package struct Block: Sendable {
        package let name: String
        package let width: Double
        package let height: Double

        package init(_ name: String, width: Double, height: Double) {
            self.name = name
            self.width = width
            self.height = height
        }
    }

    package let blocks: [Block]
    package let unit: String
    private let writeX: @Sendable (Double) -> String
    private let writeY: @Sendable (Double) -> String

    /// A block of no width, or of a height that is no number, has no place in the drawing: the table beside it names it.
    package init(
        _ blocks: [Block], unit: String, writeX: @escaping @Sendable (Double) -> String,
        writeY: @escaping @Sendable (Double) -> String
    ) {
        self.blocks = blocks.filter { $0.width > 0 && $0.width.isFinite && $0.height.isFinite }
        self.unit = unit
        self.writeX = writeX
        self.writeY = writeY
    }

    package var html: HTML {
        let across = ChartScale(low: 0, high: blocks.reduce(0) { $0 + $1.width })
        let ground = ChartGround(
            across: across, ys: blocks.map(\.height), unit: unit, feet: ChartGround.feet(of: across, writeX),
            writeY: writeY)
        var left = 0.0
        var shapes: [HTML] = []
        var names: [HTML] = []
        for (index, block) in blocks.enumerated() {
            let right = left + block.width
            shapes.append(
                ground.strip(
                    ChartLegend.fillClass(index), xs: [left, right], low: [0, 0], high: [block.height, block.height]))
            if across.position(right) - across.position(left) >= 6 {
                names.append(Self.number(index + 1, at: (left + right) / 2, over: block.height, ground))
            }
            left = right
        }
        return HTML {
            ground.html(
                "lines blocks",
                HTML {
                    ground.stretched(HTML { for shape in shapes { shape } })
                    for name in names { name }
                })
            ol(.class("legend numbered")) { for block in blocks { li { block.name } } }
        }
    }

    /// The block's number, which the list below names, over a block and under one that hangs.
    private static func number(_ number: Int, at x: Double, over height: Double, _ ground: ChartGround) -> HTML {
        element(
            "text", .class("figure"), .attribute("x", ground.across.percent(x)), .attribute("y", ground.y(height)),
            .attribute("dy", height >= 0 ? "-4" : "14"), .attribute("text-anchor", "middle")
        ) { "\(number)" }
    }
}

/// Columns of parts that add up, one for each year; what is negative hangs below the line.
package struct ColumnChart: Sendable {
    package let columns: [String]
    package let layers: [StackChart.Layer]
    package let unit: String
    private let writeY: @Sendable (Double) -> String

    package init(
        columns: [String], layers: [StackChart.Layer], unit: String, writeY: @escaping @Sendable (Double) -> String
    ) {
        self.columns = columns
        self.layers = layers
        self.unit = unit
        self.writeY = writeY
    }

    package var html: HTML {
        let boxes = columns.indices.map { column(at: $0) }
        let width = 100 / Double(max(1, columns.count))
        // More labels than these would run into each other on a phone.
        let every = max(1, (columns.count + 5) / 6)
        let feet = columns.indices.filter { $0 % every == 0 }.map { index in
            (place: (Double(index) + 0.5) * width, text: columns[index])
        }
        let ground = ChartGround(
            across: ChartScale(low: 0, high: 100), ys: boxes.flatMap { $0.flatMap { [$0.low, $0.high] } }, unit: unit,
            feet: feet, writeY: writeY)
        return HTML {
            if layers.count > 1 { ChartLegend.fills(layers) }
            ground.html(
                "lines columns",
                ground.stretched(
                    HTML {
                        for (index, column) in boxes.enumerated() {
                            for box in column {
                                let left = (Double(index) + 0.14) * width
                                ground.strip(
                                    ChartLegend.fillClass(box.layer), xs: [left, left + width * 0.72],
                                    low: [box.low, box.low], high: [box.high, box.high])
                            }
                        }
                    }))
        }
    }

    private func column(at place: Int) -> [(layer: Int, low: Double, high: Double)] {
        var above = 0.0
        var below = 0.0
        var boxes: [(layer: Int, low: Double, high: Double)] = []
        for (index, layer) in layers.enumerated() where layer.values.indices.contains(place) {
            let value = layer.values[place]
            guard value.isFinite, value != 0 else { continue }
            if value > 0 {
                boxes.append((index, above, above + value))
                above += value
            } else {
                boxes.append((index, below + value, below))
                below += value
            }
        }
        return boxes
    }
}

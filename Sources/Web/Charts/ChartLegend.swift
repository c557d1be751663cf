/// Names beside the marks of a drawing.
enum ChartLegend {
    /// Lines by colour and dash.
    static func lines(_ names: [String]) -> HTML {
        list(names.enumerated().map { ($1, line("series-\($0 % 5 + 1)")) })
    }

    /// Filled shapes by colour and shade, then lines over them.
    static func fills(_ layers: [StackChart.Layer], lines: [String] = []) -> HTML {
        list(
            layers.enumerated().map { ($1.name, fill(fillClass(of: $1, $0))) }
                + lines.enumerated().map { ($1, line("over over-\($0 % 3 + 1)")) })
    }

    /// The class of the n-th filled shape; neighbours differ in shade as well as in colour.
    static func fillClass(_ index: Int) -> String { "fill fill-\(index % 8 + 1)" }

    static func fillClass(of layer: StackChart.Layer, _ index: Int) -> String {
        layer.isGround ? "fill ground" : fillClass(index)
    }

    private static func list(_ entries: [(name: String, mark: HTML)]) -> HTML {
        ul(.class("legend")) {
            for entry in entries {
                li {
                    svg(
                        .attribute("width", "32"), .attribute("height", "12"), .aria("hidden", "true"),
                        .attribute("focusable", "false")
                    ) { entry.mark }
                    " " + entry.name
                }
            }
        }
    }

    private static func line(_ look: String) -> HTML {
        element(
            "line", .class("line \(look)"), .attribute("x1", "0"), .attribute("x2", "32"),
            .attribute("y1", "6"), .attribute("y2", "6"))
    }

    private static func fill(_ look: String) -> HTML {
        element(
            "rect", .class(look), .attribute("x", "4"), .attribute("y", "0"), .attribute("width", "24"),
            .attribute("height", "12"))
    }
}

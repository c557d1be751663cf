/// Examples of charts and of the map.
enum DesignCharts {
    static func charts(_ t: Texts) -> HTML {
        HTML {
            bars(t)
            lines(t)
            DesignPlanCharts.charts(t)
        }
    }

    private static func bars(_ t: Texts) -> HTML {
        let figures = Figures(language: t.language)
        let rows: [(String, Double)] = [
            (t("Buildings"), 182.4), (t("Transport"), 121), (t("Waste"), 38.2), (t("Forests and land"), -24.6),
        ]
        return ChartFrame(
            id: "chart-sectors", title: t("Emissions of the example by sector"),
            message: t("Buildings cause the most; forests take some back."),
            drawing: BarChart(
                rows.enumerated().map { index, row in
                    .init(row.0, value: row.1, figure: figures.decimal(row.1) + " kt", highlighted: index == 0)
                }
            ).html,
            table: DataTable(
                caption: t("Emissions of the example by sector"),
                columns: [.init(t("Sector")), .init("kt CO2e", number: true)],
                rows: rows.map { [.text($0.0), .number(figures.decimal($0.1), $0.1)] }),
            csvPath: "#charts", source: Components.sourceMark(.derived, source: t("example inventory"), t)
        ).html(t)
    }

    private static func lines(_ t: Texts) -> HTML {
        let figures = Figures(language: t.language)
        let years: [Double] = [2019, 2021, 2023, 2025, 2027, 2030]
        let usual: [Double] = [412, 408, 401, 396, 390, 384]
        let plan: [Double] = [412, 408, 401, 330, 220, 82]
        let strict: [Double] = [412, 408, 398, 300, 160, 30]
        return ChartFrame(
            id: "chart-paths", title: t("Three paths of the example"),
            message: t("With all measures, emissions fall by four fifths until 2030."),
            drawing: LineChart(
                [
                    .init(t("Plan"), points: zip(years, plan).map { ($0, $1) }, area: true),
                    .init(t("As usual"), points: zip(years, usual).map { ($0, $1) }),
                    .init(t("Fastest"), points: zip(years, strict).map { ($0, $1) }),
                ], unit: "kt CO2e", writeY: { figures.decimal($0) }
            ).html,
            table: DataTable(
                caption: t("Three paths of the example"),
                columns: [
                    .init(t("Year")), .init(t("Plan"), number: true), .init(t("As usual"), number: true),
                    .init(t("Fastest"), number: true),
                ],
                rows: years.indices.map { index in
                    [
                        .text("\(Int(years[index]))"), .number(figures.decimal(plan[index])),
                        .number(figures.decimal(usual[index])), .number(figures.decimal(strict[index])),
                    ]
                }),
            csvPath: "#charts"
        ).html(t)
    }

    static func map(_ t: Texts) -> HTML {
        let shapes: [(DotMap.Shape, String)] = [
            (.disc, t("Group A")), (.diamond, t("Group B")), (.square, t("Group C")), (.triangle, t("Group D")),
            (.ring, t("Other cities")),
        ]
        let dots = shapes.enumerated().map { index, shape in
            DotMap.Dot(
                x: 90 + Double(index) * 150, y: 90 + Double(index % 2) * 90, name: "Exemplu \(index + 1)",
                about: shape.1,
                path: "#map", shape: shape.0, size: index + 1, named: index != 4)
        }
        return div(.class("split")) {
            DotMap(
                label: t("Map of the example"), width: 800, height: 280,
                areas: [
                    .init(path: "M20 60L210 20L400 50L390 250L180 265L40 220Z"),
                    .init(path: "M400 50L620 25L780 110L740 240L560 265L390 250Z"),
                    .init(
                        path: "M20 60L210 20L400 50L620 25L780 110L740 240L560 265L390 250L180 265L40 220Z",
                        outline: true),
                ],
                dots: dots, legend: shapes.map { (shape: $0.0, text: $0.1) }
            ).html
            Components.linkList(dots.map { (title: "\($0.name), \($0.about)", path: $0.path) })
        }
    }
}

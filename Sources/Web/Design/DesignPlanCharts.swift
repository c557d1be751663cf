/// Examples of the charts that plans need: layers over years, columns, a cost curve, ranges.
enum DesignPlanCharts {
    static func charts(_ t: Texts) -> HTML {
        HTML {
            wedges(t)
            columns(t)
            curve(t)
            ranges(t)
        }
    }

    private static let years: [Double] = [2024, 2025, 2026, 2027, 2028, 2029, 2030]

    private static func layers(_ t: Texts) -> [StackChart.Layer] {
        [
            .init(t("What remains"), [400, 380, 340, 290, 220, 150, 82], ground: true),
            .init(t("Renovation"), [0, 8, 24, 46, 80, 116, 152]), .init(t("Buses"), [0, 4, 16, 30, 50, 70, 88]),
            .init(t("Solar power"), [0, 6, 16, 28, 42, 54, 66]),
        ]
    }

    private static func table(_ title: String, _ heads: [String], _ layers: [StackChart.Layer], _ t: Texts) -> DataTable
    {
        let figures = Figures(language: t.language)
        return DataTable(
            caption: title, columns: [.init(t("Year"))] + layers.map { .init($0.name, number: true) },
            rows: heads.indices.map { index in
                [.text(heads[index])] + layers.map { .number(figures.decimal($0.values[index])) }
            })
    }

    private static func wedges(_ t: Texts) -> HTML {
        let figures = Figures(language: t.language)
        let title = t("What each measure of the example takes away")
        return ChartFrame(
            id: "chart-wedges", title: title,
            message: t("With all measures, emissions fall by four fifths until 2030."),
            drawing: StackChart(
                xs: years, layers: layers(t), lines: [.init(t("Target"), points: [(2027, 300), (2030, 80)])],
                unit: "kt CO2e", writeY: { figures.decimal($0) }
            ).html,
            table: table(title, years.map { "\(Int($0))" }, layers(t), t), csvPath: "#charts"
        ).html(t)
    }

    private static func columns(_ t: Texts) -> HTML {
        let figures = Figures(language: t.language)
        let title = t("Money of the example by year")
        let parts: [StackChart.Layer] = [
            .init(t("City"), [2, 4, 6, 6, 5, 3, 2]), .init(t("European Union"), [1, 8, 12, 14, 9, 4, 1]),
            .init(t("Savings"), [0, -1, -3, -5, -7, -8, -9]),
        ]
        return ChartFrame(
            id: "chart-columns", title: title, message: t("Savings grow while investments end."),
            drawing: ColumnChart(
                columns: years.map { "\(Int($0))" }, layers: parts, unit: t("million euro"),
                writeY: { figures.decimal($0) }
            ).html,
            table: table(title, years.map { "\(Int($0))" }, parts, t), csvPath: "#charts"
        ).html(t)
    }

    private static func curve(_ t: Texts) -> HTML {
        let figures = Figures(language: t.language)
        let title = t("Cost of each tonne of the example")
        let blocks: [BlockChart.Block] = [
            .init(t("Solar power"), width: 66, height: -40), .init(t("Buses"), width: 88, height: 35),
            .init(t("Renovation"), width: 152, height: 120),
        ]
        return ChartFrame(
            id: "chart-curve", title: title,
            message: t("As wide as what a measure saves, as high as what a tonne of it costs."),
            drawing: BlockChart(
                blocks, unit: t("euro per tonne"), writeX: { figures.decimal($0) + " kt" },
                writeY: { figures.decimal($0) }
            ).html,
            table: DataTable(
                caption: title,
                columns: [
                    .init(t("Measure")), .init("kt CO2e", number: true), .init(t("euro per tonne"), number: true),
                ],
                rows: blocks.map {
                    [.text($0.name), .number(figures.decimal($0.width)), .number(figures.decimal($0.height))]
                }), csvPath: "#charts"
        ).html(t)
    }

    private static func ranges(_ t: Texts) -> HTML {
        let figures = Figures(language: t.language)
        let title = t("What the result of the example depends on")
        let bars: [(String, Double, Double)] = [
            (t("Price of electricity"), 60, 128), (t("Pace of renovation"), 105, 66), (t("Population"), 76, 90),
        ]
        return ChartFrame(
            id: "chart-ranges", title: title, message: t("Each input alone, low and high; the line is the plan."),
            drawing: RangeChart(
                bars.map {
                    .init(
                        $0.0, low: $0.1, high: $0.2, figure: "\(figures.decimal($0.1)) – \(figures.decimal($0.2)) kt")
                }, middle: 82
            ).html,
            table: DataTable(
                caption: title,
                columns: [.init(t("Input")), .init(t("Low"), number: true), .init(t("High"), number: true)],
                rows: bars.map { [.text($0.0), .number(figures.decimal($0.1)), .number(figures.decimal($0.2))] }),
            csvPath: "#charts"
        ).html(t)
    }
}

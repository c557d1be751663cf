import Inventory
import Web

/// How a row was computed: the method, what went in, and what came out, step by step.
struct MethodTraceView {
    let use: MethodUse
    let t: Texts
    let figures: Figures
    let path: @Sendable (String) -> String

    private var words: InventoryMethodWords { InventoryMethodWords(t) }
    private var method: Method? { Methods.named(use.name) }

    init(_ use: MethodUse, _ t: Texts, _ figures: Figures, path: @escaping @Sendable (String) -> String) {
        self.use = use
        self.t = t
        self.figures = figures
        self.path = path
    }

    var html: HTML {
        HTML {
            p {
                strong { method.map { t($0.title) } ?? use.name }
                if let method { " · " + method.source }
            }
            if let method { p { code { method.formula } } }
            inputs
            tables
            steps
        }
    }

    private var inputs: HTML {
        DataTable(
            caption: t("What went in"),
            columns: [
                DataTable.Column(t("Input")), DataTable.Column(t("Value"), number: true),
                DataTable.Column(t("Unit")), DataTable.Column(t("Source")),
            ],
            rows: use.inputs.map(input)
        ).html
    }

    private func input(_ used: UsedInput) -> [DataTable.Cell] {
        let value: DataTable.Cell =
            if let word = used.word { .text(words.word(word)) } else if let number = used.value {
                .number(FormNumber.shown(number, figures) + range(used, number), number)
            } else { .missing(t("not given")) }
        return [.text(words.label(used.name, of: method)), value, .text(unit(used.unit)), origin(used.origin)]
    }

    private func range(_ used: UsedInput, _ value: Double) -> String {
        guard let range = used.uncertainty else { return "" }
        let ends = [range.lower, range.upper].map { FormNumber.shown($0, figures) }
        return " (" + t("{low} to {high}", ["low": ends[0], "high": ends[1]]) + ")"
    }

    private func unit(_ symbol: String) -> String { words.unit(symbol) }

    private func origin(_ origin: UsedInput.Origin) -> DataTable.Cell {
        switch origin {
        case .given: return .text(t("given by the city"))
        case .standard(let source): return .text(t("published default: {source}", ["source": source]))
        case .factor(let factor):
            let place = [FactorWords.region(factor.region, t), factor.year.map { "\($0)" }].compactMap { $0 }
            return .html(
                HTML {
                    a(.href(path("/factors/\(FactorKey.slug(factor.id))"))) { factor.source }
                    ", " + place.joined(separator: ", ")
                })
        }
    }

    /// Tables that were given, line by line.
    @HTMLBuilder private var tables: HTML {
        if let method {
            for input in method.inputs {
                if case .table(let columns) = input.kind, case .rows(let rows)? = use.arguments[input.name] {
                    DataTable(
                        caption: words.label(input), columns: columns.map { DataTable.Column(words.label($0)) },
                        rows: rows.map { row in
                            columns.map { .text(InventoryMethodForm.cell(row[$0.name], $0, t)) }
                        }
                    ).html
                }
            }
        }
    }

    private var steps: HTML {
        let formulas = MethodFormulaWords(t, figures, use)
        return DataTable(
            caption: t("What came out"),
            columns: [
                DataTable.Column(t("Result")), DataTable.Column(t("Calculation")),
                DataTable.Column(t("Value"), number: true), DataTable.Column(t("Unit")),
            ],
            rows: use.steps.map { step in
                [
                    .text(formulas.step(step.label)), .html(code { formulas.formula(step.formula) }),
                    .number(FormNumber.shown(step.value, figures), step.value), .text(unit(step.unit)),
                ]
            }
        ).html
    }
}

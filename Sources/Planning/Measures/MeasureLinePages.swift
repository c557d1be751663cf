import Finance
import Pathways
import Portfolio
import Web

/// The pages of one list of a measure: what is there, and the removal of a line.
struct MeasureLinePages {
    let view: MeasureView
    let part: MeasurePart
    let visit: Visit

    private var t: Texts { visit.t }
    private var path: String { "\(view.record.path)/\(part.rawValue)" }
    private var measure: CityMeasure { view.measure }
    private var mayEdit: Bool { view.desk.mayEdit }
    private var form: Form { part.form(MeasureChoices(view, visit.figures, visit.t)) }
    private var words: MeasureWords { MeasureWords(view.desk.whole.model, visit) }

    /// Everything that is there.
    var all: Page {
        page(
            t(part.title), problems: false, isInside: false,
            HTML {
                p { t(part.about) }
                MeasurePages.warnings(view, visit, in: [part])
                if part.count(measure) == 0 {
                    Components.emptyState(t("Nothing has been written down yet."))
                } else if part == .effect {
                    changes.html
                } else {
                    table.html
                }
                if mayEdit { Components.buttonLink(t("Add a line"), path: visit.path("\(path)/new")) }
            })
    }

    private var changes: DataTable {
        DataTable(
            caption: t(part.title), columns: [DataTable.Column(t("What changes")), DataTable.Column(t("Actions"))],
            rows: measure.effect.operators.enumerated().map { place, step in
                [.text(words.sentence(step)), .html(actions(place, words.sentence(step)))]
            }, captionHidden: true)
    }

    /// Long texts stand on the line's own page.
    private var columns: [Field] {
        form.fields.filter { field in
            if case .textarea = field.kind { return false }
            return !["rate", "years", "grace", "payments", "form", "source"].contains(field.name)
        }
    }

    private var table: DataTable {
        DataTable(
            caption: t(part.title),
            columns: columns.map { DataTable.Column(t($0.label), number: isNumber($0)) } + [
                DataTable.Column(t("Actions"))
            ],
            rows: (0..<part.count(measure)).map { place in
                let answers = MeasureLineAnswers.recorded(part, measure, at: place, t) ?? Answers()
                return columns.map { cell($0, answers) } + [.html(actions(place, name(answers)))]
            }, captionHidden: true)
    }

    private func name(_ answers: Answers) -> String {
        columns.first.map { Self.shown($0, answers, t) } ?? ""
    }

    private func isNumber(_ field: Field) -> Bool { if case .number = field.kind { true } else { false } }

    private func cell(_ field: Field, _ answers: Answers) -> DataTable.Cell {
        if field.name == "status", part == .funding {
            let status = FundingLine.Status(rawValue: answers.text("status")) ?? .idea
            return .html(Components.tag(t(status.title), status.tone))
        }
        let text = Self.shown(field, answers, t)
        if text.isEmpty { return .missing(t("not known")) }
        guard case .number(_, let decimals, _) = field.kind, decimals > 0, let value = answers.number(field.name)
        else { return .text(text) }
        return .number(visit.figures.decimal(value), value)
    }

    /// An answer as people read it.
    static func shown(_ field: Field, _ answers: Answers, _ t: Texts) -> String {
        func label(_ value: String, _ options: [Option]) -> String {
            guard let option = options.first(where: { $0.value == value }), !value.isEmpty else { return value }
            return option.isTranslated ? t(option.label) : option.label
        }
        switch field.kind {
        case .select(let options), .radios(let options): return label(answers.text(field.name), options)
        case .checkboxes(let options):
            return answers.list(field.name).map { label($0, options) }.joined(separator: ", ")
        default: return answers.text(field.name)
        }
    }

    /// The answers that there are, as a list.
    static func summary(_ form: Form, _ answers: Answers, _ t: Texts) -> HTML {
        Components.summaryList(
            form.fields.compactMap { field in
                let text = shown(field, answers, t)
                return text.isEmpty ? nil : Components.SummaryRow(t(field.label), text)
            }, t)
    }

    private func actions(_ place: Int, _ name: String) -> HTML {
        guard mayEdit else { return .empty }
        var links = [(t("Remove"), visit.path("\(path)/\(place + 1)/removal"))]
        if MeasureLineAnswers.recorded(part, measure, at: place, t) != nil {
            links.insert((t("Change"), visit.path("\(path)/\(place + 1)/edit")), at: 0)
        }
        return HTML {
            if links.count == 1 { span(.class("quiet")) { t("It comes from a model and is kept as it is.") } }
            Components.rowActions(name, links)
        }
    }

    /// What is there, before it goes.
    func removing(_ place: Int, isStale: Bool) -> Page {
        page(
            t("Remove the line?"), problems: isStale, isInside: true,
            HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the measure meanwhile"), t) {
                        p { t("Nothing was removed. Look at the list, then do it again.") }
                    }
                }
                if part == .effect {
                    p { words.sentence(measure.effect.operators[place]) }
                } else {
                    Self.summary(form, MeasureLineAnswers.recorded(part, measure, at: place, t) ?? Answers(), t)
                }
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: visit.path("\(path)/\(place + 1)/removal"),
                    submit: t("Remove"), version: view.record.version, submitKind: .warning,
                    cancel: (t("Cancel"), visit.path(path))
                ).html
            })
    }

    private func page(_ title: String, problems: Bool, isInside: Bool, _ body: HTML) -> Page {
        let list = isInside ? [Page.Crumb(t(part.title), visit.path(path))] : []
        return Page(
            title: title, caption: view.record.title, breadcrumb: view.trail(visit) + list, problems: problems,
            isPrivate: true, body: body)
    }
}

import Cities
import Finance
import Web

/// The pages of one list of the city's finances: what is there, a line, its removal.
struct FinanceListPages {
    let list: FinanceList
    let desk: ScenarioDesk
    /// Rules that come with the hub; a city starts from them.
    let known: [KnownDebtRule]
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: InvestmentWords { InvestmentWords(visit) }
    private var room: String { InvestmentView.path(of: desk.city) }
    private var path: String { "\(room)/\(list.rawValue)" }
    private var finances: CityFinances { desk.work?.money?.content.finances ?? CityFinances() }
    var version: Int { desk.work?.money?.version ?? 0 }

    /// Everything that is there.
    var all: Page {
        page(
            t(list.title), problems: false,
            HTML {
                p { t(list.about) }
                if list.count(finances) == 0 {
                    Components.emptyState(t("Nothing has been written down yet."))
                } else {
                    table.html
                }
                if desk.right >= .edit {
                    starts
                    Components.buttonLink(t("Add a line"), path: visit.path("\(path)/new"))
                }
            })
    }

    /// Rules of debt to start from: each opens the form with its figures, to be checked and saved.
    private var starts: HTML {
        guard list == .debtRules, !known.isEmpty else { return .empty }
        return HTML {
            h2 { t("Rules to start from") }
            for item in known {
                p { a(.href(visit.path("\(path)/new?rule=\(item.rule.id)"))) { item.name(visit.language) } }
                p(.class("quiet")) { Components.words(item.rule.source, in: .ro, t) }
                p(.class("quiet")) { item.note(visit.language) }
            }
        }
    }

    private var table: DataTable {
        let fields = list.form.fields
        return DataTable(
            caption: t(list.title),
            columns: fields.map { DataTable.Column(t($0.label), number: isNumber($0)) } + [
                DataTable.Column(t("Actions"))
            ],
            rows: (0..<list.count(finances)).map { place in
                let answers = list.answers(finances, at: place, t)
                return fields.map { cell($0, answers) } + [.html(actions(place, answers))]
            }, captionHidden: true)
    }

    private func isNumber(_ field: Field) -> Bool { if case .number = field.kind { true } else { false } }

    private func cell(_ field: Field, _ answers: Answers) -> DataTable.Cell {
        let text = shown(field, answers)
        if text.isEmpty { return .missing(t("not known")) }
        return isNumber(field) ? .number(text, answers.number(field.name)) : .text(text)
    }

    /// An answer as people read it.
    private func shown(_ field: Field, _ answers: Answers) -> String {
        let text = answers.text(field.name)
        switch field.kind {
        case .select(let options), .radios(let options):
            return options.first { $0.value == text }.map { t($0.label) } ?? text
        case .number(_, let decimals, let unit):
            guard decimals > 0, let value = answers.number(field.name) else { return text }
            return words.figures.decimal(value) + (unit == "%" ? " %" : "")
        case .checkboxes(let options):
            return options.filter { answers.list(field.name).contains($0.value) }.map { t($0.label) }
                .joined(separator: "; ")
        default: return text
        }
    }

    private func actions(_ place: Int, _ answers: Answers) -> HTML {
        guard desk.right >= .edit else { return .empty }
        let name = list.form.fields.first.map { answers.text($0.name) } ?? ""
        return Components.rowActions(
            name,
            [
                (t("Change"), visit.path("\(path)/\(place + 1)/edit")),
                (t("Remove"), visit.path("\(path)/\(place + 1)/removal")),
            ])
    }

    /// A line to be written; nil is a new one.
    func editing(_ place: Int?, _ answers: Answers, version: Int, isStale: Bool = false) -> Page {
        let action = place.map { "\(path)/\($0 + 1)/edit" } ?? "\(path)/new"
        return page(
            place == nil ? t("Add a line") : t("Change a line"), problems: !answers.isFine || isStale,
            HTML {
                if isStale { stale(t("Your answers are still in the form below. Look at the list, then save again.")) }
                FormView(
                    list.form, answers, t, token: visit.formToken, action: visit.path(action), submit: t("Save"),
                    version: version, cancel: (t("Cancel"), visit.path(path))
                ).html
            }, isInside: true)
    }

    /// What is there, before it goes.
    func removing(_ place: Int, isStale: Bool = false) -> Page {
        let answers = list.answers(finances, at: place, t)
        return page(
            t("Remove the line?"), problems: isStale,
            HTML {
                if isStale { stale(t("Nothing was removed. Look at the list, then do it again.")) }
                Components.summaryList(
                    list.form.fields.map { Components.SummaryRow(t($0.label), shown($0, answers)) }, t)
                FormView(
                    Form([]), Answers(), t, token: visit.formToken, action: visit.path("\(path)/\(place + 1)/removal"),
                    submit: t("Remove"), version: version, submitKind: .warning,
                    cancel: (t("Cancel"), visit.path(path))
                ).html
            }, isInside: true)
    }

    private func stale(_ sentence: String) -> HTML {
        Components.notice(.warning, t("Somebody else changed the plan's money meanwhile"), t) { p { sentence } }
    }

    private func page(_ title: String, problems: Bool, _ body: HTML, isInside: Bool = false) -> Page {
        var trail = desk.trail(visit) + [Page.Crumb(t("Investment plan"), visit.path(room))]
        if isInside { trail.append(Page.Crumb(t(list.title), visit.path(path))) }
        return Page(
            title: title, caption: desk.city.name, breadcrumb: trail, problems: problems, isPrivate: true, body: body)
    }
}

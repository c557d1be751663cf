import Inventory
import Members
import Web

/// The pages on which a row is entered by a method.
struct InventoryMethodPages {
    let desk: InventoryDesk
    let visit: Visit
    let book: FactorBook
    let method: Method
    let reference: GPCReference?
    /// The row that is changed; nil for a new one.
    var line: InventoryLine?
    /// The row of an earlier year that is answered for this one.
    var copied: CopiedMethod?

    /// Where the form is, without the language.
    var address: String {
        if let copied { return "\(desk.record.workPath)/copy/\(copied.copied.line.row.id)" }
        let part = line.map { "/rows/\($0.row.id)/edit" } ?? "/lines/\(reference?.code ?? "")/methods/\(method.name)"
        return desk.record.workPath + part
    }

    /// The unsent answers of each person; the form of the moment says which there are.
    func drafts(_ kit: Kit, _ answers: Answers) -> Drafts {
        let copy = copied.map { "copy \($0.copied.line.row.id)" }
        let row = copy ?? line.map { "row \($0.row.id)" } ?? "\(reference?.code ?? "") \(method.name)"
        return Drafts(kit, form: form(answers).form, name: "inventory \(desk.record.id) \(row)", path: address)
    }

    private var t: Texts { visit.t }
    private func path(_ rest: String) -> String { visit.path(desk.record.workPath + rest) }

    /// The form with what was typed, which decides the factors that its hints show.
    func form(_ answers: Answers) -> InventoryMethodForm {
        InventoryMethodForm(method, book, FactorPlace(desk.city, year: desk.record.year), t, answers)
    }

    /// What the form shows first: the row as it is, or the usual units and the inventory's grid factor.
    var first: Answers {
        var answers = Answers()
        if let copied {
            answers = copied.start(grid: desk.record.gridMethodology, t)
        } else if let line, let use = line.row.method {
            answers = InventoryMethodForm.answers(line.row, use, method, t)
        }
        for (name, unit) in form(answers).firstUnits where answers.text(name).isEmpty { answers.texts[name] = [unit] }
        guard copied == nil, line == nil else { return answers }
        if GridChoice.concerns(method), let chosen = desk.record.gridMethodology {
            answers.texts["in-methodology"] = [chosen]
        }
        return answers
    }

    /// - Parameter result: what “Calculate” found, shown above the form; nothing is saved.
    func page(
        _ answers: Answers, version: Int? = nil, result: (MethodResult, [String: Argument])? = nil,
        autosave: Autosave, notice: HTML? = nil
    ) -> Page {
        page(problems: !answers.isFine) {
            // First what is wrong, then what the method is.
            formView(form(answers).form, answers, version, autosave).summary
            if let notice { notice }
            if let result { preview(result.0, result.1) }
            if let copied { InventoryCopyMethodPages(item: copied, desk: desk, visit: visit).html }
            about
            view(answers, version, autosave)
        }
    }

    /// What was typed stays in the form; what somebody else saved stands above it.
    func conflict(_ latest: InventoryLine, _ yours: Answers, autosave: Autosave) -> Page {
        let theirs = latest.row.method.map { InventoryMethodForm.answers(latest.row, $0, method, t) } ?? Answers()
        let different = form(yours).form.fields.filter { theirs.text($0.name) != yours.text($0.name) }
        return page(problems: true) {
            Components.notice(.warning, t("Somebody else saved this row meanwhile"), t) {
                p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                Components.summaryList(
                    different.map { Components.SummaryRow(t($0.label), shown(theirs.text($0.name), in: $0)) }, t)
            }
            view(yours, latest.version, autosave)
        }
    }

    private func shown(_ text: String, in field: Field) -> String {
        guard case .select(let options) = field.kind, let option = options.first(where: { $0.value == text }) else {
            return text
        }
        return option.isTranslated ? t(option.label) : option.label
    }

    private func page(problems: Bool, @HTMLBuilder body: () -> HTML) -> Page {
        var trail = desk.trail(visit)
        if copied != nil {
            trail.append(Page.Crumb(t("Copy from an earlier year"), path("/copy")))
        } else if let reference {
            trail.append(Page.Crumb(reference.code, path("/lines/\(reference.code)")))
        }
        return Page(
            title: t(method.title), caption: desk.title(t), breadcrumb: trail, problems: problems, isPrivate: true,
            body: body())
    }

    private var about: HTML {
        HTML {
            if let reference { p { "\(reference.code) \(t(reference.subsectorName))" } }
            Components.summaryList(
                [
                    Components.SummaryRow(t("Formula"), code { method.formula }),
                    Components.SummaryRow(t("Source of the method"), method.source),
                ], t)
        }
    }

    private func preview(_ result: MethodResult, _ arguments: [String: Argument]) -> HTML {
        let total = desk.report.gwp.co2e(result.masses)
        let names = ["value": FormNumber.shown(total, visit.figures), "set": desk.report.gwp.rawValue]
        return section(.id("result")) {
            Components.notice(.information, t("{value} t CO₂e under {set}, not saved yet", names), t) {
                p { t("Save the row at the end of the form, or change the answers and calculate again.") }
            }
            MethodTraceView(
                MethodUse(result, arguments: arguments), t, visit.figures, path: { [visit] in visit.path($0) }
            ).html
        }
    }

    // MARK: The form

    private var back: String {
        if copied != nil { return path("/copy") }
        return line.map { visit.path(desk.path(of: $0)) } ?? path("/lines/\(reference?.code ?? "")")
    }

    private func formView(_ fields: Form, _ answers: Answers, _ version: Int?, _ autosave: Autosave) -> FormView {
        FormView(
            fields, answers, t, token: visit.formToken, action: visit.path(address), submit: t("Save the row"),
            version: version, cancel: (t("Cancel"), back), autosave: autosave)
    }

    private func view(_ answers: Answers, _ version: Int?, _ autosave: Autosave) -> HTML {
        let form = form(answers)
        let whole = formView(form.form, answers, version, autosave)
        let parts = formView(form.parts, answers, version, autosave)
        return HTML {
            whole.open {
                parts.field("label")
                for input in form.required { question(input, form, parts) }
                if !form.others.isEmpty {
                    h2 { t("What may be left out") }
                    for input in shown(form, answers) { question(input, form, parts) }
                    rest(form, answers)
                }
                h2 { t("Quality and source") }
                for field in InventoryMethodForm.closing { parts.field(field.name) }
                div(.class("buttons")) {
                    Components.submit(t("Calculate"), kind: .secondary, name: Self.button, value: Self.calculation)
                    Components.submit(t("Save the row"))
                    a(.href(back)) { t("Cancel") }
                }
            }
        }
    }

    /// The buttons that show something without saving: the result, or every input that may be left out.
    static let (button, calculation, everything) = ("then", "calculate", "everything")

    /// So many inputs that may be left out stand in a form at once; of more, those that have an answer.
    private static let atOnce = 10

    private func isOpen(_ form: InventoryMethodForm) -> Bool {
        form.others.count <= Self.atOnce || visit.wantsEverything || visit.answers.isTicked(Self.everything)
    }

    private func shown(_ form: InventoryMethodForm, _ answers: Answers) -> [MethodInput] {
        guard !isOpen(form) else { return form.others }
        return form.others.filter { input in
            let names = [InventoryMethodForm.value(input)] + InventoryMethodForm.ranges(input)
            return names.contains { !answers.text($0).isEmpty || answers.problem(at: $0) != nil }
        }
    }

    /// The way to the inputs that do not stand in the form yet; what is typed stays.
    @HTMLBuilder private func rest(_ form: InventoryMethodForm, _ answers: Answers) -> HTML {
        if form.others.count > Self.atOnce, isOpen(form) {
            input(.type("hidden"), .name(Self.everything), .value("yes"))
        } else if !isOpen(form) {
            let count = form.others.count - shown(form, answers).count
            p {
                t.count(
                    count, "{count} more value has a published default or comes from the register.",
                    "{count} more values have published defaults or come from the register.")
            }
            div(.class("buttons")) {
                Components.submit(
                    t("Show all that may be left out"), kind: .secondary, name: Self.button, value: Self.everything)
            }
        }
    }

    /// A number stands with its unit and range below its question; anything else is one field.
    private func question(_ input: MethodInput, _ form: InventoryMethodForm, _ parts: FormView) -> HTML {
        guard case .value = input.kind else { return parts.field(InventoryMethodForm.value(input)) }
        let (hint, id) = (form.hint(input), "hint-\(input.name)")
        return fieldset(.class("measured"), .aria("describedby", hint.map { _ in id })) {
            legend { form.words.label(input) }
            if let hint { p(.class("hint"), .id(id)) { hint } }
            parts.field(InventoryMethodForm.value(input))
            parts.field(InventoryMethodForm.unit(input))
            for name in InventoryMethodForm.ranges(input) { parts.field(name) }
        }
    }
}

import Selection
import Storage
import Web

/// A section of a call's form as a form of the hub, and back.
///
/// Lengths are wide here: limits of words are told beside the answer and checked before the submission, so that a
/// draft can be longer on its way.
struct BidForm {
    static let longest = 20_000
    static let mostMoney = 1e11

    let section: CallSection
    let language: Language

    /// Files have pages of their own.
    var questions: [CallQuestion] { section.questions.filter { $0.kind != .file } }

    /// What is saved: everything may still be missing.
    var form: Form { Form(questions.map { field($0, isRequired: false) }) }

    /// What is shown: what must be answered before the submission is not called optional.
    var shown: Form { Form(questions.map { field($0, isRequired: $0.isRequired) }) }

    private func field(_ question: CallQuestion, isRequired: Bool) -> Field {
        var hint = question.hint.said(language)
        if let condition = question.condition,
            let earlier = section.questions.first(where: { $0.id == condition.question })
        {
            hint +=
                (hint.isEmpty ? "" : " ")
                + "(\(earlier.text.said(language)): \(condition.answers.joined(separator: ", ")))"
        }
        return Field(
            question.id, question.text.said(language), hint: hint.isEmpty ? nil : hint, optional: !isRequired,
            kind(of: question))
    }

    private func options(_ question: CallQuestion) -> [Option] {
        question.kind == .yesNo
            ? [Option("yes", "Yes"), Option("no", "No")]
            : question.parts.map { Option($0.id, $0.text.said(language), translated: false) }
    }

    private func kind(of question: CallQuestion) -> Field.Kind {
        switch question.kind {
        case .shortText: .text(maxLength: BidAnswers.mostSigns)
        case .longText: .textarea(maxLength: Self.longest, rows: 10)
        case .number: .number(range: -1e15...1e15, decimals: 6, unit: nil)
        case .money: .number(range: 0...Self.mostMoney, decimals: 2, unit: nil)
        case .date: .date()
        case .choice, .yesNo: .radios(options(question))
        case .multipleChoice: .checkboxes(options(question))
        case .table: .textarea(maxLength: Self.longest, rows: 8)
        case .file: .hidden(maxLength: 0)
        }
    }

    // MARK: There

    func answers(_ given: BidAnswers) -> Answers {
        var texts: [String: [String]] = [:]
        for question in questions {
            switch given[question.id] {
            case .text(let text): texts[question.id] = [text]
            case .number(let number):
                texts[question.id] = [number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"]
            case .cents(let cents): texts[question.id] = [SupportProgrammeForm.typed(cents)]
            case .day(let day): texts[question.id] = [day.description]
            case .choices(let choices): texts[question.id] = choices
            case .table(let rows):
                texts[question.id] = [rows.map { $0.joined(separator: " | ") }.joined(separator: "\n")]
            case .files, nil: break
            }
        }
        return Answers(texts: texts)
    }

    // MARK: And back

    /// What was typed, question by question; nil is no answer.
    func given(_ checked: Answers) -> [String: BidAnswer?] {
        var given: [String: BidAnswer?] = [:]
        for question in questions {
            let answer = answer(to: question, checked)
            given.updateValue(answer.flatMap { $0.isEmpty ? nil : $0 }, forKey: question.id)
        }
        return given
    }

    private func answer(to question: CallQuestion, _ checked: Answers) -> BidAnswer? {
        switch question.kind {
        case .shortText, .longText: .text(checked.text(question.id).replacing("\r\n", with: "\n"))
        case .number: checked.number(question.id).map { .number($0) }
        case .money: checked.number(question.id).map { .cents(Int(($0 * 100).rounded())) }
        case .date: checked.day(question.id).flatMap { CivilDay($0.description) }.map { .day($0) }
        case .choice, .yesNo, .multipleChoice: .choices(checked.list(question.id))
        case .table: .table(rows(checked.text(question.id), columns: question.parts.count))
        case .file: nil
        }
    }

    /// One row a line, cells with `|` between them; missing cells at the end are empty.
    private func rows(_ text: String, columns: Int) -> [[String]] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            var cells = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingSpaces() }
            if cells.allSatisfy(\.isEmpty) { return nil }
            while cells.count < columns { cells.append("") }
            return cells
        }
    }
}

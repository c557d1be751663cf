import Selection
import Web

/// The parts of a call that are one form each.
enum OpenCallParts {
    // MARK: Texts

    static let texts = OpenCallEditor(
        slug: "texts", title: "Title and summary", hint: "What people read first.", part: .texts,
        form: { _, _ in textForm },
        answers: { call, _ in
            Answers([
                "title-ro": call.title.ro, "title-en": call.title.en, "summary-ro": call.summary.ro,
                "summary-en": call.summary.en,
            ])
        },
        apply: { answers, call, _, _ in
            call.title = OpenCallEditor.text(answers, "title")
            call.summary = OpenCallEditor.text(answers, "summary")
        })

    static let textForm = Form(
        OpenCallEditor.pair("title", "Title in Romanian", "Title in English", .text(maxLength: 200))
            + OpenCallEditor.pair(
                "summary", "Summary in Romanian", "Summary in English", .textarea(maxLength: 4000, rows: 5)))

    // MARK: Calendar

    static let calendar = OpenCallEditor(
        slug: "calendar", title: "Calendar",
        hint: "Days are those of Romania. A stage without days does not take place.",
        part: .calendar, form: { _, _ in calendarForm },
        answers: { call, _ in
            var values: [String: String?] = ["closes-at": clock(call.calendar.closesAtMinute)]
            for entry in call.calendar.entries {
                values["\(entry.stage.rawValue)-from"] = entry.from.description
                values["\(entry.stage.rawValue)-until"] = entry.until.description
            }
            return Answers(values)
        },
        apply: { answers, call, _, t in
            let entries = CallStage.allCases.compactMap { entry($0, &answers, t) }
            guard let minute = minute(answers.text("closes-at")) else {
                return answers.refuse("closes-at", t("write a time such as 16:00"))
            }
            call.calendar = CallCalendar(entries: entries, closesAtMinute: minute)
        })

    static let calendarForm = Form(
        CallStage.allCases.flatMap { stage -> [Field] in
            [
                Field("\(stage.rawValue)-from", stage.firstDay, optional: true, .date(years: 2020...2100)),
                Field("\(stage.rawValue)-until", stage.lastDay, optional: true, .date(years: 2020...2100)),
            ]
        } + [
            Field(
                "closes-at", "Time at which submission closes", hint: "Romanian time, such as 16:00.",
                .text(maxLength: 5))
        ])

    private static func entry(_ stage: CallStage, _ answers: inout Answers, _ t: Texts) -> CallCalendar.Entry? {
        let (from, until) = ("\(stage.rawValue)-from", "\(stage.rawValue)-until")
        switch (answers.day(from), answers.day(until)) {
        case (let first?, let last?):
            guard let first = CivilDay(first.description), let last = CivilDay(last.description) else { return nil }
            return CallCalendar.Entry(stage, from: first, until: last)
        case (nil, nil): return nil
        case (nil, _): answers.refuse(from, t("give both days, or none"))
        case (_, nil): answers.refuse(until, t("give both days, or none"))
        }
        return nil
    }

    /// Minutes after midnight as a clock shows them.
    static func clock(_ minute: Int) -> String {
        let rest = minute % 60
        return "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(rest < 10 ? "0" : "")\(rest)"
    }

    static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...24).contains(hour), (0...59).contains(minute), (1...1440).contains(hour * 60 + minute)
        else { return nil }
        return hour * 60 + minute
    }

    // MARK: Decision

    static let decision = OpenCallEditor(
        slug: "decision", title: "Money, reviews and appeals", hint: "How bids are decided on.", part: .decision,
        form: { _, _ in OpenCallDecision.form }, answers: { call, _ in OpenCallDecision.answers(call) },
        apply: { answers, call, _, _ in OpenCallDecision.apply(answers, &call) })
}

extension CallDefinition {
    /// What is wrong with the days of the call.
    var calendarProblems: [CallProblem] {
        var found: [CallProblem] = []
        for entry in calendar.entries where entry.until < entry.from {
            found.append(
                CallProblem(
                    "calendar-days", .calendar, entry.stage.rawValue, reason: "A stage ends before it begins.",
                    remedy: "Choose a last day that is not before the first."))
        }
        if Set(calendar.entries.map(\.stage)).count < calendar.entries.count {
            found.append(
                CallProblem(
                    "calendar-twice", .calendar, reason: "A stage stands in the calendar twice.",
                    remedy: "Keep one of the two."))
        }
        return found + order + closing + consultation + windows
    }

    private var order: [CallProblem] {
        var found: [CallProblem] = []
        let inOrder = CallStage.allCases.compactMap { calendar[$0] }
        for (earlier, later) in zip(inOrder, inOrder.dropFirst()) where later.from < earlier.from {
            found.append(
                CallProblem(
                    "calendar-order", .calendar, later.stage.rawValue,
                    reason: "A stage begins before the one that it needs.",
                    remedy: "Put the stages in the order in which they happen."))
        }
        if let submission = calendar[.submission] {
            for stage in [CallStage.eligibility, .evaluation, .result] {
                guard let entry = calendar[stage], entry.from <= submission.until else { continue }
                found.append(
                    CallProblem(
                        "calendar-open", .calendar, stage.rawValue,
                        reason: "Bids are judged while others can still be sent.",
                        remedy: "Begin this stage after the last day of submission."))
            }
        }
        return found
    }

    private var closing: [CallProblem] {
        guard let submission = calendar[.submission] else {
            return [
                CallProblem(
                    "calendar-submission", .calendar, reason: "The calendar does not say when bids can be sent.",
                    remedy: "Give the first and the last day of submission.")
            ]
        }
        var found: [CallProblem] = []
        if !WorkingDays.isWorking(submission.until) {
            found.append(
                CallProblem(
                    "calendar-closing", .calendar, CallStage.submission.rawValue,
                    reason: "Bids close on a day on which nobody works, and nobody can help.",
                    remedy: "Choose a working day, such as {day}.",
                    ["day": WorkingDays.last(of: 1, after: submission.until).description]))
        }
        if !(1...1440).contains(calendar.closesAtMinute) {
            found.append(
                CallProblem(
                    "calendar-hour", .calendar, CallStage.submission.rawValue,
                    reason: "Bids close at a time that no day has.",
                    remedy: "Choose a time of the day."))
        }
        if let questions = calendar[.questions], questions.until > submission.until {
            found.append(
                CallProblem(
                    "calendar-questions", .calendar, CallStage.questions.rawValue,
                    reason: "Questions can be asked after bids have closed.",
                    remedy: "End the questions before the submission."))
        }
        return found
    }

    private var consultation: [CallProblem] {
        guard let entry = calendar[.consultation] else { return [] }
        var found: [CallProblem] = []
        let days = entry.until.number - entry.from.number + 1
        if days < CallCalendar.leastConsultationDays {
            found.append(
                CallProblem(
                    "calendar-consultation", .calendar, entry.stage.rawValue,
                    reason: "The consultation is shorter than {days} days.",
                    remedy: "Give people {days} calendar days at least (Law 52/2003).",
                    ["days": String(CallCalendar.leastConsultationDays)]))
        }
        if let submission = calendar[.submission], submission.from <= entry.until {
            found.append(
                CallProblem(
                    "calendar-draft-rules", .calendar, CallStage.submission.rawValue,
                    reason: "Bids can be sent while the rules are still being discussed.",
                    remedy: "Begin the submission after the consultation."))
        }
        return found
    }

    /// Days that are kept for appeals must hold the window that the rules give.
    private var windows: [CallProblem] {
        guard (1...30).contains(appeals.windowDays) else { return [] }
        var found: [CallProblem] = []
        for stage in [CallStage.eligibilityAppeals, .appeals] {
            guard let entry = calendar[stage],
                WorkingDays.count(from: entry.from, until: entry.until) < appeals.windowDays
            else { continue }
            found.append(
                CallProblem(
                    "calendar-appeals", .calendar, stage.rawValue,
                    reason: "The calendar leaves fewer than {count} working days for appeals.",
                    remedy: "Let this stage last until {day} at least.",
                    [
                        "count": String(appeals.windowDays),
                        "day": WorkingDays.last(of: appeals.windowDays, after: entry.from.adding(-1)).description,
                    ]))
        }
        return found
    }
}

import Members
import Selection
import Storage
import Web

extension BidPages {
    // MARK: A section

    func section(
        _ form: BidForm, _ desk: BidDesk, _ answers: Answers, version: Int, autosave: Autosave, notice: HTML? = nil,
        conflicts: [String: BidAnswer?] = [:]
    ) -> Page {
        let path = "\(desk.bid.path)/sections/\(form.section.id)"
        let view = FormView(
            form.shown, answers, t, token: visit.formToken, action: visit.path(path), submit: t("Save"),
            version: version, cancel: (t("Cancel"), visit.path(desk.bid.path)), autosave: autosave)
        let problems = desk.answers.problems(in: desk.definition)
        return Page(
            title: say(form.section.title), breadcrumb: desk.trail(visit),
            problems: !answers.isFine || !conflicts.isEmpty, isPrivate: true,
            body: HTML {
                if let notice { notice }
                if !conflicts.isEmpty { self.conflicts(conflicts, form) }
                view.summary
                view.open {
                    for question in form.section.questions {
                        if question.kind == .file {
                            fileLine(question, desk)
                        } else {
                            view.field(question.id)
                            if let most = question.mostWords { words(question, most, desk) }
                            if question.kind == .table { columns(question) }
                        }
                        if let problem = problems.first(where: {
                            $0.question == question.id && $0.check != "answer-missing"
                        }) {
                            p(.class("hint")) { t(problem.message, problem.values) }
                        }
                    }
                    view.buttons
                }
            })
    }

    private func words(_ question: CallQuestion, _ most: Int, _ desk: BidDesk) -> HTML {
        var count = 0
        if case .text(let text) = desk.answers[question.id] { count = BidAnswer.words(in: text) }
        return p(.class("hint")) {
            t("Saved: {count} of {most} words.", ["count": "\(count)", "most": "\(most)"])
        }
    }

    private func columns(_ question: CallQuestion) -> HTML {
        p(.class("hint")) {
            t(
                "One row a line, with | between: {columns}.",
                ["columns": question.parts.map { say($0.text) }.joined(separator: " | ")])
        }
    }

    private func fileLine(_ question: CallQuestion, _ desk: BidDesk) -> HTML {
        var count = 0
        if case .files(let files) = desk.answers[question.id] { count = files.count }
        return HTML {
            h2 { say(question.text) }
            p {
                t.count(count, "{count} file", "{count} files")
                " "
                a(.href(visit.path("\(desk.bid.path)/files/\(question.id)"))) { t("Add or remove files") }
            }
        }
    }

    /// A colleague answered the same questions meanwhile: both answers are shown, saving again keeps the visitor's.
    private func conflicts(_ conflicts: [String: BidAnswer?], _ form: BidForm) -> HTML {
        var theirs = BidAnswers()
        for (question, answer) in conflicts { theirs[question] = answer }
        let shown = form.answers(theirs)
        return Components.notice(.warning, t("Somebody else saved this section meanwhile"), t) {
            p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
            Components.summaryList(
                form.section.questions.filter { conflicts.keys.contains($0.id) }.map {
                    .init(say($0.text), shown.list($0.id).joined(separator: ", "))
                }, t)
        }
    }

    // MARK: Files

    static func fileForm(_ question: CallQuestion) -> Form {
        let known = question.fileTypes.compactMap { ending in FileType.allCases.first { $0.endings.contains(ending) } }
        return Form([
            Field(
                "file", "File to add",
                .file(types: known, maxBytes: min(question.mostMegabytes ?? 20, 20) * 1_000_000))
        ])
    }

    func files(_ question: CallQuestion, _ desk: BidDesk, _ answers: Answers) -> Page {
        var files: [BidFile] = []
        if case .files(let given) = desk.answers[question.id] { files = given }
        let path = visit.path("\(desk.bid.path)/files/\(question.id)")
        return Page(
            title: say(question.text), breadcrumb: desk.trail(visit), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                if !say(question.hint).isEmpty { p { say(question.hint) } }
                if files.isEmpty {
                    p(.class("quiet")) { t("No file yet.") }
                } else {
                    ul {
                        for file in files {
                            li {
                                a(.href("\(path)/\(file.sha256)")) { file.name }
                                Components.action(
                                    t("Remove"), path: "\(path)/removal", token: visit.formToken, about: file.name,
                                    hidden: [("hash", file.sha256)])
                            }
                        }
                    }
                }
                FormView(
                    Self.fileForm(question), answers, t, token: visit.formToken, action: path,
                    submit: t("Add the file"), cancel: (t("Back to the bid"), visit.path(desk.bid.path))
                ).html
            })
    }

    // MARK: Checking and submitting

    func submission(_ desk: BidDesk, wasRefused: Bool = false) -> Page {
        let obstacles = desk.obstacles(at: visit.now)
        let hash = (try? desk.answers.contentHash(in: desk.definition)) ?? ""
        return Page(
            title: t("Check answers and submit"), breadcrumb: desk.trail(visit), problems: wasRefused, isPrivate: true,
            body: HTML {
                deadline(desk)
                if !obstacles.isEmpty {
                    Components.notice(.warning, t("What is still to be done before the submission"), t) {
                        ul { for obstacle in obstacles { li { sentence(obstacle) } } }
                    }
                }
                answers(desk)
                if let certifier = desk.certifier {
                    p { t("Certified by {person}.", ["person": certifier]) }
                } else if !obstacles.contains(where: { if case .unanswered = $0 { true } else { false } }) {
                    if isCertifier(desk) {
                        Components.action(
                            t("Certify these answers"), path: visit.path("\(desk.bid.path)/certification"),
                            token: visit.formToken, hidden: [("hash", hash)])
                    }
                    p(.class("hint")) {
                        t("A certifier of the organisation does this: somebody with the mandate to apply in its name.")
                    }
                }
                if obstacles.isEmpty, isCertifier(desk) {
                    Components.action(
                        t("Submit the bid"), path: visit.path("\(desk.bid.path)/submission"), token: visit.formToken,
                        kind: .primary)
                }
            })
    }

    private func sentence(_ obstacle: BidRules.Obstacle) -> String {
        switch obstacle {
        case .early: t("The call does not take bids yet.")
        case .late: t("The call is closed. Your answers stay here and are lost to nobody.")
        case .notEligible: t("A condition of eligibility is not met.")
        case .undeclared: t("Something of the eligibility is not known or not declared yet.")
        case .unanswered(let count):
            t.count(count, "{count} question needs an answer.", "{count} questions need an answer.")
        case .uncertified: t("Nobody certified these answers yet.")
        }
    }

    private func answers(_ desk: BidDesk) -> HTML {
        let asked = desk.answers.asked(in: desk.definition)
        let problems = desk.answers.problems(in: desk.definition)
        return HTML {
            for section in desk.definition.form {
                let ids = Set(section.questions.map(\.id))
                h2 { say(section.title) }
                Components.summaryList(
                    asked.filter { ids.contains($0.id) }.map { question in
                        let problem = problems.first { $0.question == question.id }
                        let path =
                            question.kind == .file
                            ? "\(desk.bid.path)/files/\(question.id)" : "\(desk.bid.path)/sections/\(section.id)"
                        return .init(
                            say(question.text),
                            HTML {
                                if let problem { Components.tag(t(problem.message, problem.values), .bad) }
                                answer(desk.answers[question.id], question)
                            }, changePath: visit.path(path))
                    }, t)
            }
        }
    }

    /// An answer as it is read.
    func answer(_ answer: BidAnswer?, _ question: CallQuestion) -> HTML {
        HTML {
            switch answer {
            case .text(let text): for line in text.split(separator: "\n") { p { String(line) } }
            case .number(let number): visit.figures.decimal(number)
            case .cents(let cents): visit.figures.decimal(Double(cents) / 100, decimals: 2, fixed: true)
            case .day(let day): visit.figures.day(day.stored)
            case .choices(let choices): choices.map { name($0, question) }.joined(separator: ", ")
            case .table(let rows): ul { for row in rows { li { row.joined(separator: " · ") } } }
            case .files(let files): ul { for file in files { li { file.name } } }
            case nil: HTML.empty
            }
        }
    }

    private func name(_ choice: String, _ question: CallQuestion) -> String {
        if question.kind == .yesNo { return choice == "yes" ? t("Yes") : t("No") }
        return question.parts.first { $0.id == choice }.map { say($0.text) } ?? choice
    }

    func receipt(_ submission: BidSubmission, _ desk: BidDesk) -> Page {
        Page(
            title: t("Receipt {number}", ["number": "\(submission.number)"]), breadcrumb: desk.trail(visit),
            isPrivate: true,
            body: HTML {
                if submission.withdrawnAt != nil {
                    Components.notice(.warning, t("This submission is withdrawn."), t)
                } else if desk.valid?.number == submission.number {
                    Components.notice(.success, t("This submission counts."), t)
                } else {
                    Components.notice(.information, t("A later submission counts instead of this one."), t)
                }
                Components.summaryList(
                    [
                        .init(t("Organisation"), desk.bid.organisationName),
                        .init(t("Call"), say(desk.definition.title)),
                        .init(t("Received on"), visit.figures.time(submission.submittedAt)),
                        .init(t("Moment (UTC)"), HTML { code { submission.submittedAt.description } }),
                        .init(t("Submitted by"), submission.author),
                        .init(t("Content (SHA-256)"), HTML { code(.class("hash")) { submission.contentHash } }),
                        .init(t("Receipt before (SHA-256)"), HTML { code(.class("hash")) { submission.previousHash } }),
                        .init(t("This receipt (SHA-256)"), HTML { code(.class("hash")) { submission.receiptHash } }),
                    ], t)
                p {
                    t(
                        "The receipt's hash is made of its number, the bid, the content's hash, the moment and the receipt before, each on a line. Whoever holds it can check the chain of the call."
                    )
                }
            })
    }

    // MARK: Withdrawing

    static let withdrawalForm = Form([
        Field(
            "reason", "Why the bid is withdrawn", hint: "For your own records; nobody has to give one.", optional: true,
            .textarea(maxLength: 2000, rows: 3))
    ])

    func withdrawal(_ desk: BidDesk, _ answers: Answers) -> Page {
        Page(
            title: t("Withdraw the bid"), breadcrumb: desk.trail(visit), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                if desk.valid == nil {
                    p { t("There is no submission to withdraw.") }
                } else {
                    p { t("The answers stay; the bid can be submitted again while the call is open.") }
                    FormView(
                        Self.withdrawalForm, answers, t, token: visit.formToken,
                        action: visit.path("\(desk.bid.path)/withdrawal"), submit: t("Withdraw the bid"),
                        submitKind: .warning, cancel: (t("Cancel"), visit.path(desk.bid.path))
                    ).html
                }
            })
    }
}

import Members
import Selection
import Storage
import Web

/// Pages of bids that lead through one: the list, the beginning, the task list.
struct BidPages {
    let visit: Visit

    var t: Texts { visit.t }

    func say(_ text: BilingualText) -> String { text.said(visit.language) }

    func list(_ bids: [BidRecord]) -> Page {
        Page(
            title: t("Bids of your organisations"), breadcrumb: [Page.Crumb(t("Calls"), visit.path("/calls"))],
            isPrivate: true,
            body: HTML {
                if bids.isEmpty {
                    Components.emptyState(
                        t("Your organisations have no bid."), next: (t("Calls"), visit.path("/calls")))
                } else {
                    DataTable(
                        caption: t("Bids"),
                        columns: [.init(t("Organisation")), .init(t("Call")), .init(t("Begun on"))],
                        rows: bids.map {
                            [
                                .link($0.organisationName, visit.path($0.path)), .text($0.callSlug),
                                .text(visit.figures.time($0.startedAt)),
                            ]
                        }
                    ).html
                }
            })
    }

    // MARK: Beginning

    static func startForm(_ applicants: [BidRoutes.Applicant]) -> Form {
        Form([
            Field(
                "organisation", "Organisation that applies",
                .select(
                    applicants.map {
                        Option($0.organisation.id.description, $0.organisation.name, translated: false)
                    }))
        ])
    }

    /// The conditions held against what is known of each organisation, before anybody writes a word.
    func new(
        _ call: OpenCall, _ definition: CallDefinition, _ applicants: [BidRoutes.Applicant], _ answers: Answers
    ) -> Page {
        Page(
            title: t("Can your organisation apply?"),
            breadcrumb: [
                Page.Crumb(t("Calls"), visit.path("/calls")), Page.Crumb(say(definition.title), visit.path(call.path)),
            ], problems: !answers.isFine, isPrivate: true,
            body: HTML {
                if applicants.isEmpty {
                    Components.emptyState(
                        t("You are no editor of an organisation that could apply."),
                        next: (t("Organisations"), visit.path("/organisations")))
                } else {
                    for applicant in applicants {
                        h2 { applicant.organisation.name }
                        outcomes(definition.eligibility.map { ($0, $0.outcome(applicant.facts)) })
                        if let bid = applicant.bid {
                            p { a(.href(visit.path(bid.path))) { t("Go on with the bid") } }
                        }
                    }
                    FormView(
                        Self.startForm(applicants), answers, t, token: visit.formToken,
                        action: visit.path("\(call.path)/bids/new"), submit: t("Begin the bid"),
                        cancel: (t("Cancel"), visit.path(call.path))
                    ).html
                }
            })
    }

    func outcomes(_ outcomes: [(rule: EligibilityRule, outcome: EligibilityRule.Outcome)]) -> HTML {
        ul {
            for (rule, outcome) in outcomes {
                li {
                    switch outcome {
                    case .met: Components.tag(t("Met"), .good)
                    case .notMet: Components.tag(t("Not met"), .bad)
                    case .open: Components.tag(t("Not known"), .warning)
                    }
                    " \(say(rule.text))"
                    if let figure = figure(outcome) { " (\(visit.figures.decimal(figure)))" }
                }
            }
        }
    }

    private func figure(_ outcome: EligibilityRule.Outcome) -> Double? {
        switch outcome {
        case .met(let figure), .notMet(let figure): figure
        case .open: nil
        }
    }

    static func declarationForm(_ call: CallDefinition, _ language: Language) -> Form {
        Form(
            call.eligibility.filter { $0.test == .declaration }.map {
                Field(
                    $0.id, $0.text.said(language), .radios([Option("yes", "Yes"), Option("no", "No")]))
            })
    }

    func eligibility(_ desk: BidDesk, _ answers: Answers) -> Page {
        let form = Self.declarationForm(desk.definition, visit.language)
        var shown = answers
        if answers.texts.isEmpty {
            shown.texts = desk.facts.declared.mapValues { [$0 ? "yes" : "no"] }
        }
        return Page(
            title: t("Eligibility"), breadcrumb: desk.trail(visit), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                outcomes(desk.outcomes())
                if form.fields.isEmpty {
                    p { a(.href(visit.path(desk.bid.path))) { t("Back to the bid") } }
                } else {
                    FormView(
                        form, shown, t, token: visit.formToken, action: visit.path("\(desk.bid.path)/eligibility"),
                        submit: t("Declare"), cancel: (t("Cancel"), visit.path(desk.bid.path))
                    ).html
                }
            })
    }

    func isCertifier(_ desk: BidDesk) -> Bool { visit.visitor.level(in: desk.bid.organisation) == .certifier }

    // MARK: Tasks

    func tasks(_ desk: BidDesk) -> Page {
        Page(
            title: t("Bid of {organisation}", ["organisation": desk.bid.organisationName]),
            breadcrumb: desk.trail(visit, withBid: false), isPrivate: true,
            body: HTML {
                deadline(desk)
                if let valid = desk.valid {
                    Components.notice(.success, t("This bid is submitted."), t) {
                        p { a(.href(visit.path("\(desk.bid.path)/receipts/\(valid.number)"))) { t("Receipt") } }
                        p { t("It can be submitted again until the call closes; the last submission counts.") }
                    }
                }
                Components.taskList(list(desk), t)
                if desk.valid != nil, isCertifier(desk) {
                    p { a(.href(visit.path("\(desk.bid.path)/withdrawal"))) { t("Withdraw the bid") } }
                }
            })
    }

    func deadline(_ desk: BidDesk) -> HTML {
        HTML {
            if let window = desk.window {
                p {
                    if visit.now.milliseconds < window.opens.milliseconds {
                        t("Bids can be submitted from {time}.", ["time": visit.figures.time(window.opens)])
                    } else if window.isOpen(at: visit.now) {
                        t("Bids can be submitted until {time}.", ["time": visit.figures.time(window.closes)])
                    } else {
                        t("The call closed at {time}.", ["time": visit.figures.time(window.closes)])
                    }
                }
            }
        }
    }

    private func list(_ desk: BidDesk) -> [Components.Task] {
        let path = desk.bid.path
        let outcomes = desk.outcomes().map(\.outcome)
        let isBad = outcomes.contains { if case .notMet = $0 { true } else { false } }
        var tasks = [
            Components.Task(
                t("Eligibility"), path: visit.path("\(path)/eligibility"),
                status: isBad ? .problem : outcomes.contains(.open) ? .notStarted : .completed)
        ]
        for section in desk.definition.form {
            let (asked, done) = desk.answers.progress(of: section, in: desk.definition)
            let hasAny = section.questions.contains { desk.answers[$0.id] != nil }
            tasks.append(
                Components.Task(
                    say(section.title), path: visit.path("\(path)/sections/\(section.id)"),
                    hint: t("{done} of {asked} questions", ["done": "\(done)", "asked": "\(asked)"]),
                    status: done == asked ? .completed : hasAny ? .inProgress : .notStarted))
        }
        let blocked = desk.obstacles(at: visit.now).contains { if case .unanswered = $0 { true } else { false } }
        tasks.append(
            Components.Task(
                t("Check answers and submit"), path: visit.path("\(path)/submission"),
                status: desk.valid != nil ? .completed : blocked ? .cannotStart : .notStarted))
        return tasks
    }
}

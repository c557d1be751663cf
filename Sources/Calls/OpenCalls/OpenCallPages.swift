import Members
import Selection
import Storage
import Web

/// The pages of calls that everybody reads.
struct OpenCallPages {
    let visit: Visit

    var t: Texts { visit.t }
    var home: Page.Crumb { Page.Crumb(t("Calls"), visit.path("/calls")) }
    private var isWriter: Bool { visit.visitor.may(OpenCallRules.write) }
    private var lead: String { t("Calls in which cities and their partners can take part, with their rules and days.") }

    func say(_ text: BilingualText) -> String { text.said(visit.language) }

    // MARK: List

    func list(_ calls: [OpenCall]) -> Page {
        let begin = isWriter ? (t("Begin a call"), visit.path("/calls/new")) : nil
        return Page(
            title: t("Calls"), description: lead,
            feeds: [
                Page.Alternate(t("Calls (Atom)"), path: visit.path("/calls.atom"), mediaType: "application/atom+xml")
            ],
            body: HTML {
                Components.lead(lead)
                if calls.isEmpty {
                    Components.emptyState(t("No call is published yet."), next: begin)
                } else {
                    table(calls).html
                    if let begin { p { Components.buttonLink(begin.0, path: begin.1) } }
                }
            })
    }

    private func table(_ calls: [OpenCall]) -> DataTable {
        DataTable(
            caption: t("Calls"),
            columns: [.init(t("Call")), .init(t("State")), .init(t("Opens")), .init(t("Closes"))],
            rows: calls.map { call in
                let definition = call.published?.definition ?? call.draft
                let entry = definition.calendar[.submission]
                return [
                    .link(say(definition.title), visit.path(call.path)),
                    .html(state(call)),
                    .text(entry.map { visit.figures.day($0.from.stored) } ?? "–"),
                    .text(entry.map { closing($0, definition.calendar) } ?? "–"),
                ]
            })
    }

    private func state(_ call: OpenCall) -> HTML {
        guard let published = call.published else { return Components.tag(t("Draft"), .warning) }
        let calendar = published.definition.calendar
        guard let entry = calendar[.submission], let today = CivilDay(visit.today.description) else { return .empty }
        let time = BucharestTime.local(visit.now)
        if calendar.isOpen(on: today, minute: time.hour * 60 + time.minute) {
            return Components.tag(t("Open for bids"), .good)
        }
        if today < entry.from { return Components.tag(t("Announced"), .neutral) }
        return Components.tag(t("Closed for bids"), .neutral)
    }

    private func closing(_ entry: CallCalendar.Entry, _ calendar: CallCalendar) -> String {
        "\(visit.figures.day(entry.until.stored)), \(OpenCallParts.clock(calendar.closesAtMinute))"
    }

    // MARK: A call

    func show(_ call: OpenCall, _ published: OpenCall.Published) -> Page {
        let definition = published.definition
        return Page(
            title: say(definition.title), description: say(definition.summary), breadcrumb: [home],
            feeds: [
                Page.Alternate(
                    t("Calendar (iCalendar)"), path: visit.path("\(call.path)/calendar.ics"),
                    mediaType: "text/calendar"),
                Page.Alternate(
                    t("Rules (JSON)"), path: "\(call.path)/definition.json", mediaType: "application/json"),
            ],
            jsonLD: OpenCallLinkedData.json(visit, call, definition),
            body: HTML {
                p { state(call) }
                Components.prose { Markdown.html(say(definition.summary)) }
                Components.summaryList(facts(definition), t)
                h2 { t("Calendar") }
                calendar(definition.calendar)
                h2 { t("Who may apply") }
                ul { for rule in definition.eligibility { li { eligibility(rule) } } }
                h2 { t("Criteria") }
                criteria(definition)
                h2 { t("Rules") }
                for article in definition.articles {
                    section(.id(article.id)) {
                        h3 { say(article.title) }
                        Components.prose { Markdown.html(say(article.text)) }
                    }
                }
                h2 { t("More about the call") }
                Components.linkList(links(call, published))
            })
    }

    private func links(_ call: OpenCall, _ published: OpenCall.Published) -> [(title: String, path: String)] {
        var links = [
            (t("Begin a bid, or go on with it"), visit.path("\(call.path)/bids/new")),
            (t("The questions of the form"), visit.path("\(call.path)/form")),
            (t("Versions and errata"), visit.path("\(call.path)/versions")),
            (t("Calendar (iCalendar)"), visit.path("\(call.path)/calendar.ics")),
            (t("Rules (JSON)"), "\(call.path)/definition.json"),
        ]
        if visit.visitor.may(OpenCallRules.publish) {
            links.append((t("Give more time"), visit.path("\(call.path)/extension")))
        }
        if isWriter { links.append((t("Edit the call"), visit.path("\(call.path)/draft"))) }
        return links
    }

    private func facts(_ call: CallDefinition) -> [Components.SummaryRow] {
        var rows: [Components.SummaryRow] = []
        let budget = call.rules.budget
        if let cents = budget.cents {
            rows.append(
                .init(t("Budget of the call"), visit.figures.decimal(Double(cents) / 100) + " " + call.currency))
        }
        if let places = budget.places { rows.append(.init(t("Places"), visit.figures.integer(places))) }
        rows.append(
            .init(t("Reviews that each bid needs"), visit.figures.integer(call.rules.reportsNeeded)))
        rows.append(.init(t("How several marks become one"), t(call.rules.combining.title)))
        rows.append(.init(t("What evaluators see of who applies"), t(call.blindness.title)))
        if call.appeals.windowDays > 0 {
            rows.append(
                .init(t("Working days to appeal"), visit.figures.integer(call.appeals.windowDays)))
            rows.append(.init(t("Grounds of an appeal"), say(call.appeals.grounds)))
        } else {
            rows.append(.init(t("Appeals"), t("There is no appeal in this call.")))
        }
        return rows
    }

    private func calendar(_ calendar: CallCalendar) -> HTML {
        DataTable(
            caption: t("Stages of the call, in Romanian time"),
            columns: [.init(t("Stage")), .init(t("First day")), .init(t("Last day"))],
            rows: calendar.entries.map { entry in
                let last =
                    entry.stage == .submission ? closing(entry, calendar) : visit.figures.day(entry.until.stored)
                return [
                    .text(t(entry.stage.title)), .text(visit.figures.day(entry.from.stored)),
                    .text(last),
                ]
            }
        ).html
    }

    private func eligibility(_ rule: EligibilityRule) -> HTML {
        HTML {
            say(rule.text)
            if case .figure(let series, let comparison, let limit) = rule.test {
                " "
                span(.class("quiet")) {
                    t(
                        "{comparison} {limit}; series {series}",
                        [
                            "comparison": t(comparison.title),
                            "limit": visit.figures.decimal(limit), "series": series,
                        ])
                }
            }
        }
    }

    private func criteria(_ call: CallDefinition) -> HTML {
        DataTable(
            caption: t("Criteria"),
            columns: [
                .init(t("Criterion")), .init(t("Weight of the criterion"), number: true), .init(t("Marks")),
                .init(t("Threshold")),
                .init(t("What marks mean")),
            ],
            rows: call.rules.criteria.parts.flatMap(\.all).map { criterion in
                let scale = criterion.scale
                return [
                    .text(say(call.name(of: criterion))),
                    .number(visit.figures.integer(criterion.weight), Double(criterion.weight)),
                    .text(
                        scale.map { "\(OpenCallWords.typed($0.lowest))–\(OpenCallWords.typed($0.highest))" }
                            ?? t("Group")),
                    .text(criterion.threshold.map { visit.figures.decimal($0.value) } ?? "–"),
                    .html(anchors(scale)),
                ]
            }
        ).html
    }

    private func anchors(_ scale: Scale?) -> HTML {
        HTML {
            for anchor in scale?.anchors ?? [] {
                div {
                    strong { OpenCallWords.typed(anchor.points) }
                    " "
                    anchor.meaning
                }
            }
        }
    }
}

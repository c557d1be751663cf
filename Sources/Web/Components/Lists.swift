extension Components {
    /// One answer in a summary list, with the link that changes it.
    package struct SummaryRow: Sendable {
        package let label: String
        package let value: HTML
        package let changePath: String?

        package init(_ label: String, _ value: HTML, changePath: String? = nil) {
            self.label = label
            self.value = value
            self.changePath = changePath
        }

        package init(_ label: String, _ value: String, changePath: String? = nil) {
            self.init(label, .text(value), changePath: changePath)
        }
    }

    /// Questions with their answers: a record, or all answers before they are sent.
    package static func summaryList(_ rows: [SummaryRow], _ t: Texts) -> HTML {
        dl(.class("summary")) {
            for row in rows {
                div {
                    dt { row.label }
                    dd {
                        if row.value.isEmpty { span(.class("quiet")) { t("No answer") } } else { row.value }
                    }
                    if let path = row.changePath {
                        dd(.class("change")) {
                            a(.href(path)) {
                                t("Change")
                                span(.class("hidden")) { " " + row.label }
                            }
                        }
                    }
                }
            }
        }
    }

    /// How far a task is.
    package enum TaskStatus: Sendable, CaseIterable {
        case completed
        case inProgress
        case notStarted
        case cannotStart
        case problem

        fileprivate func word(_ t: Texts) -> String {
            switch self {
            case .completed: t("Completed")
            case .inProgress: t("In progress")
            case .notStarted: t("Not started")
            case .cannotStart: t("Cannot start yet")
            case .problem: t("Needs attention")
            }
        }

        fileprivate var tone: Tone? {
            switch self {
            case .completed: nil
            case .inProgress: .information
            case .notStarted, .cannotStart: .neutral
            case .problem: .bad
            }
        }
    }

    /// One task of a task list.
    package struct Task: Sendable {
        package let title: String
        package let path: String
        package let hint: String?
        package let status: TaskStatus

        package init(_ title: String, path: String, hint: String? = nil, status: TaskStatus) {
            self.title = title
            self.path = path
            self.hint = hint
            self.status = status
        }
    }

    /// Tasks in the order that suits most people, each with its state.
    package static func taskList(_ tasks: [Task], _ t: Texts) -> HTML {
        ul(.class("tasks")) {
            for task in tasks {
                li {
                    div {
                        if task.status == .cannotStart {
                            task.title
                        } else {
                            a(.href(task.path)) { task.title }
                        }
                        if let hint = task.hint { p(.class("hint")) { hint } }
                    }
                    div(.class("task-status")) {
                        if let tone = task.status.tone { tag(task.status.word(t), tone) } else { task.status.word(t) }
                    }
                }
            }
        }
    }

    /// How much of something is done, in words and as a bar.
    package static func progress(_ label: String, done: Int, total: Int, text: String) -> HTML {
        div(.class("progress")) {
            element("label") {
                span(.class("progress-label")) { label }
                element("progress", .value("\(max(0, min(done, total)))"), .attribute("max", "\(max(1, total))")) {
                    text
                }
            }
            span(.class("progress-text figures")) { text }
        }
    }

    /// One of several views of the same thing.
    package struct Tab: Sendable {
        package let title: String
        package let path: String
        package let isCurrent: Bool

        package init(_ title: String, path: String, isCurrent: Bool) {
            self.title = title
            self.path = path
            self.isCurrent = isCurrent
        }
    }

    /// Views of the same thing as links, so that each has its own address and no script is needed.
    package static func tabs(_ tabs: [Tab], label: String) -> HTML {
        nav(.class("tabs"), .aria("label", label)) {
            ul {
                for tab in tabs {
                    li { a(.href(tab.path), .aria("current", tab.isCurrent ? "page" : nil)) { tab.title } }
                }
            }
        }
    }

    /// Entries with a title, a line about each and something at its side.
    package static func cards(_ cards: [(title: String, path: String, text: String, aside: HTML)]) -> HTML {
        ul(.class("cards")) {
            for card in cards {
                li(.class("card")) {
                    h3 { a(.href(card.path)) { card.title } }
                    p { card.text }
                    if !card.aside.isEmpty { div(.class("card-aside")) { card.aside } }
                }
            }
        }
    }
}

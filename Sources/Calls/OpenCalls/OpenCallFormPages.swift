import Selection
import Web

/// The form as applicants read it.
extension OpenCallPages {
    func form(_ call: OpenCall, _ definition: CallDefinition, isDraft: Bool) -> Page {
        let parent = isDraft ? "\(call.path)/draft" : call.path
        return Page(
            title: t("The questions of the form"),
            breadcrumb: [home, Page.Crumb(say(definition.title), visit.path(parent))], isPrivate: isDraft,
            body: HTML {
                if isDraft { Components.notice(.warning, t("Only the hub's team sees this."), t) }
                if definition.questions.isEmpty { p { t("There is nothing here yet.") } }
                for part in definition.form {
                    h2 { say(part.title) }
                    ol { for asked in part.questions { li { question(asked, in: definition) } } }
                }
            })
    }

    private func question(_ asked: CallQuestion, in call: CallDefinition) -> HTML {
        HTML {
            p { strong { say(asked.text) } }
            if !say(asked.hint).isEmpty { p(.class("hint")) { say(asked.hint) } }
            p(.class("quiet")) { (limits(asked) + condition(asked, in: call)).joined(separator: " · ") }
            if !asked.parts.isEmpty { ul { for part in asked.parts { li { say(part.text) } } } }
        }
    }

    private func limits(_ asked: CallQuestion) -> [String] {
        var words = [t(asked.kind.title), asked.isRequired ? t("required") : t("optional")]
        if let most = asked.mostWords { words.append(t.count(most, "{count} word at most", "{count} words at most")) }
        if asked.kind == .file {
            words.append(asked.fileTypes.joined(separator: ", "))
            if let most = asked.mostMegabytes { words.append(t("{count} MB at most", ["count": String(most)])) }
        }
        return words
    }

    private func condition(_ asked: CallQuestion, in call: CallDefinition) -> [String] {
        guard let condition = asked.condition,
            let earlier = call.questions.first(where: { $0.id == condition.question })
        else { return [] }
        let answers = condition.answers.map { id in
            earlier.kind == .yesNo
                ? t(id == "yes" ? "Yes" : "No") : earlier.parts.first { $0.id == id }.map { say($0.text) } ?? id
        }
        return [
            t(
                "asked only when the answer to “{question}” is: {answers}",
                ["question": say(earlier.text), "answers": answers.joined(separator: ", ")])
        ]
    }
}

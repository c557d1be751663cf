/// Two people changed the same text: both stand side by side, none is lost, one is chosen and may be edited after.
package struct TextConflict: Sendable {
    package let name: String
    package let label: String
    package let yours: String
    package let theirs: String
    /// Who saved the other text and when, in words.
    package let theirsBy: String
    package let t: Texts

    package init(name: String, label: String, yours: String, theirs: String, theirsBy: String, _ t: Texts) {
        self.name = name
        self.label = label
        self.yours = yours
        self.theirs = theirs
        self.theirsBy = theirsBy
        self.t = t
    }

    /// The choice; each radio's value is the whole text, so what is sent is an ordinary answer to the field.
    package var html: HTML {
        let difference = TextDifference(yours, theirs)
        return fieldset(.class("conflict")) {
            legend { t("{label}: two texts", ["label": label]) }
            p(.class("hint")) { t("Words that differ are marked. Choose one text; it can be edited afterwards.") }
            div(.class("sides")) {
                side("yours", t("Your text"), value: yours, parts: difference.first, isChosen: true)
                side("theirs", theirsBy, value: theirs, parts: difference.second, isChosen: false)
            }
        }
    }

    private func side(
        _ kind: String, _ title: String, value: String, parts: [TextDifference.Part], isChosen: Bool
    ) -> HTML {
        let id = "conflict-\(name)-\(kind)"
        return div(.class("side")) {
            div(.class("choice")) {
                input(
                    .type("radio"), .id(id), .name(name), .value(value), .flag("checked", if: isChosen),
                    .aria("describedby", "\(id)-text"))
                element("label", .for(id)) { title }
            }
            div(.class("side-text"), .id("\(id)-text")) {
                if parts.isEmpty { span(.class("quiet")) { t("(empty)") } }
                for part in parts { if part.isShared { part.text } else { mark { part.text } } }
            }
        }
    }
}

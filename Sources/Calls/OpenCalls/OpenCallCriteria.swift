import Selection
import Web

/// The criteria of a call: groups, and what reviewers score, alone or in a group.
enum OpenCallCriteria {
    static let criteria = OpenCallEditor(
        slug: "criteria", title: "Criteria", hint: "What reviewers score, with weights and thresholds.",
        part: .criteria, form: form,
        answers: { call, id in
            let top = call.rules.criteria
            guard let criterion = top.parts.flatMap(\.all).first(where: { $0.id == id }) else { return nil }
            return answers(criterion, in: call)
        },
        apply: apply,
        list: OpenCallEditor.List(
            add: "Add a criterion",
            items: { call in
                call.rules.criteria.parts.flatMap(\.all).map {
                    OpenCallEditor.Item(id: $0.id, title: call.name(of: $0))
                }
            },
            remove: { call, id in
                take(id, from: &call)
                call.englishCriteria[id] = nil
            }))

    @Sendable static func form(_ call: CallDefinition, _ language: Language) -> Form {
        let groups = call.rules.criteria.parts.filter { $0.scale == nil }.map {
            Option($0.id, call.name(of: $0).said(language), translated: false)
        }
        return Form(
            OpenCallEditor.pair("name", "Name in Romanian", "Name in English", .text(maxLength: 200))
                + [
                    Field(
                        "kind", "What it is",
                        .radios([
                            Option("scored", "A criterion that reviewers score"),
                            Option("group", "A group of criteria"),
                        ])),
                    Field("group", "In the group", hint: "Empty: in none.", optional: true, .select(groups)),
                    Field("weight", "Weight among its neighbours", .number(range: 0...10_000, decimals: 0, unit: nil)),
                    Field(
                        "highest", "Highest mark", hint: "Marks begin at 0. For criteria that are scored.",
                        optional: true, .number(range: 1...10_000, decimals: 2, unit: nil)),
                    Field(
                        "step", "Distance of neighbouring marks", hint: "Empty: 1.", optional: true,
                        .number(range: 0.01...100, decimals: 2, unit: nil)),
                    Field(
                        "threshold", "Threshold", hint: "On the criterion's marks; of 100 in a group. Empty: none.",
                        optional: true, .number(range: 0...10_000, decimals: 2, unit: nil)),
                    Field("inapplicable", "A reviewer may say that it does not apply", optional: true, .checkbox),
                    Field(
                        "anchors", "What marks mean", hint: "One a line, such as 5: excellent, without weaknesses.",
                        optional: true, .textarea(maxLength: 4000, rows: 6)),
                    OpenCallEditor.position,
                ])
    }

    private static func answers(_ criterion: Criterion, in call: CallDefinition) -> Answers {
        let group = call.rules.criteria.parts.first { $0.parts.contains { $0.id == criterion.id } }
        let anchors = (criterion.scale?.anchors ?? []).map { "\(OpenCallWords.typed($0.points)): \($0.meaning)" }
        return Answers([
            "name-ro": criterion.name, "name-en": call.englishCriteria[criterion.id],
            "kind": criterion.scale == nil ? "group" : "scored", "group": group?.id,
            "weight": String(criterion.weight), "highest": criterion.scale.map { OpenCallWords.typed($0.highest) },
            "step": criterion.scale?.step.map(OpenCallWords.typed),
            "threshold": criterion.threshold.map(OpenCallWords.typed),
            "inapplicable": criterion.mayBeInapplicable ? "on" : nil, "anchors": anchors.joined(separator: "\n"),
        ])
    }

    @Sendable private static func apply(
        _ answers: inout Answers, _ call: inout CallDefinition, _ id: String, _ t: Texts
    ) {
        let known = call.rules.criteria.all
        let old = known.first { $0.id == id }
        var criterion = Criterion(
            id: old?.id ?? OpenCallEditor.name("criterion", besides: known.map(\.id)),
            name: answers.text("name-ro"), weight: answers.integer("weight") ?? 1,
            threshold: answers.number("threshold").map { Points($0) },
            mayBeInapplicable: answers.isTicked("inapplicable"), parts: old?.parts ?? [])
        let isGroup = answers.text("kind") == "group"
        let group = isGroup ? nil : answers.optionalText("group")
        if !isGroup {
            if !criterion.parts.isEmpty { answers.refuse("kind", t("move the criteria out of the group first")) }
            guard let highest = answers.number("highest") else {
                return answers.refuse("highest", t("write a number"))
            }
            criterion.scale = Scale(
                highest: Points(highest), step: Points(answers.number("step") ?? 1), anchors: anchors(&answers, t))
        }
        guard answers.isFine else { return }
        let place = position(of: criterion.id, in: call)
        take(criterion.id, from: &call)
        var slot = place?.group == group ? place?.index : nil
        if let wanted = answers.integer("position") { slot = wanted - 1 }
        insert(criterion, in: group, at: slot, &call)
        call.englishCriteria[criterion.id] = answers.text("name-en")
    }

    private static func position(of id: String, in call: CallDefinition) -> (group: String?, index: Int)? {
        let parts = call.rules.criteria.parts
        if let index = parts.firstIndex(where: { $0.id == id }) { return (nil, index) }
        for group in parts {
            if let index = group.parts.firstIndex(where: { $0.id == id }) { return (group.id, index) }
        }
        return nil
    }

    private static func take(_ id: String, from call: inout CallDefinition) {
        call.rules.criteria.parts.removeAll { $0.id == id }
        for index in call.rules.criteria.parts.indices {
            call.rules.criteria.parts[index].parts.removeAll { $0.id == id }
        }
    }

    private static func insert(_ criterion: Criterion, in group: String?, at slot: Int?, _ call: inout CallDefinition) {
        if let group, let index = call.rules.criteria.parts.firstIndex(where: { $0.id == group }) {
            let end = call.rules.criteria.parts[index].parts.count
            call.rules.criteria.parts[index].parts.insert(criterion, at: min(slot ?? end, end))
        } else {
            let end = call.rules.criteria.parts.count
            call.rules.criteria.parts.insert(criterion, at: min(slot ?? end, end))
        }
    }

    private static func anchors(_ answers: inout Answers, _ t: Texts) -> [Scale.Anchor] {
        var anchors: [Scale.Anchor] = []
        for line in answers.text("anchors").split(whereSeparator: \.isNewline) {
            let cells = line.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces() }
            guard cells.count == 2, let points = NumberReading.read(cells[0]) else {
                answers.refuse("anchors", t("begin each line with a mark and a colon: {line}", ["line": String(line)]))
                return []
            }
            anchors.append(Scale.Anchor(Points(points), cells[1]))
        }
        return anchors
    }
}

import Inventory
import Quantities
import Web

/// What was typed into the form of a method, as arguments of the method, and back.
extension InventoryMethodForm {
    /// Checked answers with what the method made of them; no result where something is wrong.
    func check() -> (answers: Answers, arguments: [String: Argument], result: MethodResult?) {
        var checked = form.check(complete(answers), t)
        var arguments: [String: Argument] = [:]
        for input in method.inputs {
            do throws(MethodProblem) { arguments[input.name] = try argument(input, checked) } catch {
                if checked.problem(at: Self.value(input)) == nil {
                    checked.refuse(Self.value(input), words.problem(error, in: method))
                }
            }
        }
        guard checked.isFine else { return (checked, arguments, nil) }
        do throws(MethodProblem) {
            let result = try method.result(arguments, factors: book, at: place)
            guard result.isFinite else { throw .outOfRange(input: "", value: 0, allowed: "") }
            return (checked, arguments, result)
        } catch {
            let field = Self.field(of: error)
            let notFinite = t("The result is not a number. Check the values.")
            checked.refuse(field, field == nil ? notFinite : words.problem(error, in: method))
            return (checked, arguments, nil)
        }
    }

    /// A number's unit is the first of the list where none was sent.
    private func complete(_ answers: Answers) -> Answers {
        var complete = answers
        for (name, unit) in firstUnits where complete.text(name).isEmpty { complete.texts[name] = [unit] }
        return complete
    }

    /// The units that the form begins with.
    var firstUnits: [(name: String, unit: String)] {
        method.inputs.compactMap { input in
            guard case .value(let measure) = input.kind, let unit = InventoryMethodWords.units(measure).first else {
                return nil
            }
            return (Self.unit(input), unit)
        }
    }

    private func argument(_ input: MethodInput, _ answers: Answers) throws(MethodProblem) -> Argument? {
        let name = Self.value(input)
        guard !answers.text(name).isEmpty else { return nil }
        switch input.kind {
        case .value:
            guard let value = answers.number(name) else { return nil }
            let unit = answers.optionalText(Self.unit(input))
            return .number(value, unit: unit, uncertainty: range(input, answers, of: value))
        case .year: return answers.integer(name).map { .number(Double($0)) }
        case .choice, .text: return .word(answers.text(name))
        case .table(let columns): return .rows(try rows(answers.text(name), columns, input))
        }
    }

    /// One answer is the range to both sides; the second says how far it reaches above where that differs.
    private func range(_ input: MethodInput, _ answers: Answers, of value: Double) -> Uncertainty? {
        let (below, above) = (answers.number(Self.range(input)), answers.number(Self.above(input)))
        if below == nil, above == nil { return nil }
        return FormNumber.range(below: below ?? 0, above: above ?? below ?? 0, of: value)
    }

    // MARK: Tables

    private func rows(
        _ text: String, _ columns: [MethodInput], _ input: MethodInput
    ) throws(MethodProblem) -> [[String: Argument]] {
        var rows: [[String: Argument]] = []
        for line in text.split(whereSeparator: \.isNewline) where line.contains(where: { !$0.isWhitespace }) {
            let path = "\(input.name)[\(rows.count + 1)]"
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmingSpaces() }
            guard cells.count <= columns.count || cells.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
                throw .unknownInput(path, known: columns.map(\.name))
            }
            var row: [String: Argument] = [:]
            for (column, cell) in zip(columns, cells) where !cell.isEmpty {
                row[column.name] = try self.cell(cell, column, "\(path).\(column.name)")
            }
            for column in columns where row[column.name] == nil {
                if case .required = column.fallback { throw .missingInput("\(path).\(column.name)") }
            }
            rows.append(row)
        }
        return rows
    }

    private func cell(_ text: String, _ column: MethodInput, _ path: String) throws(MethodProblem) -> Argument {
        switch column.kind {
        case .value(let measure): return try measured(text, measure, path)
        case .year:
            guard let year = Int(text) else { throw .wrongKind(input: path, expected: "a year") }
            return .number(Double(year))
        case .choice(let known):
            let plain = text.lowercased()
            let found = known.first { $0.lowercased() == plain || words.word($0).lowercased() == plain }
            guard let found else { throw .unknownWord(input: path, word: text, known: known) }
            return .word(found)
        case .text, .table: return .word(text)
        }
    }

    /// `1.234,5`, `100 kg`, `12 %`, `100 kg ± 5 %` or `100 kg ± 5/10 %`: five percent below, ten above.
    private func measured(_ text: String, _ measure: Measure, _ path: String) throws(MethodProblem) -> Argument {
        let sides = text.split(separator: "±", maxSplits: 1).map { String($0).trimmingSpaces() }
        let first = sides.first ?? ""
        let digits = first.prefix { $0.isNumber || $0.isWhitespace || ".,-−".contains($0) }
        let unit = String(first.dropFirst(digits.count)).trimmingSpaces()
        guard let value = NumberReading.read(String(digits).trimmingSpaces()) else {
            throw .wrongKind(input: path, expected: "a number")
        }
        guard unit.isEmpty || measure.unit(named: unit) != nil else {
            throw .wrongUnit(input: path, unit: unit, known: InventoryMethodWords.units(measure))
        }
        var range: Uncertainty?
        if sides.count == 2 {
            let ends = sides[1].split(separator: "/").map { end in
                NumberReading.read(end.filter { !"%+-−".contains($0) }.trimmingSpaces())
            }
            guard let below = ends.first ?? nil, let above = ends.last ?? nil, ends.count <= 2 else {
                throw .wrongKind(input: path, expected: "a number")
            }
            range = FormNumber.range(below: below, above: above, of: value)
        }
        // A share is typed in percent, like everywhere in the form.
        return .number(value, unit: unit.isEmpty ? (measure == .share ? "%" : nil) : unit, uncertainty: range)
    }
}

/// The way back: a row's arguments in the fields of the form.
extension InventoryMethodForm {
    static func answers(_ row: InventoryRow, _ use: MethodUse, _ method: Method, _ t: Texts) -> Answers {
        var values: [String: String?] = [
            "label": row.label, "source": row.source, "note": row.note,
            "activity-quality": row.activityQuality?.rawValue, "factor-quality": row.factorQuality?.rawValue,
        ]
        for input in method.inputs {
            switch use.arguments[input.name] {
            case .number(let number, let unit, let range):
                values[Self.value(input)] = FormNumber.write(number, t)
                if case .value(let measure) = input.kind {
                    values[Self.unit(input)] = listed(unit ?? measure.baseSymbol, measure)
                    if let (below, above) = FormNumber.percents(range, of: number) {
                        values[Self.range(input)] = FormNumber.write(below, t)
                        if above != below { values[Self.above(input)] = FormNumber.write(above, t) }
                    }
                }
            case .word(let word): values[Self.value(input)] = word
            case .rows(let rows): values[Self.value(input)] = lines(rows, input, t)
            case nil: break
            }
        }
        return Answers(values)
    }

    /// A unit as the list of the form writes it.
    private static func listed(_ unit: String, _ measure: Measure) -> String {
        let units = InventoryMethodWords.units(measure)
        if units.contains(unit) { return unit }
        return units.first { measure.unit(named: $0)?.symbol == measure.unit(named: unit)?.symbol } ?? unit
    }

    private static func lines(_ rows: [[String: Argument]], _ input: MethodInput, _ t: Texts) -> String {
        guard case .table(let columns) = input.kind else { return "" }
        return rows.map { row in
            var cells = columns.map { cell(row[$0.name], $0, t) }
            while cells.last?.isEmpty == true { cells.removeLast() }
            return cells.joined(separator: "; ")
        }.joined(separator: "\n")
    }

    static func cell(_ argument: Argument?, _ column: MethodInput, _ t: Texts) -> String {
        switch argument {
        case .number(let value, let unit, let range):
            var text = FormNumber.write(value, t)
            if case .value(let measure) = column.kind, let unit = unit ?? (measure == .share ? "fraction" : nil) {
                text += " \(unit)"
            }
            if let (below, above) = FormNumber.percents(range, of: value) {
                let ends = below == above ? [below] : [below, above]
                text += " ± \(ends.map { FormNumber.write($0, t) }.joined(separator: "/")) %"
            }
            return text
        case .word(let word): return InventoryMethodWords(t).word(word)
        case .rows, nil: return ""
        }
    }
}

extension MethodResult {
    /// What has no number cannot be kept.
    fileprivate var isFinite: Bool {
        steps.allSatisfy(\.value.isFinite) && terms.allSatisfy(\.tonnes.isFinite)
    }
}

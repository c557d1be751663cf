import Logging
import Mustache

/// What a mail text may contain, and what it says with values put in. Plain text: nothing is escaped.
package enum MailTemplateRules {
    /// Empty when the text can be saved and sent.
    package static func problems(
        of text: MailText, declaration: MailTemplateDeclaration
    ) -> [MailTemplateProblem] {
        var problems: [MailTemplateProblem] = []
        if text.subject.allSatisfy(\.isWhitespace) { problems.append(.emptySubject) }
        if text.body.allSatisfy(\.isWhitespace) { problems.append(.emptyBody) }
        if text.subject.contains(where: \.isNewline) { problems.append(.subjectHasLines) }
        if text.subject.count > 200 { problems.append(.subjectTooLong) }
        // With the line end that every mail has at its end.
        if text.body.count > 20_001 { problems.append(.bodyTooLong) }
        let names = Set(declaration.variables.map(\.name))
        for part in [text.subject, text.body] {
            for problem in self.problems(of: part, names: names) where !problems.contains(problem) {
                problems.append(problem)
            }
        }
        return problems
    }

    /// What is wrong with the built-in texts of a declaration, by language; for a test over all wings.
    package static func problems(ofDefaultsIn declaration: MailTemplateDeclaration) -> [String: [MailTemplateProblem]] {
        declaration.defaults.mapValues { problems(of: $0, declaration: declaration) }.filter { !$0.value.isEmpty }
    }

    /// The mail as it would read with the samples.
    package static func preview(_ text: MailText, of declaration: MailTemplateDeclaration) throws -> MailText {
        let problems = problems(of: text, declaration: declaration)
        guard problems.isEmpty else { throw MailTemplateError.broken(problems) }
        return try render(text, values: declaration.samples)
    }

    /// The mail that goes out: from the saved text, or from the built-in one where the saved one no longer fits.
    static func write(
        _ declaration: MailTemplateDeclaration, language: String, saved: MailText?, values: [String: String],
        logger: Logger
    ) -> MailText {
        let missing = declaration.variables.map(\.name).filter { values[$0] == nil }
        if !missing.isEmpty {
            logger.error("mail \(declaration.key): no value for \(missing.joined(separator: ", "))")
        }
        let fallback = declaration.text(in: language)
        if let saved {
            let problems = problems(of: saved, declaration: declaration)
            if problems.isEmpty, let text = try? render(saved, values: values) { return text }
            logger.error("mail \(declaration.key) in \(language): the saved text is broken, the built-in one is sent")
        }
        do { return try render(fallback, values: values) } catch {
            logger.error("mail \(declaration.key) in \(language): the built-in text is broken")
            return fallback
        }
    }

    /// An empty value counts as absent, so that `{{#reason}}…{{/reason}}` can leave a sentence out.
    private static func render(_ text: MailText, values: [String: String]) throws -> MailText {
        let present = values.filter { !$0.value.isEmpty }
        return MailText(
            subject: try template(text.subject).render(present), body: try template(text.body).render(present))
    }

    private static func template(_ text: String) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    }

    private static func problems(of text: String, names: Set<String>) -> [MailTemplateProblem] {
        var problems: [MailTemplateProblem] = []
        var depth = 0
        for tag in tags(in: text) {
            let sign = tag.first ?? " "
            if "#^".contains(sign) { depth += 1 }
            if sign == "/" { depth -= 1 }
            if depth > 8 { return [.nestedTooDeeply] }
            // Partials, blocks and other delimiters belong to pages, and a block alone would stop the renderer.
            if sign == "!" { continue }
            if "<>$=%*".contains(sign) {
                problems.append(.forbiddenTag("{{\(tag)}}"))
                continue
            }
            let name = tag.dropFirst("#^/&{".contains(sign) ? 1 : 0).filter { !$0.isWhitespace && $0 != "}" }
            if !names.contains(name) { problems.append(.unknownVariable(name)) }
        }
        guard problems.isEmpty else { return problems }
        do { _ = try template(text) } catch let error as MustacheTemplate.ParserError {
            return [.unreadable(line: max(error.context.lineNumber - 1, 1))]
        } catch { return [.unreadable(line: 1)] }
        return []
    }

    /// What stands between `{{` and the next `}}`, trimmed.
    private static func tags(in text: String) -> [String] {
        text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            guard let end = piece.firstRange(of: "}}") else { return nil }
            let tag = piece[..<end.lowerBound].drop(while: \.isWhitespace)
            return String(tag.reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}

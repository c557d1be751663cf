import Selection
import Web

/// The articles and the conditions of a call.
enum OpenCallItems {
    static let articleForm = Form(
        OpenCallEditor.pair(
            "title", "Heading of the article, in Romanian", "Heading of the article, in English",
            .text(maxLength: 200))
            + OpenCallEditor.pair("text", "Text in Romanian", "Text in English", .textarea(maxLength: 20_000, rows: 10))
            + [OpenCallEditor.position])

    static let articles = OpenCallEditor(
        slug: "articles", title: "Articles of the rules", hint: "The rules as people read them.",
        part: .articles, form: { _, _ in articleForm },
        answers: { call, id in
            call.articles.first { $0.id == id }.map { article in
                Answers([
                    "title-ro": article.title.ro, "title-en": article.title.en, "text-ro": article.text.ro,
                    "text-en": article.text.en,
                ])
            }
        },
        apply: { answers, call, id, _ in
            let old = call.articles.firstIndex { $0.id == id }
            let article = CallDefinition.Article(
                id: old.map { call.articles[$0].id }
                    ?? OpenCallEditor.name("article", besides: call.articles.map(\.id)),
                title: OpenCallEditor.text(answers, "title"), text: OpenCallEditor.text(answers, "text"))
            OpenCallEditor.place(article, in: &call.articles, at: old, answers)
        },
        list: OpenCallEditor.List(
            add: "Add an article",
            items: { $0.articles.map { OpenCallEditor.Item(id: $0.id, title: $0.title) } },
            remove: { call, id in call.articles.removeAll { $0.id == id } }))

    // MARK: Eligibility

    static let eligibilityForm = Form(
        OpenCallEditor.pair(
            "text", "The condition in Romanian", "The condition in English", .textarea(maxLength: 2000, rows: 3))
            + [
                Field(
                    "test", "How it is found out",
                    .radios([
                        Option("declaration", "The applicant declares it"),
                        Option("figure", "A figure is held against a limit"),
                    ])),
                Field(
                    "series", "Series of the figure",
                    hint: "With its year and source, such as census-2021.", optional: true,
                    .text(maxLength: 100)),
                Field(
                    "comparison", "How the figure stands to the limit", optional: true,
                    .select(
                        EligibilityRule.Comparison.allCases.map { Option($0.rawValue, $0.title) })),
                Field("limit", "Limit", optional: true, .number(range: -1e12...1e12, decimals: 6, unit: nil)),
                OpenCallEditor.position,
            ])

    static let eligibility = OpenCallEditor(
        slug: "eligibility", title: "Who may apply", hint: "Conditions that a bid must meet before it is read.",
        part: .eligibility, form: { _, _ in eligibilityForm },
        answers: { call, id in call.eligibility.first { $0.id == id }.map(answers) },
        apply: { answers, call, id, t in
            guard let test = test(&answers, t) else { return }
            let old = call.eligibility.firstIndex { $0.id == id }
            let rule = EligibilityRule(
                id: old.map { call.eligibility[$0].id }
                    ?? OpenCallEditor.name("condition", besides: call.eligibility.map(\.id)),
                text: OpenCallEditor.text(answers, "text"), test: test)
            OpenCallEditor.place(rule, in: &call.eligibility, at: old, answers)
        },
        list: OpenCallEditor.List(
            add: "Add a condition",
            items: { $0.eligibility.map { OpenCallEditor.Item(id: $0.id, title: $0.text) } },
            remove: { call, id in call.eligibility.removeAll { $0.id == id } }))

    private static func answers(_ rule: EligibilityRule) -> Answers {
        var values: [String: String?] = ["text-ro": rule.text.ro, "text-en": rule.text.en, "test": "declaration"]
        if case .figure(let series, let comparison, let limit) = rule.test {
            values["test"] = "figure"
            values["series"] = series
            values["comparison"] = comparison.rawValue
            values["limit"] = OpenCallWords.typed(Points(limit))
        }
        return Answers(values)
    }

    private static func test(_ answers: inout Answers, _ t: Texts) -> EligibilityRule.Test? {
        guard answers.text("test") == "figure" else { return .declaration }
        if answers.text("series").isEmpty { answers.refuse("series", t("name the series that is meant")) }
        let comparison = EligibilityRule.Comparison(rawValue: answers.text("comparison"))
        if comparison == nil { answers.refuse("comparison", t("choose one of the answers")) }
        let limit = answers.number("limit")
        if limit == nil { answers.refuse("limit", t("write a number")) }
        guard answers.isFine, let comparison, let limit else { return nil }
        return .figure(series: answers.text("series"), comparison, limit)
    }
}

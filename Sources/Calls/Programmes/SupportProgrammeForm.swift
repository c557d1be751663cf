import Storage
import Web

/// The forms of a support programme and of a new award.
enum SupportProgrammeForm {
    /// More than any programme here has; a typing error is seldom below it.
    static let mostMoney = 1e11

    static let content = [
        Field("name-ro", "Name in Romanian", .text(maxLength: 200)),
        Field("name-en", "Name in English", .text(maxLength: 200)),
        Field("funder", "Funder", hint: "Who puts up the money.", .text(maxLength: 200)),
        Field(
            "rules", "Rules", hint: "Who can get it, for what, and what it may cost; everybody reads it.",
            .textarea(maxLength: 20_000, rows: 10)),
        Field(
            "currency", "Currency",
            .radios(SupportProgramme.Currency.allCases.map { Option($0.rawValue, $0.rawValue, translated: false) })),
        Field("budget", "Budget", hint: "In the currency above.", money),
        Field(
            "aid-basis", "State aid",
            .radios(SupportProgramme.AidBasis.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "aid-note", "Basis of the aid",
            hint: "The scheme's number and title, the act of the de minimis scheme, or why it is no state aid.",
            .textarea(maxLength: 4000, rows: 4)),
        Field("from", "First day", .date(years: 2014...2100)),
        Field("until", "Last day", .date(years: 2014...2100)),
    ]

    static let new = Form(
        [
            Field(
                "slug", "Address of the page",
                hint: "Small letters, digits and hyphens, such as energy-vouchers. It stays for good.",
                .text(maxLength: 60))
        ] + content)

    static let editing = Form(content)

    static let money = Field.Kind.number(range: 1...mostMoney, decimals: 2, unit: nil)

    static func cents(_ answers: Answers, _ name: String) -> Int? {
        answers.number(name).map { Int(($0 * 100).rounded()) }
    }

    static func answers(_ content: SupportProgramme.Content) -> Answers {
        Answers([
            "name-ro": content.nameRomanian, "name-en": content.nameEnglish, "funder": content.funder,
            "rules": content.rules, "currency": content.currency.rawValue, "budget": typed(content.budgetCents),
            "aid-basis": content.aidBasis.rawValue, "aid-note": content.aidNote, "from": content.from.description,
            "until": content.until.description,
        ])
    }

    /// Cents as a form shows them: `1234.5` cents never, `12.34` euros.
    static func typed(_ cents: Int) -> String {
        let part = cents % 100
        return part == 0 ? "\(cents / 100)" : "\(cents / 100).\(part < 10 ? "0" : "")\(part)"
    }

    /// What was typed, checked over several fields; nil with the problems in `answers`.
    static func content(_ answers: inout Answers, _ t: Texts) -> SupportProgramme.Content? {
        guard let currency = SupportProgramme.Currency(rawValue: answers.text("currency")),
            let basis = SupportProgramme.AidBasis(rawValue: answers.text("aid-basis")),
            let budget = cents(answers, "budget"), let from = answers.day("from"), let until = answers.day("until")
        else { return nil }
        if until < from { answers.refuse("until", t("choose a day after the first one")) }
        guard answers.isFine else { return nil }
        return SupportProgramme.Content(
            nameRomanian: answers.text("name-ro"), nameEnglish: answers.text("name-en"),
            funder: answers.text("funder"), rules: answers.text("rules"), currency: currency, budgetCents: budget,
            aidBasis: basis, aidNote: answers.text("aid-note"), from: from, until: until)
    }

    /// Whether a text can be an address.
    static func isSlug(_ text: String) -> Bool {
        !text.isEmpty && !text.hasPrefix("-") && !text.hasSuffix("-") && text != "new"
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    // MARK: Awards

    static func award(_ organisations: [Option]) -> Form {
        Form([
            Field("organisation", "Organisation", .select(organisations)),
            Field("title", "What it is for", .text(maxLength: 300)),
            Field(
                "reference", "Decision", hint: "Number and day of the decision, and of the bid.",
                .text(maxLength: 200)),
            Field("ceiling", "Award", hint: "The most that is paid, in the programme's currency.", money),
            Field(
                "own", "Own contribution", hint: "What the organisation adds itself; 0 where it adds nothing.",
                .number(range: 0...mostMoney, decimals: 2, unit: nil)),
            Field("decided-on", "Decided on", .date(years: 2014...2100)),
            Field("until", "Last day of the work", .date(years: 2014...2100)),
        ])
    }

    static func award(_ answers: inout Answers, _ t: Texts) -> Award.Content? {
        guard let organisation = OrganisationID(answers.text("organisation")),
            let ceiling = cents(answers, "ceiling"), let own = cents(answers, "own"),
            let decided = answers.day("decided-on"), let until = answers.day("until")
        else { return nil }
        if until < decided { answers.refuse("until", t("choose a day after the decision")) }
        guard answers.isFine else { return nil }
        return Award.Content(
            organisation: organisation, title: answers.text("title"), reference: answers.text("reference"),
            ceilingCents: ceiling, ownCents: own, decidedOn: decided, until: until)
    }
}

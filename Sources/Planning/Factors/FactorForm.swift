import Inventory
import Web

/// The questions about a factor and its editions.
enum FactorForm {
    static let years = 1900.0...2100.0

    static let edition: [Field] = [
        Field("value", "Value", .number(range: -1e12...1e12, decimals: 15, unit: nil)),
        Field(
            "lower", "Lower end of the range", hint: "The range that holds the true value with 95 % probability.",
            optional: true, .number(range: -1e12...1e12, decimals: 15, unit: nil)),
        Field(
            "upper", "Upper end of the range", optional: true,
            .number(range: -1e12...1e12, decimals: 15, unit: nil)),
        Field("unit", "Unit", hint: "Such as kg/TJ, t/MWh or fraction.", .text(maxLength: 40)),
        Field(
            "region", "Region",
            hint: "A city's SIRUTA code, a county such as RO-CJ, a country such as RO, EU, or world.",
            .text(maxLength: 6)),
        Field(
            "year", "Year", hint: "Leave it empty where the value does not change with time.", optional: true,
            .number(range: years, decimals: 0, unit: nil)),
        Field(
            "methodology", "Methodology",
            hint: "One word with hyphens, where several methodologies are kept apart.", optional: true,
            .text(maxLength: 60)),
        Field(
            "source", "Source", hint: "Document, edition and table or page.", .textarea(maxLength: 500, rows: 2)),
        Field(
            "status", "Status",
            .radios([
                Option("sourced", "sourced", hint: "taken as published by the source"),
                Option("derived", "derived", hint: "calculated or matched from published data"),
                Option("unverified", "not verified", hint: "not yet checked against a primary source"),
            ])),
        Field("reason", "Reason for this edition", .textarea(maxLength: 1000, rows: 3)),
    ]

    static let editing = Form(edition)
    static let adding = Form(
        [
            Field(
                "subject", "Subject",
                hint: "A path of words, such as combustion/residential/natural-gas or grid-electricity.",
                .text(maxLength: 100)),
            Field(
                "property", "Property", hint: "What it says of the subject, such as co2, ch4, n2o or ncv.",
                .text(maxLength: 40)),
        ] + edition)
    static let withdrawal = Form([
        Field("reason", "Reason of the withdrawal", .textarea(maxLength: 1000, rows: 3))
    ])

    static func answers(_ factor: Factor) -> Answers {
        Answers([
            "value": FactorWords.typed(factor.value), "lower": factor.uncertainty.map { FactorWords.typed($0.lower) },
            "upper": factor.uncertainty.map { FactorWords.typed($0.upper) }, "unit": factor.unit,
            "region": factor.region, "year": factor.year.map { "\($0)" }, "methodology": factor.methodology,
            "source": factor.source, "status": factor.status.rawValue,
        ])
    }

    /// The factor that the answers describe; without an `existing` one under a key of its own. Problems are added.
    static func factor(_ answers: inout Answers, of existing: Factor? = nil, _ t: Texts) -> Factor? {
        let (subject, property) = (
            existing?.subject ?? answers.text("subject"), existing?.property ?? answers.text("property")
        )
        let (region, methodology) = (answers.text("region"), answers.text("methodology"))
        if !FactorRules.isSubject(subject) {
            answers.add("subject", t("use letters, digits and hyphens, with slashes between words"))
        }
        if !FactorRules.isProperty(property) { answers.add("property", t("use letters, digits and hyphens")) }
        if !FactorRules.isRegion(region) {
            answers.add("region", t("write a SIRUTA code, RO-CJ, RO, EU or world"))
        }
        if !methodology.isEmpty, !FactorRules.isProperty(methodology) {
            answers.add("methodology", t("use letters, digits and hyphens"))
        }
        let range = range(&answers, t)
        guard answers.isFine, let value = answers.number("value"),
            let status = FactorStatus(rawValue: answers.text("status"))
        else { return nil }
        let key =
            existing?.id
            ?? FactorRules.key(
                subject: subject, property: property, region: region, year: answers.integer("year"),
                methodology: methodology)
        return Factor(
            id: key, subject: subject, property: property, value: value, uncertainty: range,
            unit: answers.text("unit"), region: region, year: answers.integer("year"), methodology: methodology,
            source: answers.text("source").replacing("\r\n", with: " "), status: status)
    }

    private static func range(_ answers: inout Answers, _ t: Texts) -> Uncertainty? {
        let (lower, upper) = (answers.number("lower"), answers.number("upper"))
        guard answers.problem(at: "lower") == nil, answers.problem(at: "upper") == nil else { return nil }
        switch (lower, upper) {
        case (nil, nil): return nil
        case (nil, _): answers.refuse("lower", t("give both ends of the range, or none"))
        case (_, nil): answers.refuse("upper", t("give both ends of the range, or none"))
        case (let lower?, let upper?):
            if let value = answers.number("value"), lower <= value, value <= upper {
                return Uncertainty(lower: lower, upper: upper)
            }
            answers.refuse("lower", t("the value must lie inside its range"))
        }
        return nil
    }
}

extension Answers {
    /// A problem at a field that has none yet.
    fileprivate mutating func add(_ field: String, _ text: String) {
        if problem(at: field) == nil { refuse(field, text) }
    }
}

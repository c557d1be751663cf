/// Examples of forms: every kind of field, fields with problems, two texts for one field.
enum DesignForms {
    private static let choices = [
        Option("2030", "By 2030", hint: "As the cities of the EU Mission"), Option("2035", "By 2035"),
        Option("2050", "By 2050"),
    ]

    private static let all = Form([
        Field("name", "Name of the organisation", hint: "As in the register.", .text(maxLength: 120)),
        Field("postcode", "Postcode", optional: true, autocomplete: "postal-code", .text(maxLength: 6)),
        Field("email", "E-mail address", autocomplete: "email", .email),
        Field("password", "New password", autocomplete: "new-password", .password(minLength: 12)),
        Field("code", "Code from the authenticator", hint: "Six digits.", .code(length: 6)),
        Field("area", "Area", .number(range: 0...10_000, decimals: 2, unit: "km²")),
        Field("date", "Date of the council's decision", .date()),
        Field(
            "county", "County",
            .select([Option("AB", "Alba", translated: false), Option("SV", "Suceava", translated: false)])),
        Field("target", "Target year", .radios(choices)),
        Field(
            "topics", "Topics", optional: true,
            .checkboxes([Option("heat", "Heating"), Option("mobility", "Mobility")])),
        Field("consent", "The data may be published", .checkbox),
        Field("story", "What the city is proud of", hint: "A few sentences.", .textarea(maxLength: 500, rows: 4)),
        Field("decision", "Council decision", .file(types: [.pdf, .png], maxBytes: 5_000_000)),
    ])

    static func fields(_ t: Texts) -> HTML {
        let answers = Answers(texts: [
            "name": ["Primăria Exemplu"], "area": ["52,1"], "target": ["2035"], "topics": ["heat"],
            "story": ["Parcul de pe malul râului."],
        ])
        return HTML {
            FormView(
                all, answers, t, token: "example", action: "#fields", submit: t("Save"),
                cancel: (t("Cancel"), "#fields")
            ).html
            p {
                a(.href("/\(t.language.rawValue)/design/upload")) { t("A form with files that works (when signed in)") }
            }
        }
    }

    private static let few = Form([
        Field("contact", "E-mail address of the contact", autocomplete: "email", .email),
        Field("population", "Population", .number(range: 0...3_000_000, decimals: 0, unit: nil)),
        Field("signed", "Date of signature", .date()),
        Field("plan", "Plan adopted", .radios([Option("yes", "Yes"), Option("no", "No")])),
        Field("agree", "I have read the rules", .checkbox),
    ])

    static func problems(_ t: Texts) -> HTML {
        let typed = Answers(texts: [
            "contact": ["primaria.example.ro"], "population": ["about 90 000"], "signed-day": ["31"],
            "signed-month": ["2"], "signed-year": ["2026"],
        ])
        return FormView(
            few, few.check(typed, t), t, token: "example", action: "#problems", submit: t("Send"),
            submitKind: .secondary
        ).html
    }

    static func conflict(_ t: Texts) -> HTML {
        form(.method("post"), .action("#conflict")) {
            TextConflict(
                name: "summary", label: t("Summary"),
                yours: t(
                    "The city heats its schools with geothermal water and plans twelve kilometres of new tram line."),
                theirs: t(
                    "The city heats its schools with geothermal water and has opened eight kilometres of tram line."),
                theirsBy: t("Saved by Ana Exemplu at 14:32"), t
            ).html
            Components.submit(t("Keep the chosen text"))
        }
    }
}

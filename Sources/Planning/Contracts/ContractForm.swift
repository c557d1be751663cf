import Contract
import Web

/// The forms about a contract as a whole.
enum ContractForm {
    static let start = Form([
        Field(
            "template", "Version of the template", hint: "The Mission's cities use the newer one.",
            .radios([
                Option(Template.v21.rawValue, "Version 2.1, of November 2023"),
                Option(Template.v1.rawValue, "Version 1, of January 2023"),
            ])),
        Field(
            "language", "Language of the contract",
            .radios([Option("ro", "Romanian"), Option("en", "English")])),
        Field(
            "base-year", "Base year", hint: "The year of the baseline inventory.",
            .number(range: 1990...2100, decimals: 0, unit: nil)),
        Field(
            "target-year", "Target year", hint: "The year of climate neutrality.",
            .number(range: 2025...2100, decimals: 0, unit: nil)),
    ])
}

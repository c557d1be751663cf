import Storage
import Web

/// What people may say of an organisation.
struct OrganisationContent: Sendable, Equatable {
    let name: String
    let kind: OrganisationType
    let website: String?
    let about: String?
    let isDemonstration: Bool
}

/// Which organisations the directory shows, and in what order.
struct OrganisationFilter: Sendable, Equatable {
    enum Order: String, Sendable { case name, nameDown = "-name", newest = "-created" }

    var words = ""
    var kind: OrganisationType?
    var sector: HelixSector?
    var order = Order.name

    init() {}

    /// What the address asks for; what it does not know is left out.
    init(_ query: Answers) {
        words = String(query.text("q").prefix(200))
        kind = OrganisationType(rawValue: query.text("type"))
        sector = HelixSector(rawValue: query.text("sector"))
        order = Order(rawValue: query.text("sort")) ?? .name
    }

    /// The same in an address.
    var query: [(name: String, value: String)] {
        [
            ("q", words), ("type", kind?.rawValue ?? ""), ("sector", sector?.rawValue ?? ""),
            ("sort", order == .name ? "" : order.rawValue),
        ]
    }
}

/// The questions of the room.
enum OrganisationForm {
    static let kinds = OrganisationType.allCases.map { Option($0.rawValue, $0.title) }

    static let filter = Form([
        Field("q", "Name or words", optional: true, .text(maxLength: 200)),
        Field("type", "Type", optional: true, .select([Option("", "All types")] + kinds)),
        Field(
            "sector", "Sector", optional: true,
            .select([Option("", "All sectors")] + HelixSector.allCases.map { Option($0.rawValue, $0.title) })),
    ])

    /// Staff also say of what type it is and whether it is invented.
    static func content(isStaff: Bool) -> Form {
        var fields = [Field("name", "Name of the organisation", autocomplete: "organization", .text(maxLength: 200))]
        if isStaff { fields.append(Field("type", "Type", .select(kinds))) }
        fields.append(
            Field(
                "website", "Web address", hint: "For example, www.example.ro.", optional: true, autocomplete: "url",
                .text(maxLength: 300)))
        fields.append(
            Field(
                "about", "About the organisation", hint: "What it does for climate neutrality, in plain words.",
                optional: true, .textarea(maxLength: 4000, rows: 8)))
        if isStaff {
            fields.append(
                Field("demonstration", "Invented, for showing how the hub works", optional: true, .checkbox))
        }
        return Form(fields)
    }

    static let levels = Form([
        Field("email", "E-mail address", autocomplete: "off", .email),
        Field(
            "level", "What this person may do",
            .radios(
                MembershipLevel.allCases.map {
                    Option($0.rawValue, $0.title, hint: $0.explanation)
                })),
    ])

    static func answers(_ organisation: Organisation) -> Answers {
        Answers([
            "name": organisation.name, "type": organisation.kind.rawValue, "website": organisation.website,
            "about": organisation.about, "demonstration": organisation.isDemonstration ? "yes" : nil,
        ])
    }

    /// The answers as content; type and mark stay as they are where the form did not ask. Call with checked answers.
    static func content(_ answers: Answers, isStaff: Bool, before: Organisation?) -> OrganisationContent? {
        let asked = isStaff ? OrganisationType(rawValue: answers.text("type")) : before?.kind
        guard let kind = asked else { return nil }
        return OrganisationContent(
            name: answers.text("name"), kind: kind,
            website: answers.optionalText("website").flatMap(OrganisationRules.website),
            about: answers.optionalText("about")?.replacing("\r\n", with: "\n"),
            isDemonstration: isStaff ? answers.isTicked("demonstration") : before?.isDemonstration ?? false)
    }

    static func check(_ answers: Answers, isStaff: Bool, _ t: Texts) -> Answers {
        var answers = content(isStaff: isStaff).check(answers, t)
        if let website = answers.optionalText("website"), OrganisationRules.website(website) == nil {
            answers.refuse("website", t("write one such as www.example.ro"))
        }
        return answers
    }
}

extension MembershipLevel {
    /// Key of the name.
    package var title: String {
        switch self {
        case .viewer: "Viewer"
        case .editor: "Editor"
        case .certifier: "Certifier"
        }
    }

    /// Key of the sentence that says what it means.
    package var explanation: String {
        switch self {
        case .viewer: "Sees what the organisation works on."
        case .editor: "Also writes and changes it."
        case .certifier: "Also signs for the organisation and manages its people."
        }
    }
}

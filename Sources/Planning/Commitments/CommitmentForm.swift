import Members
import Storage
import Web

/// The forms about signatories and their commitments.
enum CommitmentForm {
    static let fileBytes = 30_000_000
    /// The greatest size of a form with its file.
    static let bodyLimit = fileBytes + 500_000

    /// The choices of organisations that are in the hub.
    static func invitation(_ organisations: [Option]) -> Form {
        Form(
            [
                Field(
                    "organisation", "Organisation in the hub",
                    hint: "Its people see the invitation and fill in the commitment themselves.", optional: true,
                    .select([Option("", "Not in the hub")] + organisations)),
                Field(
                    "institution", "Name of the institution",
                    hint: "Needed where the organisation is not in the hub; the city then enters what it committed to.",
                    optional: true, .text(maxLength: 200)),
                Field(
                    "helix", "Kind of organisation", hint: "Left open, that of the organisation in the hub.",
                    optional: true,
                    .select(
                        [Option("", "As in the hub")]
                            + CommitmentHelix.allCases.map { Option($0.rawValue, $0.title) })),
                Field("national", "It is a national authority", optional: true, .checkbox),
            ] + role)
    }

    /// What the organisation says.
    static let content = Form(
        role + [
            Field(
                "pledge", "What is committed to", hint: "One sentence that can be checked in the end.",
                .textarea(maxLength: 2000, rows: 4)),
            Field(
                "amount", "How much", hint: "With its unit, such as 1200 MWh a year or 30 buses.", optional: true,
                .text(maxLength: 200)),
            Field(
                "due", "By when (year)", optional: true, .number(range: 2020...2100, decimals: 0, unit: nil)),
            Field(
                "evidence", "Evidence", hint: "How it will be shown that the commitment is kept.", optional: true,
                .textarea(maxLength: 2000, rows: 3)),
        ])

    private static let role = [
        Field(
            "tier", "Tier of the commitment",
            .radios(CommitmentTier.allCases.map { Option($0.rawValue, $0.title, hint: $0.hint) })),
        Field("sector", "Sector or area", optional: true, .text(maxLength: 200)),
        Field("legal-form", "Legal form", optional: true, .text(maxLength: 200)),
        Field(
            "person", "Name of the responsible person",
            hint: "Who signs for it, written as in the certificate of the signature.", optional: true,
            .text(maxLength: 200)),
        Field("position", "Position of the responsible person", optional: true, .text(maxLength: 200)),
    ]

    static let acceptance = Form([
        Field(
            "public", "Everybody may see this commitment once the contract is published", optional: true, .checkbox),
        Field(
            "paper", "Paper of the organisation",
            hint: "Needed where the city accepts for the organisation: its letter or decision as PDF or picture.",
            optional: true, .file(types: [.pdf, .png, .jpeg], maxBytes: fileBytes)),
    ])

    static let signature = Form([
        Field(
            "form", "How it is signed",
            .radios([
                Option(
                    "digital", "Signed PDF", hint: "The document to be signed, with the electronic signature in it."),
                Option("paper", "Signature on paper", hint: "A scan of the signed page; it is a copy."),
                Option("refusal", "The organisation does not sign"),
            ])),
        Field(
            "file", "Signed file", hint: "Not needed for a refusal.", optional: true,
            .file(types: [.pdf, .png, .jpeg], maxBytes: fileBytes)),
        Field(
            "signer", "Who signed or refused", hint: "Not needed for a signed PDF: the certificate names the person.",
            optional: true, .text(maxLength: 200)),
        Field(
            "day", "Day of the signature", hint: "Not needed for a signed PDF.", optional: true,
            .date(years: 2020...2100)),
        Field("note", "Note", optional: true, .textarea(maxLength: 1000, rows: 2)),
    ])

    static let progress = Form([
        Field(
            "status", "Where the commitment stands",
            .radios(CommitmentStatus.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "evidence", "Evidence", hint: "What shows it: a report, a figure, an address. Everybody may read it.",
            .textarea(maxLength: 2000, rows: 4)),
    ])

    static func answers(_ content: Commitment.Content) -> Answers {
        Answers([
            "tier": content.tier.rawValue, "sector": content.sector, "legal-form": content.legalForm,
            "person": content.person, "position": content.position, "pledge": content.pledge,
            "amount": content.amount, "due": content.dueYear.map(String.init), "evidence": content.evidence,
        ])
    }

    /// The content with what the answers say of role and commitment.
    static func apply(_ answers: Answers, to content: Commitment.Content) -> Commitment.Content {
        var content = content
        content.tier = CommitmentTier(rawValue: answers.text("tier")) ?? content.tier
        content.sector = answers.text("sector")
        content.legalForm = answers.text("legal-form")
        content.person = answers.text("person")
        content.position = answers.text("position")
        content.pledge = ContractTextSaving.unix(answers.text("pledge"))
        content.amount = answers.text("amount")
        content.dueYear = answers.integer("due")
        content.evidence = ContractTextSaving.unix(answers.text("evidence"))
        return content
    }

    /// A new signatory; nil where the answers do not fit together.
    static func invited(
        _ answers: inout Answers, organisation: Organisation?, _ t: Texts
    ) -> Commitment.Content? {
        let name = organisation?.name ?? answers.text("institution")
        if name.isEmpty { answers.refuse("institution", t("write the name, or choose an organisation of the hub")) }
        let helix =
            CommitmentHelix(rawValue: answers.text("helix"))
            ?? organisation.map { CommitmentHelix($0.kind.sector) }
        if helix == nil { answers.refuse("helix", t("choose one")) }
        guard answers.isFine, let helix else { return nil }
        let empty = Commitment.Content(
            institution: name, helix: helix, tier: .basic,
            isNational: answers.isTicked("national") || organisation?.kind == .nationalAuthority, sector: "",
            legalForm: "", person: "", position: "", pledge: "", amount: "", dueYear: nil, evidence: "")
        return apply(answers, to: empty)
    }
}

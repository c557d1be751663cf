extension TableForm {
    /// The tables of the Commitments (§2.3 of the templates' guide: sections 2, 5, 6 and the appendix).
    static let commitments: [TableForm] = [
        TableForm(
            .goal, .commitments, v1: "2", v21: "2", "Goal: climate neutrality",
            [
                .year("target_year", "Target year"),
                .percent("reduction_percent", "Reduction against the baseline, %"),
                .word("basis", "Basis", ["gross", "net"]),
                .text("council_decision", "Council decision"),
                .text("excluded_areas", "Excluded areas"),
                .text("co_benefits", "Co-benefits"),
            ]),
        TableForm(
            .signatories, .commitments, v1: "5", v21: "5", "Signatories",
            [
                .text("institution", "Name of the institution", isKey: true),
                .text("sector", "Sector or area"),
                .text("legal_form", "Legal form"),
                .text("person", "Name of the responsible person"),
                .text("position", "Position of the responsible person"),
                .word("helix", "Kind of organisation", ["public", "business", "academia", "civil society"]),
                .word("tier", "Tier of the commitment", ["premium", "framework", "basic"]),
            ]),
        TableForm(
            .individualCommitments, .commitments, v1: "Appendix", v21: "Appendix", "Individual signatory commitments",
            [
                .links("signatory", "Signatory", .signatories, isKey: true),
                .text("commitment", "What is committed to"),
                .text("amount", "How much"),
                .year("year", "By when"),
                .text("evidence", "Evidence"),
                .word("status", "Status", ["open", "under way", "kept", "not kept"]),
            ]),
        TableForm(
            .signatures, .commitments, v1: "6", v21: "6", "Contract with signatures",
            [
                .text("institution", "Organisation", isKey: true),
                .text("person", "Name and position"),
                .word("status", "Signature", ["signed", "awaited", "refused"]),
                .word("form", "Form of the signature", ["digital", "paper"]),
                .text("day", "Day of the signature"),
            ]),
    ]
}

extension Rule {
    /// V19.
    static let signatures = Rule(
        "V19", .error, "The signatories are those who sign, each with the state of the signature.",
        hint: "Keep one list of institutions, and record for each whether it has signed.", in: .commitments
    ) { contract, _, findings in
        let (signatories, signatures) = (contract.tables[.signatories], contract.tables[.signatures])
        // A published contract may have lost both, or its reader took only one of them over.
        guard let signatures else {
            if contract.extent == .whole, signatories != nil {
                findings.add("no-signatures", .table(.signatures), "The table of signatures is missing.")
            }
            return
        }
        if signatories == nil {
            findings.add("no-signatories", .table(.signatories), "The table of signatories is missing.")
        }
        let named = signatories.map { Set($0.items.map { $0.text("institution") }) }
        let signing = Set(signatures.items.map { $0.text("institution") })
        for row in signatories?.items ?? [] where !signing.contains(row.text("institution")) {
            findings.add(
                "no-signature", .row(.signatories, row.id), "“{institution}” is a signatory without a signature.",
                ["institution": row.text("institution")])
        }
        for row in signatures.items {
            if let named, !named.contains(row.text("institution")) {
                findings.add(
                    "no-signatory", .row(.signatures, row.id), "“{institution}” signs and is no signatory.",
                    ["institution": row.text("institution")])
            }
            if row.isBlank("status") {
                findings.add(
                    "no-status", .cell(.signatures, row.id, "status"),
                    "Nobody says whether “{institution}” has signed.",
                    ["institution": row.text("institution")])
            }
        }
    }
}

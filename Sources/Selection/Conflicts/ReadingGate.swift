/// Whether an expert may open what a bid says. Nothing but its parties' names is shown before.
public enum ReadingGate: Sendable, Hashable {
    /// The promise to keep what is read to oneself is not given yet.
    case confidentialityMissing
    /// The expert has not yet said whether there is a conflict with this bid.
    case declarationMissing
    /// Never; a report begun before the conflict was known is set aside and kept.
    case barred([ConflictFinding])
    /// Not before the call's manager has decided on what was found.
    case undecided([ConflictFinding])
    case open

    /// - Parameters:
    ///   - isConfidential: Whether the promise of confidentiality was given.
    ///   - hasDeclared: Whether the expert answered the question about conflicts with this bid.
    ///   - findings: All findings between the expert and this bid, declared ones too.
    ///   - cleared: The findings that need only be disclosed and on which the manager decided, with a reason, that the
    ///     expert may read.
    public init(
        isConfidential: Bool, hasDeclared: Bool, findings: [ConflictFinding], cleared: Set<ConflictFinding> = []
    ) {
        let barring = findings.filter { $0.severity == .bar }
        let open = findings.filter { $0.severity == .disclose && !cleared.contains($0) }
        // A known bar comes first: whoever is barred need not sign anything to be told so.
        if !barring.isEmpty {
            self = .barred(barring)
        } else if !isConfidential {
            self = .confidentialityMissing
        } else if !hasDeclared {
            self = .declarationMissing
        } else {
            self = open.isEmpty ? .open : .undecided(open)
        }
    }
}

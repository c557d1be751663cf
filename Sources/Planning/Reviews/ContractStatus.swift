import Web

/// Where a contract stands between its first words and the next iteration; computed from rows, kept nowhere.
package enum ContractStatus: String, Sendable, CaseIterable {
    case draft, submitted, inReview, changesNeeded, positive, approved, inImplementation, followed

    /// What the rows say.
    package struct Facts: Sendable {
        package var latest: Submission?
        package var hasCouncilDecision = false
        package var hasLabel = false
        package var hasNextIteration = false

        package init(
            latest: Submission? = nil, hasCouncilDecision: Bool = false, hasLabel: Bool = false,
            hasNextIteration: Bool = false
        ) {
            self.latest = latest
            self.hasCouncilDecision = hasCouncilDecision
            self.hasLabel = hasLabel
            self.hasNextIteration = hasNextIteration
        }
    }

    package init(_ facts: Facts) {
        if facts.hasNextIteration {
            self = .followed
        } else if facts.hasCouncilDecision {
            self = facts.hasLabel ? .inImplementation : .approved
        } else if let latest = facts.latest, latest.withdrawnAt == nil {
            switch latest.outcome {
            case .positive: self = .positive
            case .changes: self = .changesNeeded
            case nil: self = latest.sentReviews > 0 ? .inReview : .submitted
            }
        } else {
            self = .draft
        }
    }

    /// Who acts.
    package enum Actor: Sendable, CaseIterable { case reader, editor, committer, reviewer, staff }

    /// What one does to a contract besides writing it.
    package enum Step: Sendable, CaseIterable {
        case submit, withdraw, assign, review, answer, accept, decide, recordCouncil, beginNext
    }

    /// Whether somebody may take a step now. The one table that pages and routes ask.
    package func allows(_ step: Step, _ actor: Actor) -> Bool {
        switch (step, actor) {
        case (.submit, .committer): self == .draft || self == .changesNeeded
        case (.withdraw, .committer): self == .submitted
        case (.assign, .staff), (.review, .reviewer): self == .submitted || self == .inReview
        case (.answer, .editor), (.answer, .committer), (.accept, .reviewer):
            self == .submitted || self == .inReview || self == .changesNeeded
        case (.decide, .staff): self == .inReview
        case (.recordCouncil, .committer): self == .positive || self == .approved || self == .inImplementation
        case (.beginNext, .committer): self == .approved || self == .inImplementation
        default: false
        }
    }

    /// Key of the word.
    package var title: String {
        switch self {
        case .draft: "Being written"
        case .submitted: "Submitted for review"
        case .inReview: "In review"
        case .changesNeeded: "Changes needed"
        case .positive: "Positive decision"
        case .approved: "Approved by the council"
        case .inImplementation: "In implementation"
        case .followed: "Followed by the next iteration"
        }
    }

    package var tone: Components.Tone {
        switch self {
        case .draft, .followed: .neutral
        case .submitted, .inReview: .information
        case .changesNeeded: .warning
        case .positive, .approved, .inImplementation: .good
        }
    }
}

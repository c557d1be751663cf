import Web

/// What the reviewers of a round said by each criterion, side by side, for whoever decides.
struct ReviewOverview: Sendable {
    let criteria: [ReviewCriterion]
    /// Those that were sent.
    let reviews: [Review]
    let scores: [ReviewID: [String: ReviewScore]]

    /// Two scores so far apart are looked at together.
    private static let apart = 2

    /// Whether reviewers see a criterion very differently; what could not be judged says nothing.
    static func differ(_ scores: [Int?]) -> Bool {
        let found = scores.compactMap { $0 }
        guard let low = found.min(), let high = found.max() else { return false }
        return high - low >= apart
    }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        guard !reviews.isEmpty else { return .empty }
        return HTML {
            h2 { t("Judgements of the reviewers") }
            DataTable(
                caption: t("Judgements of the reviewers"),
                columns: [DataTable.Column(t("Criterion"))]
                    + reviews.map { DataTable.Column(t.person($0.author)) } + [DataTable.Column(t("Reviewers differ"))],
                rows: criteria.map { row($0, visit) } + [outcomes(visit)], captionHidden: true
            ).html
        }
    }

    private func row(_ criterion: ReviewCriterion, _ visit: Visit) -> [DataTable.Cell] {
        let t = visit.t
        let cells = reviews.map { review -> DataTable.Cell in
            guard let kept = scores[review.id]?[criterion.code] else { return .missing(t("Not judged")) }
            return .link(
                ReviewCriterion.word(kept.score, t), visit.path(review.path) + "#score-\(criterion.code)")
        }
        let isDisputed = Self.differ(reviews.map { scores[$0.id]?[criterion.code]?.score })
        return [.text(criterion.name(t.language))] + cells
            + [isDisputed ? .html(Components.tag(t("Yes"), .warning)) : .text(t("No"))]
    }

    private func outcomes(_ visit: Visit) -> [DataTable.Cell] {
        let t = visit.t
        let found = reviews.map { review -> DataTable.Cell in
            .link(review.outcome == .positive ? t("Positive") : t("Changes needed"), visit.path(review.path))
        }
        let differ = Set(reviews.map(\.outcome)).count > 1
        return [.text(t("Outcome"))] + found
            + [differ ? .html(Components.tag(t("Yes"), .warning)) : .text(t("No"))]
    }
}

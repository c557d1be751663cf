import Spreadsheets
import Web

/// A criterion that reviewers judge a contract by: a row of `Data/reviews/rubric.csv`.
///
/// No rubric of the Commission's reviewers is published; which parts follow published documents and which are the hub's
/// own judgement stands beside each. A criterion that changes its meaning gets another code.
struct ReviewCriterion: Sendable {
    let code: String
    let name: SolutionText
    let guidance: SolutionText
    /// What each score means here, the lowest first.
    let anchors: [SolutionText]
    let source: String
    /// Follows published documents; else the hub's own judgement.
    let isDerived: Bool

    static let file = "Data/reviews/rubric.csv"
    static let scores = 1...4

    static func all(resources: String) throws -> [ReviewCriterion] {
        try CSVReader.records(file: "\(resources)/\(file)").map { row in
            func both(_ column: String) throws -> SolutionText {
                SolutionText(english: try row("\(column)_en"), romanian: try row("\(column)_ro"))
            }
            return ReviewCriterion(
                code: try row("code"), name: try both("name"), guidance: try both("guidance"),
                anchors: try scores.map { try both("anchor_\($0)") }, source: try row("source"),
                isDerived: try row("status") == "derived")
        }
    }

    /// The word of a score; nil is a criterion that the reviewer could not judge.
    static func word(_ score: Int?, _ t: Texts) -> String {
        switch score {
        case 1: t("1 – Missing or wrong")
        case 2: t("2 – Weak")
        case 3: t("3 – Good")
        case 4: t("4 – Convincing")
        default: t("Could not be judged")
        }
    }

    static func tone(_ score: Int?) -> Components.Tone {
        switch score {
        case 1: .bad
        case 2: .warning
        case 3, 4: .good
        default: .neutral
        }
    }
}

import Contract

/// What a section is for, in a sentence or two, for those who write it.
enum ContractGuidance {
    /// Key of the words.
    static func of(_ section: SectionID) -> String {
        switch section {
        case .commitmentsIntroduction, .commitmentsGoal, .priorities, .principles, .individualCommitments:
            commitments(section)
        case .climateSpending, .fundingEvaluation, .investmentBarriers, .costMethod, .capitalPlanning,
            .moneyIndicators, .capitalPolicies, .risks, .capacity:
            investment(section)
        default: plan(section)
        }
    }

    private static func commitments(_ section: SectionID) -> String {
        switch section {
        case .commitmentsIntroduction:
            "Why the city wants to be climate neutral, what it has done so far, and who stands behind the commitment."
        case .commitmentsGoal:
            "The year, what is covered and what is left out, and how residual emissions are dealt with."
        case .priorities: "The few strategic priorities, each with what it changes in the city and for its people."
        case .principles: "How decisions are made and reviewed, and how citizens and partners take part."
        default: "What each signatory commits to: what, how much, by when, and how it will be shown."
        }
    }

    private static func plan(_ section: SectionID) -> String {
        switch section {
        case .summary: "The plan on one page: goal, baseline, gap, main actions, costs. Write it last."
        case .introduction: "The city in a few words, and how this plan goes with its other plans and strategies."
        case .workProcess: "Who wrote the plan, in what steps, and how results of earlier iterations were used."
        case .outlook: "What comes next: decisions, the next iteration, and what is still open."
        case .baseline: "What the inventory says: the largest sources, how good the data are, and what is missing."
        case .charts: "What the charts of the inventory show, in words."
        case .boundary: "The area and the sources that the target covers; what is left out, how much it is, and why."
        case .boundaryDifference: "Where the inventory covers another area or other sources than the target."
        case .businessAsUsual: "Which developments and policies the scenario without new action assumes, with sources."
        case .policies: "Which existing policies help or hinder, and what must change."
        case .barriers: "What stands in the way in each system, who can change it, and where chances lie."
        case .participation: "Who takes part in which decisions, how, and what became of what they said."
        case .pathways: "How actions lead to changes, changes to reductions, and what else they bring."
        case .residuals: "What is left in the target year, why, and how it is compensated."
        case .monitoring: "Who measures what, how often, and what happens with the results."
        case .governance: "How the administration and its partners work together for the plan, and what changes."
        case .social: "Which new ways of living, working and deciding the plan supports, and with whom."
        default: "How the portfolio is paid for, in a few words; the Investment Plan says more."
        }
    }

    private static func investment(_ section: SectionID) -> String {
        switch section {
        case .climateSpending: "What the city counts as climate spending, for which years, and from which records."
        case .fundingEvaluation: "Which sources of money are at hand, how certain they are, and how much is missing."
        case .investmentBarriers: "What keeps public and private money away, and what would change that."
        case .costMethod: "How costs were estimated: unit costs, prices of which year, exchange rate, what is left out."
        case .capitalPlanning: "Who pays for what and when, and how gaps are to be closed."
        case .moneyIndicators: "Which economic and financial indicators are followed, and why."
        case .capitalPolicies: "Which rules, fees and incentives bring money into climate action."
        case .risks: "What may go wrong, how likely and how bad it is, and what is done about it."
        default: "Which skills are missing, how they are built, and how stakeholders are involved."
        }
    }
}

import Storage
import Web

/// What the review of contracts adds to the wing's door.
enum ReviewDoor {
    static let topic = "reviews"

    static let permissions = [
        PermissionDeclaration(
            ReviewRules.manage, "Give submitted contracts to reviewers, and decide on them", roles: [.programmeOfficer])
    ]

    static let topics = [
        TopicDeclaration(
            topic, "Reviews of contracts", hint: "A contract is submitted, reviewed, answered or decided on.")
    ]

    static let activities = [
        ActivityDeclaration("contract.submitted", "{actor} submitted the contract of {city}, round {number}"),
        ActivityDeclaration(
            "contract.submission-withdrawn", "{actor} withdrew round {number} of the contract of {city}"),
        ActivityDeclaration(
            "contract.reviewers-assigned", "{actor} gave round {number} of the contract of {city} to reviewers"),
        ActivityDeclaration(
            "contract.review-declared",
            "{actor} declared no conflict of interest for round {number} of the contract of {city}"),
        ActivityDeclaration("contract.reviewed", "{actor} sent a review of round {number} of the contract of {city}"),
        ActivityDeclaration(
            "contract.review-answered", "{actor} answered a review of round {number} of the contract of {city}"),
        ActivityDeclaration(
            "contract.comment-owner-changed",
            "{actor} changed who looks after a comment of round {number} of the contract of {city}"),
        ActivityDeclaration(
            "contract.answer-accepted",
            "{actor} accepted an answer about round {number} of the contract of {city}"),
        ActivityDeclaration("contract.decided", "{actor} decided on round {number} of the contract of {city}"),
        ActivityDeclaration(
            "contract.council-decision-recorded",
            "{actor} recorded the council's decision on round {number} of the contract of {city}"),
        ActivityDeclaration(
            "contract.iteration-begun", "{actor} began the next iteration of the contract of {city}"),
    ]

    static let menu = [
        MenuEntry("Reviews of contracts", path: "/reviews", order: 46, permission: ReviewRules.manage)
    ]

    static func add(to routes: inout Routes, kit: Kit) {
        let (frozen, documents) = (FrozenContracts(), ContractDocuments())
        SubmissionRoutes(kit: kit, documents: documents).add(to: &routes)
        SubmissionReadingRoutes(kit: kit, frozen: frozen).add(to: &routes)
        SubmissionDecisionRoutes(kit: kit).add(to: &routes)
        ReviewRoutes(kit: kit, frozen: frozen).add(to: &routes)
        ReviewScoreRoutes(kit: kit, frozen: frozen).add(to: &routes)
        ReviewSendingRoutes(kit: kit, frozen: frozen).add(to: &routes)
        ReviewAnswerRoutes(kit: kit, frozen: frozen).add(to: &routes)
        ReviewCommentRoutes(kit: kit, documents: documents).add(to: &routes)
        CouncilDecisionRoutes(kit: kit).add(to: &routes)
    }
}

import Testing

@testable import Planning

/// Who may do what at each point of a contract's way: the whole table, written down by hand.
@Suite struct ContractStatusTests {
    private static let table: [ContractStatus: [ContractStatus.Step: [ContractStatus.Actor]]] = [
        .draft: [.submit: [.committer]],
        .submitted: [
            .withdraw: [.committer], .assign: [.staff], .review: [.reviewer], .answer: [.editor, .committer],
            .accept: [.reviewer],
        ],
        .inReview: [
            .assign: [.staff], .review: [.reviewer], .answer: [.editor, .committer], .accept: [.reviewer],
            .decide: [.staff],
        ],
        .changesNeeded: [.submit: [.committer], .answer: [.editor, .committer], .accept: [.reviewer]],
        .positive: [.recordCouncil: [.committer]],
        .approved: [.recordCouncil: [.committer], .beginNext: [.committer]],
        .inImplementation: [.recordCouncil: [.committer], .beginNext: [.committer]],
        .followed: [:],
    ]

    @Test(arguments: ContractStatus.allCases) func everyStepOfEveryActor(status: ContractStatus) throws {
        let expected = try #require(Self.table[status])
        for step in ContractStatus.Step.allCases {
            for actor in ContractStatus.Actor.allCases {
                let isAllowed = expected[step]?.contains(actor) ?? false
                #expect(status.allows(step, actor) == isAllowed, "\(status) \(step) \(actor)")
            }
        }
    }

    @Test func whatFollowsCountsMoreThanWhatWasBefore() {
        #expect(ContractStatus(.init()) == .draft)
        #expect(ContractStatus(.init(hasCouncilDecision: true)) == .approved)
        #expect(ContractStatus(.init(hasCouncilDecision: true, hasLabel: true)) == .inImplementation)
        #expect(
            ContractStatus(.init(hasCouncilDecision: true, hasLabel: true, hasNextIteration: true)) == .followed)
        // A label alone says nothing about the council.
        #expect(ContractStatus(.init(hasLabel: true)) == .draft)
    }
}

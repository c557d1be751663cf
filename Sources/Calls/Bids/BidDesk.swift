import Cities
import Members
import Selection
import Storage
import Web

/// A bid with its call and all that decides whether it can be submitted.
struct BidDesk: Sendable {
    let bid: BidRecord
    let call: OpenCall
    let published: OpenCall.Published
    let answers: BidAnswers
    let facts: EligibilityRule.Facts
    let submissions: [BidSubmission]
    let window: BidRules.Window?
    let certifier: String?

    init?(_ connection: any Connection, _ id: BidID) throws {
        guard let bid = try BidRecord.find(connection, id: id),
            let call = try OpenCall.find(connection, slug: bid.callSlug), let published = call.published
        else { return nil }
        self.bid = bid
        self.call = call
        self.published = published
        answers = try BidRecord.answers(connection, of: id, at: bid.revision)
        facts = try BidFacts.of(
            connection, bid.organisation, for: published.definition,
            declared: try BidRecord.declarations(connection, of: id))
        submissions = try BidSubmission.all(connection, of: id)
        window = BidRules.Window(
            published.definition, extensions: try OpenCallExtension.moments(connection, of: call.id))
        certifier = try BidRecord.certifier(
            connection, of: id, try answers.contentHash(in: published.definition))
    }

    /// The bid that a path names by `:bid`.
    static func open(_ kit: Kit, _ visit: Visit) async throws -> BidDesk {
        guard let id = BidID(visit.parameters["bid"]) else { throw PageError.notFound }
        guard let desk = try await kit.database.read({ try BidDesk($0, id) }) else { throw PageError.notFound }
        return desk
    }

    var definition: CallDefinition { published.definition }

    /// The submission that counts: the last one, unless it was withdrawn.
    var valid: BidSubmission? { submissions.first.flatMap { $0.withdrawnAt == nil ? $0 : nil } }

    func outcomes() -> [(rule: EligibilityRule, outcome: EligibilityRule.Outcome)] {
        definition.eligibility.map { ($0, $0.outcome(facts)) }
    }

    /// What keeps the bid from being submitted now.
    func obstacles(at now: Instant) -> [BidRules.Obstacle] {
        var found: [BidRules.Obstacle] = []
        if let window {
            if now.milliseconds < window.opens.milliseconds { found.append(.early) }
            if now.milliseconds >= window.closes.milliseconds { found.append(.late) }
        }
        let outcomes = outcomes().map(\.outcome)
        if outcomes.contains(where: { if case .notMet = $0 { true } else { false } }) { found.append(.notEligible) }
        if outcomes.contains(.open) { found.append(.undeclared) }
        let problems = answers.problems(in: definition).count
        if problems > 0 { found.append(.unanswered(problems)) }
        if certifier == nil { found.append(.uncertified) }
        return found
    }

    func section(_ visit: Visit) throws -> CallSection {
        guard let found = definition.form.first(where: { $0.id == visit.parameters["section"] }) else {
            throw PageError.notFound
        }
        return found
    }

    func trail(_ visit: Visit, withBid: Bool = true) -> [Page.Crumb] {
        [
            Page.Crumb(visit.t("Calls"), visit.path("/calls")),
            Page.Crumb(definition.title.said(visit.language), visit.path(call.path)),
        ] + (withBid ? [Page.Crumb(visit.t("Bid"), visit.path(bid.path))] : [])
    }

    func record(_ connection: any Connection, _ activity: String, _ visit: Visit) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity, subject: (kind: "bid", id: bid.id.description),
            details: ["organisation": bid.organisationName, "call": call.slug], at: visit.now)
    }
}

/// What the hub knows of an applicant by itself.
enum BidFacts {
    /// The figures that a call's conditions name, of the cities that the organisation is a team of: the largest where
    /// it is one of several. A series is the name of a population reference, such as `census-2021`.
    static func of(
        _ connection: any Connection, _ organisation: OrganisationID, for call: CallDefinition,
        declared: [String: Bool] = [:]
    ) throws -> EligibilityRule.Facts {
        var known: [String: Double] = [:]
        for city in try CityTeam.cities(connection, of: [organisation]) {
            for figure in try PopulationFigure.all(connection, of: city.code) {
                known[figure.reference] = max(known[figure.reference] ?? 0, Double(figure.population))
            }
        }
        var figures: [String: Double] = [:]
        for rule in call.eligibility {
            guard case .figure(let series, _, _) = rule.test else { continue }
            figures[series] = known[series]
        }
        return EligibilityRule.Facts(figures: figures, declared: declared)
    }
}

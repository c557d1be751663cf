import Members
import Selection
import Storage
import Web

/// Bids: begun, written by several, certified by another mandated person, submitted with a receipt, withdrawn.
struct BidRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/bids", .signedIn, list)
        routes.get("/calls/:call/bids/new", .signedIn, new)
        routes.post("/calls/:call/bids/new", .signedIn, start)
        routes.get("/bids/:bid", BidRules.reader) { visit in
            .page(BidPages(visit: visit).tasks(try await BidDesk.open(kit, visit)))
        }
        routes.get("/bids/:bid/eligibility", BidRules.reader) { visit in
            .page(BidPages(visit: visit).eligibility(try await BidDesk.open(kit, visit), Answers()))
        }
        routes.post("/bids/:bid/eligibility", BidRules.editor, declare)
        routes.get("/bids/:bid/submission", BidRules.reader) { visit in
            .page(BidPages(visit: visit).submission(try await BidDesk.open(kit, visit)))
        }
        routes.post("/bids/:bid/certification", BidRules.certifier, certify)
        routes.post("/bids/:bid/submission", BidRules.certifier, submit)
        routes.get("/bids/:bid/receipts/:number", BidRules.reader) { visit in
            let desk = try await BidDesk.open(kit, visit)
            guard let found = desk.submissions.first(where: { "\($0.number)" == visit.parameters["number"] }) else {
                throw PageError.notFound
            }
            return .page(BidPages(visit: visit).receipt(found, desk))
        }
        routes.get("/bids/:bid/withdrawal", BidRules.certifier) { visit in
            .page(BidPages(visit: visit).withdrawal(try await BidDesk.open(kit, visit), Answers()))
        }
        routes.post("/bids/:bid/withdrawal", BidRules.certifier, withdraw)
    }

    // MARK: Beginning

    private func list(_ visit: Visit) async throws -> Reply {
        let own = Array(try visit.signedIn.memberships.keys)
        let bids = try await kit.database.read { try BidRecord.all($0, of: own) }
        return .page(BidPages(visit: visit).list(bids))
    }

    private func call(_ visit: Visit) async throws -> (OpenCall, OpenCall.Published) {
        let slug = visit.parameters["call"]
        guard let call = try await kit.database.read({ try OpenCall.find($0, slug: slug) }),
            let published = call.published
        else { throw PageError.notFound }
        return (call, published)
    }

    /// The organisations for which somebody may write, with what the hub knows of each.
    struct Applicant: Sendable {
        let organisation: Organisation
        let facts: EligibilityRule.Facts
        let bid: BidRecord?
    }

    private func applicants(_ call: OpenCall, _ definition: CallDefinition, _ visit: Visit) async throws -> [Applicant]
    {
        let own = try visit.signedIn.memberships.filter { $0.value >= .editor }.keys.sorted {
            $0.description < $1.description
        }
        return try await kit.database.read { connection in
            try own.compactMap { id in
                guard let organisation = try Organisation.find(connection, id) else { return nil }
                return Applicant(
                    organisation: organisation, facts: try BidFacts.of(connection, id, for: definition),
                    bid: try BidRecord.find(connection, call: call.id, organisation: id))
            }
        }
    }

    private func new(_ visit: Visit) async throws -> Reply {
        let (call, published) = try await call(visit)
        let applicants = try await applicants(call, published.definition, visit)
        // Most people write for one organisation.
        let only = applicants.count == 1 ? applicants.first?.organisation.id.description : nil
        return .page(
            BidPages(visit: visit).new(call, published.definition, applicants, Answers(["organisation": only])))
    }

    private func start(_ visit: Visit) async throws -> Reply {
        let (call, published) = try await call(visit)
        let applicants = try await applicants(call, published.definition, visit)
        let form = BidPages.startForm(applicants)
        let checked = form.check(visit.answers, visit.t)
        guard checked.isFine, let organisation = OrganisationID(checked.text("organisation")) else {
            return .page(BidPages(visit: visit).new(call, published.definition, applicants, checked), status: 422)
        }
        let person = try visit.signedIn.person
        let id: BidID = kit.ids.next()
        // Two colleagues begin at the same moment: one bid, and both are led to it.
        let bid = try await kit.database.write { connection -> BidID in
            if let bid = try BidRecord.find(connection, call: call.id, organisation: organisation) { return bid.id }
            try BidRecord.start(connection, id: id, in: call.id, of: organisation, by: person, at: visit.now)
            try BidDesk(connection, id)?.record(connection, "bid.started", visit)
            return id
        }
        return .seeOther(visit.path("/bids/\(bid)"), notice: visit.t("The bid is begun."))
    }

    // MARK: Eligibility

    private func declare(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let checked = BidPages.declarationForm(desk.definition, visit.language).check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(BidPages(visit: visit).eligibility(desk, checked), status: 422)
        }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            for rule in desk.definition.eligibility where rule.test == .declaration {
                try BidRecord.declare(
                    connection, desk.bid.id, rule: rule.id, met: checked.text(rule.id) == "yes", by: person,
                    at: visit.now)
            }
        }
        return .seeOther(visit.path(desk.bid.path), notice: visit.t("Your declarations are saved."))
    }

    // MARK: Certifying and submitting

    private func certify(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let person = try visit.signedIn.person
        let seen = visit.answers.text("hash")
        let isSame = try await kit.database.write { connection in
            guard let current = try BidDesk(connection, desk.bid.id) else { throw PageError.notFound }
            // Nobody certifies what they have not seen.
            guard try current.answers.contentHash(in: current.definition) == seen,
                current.answers.problems(in: current.definition).isEmpty
            else { return false }
            guard try !BidRecord.isAuthor(connection, person, of: current.bid.id) else {
                throw PageError.conflict(
                    visit.t("You wrote some of these answers; somebody else with the mandate has to certify them."))
            }
            try BidRecord.certify(connection, current.bid.id, seen, by: person, at: visit.now)
            try current.record(connection, "bid.certified", visit)
            return true
        }
        guard isSame else {
            throw PageError.conflict(visit.t("The answers have changed since you opened the page. Look at them again."))
        }
        return .seeOther(
            visit.path("\(desk.bid.path)/submission"), notice: visit.t("The answers are certified."))
    }

    private func submit(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let person = try visit.signedIn.person
        let (id, now): (ID<BidSubmissionKind>, Instant) = (kit.ids.next(), visit.now)
        let number = try await kit.database.write { connection -> Int? in
            guard let current = try BidDesk(connection, desk.bid.id) else { throw PageError.notFound }
            guard current.obstacles(at: now).isEmpty else { return nil }
            let content = try current.answers.content(in: current.definition)
            let hash = try current.answers.contentHash(in: current.definition)
            // Sent twice: the first receipt is the receipt.
            if let valid = current.valid, valid.contentHash == hash { return valid.number }
            try BidSubmission.receive(
                connection, id: id, current.bid,
                .init(
                    edition: current.published.number, text: String(decoding: content, as: UTF8.self), hash: hash),
                by: person, at: now)
            try current.record(connection, "bid.submitted", visit)
            return try BidSubmission.all(connection, of: current.bid.id).first?.number
        }
        guard let number else {
            return .page(
                BidPages(visit: visit).submission(try await BidDesk.open(kit, visit), wasRefused: true), status: 409)
        }
        return .seeOther(visit.path("\(desk.bid.path)/receipts/\(number)"), notice: visit.t("The bid is submitted."))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let desk = try await BidDesk.open(kit, visit)
        let checked = BidPages.withdrawalForm.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(BidPages(visit: visit).withdrawal(desk, checked), status: 422)
        }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard let current = try BidDesk(connection, desk.bid.id), let valid = current.valid,
                try BidSubmission.withdraw(
                    connection, valid.id, reason: checked.text("reason"), by: person, at: visit.now)
            else { throw PageError.conflict(visit.t("There is no submission to withdraw.")) }
            try current.record(connection, "bid.withdrawn", visit)
        }
        return .seeOther(visit.path(desk.bid.path), notice: visit.t("The bid is withdrawn. It can be submitted again."))
    }
}

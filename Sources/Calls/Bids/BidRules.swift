import Members
import Selection
import Storage
import Web

/// Who may see and do what with a bid, and when. Pages, files and jobs ask here and nowhere else.
///
/// A bid is its organisation's alone until it is submitted: nobody of the hub's team reads a draft.
enum BidRules {
    private static func bid(_ name: String, _ least: MembershipLevel) -> Access {
        .object("bid:\(name)") { visitor, parameters, connection in
            guard let id = BidID(parameters["bid"]), let bid = try BidRecord.find(connection, id: id),
                let level = visitor.level(in: bid.organisation)
            else { return .hidden }
            return level >= least ? .allowed : .refused
        }
    }

    static let reader = bid("reader", .viewer)
    static let editor = bid("editor", .editor)
    static let certifier = bid("certifier", .certifier)

    /// When a call takes bids.
    struct Window: Sendable, Equatable {
        let opens: Instant
        /// The first moment that is too late.
        let closes: Instant

        /// From the calendar, and from the extensions that an outage made necessary.
        init?(_ call: CallDefinition, extensions: [Instant] = []) {
            guard let entry = call.calendar[.submission] else { return nil }
            opens = BucharestTime.moment(entry.from.stored, hour: 0, minute: 0)
            let minute = call.calendar.closesAtMinute
            let last = minute >= 1440 ? entry.until.adding(1).stored : entry.until.stored
            let planned = BucharestTime.moment(last, hour: minute % 1440 / 60, minute: minute % 60)
            closes = ([planned] + extensions).max { $0.milliseconds < $1.milliseconds } ?? planned
        }

        func isOpen(at now: Instant) -> Bool {
            opens.milliseconds <= now.milliseconds && now.milliseconds < closes.milliseconds
        }
    }

    /// What keeps a bid from being submitted, in the order in which it should be mended.
    enum Obstacle: Sendable, Equatable {
        case early, late, notEligible, undeclared, unanswered(Int), uncertified
    }
}

/// Joins what two people answered to the same question since a common start.
enum BidMerge {
    /// What a question ends as.
    enum Outcome: Sendable, Equatable {
        case unchanged
        case mine(BidAnswer?)
        /// Both changed it, each to something else.
        case conflict(mine: BidAnswer?, theirs: BidAnswer?)
    }

    static func outcome(base: BidAnswer?, theirs: BidAnswer?, mine: BidAnswer?) -> Outcome {
        if mine == theirs || mine == base { return .unchanged }
        return theirs == base ? .mine(mine) : .conflict(mine: mine, theirs: theirs)
    }
}

import Foundation

/// Everything that decides a ranking, as text whose lines do not depend on the order of a document's rows.
///
/// One fact a line, its fields divided by tabs; in texts, tab, line feed, carriage return and backslash are written
/// `\t`, `\n`, `\r`, `\\`. Rows are sorted by their number, reviewer or name; only tie rules and the criteria's
/// depth keep an order of their own. Points are whole millionths, what is missing is `-`, what does not apply is `na`.
/// Names, notes, comments and reasons decide nothing and are left out, so the text can be given to anybody.
struct CanonicalInput {
    private(set) var bytes: [UInt8] = []

    /// A leaf and what stands before its marks.
    private struct Leaf {
        let place: Int
        let label: [UInt8]
    }

    init(_ frozen: RankingCase) {
        bytes.reserveCapacity(200 * frozen.bids.count + 1000)
        line(["selection", SelectionLibrary.version])
        write(frozen.rules)
        let grid = CriteriaGrid(frozen.rules.criteria, decimals: frozen.rules.decimals)
        let leaves = grid.leaves.indices.sorted { grid.leaves[$0].id < grid.leaves[$1].id }
            .map { Leaf(place: $0, label: Array("\t\(grid.leaves[$0].id)=".utf8)) }
        for index in frozen.bids.indices.sorted(by: { frozen.bids[$0].number < frozen.bids[$1].number }) {
            write(frozen.bids[index], grid, leaves)
        }
        for number in frozen.choice?.selected.sorted() ?? [] { line(["selected", number]) }
        if frozen.choice != nil { line(["choice"]) }
    }

    /// The SHA-256 of the text.
    var hash: String { Digest.hexadecimal(bytes) }

    private mutating func write(_ rules: CallRules) {
        let spread = rules.spread
        line(["rules", rules.combining.rawValue, "\(rules.decimals)", "\(rules.reportsNeeded)", rules.seed ?? ""])
        line([
            "spread", text(spread.criterionPoints), text(spread.totalPoints), "\(spread.acrossThreshold)",
            "\(spread.splitRecommendation)", "\(spread.outOfScope)",
        ])
        for (index, tie) in rules.ties.enumerated() { line(["tie", "\(index)", tie.name]) }
        let budget = rules.budget
        line([
            "budget", text(budget.cents), text(budget.places), text(budget.leastPercent), "\(budget.passesOver)",
            text(budget.reserve),
        ])
        let diversity = rules.diversity.map {
            ["diversity", $0.label, $0.value ?? "", "\($0.atLeast)", text($0.atMost)]
        }
        for rule in diversity.sorted(by: { $0.lexicographicallyPrecedes($1) { Self.precedes($0, $1) } }) { line(rule) }
        write(rules.criteria, below: "-")
    }

    private mutating func write(_ criterion: Criterion, below group: String) {
        line([
            "criterion", group, criterion.id, "\(criterion.weight)", text(criterion.threshold),
            "\(criterion.mayBeInapplicable)", text(criterion.scale?.lowest), text(criterion.scale?.highest),
            text(criterion.scale?.step),
        ])
        for part in criterion.parts.sorted(by: { $0.id < $1.id }) { write(part, below: criterion.id) }
    }

    private mutating func write(_ bid: RankingCase.Bid, _ grid: CriteriaGrid, _ leaves: [Leaf]) {
        line([
            "bid", bid.number, bid.ineligible.isEmpty ? "eligible" : "ineligible", "\(bid.requestedCents)",
            "\(bid.takesPart)",
        ])
        for (label, value) in bid.labels.sorted(by: { Self.precedes($0.key, $1.key) }) {
            line(["label", label, value])
        }
        for (name, value) in bid.figures.sorted(by: { Self.precedes($0.key, $1.key) }) {
            line(["figure", name, "\(value.millionths)"])
        }
        for index in bid.reports.indices.sorted(by: { bid.reports[$0].reviewer < bid.reports[$1].reviewer }) {
            let report = bid.reports[index]
            start("report")
            word(report.reviewer)
            word(report.counts ? "counts" : "aside")
            word(report.recommendation?.rawValue ?? "-")
            word(report.isOutOfScope ? "out" : "in")
            marks(report.scores, grid, leaves)
        }
        if let consensus = bid.consensus {
            start("consensus")
            field(consensus.isOutOfScope ? "out" : "in")
            marks(consensus.scores, grid, leaves)
        }
        for change in bid.calibrations.sorted(by: { $0.criterion < $1.criterion }) {
            line(["calibration", change.criterion, "\(change.points.millionths)"])
        }
    }

    /// The marks of one report, sorted by criterion, and the line's end.
    private mutating func marks(_ scores: [Score], _ grid: CriteriaGrid, _ leaves: [Leaf]) {
        let marks = grid.marks(scores)
        for leaf in leaves {
            bytes.append(contentsOf: leaf.label)
            if let points = marks[leaf.place] { number(points.millionths) } else { bytes.append(contentsOf: "na".utf8) }
        }
        bytes.append(10)
    }

    private mutating func line(_ fields: [String]) {
        start(fields[0])
        for value in fields.dropFirst() { field(value) }
        bytes.append(10)
    }

    private mutating func start(_ kind: String) { bytes.append(contentsOf: kind.utf8) }

    private mutating func field(_ value: String) {
        bytes.append(9)
        for byte in value.utf8 {
            switch byte {
            case 9: bytes += [92, UInt8(ascii: "t")]
            case 10: bytes += [92, UInt8(ascii: "n")]
            case 13: bytes += [92, UInt8(ascii: "r")]
            case 92: bytes += [92, 92]
            default: bytes.append(byte)
            }
        }
    }

    /// A field that is known to hold nothing to escape.
    private mutating func word(_ value: String) {
        bytes.append(9)
        bytes.append(contentsOf: value.utf8)
    }

    /// Marks are bounded, so that turning the sign does not overflow.
    private mutating func number(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var (rest, unit) = (abs(value), 1)
        while unit <= rest / 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    private func text(_ points: Points?) -> String { points.map { "\($0.millionths)" } ?? "-" }

    private func text(_ number: Int?) -> String { number.map(String.init) ?? "-" }

    /// The order of bytes, the same on every machine.
    static func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}

extension RankingCase {
    /// Everything that decides the ranking, as text; its SHA-256 is the hash of the input, so
    /// `m100 call canonical FILE | sha256sum` shows it by hand.
    public var canonicalText: String { String(decoding: CanonicalInput(self).bytes, as: UTF8.self) }
}

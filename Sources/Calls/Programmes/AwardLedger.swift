/// The money of an award in cents of its currency: what is promised, split, paid and asked back.
struct AwardLedger: Sendable, Equatable {
    struct Tranche: Sendable, Equatable {
        let id: TrancheID
        let cents: Int
        /// Paid only once a report on it is accepted.
        let needsReport: Bool
        let isReportAccepted: Bool
        /// Whether a payment is on its way or done; a refused proposal leaves none.
        let hasPayment: Bool
        let paidCents: Int
    }

    let ceilingCents: Int
    let tranches: [Tranche]
    /// What was claimed back.
    let recoveryCents: Int
    /// What of it came back.
    let recoveredCents: Int
    let hasAgreement: Bool
    let isHeld: Bool
    /// nil: the programme's basis needs no check.
    let isAidChecked: Bool?

    var plannedCents: Int { tranches.reduce(0) { $0 + $1.cents } }
    var paidCents: Int { tranches.reduce(0) { $0 + $1.paidCents } }
    /// What may still become a tranche.
    var unplannedCents: Int { ceilingCents - plannedCents }
    /// What the beneficiary has and keeps.
    var netCents: Int { paidCents - recoveredCents }

    /// Why a tranche cannot be proposed for payment now; empty where it can.
    func obstacles(to id: TrancheID) -> [PaymentObstacle] {
        guard let tranche = tranches.first(where: { $0.id == id }) else { return [] }
        var found: [PaymentObstacle] = []
        if !hasAgreement { found.append(.noAgreement) }
        if isAidChecked == false { found.append(.noAidCheck) }
        if isHeld { found.append(.held) }
        if tranche.needsReport, !tranche.isReportAccepted { found.append(.noAcceptedReport) }
        if tranche.hasPayment { found.append(.proposedAlready) }
        if paidCents + tranche.cents > ceilingCents { found.append(.overCeiling) }
        return found
    }
}

/// What stands between a tranche and its payment.
enum PaymentObstacle: String, Sendable, CaseIterable {
    case noAgreement, noAidCheck, held, noAcceptedReport, proposedAlready, overCeiling

    /// Key of the sentence.
    var sentence: String {
        switch self {
        case .noAgreement: "The agreement is not signed yet."
        case .noAidCheck: "The register of de minimis aid was not checked yet."
        case .held: "The money of this award is held."
        case .noAcceptedReport: "No report on this tranche is accepted yet."
        case .proposedAlready: "A payment of this tranche is proposed or done already."
        case .overCeiling: "Together with what is paid this would be more than the award."
        }
    }
}

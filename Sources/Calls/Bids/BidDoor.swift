import Storage
import Web

/// What bids add to the wing's door.
enum BidDoor {
    static let migrations = [BidRecord.migration]

    static let activities = [
        ActivityDeclaration("bid.started", "{actor} began the bid of {organisation} in the call {call}"),
        ActivityDeclaration("bid.certified", "{actor} certified the answers of {organisation} in the call {call}"),
        ActivityDeclaration("bid.submitted", "{actor} submitted the bid of {organisation} in the call {call}"),
        ActivityDeclaration("call.extended", "{actor} gave more time for bids in the call {call}"),
        ActivityDeclaration("bid.withdrawn", "{actor} withdrew the bid of {organisation} in the call {call}"),
    ]

    static let subjects = [
        SubjectDeclaration("bid", "Bid", path: { "/bids/\($0)" }) { try BidRecord.names($0, $1) }
    ]

    static func add(to routes: inout Routes, kit: Kit) {
        BidRoutes(kit: kit).add(to: &routes)
        BidSectionRoutes(kit: kit).add(to: &routes)
        OpenCallExtensionRoutes(kit: kit).add(to: &routes)
    }
}

import Members
import Storage
import Web

/// Calls: money for those who apply, from the rules to the last tranche. The door of the wing.
///
/// | room | addresses | tables | permissions |
/// |---|---|---|---|
/// | OpenCalls | /calls… · /calls.atom | open_call, open_call_draft, open_call_publication | calls:write, calls:publish |
/// | Bids | /calls/:call/bids/new · /calls/:call/extension · /bids… | bid, bid_answer, bid_declaration, bid_certification, bid_submission, bid_withdrawal, open_call_extension | – |
/// | Programmes | /programmes… · /awards… | support_programme, support_programme_publication, award, award_agreement, award_aid_check, award_tranche, award_report, award_report_decision, award_payment, award_payment_approval, award_payment_record, award_hold, award_hold_release, award_change, award_change_decision, award_recovery, award_recovery_receipt | programmes:manage, programmes:pay, programmes:view |
///
/// The people of an organisation see its awards, report on them and ask for changes without a permission.
package enum Calls {
    package static let feature: Feature = {
        var feature = Feature("calls")
        feature.migrations = SupportProgrammeDoor.migrations + OpenCallDoor.migrations + BidDoor.migrations
        feature.permissions = OpenCallDoor.permissions + SupportProgrammeDoor.permissions
        feature.activities = OpenCallDoor.activities + BidDoor.activities + SupportProgrammeDoor.activities
        feature.subjects = OpenCallDoor.subjects + BidDoor.subjects + SupportProgrammeDoor.subjects
        feature.searchables = [OpenCallSearch.searchable]
        feature.menu = OpenCallDoor.menu
        feature.topics = [AwardMail.topic]
        feature.personalData =
            OpenCallPersonalData.declarations + BidPersonalData.declarations + AwardPersonalData.declarations
        feature.administration = [
            MenuEntry("Support programmes", path: "/programmes", order: 55, permission: SupportProgrammeRules.view)
        ]
        feature.routes = { kit, routes in
            OpenCallDoor.add(to: &routes, kit: kit)
            BidDoor.add(to: &routes, kit: kit)
            SupportProgrammeRoutes(kit: kit).add(to: &routes)
            AwardRoutes(kit: kit).add(to: &routes)
            AwardStepRoutes(kit: kit).add(to: &routes)
        }
        return feature
    }()
}

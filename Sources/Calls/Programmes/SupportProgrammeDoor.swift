import Members
import Storage
import Web

/// What support programmes and awards add to the wing's door.
enum SupportProgrammeDoor {
    static let migrations = [SupportProgramme.migration, Award.migration]

    static let permissions = [
        PermissionDeclaration(
            SupportProgrammeRules.manage, "Keep support programmes and awards, and propose payments",
            roles: [.programmeOfficer]),
        PermissionDeclaration(
            SupportProgrammeRules.pay, "Decide on payments that somebody else proposed", roles: [.programmeOfficer]),
        PermissionDeclaration(
            SupportProgrammeRules.view, "See support programmes and awards with their papers",
            roles: [.programmeOfficer, .authorityOfficer]),
    ]

    static let activities = [
        ActivityDeclaration("support-programme.added", "{actor} added the support programme {programme}"),
        ActivityDeclaration("support-programme.changed", "{actor} changed the support programme {programme}"),
        ActivityDeclaration("support-programme.published", "{actor} published the support programme {programme}"),
        ActivityDeclaration("award.made", "{actor} recorded the award {award} to {organisation}"),
        ActivityDeclaration(
            "award.aid-checked", "{actor} checked earlier de minimis aid of {organisation} for {award}"),
        ActivityDeclaration("award.agreed", "{actor} recorded the agreement with {organisation} on {award}"),
        ActivityDeclaration("award.tranche-added", "{actor} added a tranche to {award} of {organisation}"),
        ActivityDeclaration("award.reported", "{actor} reported for {organisation} on {tranche} of {award}"),
        ActivityDeclaration("award.report-accepted", "{actor} accepted a report of {organisation} on {award}"),
        ActivityDeclaration("award.report-returned", "{actor} returned a report of {organisation} on {award}"),
        ActivityDeclaration(
            "award.payment-proposed", "{actor} proposed to pay {tranche} of {award} to {organisation}"),
        ActivityDeclaration("award.payment-approved", "{actor} approved a payment of {award} to {organisation}"),
        ActivityDeclaration("award.payment-refused", "{actor} refused a payment of {award} to {organisation}"),
        ActivityDeclaration("award.paid", "{actor} recorded a payment of {award} to {organisation}"),
        ActivityDeclaration("award.held", "{actor} held the money of {award} of {organisation}"),
        ActivityDeclaration("award.released", "{actor} released the money of {award} of {organisation}"),
        ActivityDeclaration("award.change-asked", "{actor} asked for {organisation} to change {award}"),
        ActivityDeclaration("award.change-accepted", "{actor} accepted a change of {award} of {organisation}"),
        ActivityDeclaration("award.change-refused", "{actor} refused a change of {award} of {organisation}"),
        ActivityDeclaration("award.recovery-claimed", "{actor} claimed money of {award} back from {organisation}"),
        ActivityDeclaration("award.recovered", "{actor} recorded money of {award} that {organisation} paid back"),
    ]

    static let subjects = [
        SubjectDeclaration("support-programme", "Support programme") { try SupportProgramme.names($0, $1) },
        SubjectDeclaration("award", "Award", path: { "/awards/\($0)" }) { try Award.names($0, $1) },
    ]
}

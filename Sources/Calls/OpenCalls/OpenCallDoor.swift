import Storage
import Web

/// What calls add to the wing's door.
enum OpenCallDoor {
    static let migrations = [OpenCall.migration]

    static let permissions = [
        PermissionDeclaration(
            OpenCallRules.write, "Build calls, and see those in the making", roles: [.programmeOfficer]),
        PermissionDeclaration(OpenCallRules.publish, "Publish calls and their errata", roles: [.programmeOfficer]),
    ]

    static let menu = [MenuEntry("Calls", path: "/calls", order: 18)]

    static let activities = [
        ActivityDeclaration("call.carried-over", "The hub published the demonstration call {call}"),
        ActivityDeclaration("call.started", "{actor} began the call {call}"),
        ActivityDeclaration("call.changed", "{actor} changed the draft of the call {call}"),
        ActivityDeclaration("call.published", "{actor} published the call {call}"),
        ActivityDeclaration("call.corrected", "{actor} published an erratum to the call {call}"),
    ]

    static let subjects = [
        SubjectDeclaration("call", "Call", path: { "/calls/\($0)" }) { try OpenCall.names($0, $1) }
    ]

    static func add(to routes: inout Routes, kit: Kit) {
        OpenCallRoutes(kit: kit).add(to: &routes)
        OpenCallBuilderRoutes(kit: kit).add(to: &routes)
    }
}

import SiteSupport

/// Who should be let in by each access rule, written down by hand from what the roles are for, not read from the code.
///
/// The object is always Alba Iulia, its team, and what belongs to the team's editor.
enum RouteRights {
    private static let everyone = Set(Persona.allCases)
    private static let hubTeam: Set<Persona> = [.programmeOfficer, .contentEditor, .authorityOfficer, .administrator]
    private static let officers: Set<Persona> = [.programmeOfficer, .administrator]
    private static let writers: Set<Persona> = [.contentEditor, .administrator]

    static let table: [String: Set<Persona>] = [
        "everyone": everyone,
        "signed-in": everyone.subtracting([.visitor]),

        "permission administration:view": hubTeam,
        "permission permissions:view": hubTeam,
        "permission audit:view": officers,
        "permission people:administer": [.administrator],
        "permission jobs:administer": [.administrator],
        "permission mail-templates:edit": writers,
        "permission organisations:administer": officers,
        "permission cities:edit": officers,
        "permission programme:edit": officers,
        "permission pages:edit": writers,
        "permission factors:edit": officers.union([.contentEditor]),
        "permission feedback:read": [.contentEditor, .programmeOfficer, .administrator],

        "city-team:editor": officers.union([.cityEditor, .cityCertifier]),
        "inventory-city:editor": [.cityEditor, .cityCertifier],
        "inventory:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier]),
        "inventory:editor": [.cityEditor, .cityCertifier],
        "inventory:certifier": [.cityCertifier],
        "scenario-city:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier]),
        "scenario-city:editor": [.cityEditor, .cityCertifier],
        "scenario-city:publisher": [.cityCertifier],
        "scenario:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier]),
        "scenario:editor": [.cityEditor, .cityCertifier],
        "measure:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier]),
        "measure:editor": [.cityEditor, .cityCertifier],
        "contract-city:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier]),
        "contract-city:editor": [.cityEditor, .cityCertifier],
        "contract-city:committer": [.cityCertifier],
        "contract:editor": [.cityEditor, .cityCertifier],
        "permission contracts:view": officers.union([.authorityOfficer]),
        "contract:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier]),
        "contract:committer": [.cityCertifier],
        // The signatory is the small firm.
        "commitment:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier, .company]),
        "commitment:editor": [.cityEditor, .cityCertifier, .company],
        "commitment:certifier": [.cityCertifier, .company],
        "commitment:city": [.cityEditor, .cityCertifier],
        "permission labels:decide": officers,
        // The evaluator reviews the round, and sent the review.
        "submission:reader": officers.union([
            .authorityOfficer, .cityViewer, .cityEditor, .cityCertifier, .evaluator,
        ]),
        "submission:content": officers.union([
            .authorityOfficer, .cityViewer, .cityEditor, .cityCertifier, .evaluator,
        ]),
        "submission:reviewer": [.evaluator],
        "submission:manager": officers,
        "submission:committer": [.cityCertifier],
        "review:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier, .evaluator]),
        "review:author": [.evaluator],
        "review:editor": [.cityEditor, .cityCertifier],
        "permission calls:write": officers,
        "call:writer": officers,
        "call:publisher": officers,
        // The bid is the team's alone.
        "bid:reader": [.cityViewer, .cityEditor, .cityCertifier],
        "bid:editor": [.cityEditor, .cityCertifier],
        "bid:certifier": [.cityCertifier],
        // The award is the team's.
        "permission programmes:manage": officers,
        "award:reader": officers.union([.authorityOfficer, .cityViewer, .cityEditor, .cityCertifier]),
        "award:reporter": [.cityEditor, .cityCertifier],
        "award:manager": officers,
        "award:payer": officers,
        "organisation:member": officers.union([.cityViewer, .cityEditor, .cityCertifier]),
        "organisation:editor": officers.union([.cityEditor, .cityCertifier]),
        "organisation:certifier": officers.union([.cityCertifier]),
        // The path names the team's viewer, who may leave.
        "organisation:certifier-or-self": officers.union([.cityViewer, .cityCertifier]),
        // Somebody else's news does not exist, not even for an administrator.
        "notification:own": [.cityEditor],
    ]
}

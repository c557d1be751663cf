import Background
import Web

/// What the administration pages show of all wings; `Hub` passes it, since wings do not know each other.
package struct MembersHooks: Sendable {
    package var permissions: [PermissionDeclaration]
    package var activities: [ActivityDeclaration]
    package var mailTemplates: [MailTemplateDeclaration]
    package var jobs: [JobDeclaration]
    package var topics: [TopicDeclaration]
    package var subjects: [SubjectDeclaration]
    package var administration: [MenuEntry]
    package var personalData: [PersonalDataDeclaration]
    /// The hub's words and public address, for mails that jobs write.
    package var languages: Languages
    package var publicURL: String
    /// Cost of one password guess; tests use a quick one.
    package var passwordCost: PasswordHash.Cost
    /// All registered routes; asked when the page is opened.
    package var routes: @Sendable () -> [Route]

    package init(
        permissions: [PermissionDeclaration] = [], activities: [ActivityDeclaration] = [],
        mailTemplates: [MailTemplateDeclaration] = [], jobs: [JobDeclaration] = [], topics: [TopicDeclaration] = [],
        subjects: [SubjectDeclaration] = [], administration: [MenuEntry] = [],
        personalData: [PersonalDataDeclaration] = [],
        languages: Languages = Languages(catalogues: [:]), publicURL: String = "",
        passwordCost: PasswordHash.Cost = .production, routes: @escaping @Sendable () -> [Route] = { [] }
    ) {
        self.permissions = permissions
        self.activities = activities
        self.mailTemplates = mailTemplates
        self.jobs = jobs
        self.topics = topics
        self.subjects = subjects
        self.administration = administration
        self.personalData = personalData
        self.languages = languages
        self.publicURL = publicURL
        self.passwordCost = passwordCost
        self.routes = routes
    }
}

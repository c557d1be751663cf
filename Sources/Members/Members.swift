import Background
import Storage
import Web

/// People, organisations and what they may do. The door of the wing.
///
/// | room | addresses | tables | permissions |
/// |---|---|---|---|
/// | SignIn | /sign-in · /sign-out · /second-factor · /password-reset · /invitations/:token | session, second_factor, recovery_code, one_time_link, attempt | |
/// | People | /account… · /people | person, person_role | people:administer |
/// | Organisations | /organisations… | organisation, membership, invitation | organisations:administer |
/// | Permissions | /permissions | | permissions:view |
/// | Notifications | /notifications… | notification, notification_choice | |
/// | Drafts | below each form: …/draft · …/draft/removal | draft | |
/// | Audit | /audit | audit_entry | audit:view |
/// | Jobs | /jobs | job, job_schedule (Background) | jobs:administer |
/// | MailTemplates | /mail-templates | mail_template (Background) | mail-templates:edit |
/// | Administration | /administration | | administration:view |
package enum Members {
    package static func feature(_ hooks: MembersHooks) -> Feature {
        var feature = Feature("members")
        let hashing = PasswordHashing(cost: hooks.passwordCost)
        let limits = SessionLimits.standard
        feature.migrations =
            [Person.migration, Person.formerNameMigration] + SignIn.migrations + [
                Organisation.migration, AuditEntry.migration, Notification.migration, Draft.migration,
            ]
        feature.permissions = People.permissions
        feature.administration = People.administration
        feature.activities = SignIn.activities + People.activities
        feature.mailTemplates = SignInMail.templates
        feature.personalData = [PersonalDataDeclaration("drafts") { try Draft.kept($0, of: $1) }]
        feature.jobs = [SignInJobs.clearing(limits: limits)]
        feature.routes = { kit, routes in
            SignIn.add(to: &routes, kit: kit, hashing: hashing, limits: limits)
            People.add(
                to: &routes, kit: kit, hashing: hashing, limits: limits, personalData: hooks.personalData)
        }
        addRooms(to: &feature, hooks)
        return feature
    }

    /// Organisations, notifications and the rooms of administration.
    private static func addRooms(to feature: inout Feature, _ hooks: MembersHooks) {
        feature.permissions += Organisations.permissions + Permissions.permissions + Audit.permissions
        feature.permissions += Jobs.permissions + MailTemplates.permissions + AdministrationRoutes.permissions
        feature.activities += Organisations.activities + Notifications.activities + Jobs.activities
        feature.activities += MailTemplates.activities + Audit.activities
        feature.subjects += Organisations.subjects + Audit.subjects + Jobs.subjects + MailTemplates.subjects
        feature.topics += Organisations.topics
        feature.mailTemplates += NotificationMail.templates
        feature.jobs += NotificationJobs.all(languages: hooks.languages, publicURL: hooks.publicURL)
        feature.jobs += [InvitationJobs.cleaning, Drafts.clearing]
        feature.searchables.append(Searchable(kind: "organisation", title: "Organisations"))
        feature.menu += [
            MenuEntry("Organisations", path: "/organisations", order: 40),
            MenuEntry("Administration", path: "/administration", order: 90, permission: AdministrationRoutes.view),
        ]
        feature.administration += [
            MenuEntry("Permissions", path: "/permissions", order: 60, permission: Permissions.view),
            MenuEntry("Audit", path: "/audit", order: 70, permission: Audit.view),
            MenuEntry("Background work", path: "/jobs", order: 80, permission: Jobs.administer),
            MenuEntry("Mail texts", path: "/mail-templates", order: 50, permission: MailTemplates.edit),
        ]
        let accountRoutes = feature.routes
        // The worker's own jobs are listed for their names; only Hub knows how they send.
        let jobs = hooks.jobs + BackgroundWork.jobs(mailer: .folder(""))
        let sentences = AuditSentences(activities: hooks.activities, subjects: hooks.subjects)
        feature.routes = { kit, routes in
            accountRoutes(kit, &routes)
            Organisations.add(to: &routes, kit: kit)
            NotificationRoutes(kit: kit, topics: hooks.topics).add(to: &routes)
            PermissionRoutes(kit: kit, declarations: hooks.permissions, all: hooks.routes).add(to: &routes)
            AuditRoutes(kit: kit, sentences: sentences).add(to: &routes)
            JobRoutes(kit: kit, declarations: jobs).add(to: &routes)
            MailTemplateRoutes(kit: kit, declarations: hooks.mailTemplates).add(to: &routes)
            AdministrationRoutes(kit: kit, entries: hooks.administration).add(to: &routes)
        }
    }
}

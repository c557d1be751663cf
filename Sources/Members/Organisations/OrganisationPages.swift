import Storage
import Web

/// The directory and the pages of one organisation.
enum OrganisationPages {
    // MARK: Directory

    static func list(
        _ visit: Visit, _ filter: OrganisationFilter, _ part: ListPart<Organisation>, count: Int
    ) -> Page {
        let t = visit.t
        let path = visit.path("/organisations")
        let address = ListAddress(path, query: filter.query)
        return Page(
            title: t("Organisations"),
            description: t("Cities, authorities, companies, universities and associations that take part in the hub."),
            wide: true,
            body: HTML {
                Components.lead(
                    t("Cities, authorities, companies, universities and associations that take part in the hub."))
                if OrganisationRules.isStaff(visit.visitor) {
                    p { Components.buttonLink(t("Add an organisation"), path: visit.path("/organisations/new")) }
                }
                Components.filter(
                    OrganisationForm.filter, visit.query, t, action: path, label: t("Narrow the directory"),
                    keeping: filter.order == .name ? [:] : ["sort": filter.order.rawValue])
                if part.items.isEmpty {
                    Components.emptyState(
                        t("No organisation fits."), next: (t("Show all organisations"), path))
                } else {
                    p { t.count(count, "{count} organisation", "{count} organisations") }
                    table(visit, part.items, address)
                    Components.pagination(address, part, t) { $0.id.description }
                    p { a(.href(ListAddress(path + "/export", query: filter.query).text)) { t("Download as CSV") } }
                }
            })
    }

    private static func table(_ visit: Visit, _ found: [Organisation], _ address: ListAddress) -> HTML {
        let t = visit.t
        let rows: [[DataTable.Cell]] = found.map { one in
            [
                .html(
                    HTML {
                        a(.href(visit.path("/organisations/\(one.id)"))) { one.name }
                        if one.isDemonstration {
                            " "
                            Components.tag(t("Demonstration"), .warning)
                        }
                    }),
                .text(t(one.kind.title)), .text(t(one.kind.sector.title)),
            ]
        }
        return DataTable(
            caption: t("Organisations"),
            columns: [.init(t("Name"), sort: "name"), .init(t("Type")), .init(t("Sector"))], rows: rows,
            captionHidden: true, address: address["sort"] == nil ? address.with("sort", "name") : address
        ).html
    }

    // MARK: One organisation

    static func show(_ visit: Visit, _ one: Organisation) -> Page {
        let t = visit.t
        return Page(
            title: one.name, caption: t(one.kind.title), description: one.about.map { String($0.prefix(160)) },
            breadcrumb: [crumb(visit)],
            body: HTML {
                if one.isDemonstration {
                    Components.notice(.warning, t("Demonstration: this organisation is invented."), t)
                }
                if let about = one.about {
                    Components.prose { for paragraph in paragraphs(about) { p { paragraph } } }
                } else {
                    p(.class("quiet")) { t("Nothing is said about this organisation yet.") }
                }
                Components.summaryList(
                    [
                        .init(t("Type"), t(one.kind.title)), .init(t("Sector"), t(one.kind.sector.title)),
                        .init(
                            t("Web address"),
                            one.website.map { site in a(.href(site), .rel("nofollow")) { site } } ?? .empty),
                    ], t)
                if !tasks(visit, one).isEmpty { Components.linkList(tasks(visit, one)) }
            })
    }

    /// What this visitor may do here; nothing for most.
    private static func tasks(_ visit: Visit, _ one: Organisation) -> [(title: String, path: String)] {
        let t = visit.t
        var links: [(title: String, path: String)] = []
        if OrganisationRules.mayEdit(visit.visitor, one.id) {
            links.append((t("Change what is said here"), visit.path("/organisations/\(one.id)/edit")))
        }
        if OrganisationRules.maySeeMembers(visit.visitor, one.id) {
            links.append((t("People of this organisation"), visit.path("/organisations/\(one.id)/members")))
        }
        return links
    }

    /// Empty lines part paragraphs.
    private static func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n\n").map { String($0).trimmingSpaces() }
            .filter { !$0.isEmpty }
    }

    static func crumb(_ visit: Visit) -> Page.Crumb { .init(visit.t("Organisations"), visit.path("/organisations")) }

    static func crumb(_ visit: Visit, _ one: Organisation) -> Page.Crumb {
        .init(one.name, visit.path("/organisations/\(one.id)"))
    }

    // MARK: Forms

    static func new(_ visit: Visit, _ answers: Answers) -> Page {
        let t = visit.t
        return Page(
            title: t("Add an organisation"), breadcrumb: [crumb(visit)], problems: !answers.isFine, isPrivate: true,
            body: FormView(
                OrganisationForm.content(isStaff: true), answers, t, token: visit.formToken,
                action: visit.path("/organisations/new"), submit: t("Add the organisation"),
                cancel: (t("Cancel"), visit.path("/organisations"))
            ).html)
    }

    static func edit(_ visit: Visit, _ one: Organisation, _ answers: Answers) -> Page {
        let isStaff = OrganisationRules.isStaff(visit.visitor)
        // A refused form keeps the version it started from, so that a conflict is still noticed.
        return editPage(visit, one, answers, version: answers.integer("version") ?? one.version) { view in
            HTML {
                view.summary
                view.open {
                    for field in OrganisationForm.content(isStaff: isStaff).fields { view.field(field.name) }
                    view.buttons
                }
            }
        }
    }

    /// Somebody saved meanwhile: the texts that differ stand side by side, and sending again settles it.
    static func conflict(
        _ visit: Visit, _ theirs: Organisation, _ answers: Answers, by name: String?, at time: Instant?
    ) -> Page {
        let t = visit.t
        let who = name ?? t("Somebody")
        let theirsBy = time.map { t("Saved by {name}, {time}", ["name": who, "time": visit.figures.time($0)]) } ?? who
        let saved = OrganisationForm.answers(theirs)
        let isStaff = OrganisationRules.isStaff(visit.visitor)
        return editPage(visit, theirs, answers, version: theirs.version) { view in
            HTML {
                Components.notice(.warning, t("Somebody saved other changes meanwhile. Nothing of yours is lost."), t) {
                    p { t("Compare both, choose, and save again.") }
                }
                view.open {
                    for field in OrganisationForm.content(isStaff: isStaff).fields {
                        let mine = answers.text(field.name).replacing("\r\n", with: "\n")
                        let other = saved.text(field.name)
                        if mine != other, ["name", "website", "about"].contains(field.name) {
                            TextConflict(
                                name: field.name, label: t(field.label), yours: mine, theirs: other,
                                theirsBy: theirsBy, t
                            ).html
                        } else {
                            view.field(field.name)
                        }
                    }
                    view.buttons
                }
            }
        }
    }

    private static func editPage(
        _ visit: Visit, _ one: Organisation, _ answers: Answers, version: Int, _ content: (FormView) -> HTML
    ) -> Page {
        let t = visit.t
        let path = visit.path("/organisations/\(one.id)")
        let view = FormView(
            OrganisationForm.content(isStaff: OrganisationRules.isStaff(visit.visitor)), answers, t,
            token: visit.formToken, action: path + "/edit", submit: t("Save changes"), version: version,
            cancel: (t("Cancel"), path))
        return Page(
            title: t("Change the organisation"), breadcrumb: [crumb(visit), crumb(visit, one)],
            problems: !answers.isFine, isPrivate: true, body: content(view))
    }
}

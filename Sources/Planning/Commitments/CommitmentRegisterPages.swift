import Web

/// The public register of what organisations committed to.
struct CommitmentRegisterPages {
    let shelf: CommitmentRegisterRoutes.Shelf
    let filter: CommitmentFilter
    let visit: Visit

    private var t: Texts { visit.t }
    private var address: ListAddress { filter.address(visit.path("/commitments")) }
    private var csvPath: String { filter.address("/commitments.csv").text }

    var page: Page {
        Page(
            title: t("Commitments of organisations"),
            description: t(
                "What organisations committed to in published Climate City Contracts, and what became of it."),
            wide: true, feeds: [Page.Alternate(t("Commitments (CSV)"), path: csvPath, mediaType: "text/csv")],
            body: HTML {
                Components.lead(
                    t("What organisations committed to in published Climate City Contracts, and what became of it."))
                own
                if shelf.cities.isEmpty {
                    Components.emptyState(
                        t("No commitment is public yet."), next: (t("See the cities"), visit.path("/cities")))
                } else {
                    Components.filter(
                        form, filter.answers, t, action: visit.path("/commitments"),
                        label: t("Narrow the list of commitments"),
                        keeping: filter.order == .name ? [:] : ["sort": filter.order.rawValue])
                    list
                }
            })
    }

    /// The way for those who are invited.
    private var own: HTML {
        guard !shelf.own.isEmpty else { return .empty }
        return section {
            h2 { t("Asked of your organisations") }
            Components.linkList(shelf.own.map { ($0.content.institution, visit.path($0.path)) })
        }
    }

    private var form: Form {
        let any = Option("", "All")
        return Form([
            Field("city", "City", optional: true, .select([any] + shelf.cities)),
            Field(
                "helix", "Kind of organisation", optional: true,
                .select([any] + CommitmentHelix.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "tier", "Tier of the commitment", optional: true,
                .select([any] + CommitmentTier.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "status", "State", optional: true,
                .select([any] + CommitmentStatus.allCases.map { Option($0.rawValue, $0.title) })),
        ])
    }

    private var list: HTML {
        HTML {
            p(.class("result-count"), .id("count")) {
                t.count(shelf.count, "{count} commitment", "{count} commitments")
            }
            if shelf.part.items.isEmpty {
                Components.emptyState(
                    t("No public commitment fits all of this."),
                    next: (t("Show all commitments"), visit.path("/commitments")))
            } else {
                table.html
                Components.pagination(address, shelf.part, t) { $0.id.description }
                p { a(.href(csvPath), .flag("download")) { t("Download this list (CSV)") } }
            }
        }
    }

    private var table: DataTable {
        DataTable(
            caption: t("Commitments of organisations"),
            columns: [
                DataTable.Column(t("Organisation"), sort: "name"), DataTable.Column(t("City")),
                DataTable.Column(t("What is committed to")), DataTable.Column(t("How much")),
                DataTable.Column(t("By when (year)"), number: true, sort: "due"),
                DataTable.Column(t("Tier of the commitment")), DataTable.Column(t("State")),
            ],
            rows: shelf.part.items.map(row), captionHidden: true,
            address: filter.order == .name ? address.with("sort", "name") : address)
    }

    private func row(_ line: CommitmentLine) -> [DataTable.Cell] {
        [
            .text(line.institution), .link(line.cityName, visit.path("/cities/\(line.citySlug)/contract")),
            .text(line.pledge), line.amount.isEmpty ? .missing(t("not said")) : .text(line.amount),
            line.dueYear.map { .number("\($0)", Double($0)) } ?? .missing(t("not said")),
            .text(t(line.tier.title)), .html(state(line)),
        ]
    }

    private func state(_ line: CommitmentLine) -> HTML {
        HTML {
            Components.tag(t(line.status.title), line.status.tone)
            if !line.statusEvidence.isEmpty {
                " \(line.statusEvidence) "
                span(.class("quiet")) {
                    line.isOwnWord ? t("Said by the organisation.") : t("Said by the city's team.")
                }
            }
        }
    }
}

import Inventory
import Storage
import Web

/// A factor with its editions, as its page shows it.
struct FactorView: Sendable {
    let entry: RegisteredFactor
    let editions: [FactorEdition]
    let withdrawal: FactorWithdrawal?
    let uses: FactorUses

    /// nil when there is no factor at this address.
    init?(_ connection: any Connection, _ register: FactorRegister, slug: String, _ visitor: Visitor) throws {
        let key = FactorKey.key(slug: slug)
        guard FactorKey.slug(key) == slug, let entry = try register.list(connection)[key] else { return nil }
        self.entry = entry
        editions = try FactorEdition.all(connection, of: key)
        withdrawal = entry.isWithdrawn ? try FactorWithdrawal.all(connection, of: key).first : nil
        uses = try FactorUses(connection, of: key, visitor)
    }
}

/// The page of one factor.
struct FactorPages {
    let view: FactorView
    let visit: Visit

    init(_ view: FactorView, _ visit: Visit) {
        self.view = view
        self.visit = visit
    }

    private var t: Texts { visit.t }
    private var factor: Factor { view.entry.factor }

    var page: Page {
        Page(
            title: view.entry.title(t), caption: FactorWords.family(view.entry.family, t),
            description: t("An emission factor with its editions, its source and where it is used."),
            breadcrumb: Self.trail(visit),
            feeds: [
                Page.Alternate(t("The factor (JSON)"), path: "/api/v1\(view.entry.path)", mediaType: "application/json")
            ],
            body: HTML {
                if let withdrawal = view.withdrawal { gone(withdrawal) }
                now
                editions
                uses
                if visit.visitor.may(FactorRules.edit) { Components.linkList(actions) }
            })
    }

    static func trail(_ visit: Visit) -> [Page.Crumb] {
        [
            Page.Crumb(visit.t("Inventories"), visit.path("/inventories")),
            Page.Crumb(visit.t("Emission factors"), visit.path("/factors")),
        ]
    }

    private func gone(_ withdrawal: FactorWithdrawal) -> HTML {
        Components.notice(.warning, t("This factor is no longer offered"), t) {
            p { withdrawal.withdrawnBy == nil ? t(withdrawal.reason) : withdrawal.reason }
            p(.class("note")) { visit.figures.time(withdrawal.withdrawnAt) }
        }
    }

    private var now: HTML {
        let number = FactorWords.number(factor.value, visit.figures)
        return HTML {
            if factor.status == .unverified {
                Components.notice(.information, t("This value is not verified"), t) {
                    p { t("Nobody has checked it against its source yet. It should not decide anything alone.") }
                }
            }
            Components.summaryList(
                [
                    Components.SummaryRow(t("Value"), "\(number) \(factor.unit)"),
                    Components.SummaryRow(
                        t("Range that holds it with 95 % probability"),
                        factor.uncertainty.map { FactorWords.range($0, visit.figures, t) } ?? t("not known")),
                    Components.SummaryRow(t("Region"), FactorWords.region(factor.region, t)),
                    Components.SummaryRow(t("Year"), factor.year.map { "\($0)" } ?? t("for every year")),
                    Components.SummaryRow(
                        t("Methodology"),
                        factor.methodology.isEmpty
                            ? t("none of several") : FactorWords.methodology(factor.methodology, t)),
                    Components.SummaryRow(t("Source"), factor.source),
                    Components.SummaryRow(t("Status"), FactorWords.status(factor.status, t)),
                    Components.SummaryRow(t("Name in files"), code { factor.id }),
                ], t)
            p { a(.href("/api/v1\(view.entry.path)")) { t("The factor (JSON)") } }
        }
    }

    private var editions: HTML {
        HTML {
            h2 { t("Editions") }
            DataTable(
                caption: t("Editions"),
                columns: [
                    DataTable.Column(t("Number")), DataTable.Column(t("Value"), number: true),
                    DataTable.Column(t("Unit")), DataTable.Column(t("Region, year, methodology")),
                    DataTable.Column(t("Source")), DataTable.Column(t("Status")), DataTable.Column(t("Added")),
                    DataTable.Column(t("Reason")),
                ],
                rows: view.editions.map(row), captionHidden: true
            ).html
        }
    }

    private func row(_ edition: FactorEdition) -> [DataTable.Cell] {
        let factor = edition.factor
        let place = [
            FactorWords.region(factor.region, t), factor.year.map { "\($0)" } ?? "",
            factor.methodology.isEmpty ? "" : FactorWords.methodology(factor.methodology, t),
        ]
        let isInForce = edition.number == view.entry.edition && !view.entry.isWithdrawn
        return [
            .html(
                HTML {
                    "\(edition.number) "
                    if isInForce { Components.tag(t("in force"), .good) }
                }),
            .number(FactorWords.number(factor.value, visit.figures), factor.value), .text(factor.unit),
            .text(place.filter { !$0.isEmpty }.joined(separator: ", ")), .text(factor.source),
            .html(FactorWords.status(factor.status, t)), .text(visit.figures.time(edition.createdAt)),
            .text(edition.createdBy == nil ? t(edition.reason) : edition.reason),
        ]
    }

    private var uses: HTML {
        HTML {
            h2 { t("Where it is used") }
            if view.uses.count == 0 {
                p(.class("quiet")) { t("No inventory here has a row that was computed with it.") }
            } else {
                p {
                    t.count(
                        view.uses.count, "{count} inventory has rows that were computed with it.",
                        "{count} inventories have rows that were computed with it.")
                }
                Components.linkList(
                    view.uses.named.map { use, mayWork in
                        (
                            t("{city}, {year}", ["city": use.cityName, "year": "\(use.year)"]),
                            visit.path(
                                mayWork
                                    ? "/inventories/\(use.inventory)"
                                    : PublicInventory.path(city: use.citySlug, year: use.year))
                        )
                    })
            }
        }
    }

    private var actions: [(title: String, path: String)] {
        let path = visit.path(view.entry.path)
        return [(t("Add an edition"), "\(path)/edition")]
            + (view.entry.isWithdrawn ? [] : [(t("Withdraw the factor"), "\(path)/withdrawal")])
    }
}

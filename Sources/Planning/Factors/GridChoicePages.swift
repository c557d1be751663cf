import Inventory
import Web

/// The page on which a city chooses the grid factor of an inventory.
struct GridChoicePages {
    let desk: InventoryDesk
    let book: FactorBook
    let visit: Visit

    init(_ desk: InventoryDesk, _ book: FactorBook, _ visit: Visit) {
        self.desk = desk
        self.book = book
        self.visit = visit
    }

    private var t: Texts { visit.t }

    /// Every methodology that has a value for the inventory's place and year, and factors of the city's own.
    var form: Form {
        let place = FactorPlace(desk.city, year: desk.record.year)
        return GridChoiceForm.form(
            GridChoice.methodologies.compactMap { word in
                let label = FactorWords.methodology(word, t)
                switch GridChoice.answer(word, book, at: place) {
                case nil: return (word, label, t("Each row then states the factor and its source."))
                case .found(let factor)?: return (word, label, hint(factor))
                default: return nil
                }
            })
    }

    /// What cannot be chosen, and why.
    private var missing: [String] {
        let place = FactorPlace(desk.city, year: desk.record.year)
        return GridChoice.methodologies.compactMap { word in
            let name = FactorWords.methodology(word, t)
            switch GridChoice.answer(word, book, at: place) {
            case .onlyLater(let factor)?:
                return t(
                    "{name}: only for {year} and later.", ["name": name, "year": factor.year.map { "\($0)" } ?? ""])
            case .elsewhere(let regions)?:
                return t("{name}: only for {regions}.", ["name": name, "regions": regions.joined(separator: ", ")])
            case .unknown?: return t("{name}: not in the register.", ["name": name])
            default: return nil
            }
        }
    }

    private func hint(_ factor: Factor) -> String {
        let value = factor.value(as: GridFactors.measure).map { visit.figures.decimal($0, decimals: 4) } ?? ""
        let status = factor.status == .unverified ? " · " + t("not verified") : ""
        let place = [FactorWords.region(factor.region, t), factor.year.map { "\($0)" } ?? ""].filter { !$0.isEmpty }
        return t(
            "{value} t/MWh, {place}. Source: {source}",
            ["value": value, "place": place.joined(separator: ", "), "source": factor.source]) + status
    }

    func page(_ answers: Answers, version: Int, isLate: Bool = false) -> Page {
        Page(
            title: t("Grid electricity factor"), caption: desk.title(t), breadcrumb: desk.trail(visit),
            problems: !answers.isFine || isLate, isPrivate: true,
            body: HTML {
                if isLate { late }
                p {
                    t(
                        "The published factors differ by a factor of two, because they count different things. Choose one for the whole inventory; nothing is chosen for you."
                    )
                }
                p {
                    a(.href(visit.path("/factors/grid-electricity"))) { t("All years and methodologies side by side") }
                }
                others
                FormView(
                    form, answers, t, token: visit.formToken,
                    action: visit.path("\(desk.record.workPath)/grid-factor"), submit: t("Save the choice"),
                    version: version, cancel: (t("Cancel"), visit.path(desk.record.workPath))
                ).html
                if !missing.isEmpty {
                    h2 { t("Without a value for {year}", ["year": "\(desk.record.year)"]) }
                    ul { for line in missing { li { line } } }
                }
            })
    }

    private var late: HTML {
        Components.notice(.warning, t("Somebody else changed the inventory meanwhile"), t) {
            p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
            p { GridChoicePages.words(desk.record.gridChoice, t) }
        }
    }

    /// Rows that were computed with another methodology than the one chosen.
    @HTMLBuilder private var others: HTML {
        let count = desk.lines.count { line in
            guard let use = line.row.method, case .word(let word)? = use.arguments["methodology"],
                let method = Methods.named(use.name), GridChoice.concerns(method)
            else { return false }
            return word != desk.record.gridMethodology
        }
        if count > 0, desk.record.gridMethodology != nil {
            Components.notice(.warning, t("Not all rows use the chosen factor"), t) {
                p {
                    t.count(
                        count, "{count} row was computed with another methodology. Compute it again.",
                        "{count} rows were computed with another methodology. Compute them again.")
                }
            }
        }
    }

    /// The choice in a line.
    static func words(_ choice: GridChoice?, _ t: Texts) -> String {
        guard let choice else { return t("Not chosen yet") }
        return "\(FactorWords.methodology(choice.methodology, t)) – \(choice.reason)"
    }
}

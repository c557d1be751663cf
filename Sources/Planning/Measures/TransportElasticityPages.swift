import Web

/// Elasticities of traffic: those of one solution on its page, and all of them on a page of their own.
struct TransportElasticityPages {
    let visit: Visit
    private var t: Texts { visit.t }
    private var words: TransportElasticityWords { TransportElasticityWords(t) }

    static let path = "/measures/elasticities"

    /// What published figures say about a solution.
    func panel(_ offered: [TransportElasticity]) -> HTML {
        guard !offered.isEmpty else { return .empty }
        return HTML {
            h2 { t("How traffic follows") }
            table(offered, t("Elasticities that belong to the solution")).html
            if offered.contains(where: \.acts) {
                p {
                    t(
                        "A city that takes the solution can take over an elasticity of car-km as its effect: the change of what traffic follows × the elasticity, up to the greatest change."
                    )
                }
            } else {
                p { t("None of them can be taken over as an effect: they do not say how car-km change.") }
            }
            p(.class("quiet")) { caution }
            p { a(.href(visit.path(Self.path))) { t("All elasticities of traffic") } }
        }
    }

    func page(_ all: [TransportElasticity]) -> Page {
        Page(
            title: t("Elasticities of traffic"),
            description: t("By how much traffic follows prices, services and the shape of a city, with sources."),
            breadcrumb: SolutionPages.trail(visit), wide: true,
            body: HTML {
                Components.lead(
                    t(
                        "An elasticity of −0.4 says: when parking costs 10 % more, traffic to it gets 4 % less. Up to the greatest change, which the source gives as a limit."
                    ))
                p { caution }
                table(all, t("Elasticities of traffic")).html
                p {
                    t(
                        "Elasticities of public transport, of cycling and of the number of cars are not turned into car-km here: how many of the new passengers come from cars is not in the source."
                    )
                }
            })
    }

    /// Where the figures are from, and how far they reach.
    private var caution: String {
        t(
            "The figures come from the United States (CAPCOA 2024). Towns with shorter ways and more public transport may answer otherwise: check against counts of your own."
        )
    }

    private func table(_ rows: [TransportElasticity], _ caption: String) -> DataTable {
        let language = visit.language
        return DataTable(
            caption: caption,
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("What changes")),
                DataTable.Column(t("What follows")), DataTable.Column(t("Elasticity"), number: true),
                DataTable.Column(t("Greatest change"), number: true), DataTable.Column(t("When what changes grows by")),
                DataTable.Column(t("Source")),
            ],
            rows: rows.map { row in
                [
                    .text(row.name(language)), words.cause(row), .text(t(row.response.title)),
                    words.value(row.value), words.part(row.greatest), words.steps(row),
                    .html(
                        HTML {
                            SolutionWords(t).mark(row.confidence)
                            " CAPCOA \(row.id)"
                            if !row.note.isEmpty { p { row.note(language) } }
                        }),
                ]
            })
    }
}

/// Elasticities in the reader's words.
struct TransportElasticityWords {
    let t: Texts
    private let figures: Figures

    init(_ t: Texts) {
        self.t = t
        figures = Figures(language: t.language)
    }

    static func percent(_ part: Double, _ figures: Figures) -> String {
        let text = figures.decimal((part * 1e6).rounded() / 1e4)
        // The sign stays with its number.
        return "\(text)\u{A0}%"
    }

    func cause(_ row: TransportElasticity) -> DataTable.Cell {
        row.cause.isEmpty ? .missing(t("not stated")) : .text(row.cause(t.language))
    }

    func value(_ value: Double?) -> DataTable.Cell {
        value.map { .number(figures.decimal($0), $0) } ?? .missing(t("not stated"))
    }

    func part(_ part: Double?) -> DataTable.Cell {
        part.map { .number(Self.percent($0, figures), $0) } ?? .missing(t("not stated"))
    }

    /// The range of effects that it gives: car-km after steps of the cause, up to the greatest change.
    func steps(_ row: TransportElasticity) -> DataTable.Cell {
        guard row.acts else { return .missing(t("not stated")) }
        return .html(
            HTML {
                for step in [0.1, 0.5, 1] {
                    if let change = row.change(by: step) {
                        div { "\(Self.percent(step, figures)): \(Self.percent(change, figures))" }
                    }
                }
            })
    }
}

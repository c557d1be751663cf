import Cities
import Contract
import Web

/// Which contracts a city has, and how one begins.
struct ContractListPages {
    let city: City
    let right: ContractRules.Right
    let records: [ContractRecord]
    let visit: Visit

    private var t: Texts { visit.t }

    var page: Page {
        Page(
            title: t("Contracts of {city}", ["city": city.name]), breadcrumb: Self.trail(city, visit), isPrivate: true,
            body: HTML {
                Components.lead(
                    t("A Climate City Contract holds the city's commitments, its action plan and its investment plan."))
                if records.isEmpty {
                    Components.emptyState(
                        t("Nobody has started a contract of this city here."),
                        next: right >= .edit
                            ? (t("Start the contract"), visit.path("\(ContractDesk.path(of: city))/new")) : nil)
                } else {
                    Components.linkList(
                        records.map { (ContractDesk.title($0, city, t), visit.path($0.path)) })
                }
            })
    }

    static func starting(_ city: City, _ answers: Answers, _ visit: Visit) -> Page {
        let t = visit.t
        let path = ContractDesk.path(of: city)
        return Page(
            title: t("Start the contract"), caption: city.name,
            breadcrumb: trail(city, visit) + [Page.Crumb(t("Contracts"), visit.path(path))],
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                Components.lead(
                    t("What the city's inventory and plan already say is taken over; nothing has to be typed twice."))
                FormView(
                    ContractForm.start, answers, t, token: visit.formToken, action: visit.path("\(path)/new"),
                    submit: t("Start the contract"), cancel: (t("Cancel"), visit.path(path))
                ).html
            })
    }

    private static func trail(_ city: City, _ visit: Visit) -> [Page.Crumb] {
        [Page.Crumb(visit.t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path))]
    }
}

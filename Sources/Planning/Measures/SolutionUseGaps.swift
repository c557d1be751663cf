import Web

/// Why a plan cannot compute what an action of the library does, and what a city's team can do about it.
extension SolutionUsePages {
    /// What stands above the questions of an action that the plan cannot compute.
    /// - Parameter form: its questions; those about an elasticity take the place of a figure.
    func noFigure(_ solution: Solution, _ form: Form) -> HTML {
        guard solution.effect != .none else {
            return Components.notice(
                .information, t("The library has no figure that a plan could compute with"), t
            ) {
                p {
                    form["elasticity"] == nil
                        ? t("A reduction can be claimed; without one the measure has costs and no effect.")
                        : t(
                            "The effect can come from an elasticity, or a reduction is claimed; without either the measure has costs and no effect."
                        )
                }
            }
        }
        if let work = desk.work, !SolutionActivities.countsEnergy(work.plan) { return tonnesAlone(work) }
        return Components.notice(
            .information, t("The city's plan counts nothing that the solution could act on"), t
        ) {
            p {
                t(
                    "It acts on activities in {unit}. Inventories with energy or waste amounts, and models of the city's own, have such activities.",
                    ["unit": SolutionActivities.unit(of: solution.effect)])
            }
            ways
            claiming
        }
    }

    /// A plan that starts from an inventory without energy: the published inventories of Romanian cities are so.
    func tonnesAlone(_ work: ScenarioDesk.Work) -> HTML {
        Components.notice(.warning, t("The inventory has tonnes alone, without energy"), t) {
            p {
                t(
                    "The plan starts from the inventory of {year}. It gives tonnes of CO₂e and no megawatt-hours, so nobody can compute how many tonnes a megawatt-hour less takes off.",
                    ["year": "\(work.base.year)"])
            }
            ways
            claiming
        }
    }

    /// What puts energy into a plan.
    private var ways: HTML {
        HTML {
            p { t("What can be done:") }
            ul {
                li {
                    a(.href(visit.path("\(desk.city.path)/inventories/new"))) { t("Make an inventory with energy") }
                    ": " + t("fuels and electricity in MWh, waste in tonnes, line by line; then start the plan from it")
                }
                li {
                    a(.href(visit.path("\(desk.path)/model"))) { t("Refine the plan with a model of the city's own") }
                    ": " + t("sector by sector, held against the inventory")
                }
            }
        }
    }

    private var claiming: HTML {
        p {
            t(
                "Until then a reduction can be claimed, in tonnes and with its source; it is marked as claimed wherever it stands. Without one the measure has costs and no effect."
            )
        }
    }
}

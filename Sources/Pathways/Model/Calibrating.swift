import Inventory

extension Compiler {
    /// Scales activities to the inventory where a calibration is applied; its boundary items become lines of their own.
    mutating func calibrate() {
        let applied = plan.calibrations.filter(\.applied)
        guard !applied.isEmpty else { return }
        let emissions = Compiler.baseEmissions(layout)
        for calibration in applied {
            let places = calibration.activities.compactMap { activityPlaces[$0] }
            guard let first = calibration.activities.first.flatMap({ id in plan.activities.first { $0.id == id } })
            else { continue }
            var modelled = places.reduce(0) { $0 + emissions[$1] }
            if let quantity = calibration.quantity {
                let there = places.reduce(0) { $0 + layout.values[layout.activities[$1].quantity * layout.years] }
                let ratio = there > 0 ? quantity / there : 1
                for place in places {
                    multiply(layout.activities[place].quantity, by: Array(repeating: ratio, count: layout.years))
                }
                modelled *= ratio
            }
            let beyond = calibration.boundary.reduce(0) { $0 + $1.tonnes }
            guard modelled != 0 else { continue }
            for place in places { layout.activities[place].correction = (calibration.inventory - beyond) / modelled }
            for item in calibration.boundary {
                layout.boundaries.append(
                    Layout.BoundaryLine(
                        name: item.name, tonnes: item.tonnes, sector: first.sector, scope: first.scope))
            }
        }
    }

    /// By activity, t CO2e of the base year without measures.
    static func baseEmissions(_ layout: Layout) -> [Double] {
        let workspace = Workspace(layout)
        workspace.compute(Array(repeating: false, count: layout.needs.count))
        return layout.activities.indices.map { workspace.emission($0)[0] }
    }

    /// The layout of the plan as it stands before any calibration, without measures.
    static func uncalibrated(_ plan: Plan) -> Layout {
        var plan = plan
        plan.calibrations = []
        return layout(plan, Plan.Scenario(id: "", kind: .businessAsUsual))
    }
}

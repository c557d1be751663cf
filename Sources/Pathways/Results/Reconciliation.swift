/// Why bottom-up figures and the inventory differ in the base year.
///
/// With A the activity and F the tonnes for each unit of it, i of the inventory and m of the model:
/// activity = (A_i − A_m) × (F_i + F_m) ÷ 2 and factor = (F_i − F_m) × (A_i + A_m) ÷ 2, which add up to A_i F_i − A_m F_m. What
/// the inventory does not state is taken as in the model. The rest of the difference, beyond the boundary items, is the
/// residual: it has a name, and it is never hidden in a factor.
public struct Reconciliation: Sendable, Hashable {
    /// The calibration.
    public let calibration: Plan.Calibration
    /// t CO2e of the model.
    public let modelled: Double
    /// t CO2e of the inventory.
    public let inventory: Double
    /// The model's activity, in the unit of its activities.
    public let quantity: Double
    /// t CO2e because the inventory has another factor.
    public let factor: Double
    /// t CO2e because the inventory has another activity.
    public let activity: Double
    /// t CO2e of the boundary items together.
    public let boundary: Double
    /// t CO2e that nothing explains.
    public let residual: Double

    /// Inventory less model, t CO2e: the four parts together.
    public var difference: Double { inventory - modelled }

    static func all(_ plan: Plan) -> [Reconciliation] {
        guard !plan.calibrations.isEmpty else { return [] }
        let layout = Compiler.uncalibrated(plan)
        let emissions = Compiler.baseEmissions(layout)
        return plan.calibrations.map { calibration in
            let places = calibration.activities.compactMap { id in plan.activities.firstIndex { $0.id == id } }
            let modelled = places.reduce(0) { $0 + emissions[$1] }
            let quantity = places.reduce(0) {
                $0 + layout.values[layout.activities[$1].quantity * layout.years]
            }
            return Reconciliation(calibration, modelled: modelled, quantity: quantity)
        }
    }

    init(_ calibration: Plan.Calibration, modelled: Double, quantity: Double) {
        self.calibration = calibration
        self.modelled = modelled
        self.quantity = quantity
        inventory = calibration.inventory
        let own = quantity == 0 ? 0 : modelled / quantity
        let (other, theirs) = (calibration.quantity ?? quantity, calibration.factor ?? own)
        factor = (theirs - own) * (other + quantity) / 2
        activity = (other - quantity) * (theirs + own) / 2
        boundary = calibration.boundary.reduce(0) { $0 + $1.tonnes }
        residual = calibration.inventory - modelled - factor - activity - boundary
    }
}

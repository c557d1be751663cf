/// Emissions of moving bytes to a reader, by the Sustainable Web Design model, version 4.
///
/// It counts transferred bytes only: data centre, network and device, in use and in making. It knows nothing of this
/// server's own work, so it is shown as an estimate.
package struct CarbonEstimate: Sendable, Equatable {
    /// Grams of CO2e per kilowatt-hour of electricity in each place; making the machines always uses the world's mix.
    package struct Grid: Sendable, Equatable {
        package var dataCentre: Double
        package var network: Double
        package var device: Double

        package init(dataCentre: Double, network: Double, device: Double) {
            self.dataCentre = dataCentre
            self.network = network
            self.device = device
        }

        /// The world's average of the model.
        package static let world = Grid(dataCentre: 494, network: 494, device: 494)
    }

    /// Electricity per gigabyte (10⁹ bytes), in kilowatt-hours.
    private enum Energy {
        static let dataCentre = (operation: 0.055, making: 0.012)
        static let network = (operation: 0.059, making: 0.013)
        static let device = (operation: 0.080, making: 0.081)
    }

    package let dataCentre: Double
    package let network: Double
    package let device: Double
    package let making: Double

    /// - Parameter green: share of the data centre's energy that is from renewable contracts, 0 to 1.
    package init(bytes: Int, grid: Grid = .world, green: Double = 0) {
        let gigabytes = Double(bytes) / 1_000_000_000
        dataCentre = gigabytes * Energy.dataCentre.operation * grid.dataCentre * (1 - green)
        network = gigabytes * Energy.network.operation * grid.network
        device = gigabytes * Energy.device.operation * grid.device
        let making = Energy.dataCentre.making + Energy.network.making + Energy.device.making
        self.making = gigabytes * making * Grid.world.device
    }

    /// Grams of CO2e for one view.
    package var grams: Double { dataCentre + network + device + making }

    /// The model's rating of one view, A+ to F.
    package var rating: String { Self.rating(grams: grams) }

    package static func rating(grams: Double) -> String {
        bands.first { grams <= $0.limit }?.rating ?? "F"
    }

    private static let bands: [(limit: Double, rating: String)] = [
        (0.040, "A+"), (0.079, "A"), (0.145, "B"), (0.209, "C"), (0.278, "D"), (0.359, "E"),
    ]

    /// The line at the foot of a page.
    package static func line(bytes: Int, _ t: Texts) -> String {
        let estimate = CarbonEstimate(bytes: bytes)
        let figures = Figures(language: t.language)
        return t(
            "At most {grams} g CO2e for a first view ({size} kB, rating {rating}). Estimated from bytes, Sustainable Web Design model v4.",
            [
                "grams": figures.decimal(estimate.grams, decimals: 4), "rating": estimate.rating,
                "size": figures.decimal(Double(bytes) / 1000, decimals: 1),
            ])
    }
}

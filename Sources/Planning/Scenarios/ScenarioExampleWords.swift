import Web

/// The words of the example's document, which is in English, in the language of the reader.
struct ScenarioExampleWords {
    let t: Texts

    func word(_ english: String) -> String {
        what(english) ?? way(english) ?? difference(english) ?? english
    }

    /// What is done.
    private func what(_ english: String) -> String? {
        switch english {
        case "Passenger cars and motorcycles": t("Passenger cars and motorcycles")
        case "Buses": t("Buses")
        case "Trains and metro": t("Trains and metro")
        case "Walking and cycling": t("Walking and cycling")
        case "Light trucks below 3.5 t": t("Light trucks below 3.5 t")
        case "Heavy trucks above 3.5 t": t("Heavy trucks above 3.5 t")
        case "Other motorised transport": t("Other motorised transport")
        case "Heated floor area": t("Heated floor area")
        case "Heating and hot water": t("Heating and hot water")
        case "Electricity": t("Electricity")
        case "Paper and cardboard": t("Paper and cardboard")
        case "Metal": t("Metal")
        case "Plastics": t("Plastics")
        case "Glass": t("Glass")
        case "Organic waste": t("Organic waste")
        case "Other waste": t("Other waste")
        case "Other waste management": t("Other waste management")
        case "Industry": t("Industry")
        case "Agriculture": t("Agriculture")
        case "Other sources": t("Other sources")
        default: nil
        }
    }

    /// The way in which it is done.
    private func way(_ english: String) -> String? {
        switch english {
        case "Composting": t("Composting")
        case "Diesel": t("Diesel")
        case "Electric": t("Electric")
        case "Existing": t("Existing")
        case "From the grid": t("From the grid")
        case "Incineration": t("Incineration")
        case "Landfill": t("Landfill")
        case "Petrol and diesel": t("Petrol and diesel")
        case "Recycling": t("Recycling")
        case "Today": t("Today")
        case "Without an engine": t("Without an engine")
        default: nil
        }
    }

    /// What stays unexplained.
    private func difference(_ english: String) -> String? {
        switch english {
        case "Not explained by the kilometres, occupancy and factor of the sheet":
            t("Not explained by the kilometres, occupancy and factor of the sheet")
        case "Not explained by the heat demand, technologies and factors of the sheet":
            t("Not explained by the heat demand, technologies and factors of the sheet")
        case "Not explained by the demand and factor of the sheet":
            t("Not explained by the demand and factor of the sheet")
        default: nil
        }
    }
}

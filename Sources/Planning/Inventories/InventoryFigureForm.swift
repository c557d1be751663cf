import Inventory
import Web

/// The form of a figure that a source gives, gas by gas.
enum InventoryFigureForm {
    private static let tonnes = 0.0...1e12

    /// Gases with one mass each, by the name of their field.
    static let gases: [(field: String, gas: Gas)] = [
        ("co2", .co2), ("ch4-combustion", .ch4Combustion), ("ch4-fossil", .ch4Fossil), ("ch4-biogenic", .ch4Biogenic),
        ("n2o", .n2o), ("sf6", .sf6), ("nf3", .nf3), ("co2-biogenic", .co2Biogenic), ("co2-removed", .co2Removed),
        ("unsplit", .unsplit),
    ]

    static let form: Form = {
        var fields = [
            Field("label", "What it is", hint: "For example: natural gas of households.", .text(maxLength: 200)),
            Field("activity", "Activity", optional: true, .number(range: 0...1e15, decimals: 6, unit: nil)),
            Field(
                "activity-unit", "Unit of the activity", hint: "For example: MWh, t, m3.", optional: true,
                .text(maxLength: 40)),
            Field("energy", "Final energy", optional: true, .number(range: 0...1e12, decimals: 6, unit: "MWh")),
        ]
        fields += gases.map { item in
            Field(item.field, item.gas.title, optional: true, .number(range: tonnes, decimals: 9, unit: "t"))
        }
        fields += [
            Field(
                "species", "HFC and PFC, each with its tonnes", hint: "For example: HFC134a=0.1; CF4=0.02",
                optional: true,
                .text(maxLength: 500)),
            quality("activity-quality", "Data quality of the activity"),
            quality("factor-quality", "Data quality of the factor"),
            Field(
                "source", "Source", hint: "Where this can be read: a decision, a publication, a web address.",
                .text(maxLength: 500)),
            note,
        ]
        return Form(fields)
    }()

    static let note = Field("note", "Note", optional: true, .textarea(maxLength: 2000, rows: 3))

    /// Energy whose emissions another row states.
    static let energy = Form([
        Field("label", "What it is", hint: "For example: natural gas of households.", .text(maxLength: 200)),
        Field("energy", "Final energy", .number(range: 0...1e12, decimals: 6, unit: "MWh")),
        Field(
            "source", "Source", hint: "Where this can be read: a decision, a publication, a web address.",
            .text(maxLength: 500)),
        note,
    ])

    static func quality(_ name: String, _ label: String) -> Field {
        Field(
            name, label, optional: true,
            .select([Option("", "Not stated")] + DataQuality.allCases.map { Option($0.rawValue, $0.title) }))
    }

    /// What the form's own checks cannot know: at least one mass, and species that exist.
    static func check(_ answers: Answers, _ t: Texts) -> Answers {
        var checked = form.check(answers, t)
        do {
            let species = try SpeciesText.parse(checked.text("species"))
            if species.isEmpty, gases.allSatisfy({ checked.text($0.field).isEmpty }) {
                checked.refuse(
                    "co2", t("Give the mass of at least one gas. If there is none, use a notation key instead."))
            }
        } catch {
            checked.refuse(
                "species",
                error.isUnknownSpecies
                    ? t("No table knows the species in “{part}”.", ["part": error.part])
                    : t("“{part}” is not written as name=tonnes.", ["part": error.part]))
        }
        if !checked.text("activity").isEmpty, checked.text("activity-unit").isEmpty {
            checked.refuse("activity-unit", t("The activity needs its unit."))
        }
        return checked
    }

    /// The row that checked answers describe.
    static func row(_ answers: Answers, id: String, reference: GPCReference) -> InventoryRow {
        var masses = GasMasses()
        for item in gases { masses[item.gas] = answers.number(item.field) ?? 0 }
        for item in (try? SpeciesText.parse(answers.text("species"))) ?? [] {
            masses.add(item.species, tonnes: item.tonnes)
        }
        return InventoryRow(
            id: id, placement: Placement(reference), label: answers.text("label"), content: .emissions(masses),
            activity: answers.number("activity").map { Amount($0, answers.text("activity-unit")) },
            energyMWh: answers.number("energy"),
            activityQuality: DataQuality(rawValue: answers.text("activity-quality")),
            factorQuality: DataQuality(rawValue: answers.text("factor-quality")), source: answers.text("source"),
            note: answers.text("note").replacing("\r\n", with: "\n"))
    }

    static func answers(_ row: InventoryRow, _ t: Texts) -> Answers {
        var values: [String: String?] = [
            "label": row.label, "source": row.source, "note": row.note, "activity-unit": row.activity?.unit,
            "activity": row.activity.map { FormNumber.write($0.value, t) },
            "energy": row.energyMWh.map { FormNumber.write($0, t) },
            "activity-quality": row.activityQuality?.rawValue, "factor-quality": row.factorQuality?.rawValue,
        ]
        if let masses = row.masses {
            for item in gases where masses[item.gas] != 0 { values[item.field] = FormNumber.write(masses[item.gas], t) }
            values["species"] = SpeciesText.write(masses)
        }
        return Answers(values)
    }
}

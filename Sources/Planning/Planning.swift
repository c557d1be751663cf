import Cities
import Members
import Storage
import Web

/// Planning: what cities emit, and how they mean to stop. The door of the wing.
///
/// | room | addresses | tables | permissions |
/// |---|---|---|---|
/// | Factors | /factors… · /inventories/:inventory/grid-factor · /factors.csv · /api/v1/factors… | factor, factor_edition, factor_withdrawal, factor_use, factor_register | factors:edit |
/// | Inventories | /inventories… · /cities/:city/inventories… · /api/v1/inventories · /api/v1/cities/:city/inventories/:year | inventory, inventory_row, inventory_exclusion, inventory_printed_total, inventory_printed_factor, inventory_document, inventory_certification, inventory_publication, inventory_import, inventory_import_row, inventory_publication_part, inventory_copied_row | inventories:view |
/// | Scenarios | /cities/:city/scenarios… · /scenarios/:scenario… · /scenarios/examples/valencia · /cities/:city/pathway… · /api/v1/cities/:city/pathway | scenario_frame, scenario, scenario_choice, scenario_publication, scenario_withdrawal | scenarios:view |
/// | Measures | /measures… · /cities/:city/measures… · /api/v1/solutions · /api/v1/cities/:city/measures | measure, measure_publication, measure_import | scenarios:view |
/// | Contracts | /cities/:city/contracts… · /contracts/:contract… | contract, contract_part, contract_part_version, contract_waiver, contract_snapshot | contracts:view |
/// | Monitoring | /cities/:city/monitoring… · /monitoring · /api/v1/cities/:city/monitoring | monitoring_indicator, monitoring_value, monitoring_measure, monitoring_report, monitoring_publication, monitoring_reminder | contracts:view |
/// | Commitments | /commitments… · /contracts/:contract/signatories… · /contracts/:contract/{visibility,publication,exports} · /cities/:city/contract… · /api/v1/cities/:city/contract | commitment, commitment_acceptance, commitment_document, commitment_signature, commitment_progress, commitment_publication, contract_visibility, contract_publication, contract_export | – |
/// | Labels | /contracts/:contract/label · /labels/:code… | label, label_revocation | labels:decide |
/// | Reviews | /contracts/:contract/{submissions,council-decision,next}… · /submissions/:submission… · /reviews… | submission, submission_withdrawal, submission_reviewer, submission_decision, review, review_score, review_sending, review_comment, review_comment_answer, review_comment_acceptance, review_comment_owner, council_decision | reviews:manage |
/// | Investment | /cities/:city/investment… | investment_frame | scenarios:view |
///
/// The team of a city (members of an organisation linked to it) works on its inventories and its plan without a permission.
package enum Planning {
    package static let feature: Feature = {
        var feature = Feature("planning")
        feature.migrations =
            [
                InventoryRecord.migration, FactorEdition.migration, InventoryImport.migration, ScenarioFrame.migration,
                MeasureRecord.migration, InvestmentFrame.migration, PortfolioImport.migration, FactorSearch.migration,
                ContractRecord.migration,
            ] + ContractEditing.migrations + Monitoring.migrations + CommitmentDoor.migrations
            + [Submission.migration, ReviewScore.migration]
        feature.permissions = [
            PermissionDeclaration(
                InventoryRules.viewAny, "See the inventories that cities are working on",
                roles: [.programmeOfficer, .authorityOfficer]),
            PermissionDeclaration(
                ScenarioRules.viewAny, "See the plans that cities are working on",
                roles: [.programmeOfficer, .authorityOfficer]),
            PermissionDeclaration(
                ContractRules.viewAny, "See the contracts that cities are writing",
                roles: [.programmeOfficer, .authorityOfficer]),
            PermissionDeclaration(
                FactorRules.edit, "Add emission factors and their editions, and withdraw them",
                roles: [.programmeOfficer, .contentEditor]),
        ]
        feature.searchables = [FactorSearch.searchable]
        feature.menu = [
            MenuEntry("Inventories", path: "/inventories", order: 15),
            MenuEntry("Measures", path: "/measures", order: 17),
        ]
        feature.activities = [
            ActivityDeclaration(
                "inventory.carried-over", "The hub carried over the published inventory of {city} for {year}"),
            ActivityDeclaration("inventory.started", "{actor} started the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.frame-changed", "{actor} changed the frame of the inventory of {city} for {year}"),
            ActivityDeclaration("inventory.row-added", "{actor} added a row to the inventory of {city} for {year}"),
            ActivityDeclaration("inventory.row-changed", "{actor} changed a row of the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.row-removed", "{actor} removed a row of the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.rows-imported", "{actor} imported {count} rows into the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.document-added", "{actor} added a document to the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.document-changed", "{actor} changed a document of the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.document-removed", "{actor} removed a document of the inventory of {city} for {year}"),
            ActivityDeclaration("inventory.certified", "{actor} certified the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.grid-factor-chosen",
                "{actor} chose the grid electricity factor of the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.recalculated",
                "{actor} calculated {count} rows of the inventory of {city} for {year} again with the factors in force"),
            ActivityDeclaration("factors.loaded", "The hub loaded its reference tables of {count} factors"),
            ActivityDeclaration("factor.added", "{actor} added the factor {factor}"),
            ActivityDeclaration("factor.edition-added", "{actor} added edition {edition} of the factor {factor}"),
            ActivityDeclaration("factor.withdrawn", "{actor} withdrew the factor {factor}"),
            ActivityDeclaration(
                "inventory.copied", "{actor} copied parts of an earlier inventory into that of {city} for {year}"),
            ActivityDeclaration(
                "inventory.copied-row-set-aside",
                "{actor} set aside a copied row of the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.exclusion-added",
                "{actor} wrote down what the inventory of {city} for {year} leaves out"),
            ActivityDeclaration(
                "inventory.exclusion-changed",
                "{actor} changed what the inventory of {city} for {year} leaves out"),
            ActivityDeclaration(
                "inventory.exclusion-removed",
                "{actor} removed what the inventory of {city} for {year} left out"),
            ActivityDeclaration("inventory.published", "{actor} published the inventory of {city} for {year}"),
            ActivityDeclaration("scenario.plan-started", "{actor} started the plan of {city}"),
            ActivityDeclaration("scenario.frame-changed", "{actor} changed the frame of the plan of {city}"),
            ActivityDeclaration("scenario.model-added", "{actor} gave the plan of {city} a model of its own"),
            ActivityDeclaration("scenario.model-removed", "{actor} took the model of the plan of {city} away"),
            ActivityDeclaration("scenario.added", "{actor} added the scenario {scenario} to the plan of {city}"),
            ActivityDeclaration("scenario.changed", "{actor} changed the scenario {scenario} of the plan of {city}"),
            ActivityDeclaration("scenario.renamed", "{actor} renamed the scenario {scenario} of the plan of {city}"),
            ActivityDeclaration("scenario.removed", "{actor} removed the scenario {scenario} of the plan of {city}"),
            ActivityDeclaration("scenario.published", "{actor} published the plan of {city}"),
            ActivityDeclaration(
                "investment.changed", "{actor} changed how the plan of {city} counts money, or the city's finances"),
            ActivityDeclaration("measure.added", "{actor} added the measure {measure} to the portfolio of {city}"),
            ActivityDeclaration("measure.changed", "{actor} changed the measure {measure} of {city}"),
            ActivityDeclaration("measure.carried-over", "The hub carried over the published portfolio of {city}"),
            ActivityDeclaration(
                "measure.imported", "{actor} imported {count} measures into the portfolio of {city}"),
            ActivityDeclaration("measure.removed", "{actor} removed the measure {measure} of {city}"),
            ActivityDeclaration("contract.started", "{actor} started the Climate City Contract of {city}"),
            ActivityDeclaration("scenario.withdrawn", "{actor} withdrew the published plan of {city}"),
        ]
        feature.administration += [
            MenuEntry("Monitoring of cities", path: "/monitoring", order: 45, permission: ContractRules.viewAny)
        ]
        feature.activities += ContractEditing.activities + Monitoring.activities + CommitmentDoor.activities
        feature.permissions += CommitmentDoor.permissions + ReviewDoor.permissions
        feature.administration += ReviewDoor.menu
        feature.activities += ReviewDoor.activities
        feature.topics += ContractEditing.topics + Monitoring.topics + CommitmentDoor.topics + ReviewDoor.topics
        feature.subjects = [
            SubjectDeclaration("inventory", "Inventory", path: { "/inventories/\($0)" }) {
                try InventoryRecord.names($0, $1)
            },
            SubjectDeclaration("scenario", "Scenario", path: { "/scenarios/\($0)" }) {
                try ScenarioRecord.names($0, $1)
            },
            SubjectDeclaration("measure", "Measure", path: { "/measures/\($0)" }) { try MeasureRecord.names($0, $1) },
            SubjectDeclaration("contract", "Climate City Contract", path: { "/contracts/\($0)" }) {
                try ContractRecord.names($0, $1)
            },
            SubjectDeclaration("factor", "Factor", path: { "/factors/\(FactorKey.slug($0))" }) { _, keys in
                Dictionary(keys.map { ($0, $0) }) { first, _ in first }
            },
        ]
        feature.personalData =
            [
                PersonalDataDeclaration("factor_editions_added") { try FactorEdition.added($0, by: $1) },
                PersonalDataDeclaration("factor_withdrawals_recorded") { try FactorWithdrawal.recorded($0, by: $1) },
            ] + InventoryPersonalData.declarations + ScenarioPersonalData.declarations
            + InvestmentPersonalData.declarations + MeasurePersonalData.declarations
            + ContractPersonalData.declarations + MonitoringPersonalData.declarations
            + CommitmentPersonalData.declarations
            + ReviewPersonalData.declarations
        feature.subjects += CommitmentDoor.subjects
        feature.jobs = InventoryImportJobs.all + [MonitoringJobs.reminding] + ContractExportJobs.all
        feature.routes = { kit, routes in
            let register = FactorRegister()
            FactorRoutes(kit: kit, register: register).add(to: &routes)
            FactorEditingRoutes(kit: kit, register: register).add(to: &routes)
            GridChoiceRoutes(kit: kit, register: register).add(to: &routes)
            PublicInventoryRoutes(kit: kit).add(to: &routes)
            InventoryWorkRoutes(kit: kit).add(to: &routes)
            InventoryImportRoutes(kit: kit, register: register).add(to: &routes)
            InventoryDocumentRoutes(kit: kit).add(to: &routes)
            let methods = InventoryMethodRoutes(kit: kit, register: register)
            methods.add(to: &routes)
            InventoryRowRoutes(kit: kit, methods: methods).add(to: &routes)
            InventoryComparisonRoutes(kit: kit).add(to: &routes)
            InventoryExclusionRoutes(kit: kit).add(to: &routes)
            InventoryCopyRoutes(kit: kit, methods: methods).add(to: &routes)
            let reference = InvestmentReference(resources: kit.settings.resources)
            let bases = ScenarioBases(reference: reference)
            ScenarioFrameRoutes(kit: kit, bases: bases).add(to: &routes)
            ScenarioRoutes(kit: kit, bases: bases).add(to: &routes)
            ScenarioLiveRoutes(kit: kit, bases: bases).add(to: &routes)
            ScenarioModelRoutes(kit: kit, bases: bases).add(to: &routes)
            ScenarioDetailRoutes(kit: kit, bases: bases).add(to: &routes)
            ScenarioExampleRoutes(example: ScenarioExample(resources: kit.settings.resources)).add(to: &routes)
            ScenarioPublicationRoutes(kit: kit, bases: bases).add(to: &routes)
            PublicPathwayRoutes(kit: kit).add(to: &routes)
            let library = SolutionLibrary(resources: kit.settings.resources)
            SolutionRoutes(kit: kit, library: library).add(to: &routes)
            SolutionUseRoutes(kit: kit, library: library, bases: bases).add(to: &routes)
            InvestmentRoutes(kit: kit, bases: bases).add(to: &routes)
            FinanceListRoutes(kit: kit, bases: bases, reference: reference).add(to: &routes)
            MeasureRoutes(kit: kit, bases: bases).add(to: &routes)
            MeasureLineRoutes(kit: kit, bases: bases).add(to: &routes)
            PortfolioRoutes(kit: kit, bases: bases).add(to: &routes)
            PublicPortfolioRoutes(kit: kit).add(to: &routes)
            PortfolioCopyRoutes(kit: kit, bases: bases).add(to: &routes)
            PortfolioImportRoutes(kit: kit, bases: bases).add(to: &routes)
            InventoryRecalculationRoutes(kit: kit, register: register).add(to: &routes)
            ContractEditing.add(to: &routes, kit: kit, bases: bases)
            MonitoringRoutes(kit: kit).add(to: &routes)
            CommitmentDoor.add(to: &routes, kit: kit)
            ReviewDoor.add(to: &routes, kit: kit)
        }
        return feature
    }()

    /// The part of a city's page about its inventories; `Hub` passes it, since Cities does not know this wing.
    package static let cityPanel = InventoryComparisonPanel.panel

    /// The part of a city's page that leads to its published measures.
    package static let portfolioPanel = PortfolioPanel.panel

    /// The part of a city's page that leads to its published contract.
    package static let contractPanel = ContractPanel.panel
}

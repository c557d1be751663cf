import Cities
import Finance
import Foundation
import Inventory
import InventoryImports
import Members
import Pathways
import Portfolio
import SiteSupport
import Storage
import Web

@testable import Members
@testable import Planning

/// Real values for the parameters of every route, so that a walk meets pages and not "not found".
struct RoutePlaces: Sendable {
    private let organisation: String
    private let viewer: String
    private let company: String
    private let notification: String
    private let feedback: String
    private let resetToken: String
    private let emailToken: String
    private let invitationToken: String
    private let year: Int
    private let inventory: InventoryID
    private let inventoryRow: InventoryRowID
    private let inventoryDocument: InventoryDocumentID
    private let inventoryImport: InventoryImportID
    private let copiedRow: InventoryRowID
    private let scenario: ScenarioID
    private let measure: MeasureID
    private let measureImport: ID<MeasureImportKind>
    private let contracts: ContractPlaces
    private let monitoring: MonitoringPlaces
    private let signing: SigningPlaces
    private let reviews: ReviewPlaces
    private let awards: AwardPlaces
    private let calls: CallPlaces
    private let bids: BidPlaces

    /// A method that serves the line of these places.
    static let method = "fuel-combustion-energy"

    /// Tests let hours pass between two attempts; the links must still work then.
    private static let longTime: Double = 400 * 86_400

    init(_ site: TestSite) async throws {
        guard let editor = try await site.person(.cityEditor), let viewer = try await site.person(.cityViewer),
            let company = try await site.person(.company), let certifier = try await site.person(.cityCertifier)
        else { throw Unknown(path: "people of the demonstration world") }
        let now = site.clock.now
        let links = site.kit.ids.next(RoutePlaces.self)
        let found = try await site.database.write { connection in
            let team = try CityTeam.all(connection, of: "1017").first?.organisation.description
            let reset = try OneTimeLink.create(
                connection, purpose: .passwordReset, person: company.id, lifetime: Self.longTime, at: now)
            let email = try OneTimeLink.create(
                connection, purpose: .emailChange, person: company.id, payload: ["email": "nou@termo.example"],
                lifetime: Self.longTime, at: now)
            let invitation = try Invitation.invite(
                connection, kit: site.kit, email: "nou-\(links.description)@alba.example", organisation: nil,
                level: nil, role: .evaluator,
                by: editor.id, language: .ro, at: now)
            let invited = try OneTimeLink.create(
                connection, purpose: .invitation, person: nil, payload: ["invitation": invitation.id.description],
                lifetime: Self.longTime, at: now)
            try Notification.notify(
                connection, kit: site.kit, people: [editor.id], topic: "memberships", activity: "membership.changed",
                subject: (kind: "organisation", id: team ?? ""), sentence: "You are now an editor in {organisation}.",
                values: ["organisation": "Alba Iulia"], path: "/organisations/\(team ?? "")", at: now)
            let news = try Notification.list(connection, of: editor.id, unreadOnly: true, .start, limit: 1).first
            return (team ?? "", reset, email, invited, news?.id.description ?? "")
        }
        (organisation, resetToken, emailToken, invitationToken, notification) = found
        (year, inventory, inventoryRow, copiedRow) = try await Self.publishedInventory(
            site, by: editor.id, certifiedBy: certifier.id)
        scenario = try await Self.publishedPlan(site, from: inventory, by: certifier.id)
        (measure, measureImport) = try await Self.measure(site, by: editor.id)
        contracts = try await ContractPlaces(site, by: editor.id)
        signing = try await SigningPlaces(
            site, contract: contracts.contract, by: editor.id, company: company.id)
        reviews = try await ReviewPlaces(site, contract: contracts.contract, by: editor.id)
        calls = try await CallPlaces(site)
        awards = try await AwardPlaces(site, organisation: organisation, by: editor.id)
        bids = try await BidPlaces(site, organisation: organisation, by: editor.id)
        monitoring = try await MonitoringPlaces(site, year: year, by: editor.id)
        (inventoryDocument, inventoryImport) = try await Self.files(site, of: inventory, by: editor.id)
        self.viewer = viewer.id.description
        self.company = company.id.description
        let sent = try await site.browser().submit([("message", "O întrebare")], on: "/en/feedback?page=/en/cities")
        feedback = sent.location.map { String($0.dropFirst("/en/feedback/".count).prefix { $0 != "/" }) } ?? ""
    }

    /// An inventory of Alba Iulia with one row, published.
    private static func publishedInventory(
        _ site: TestSite, by person: PersonID, certifiedBy certifier: PersonID
    ) async throws -> (Int, InventoryID, InventoryRowID, InventoryRowID) {
        let ids = site.kit.ids
        let (id, row, copied): (InventoryID, InventoryRowID, InventoryRowID) = (ids.next(), ids.next(), ids.next())
        let now = site.clock.now
        let year = try await site.database.write { connection in
            // Each time that values are made there is one more.
            let free = try (1950...2023).reversed().first { year in
                try InventoryRecord.create(
                    connection, id: id, city: "1017", year: year, InventoryFrame(), by: person, at: now)
            }
            guard let free, let line = GPCReference.coded("I.1.1") else {
                throw Unknown(path: "/inventories/:inventory")
            }
            let entry = InventoryRow(
                id: row.description, placement: Placement(line), label: "Gaze naturale",
                content: .emissions(GasMasses(.co2, tonnes: 1000)), source: "Operatorul de distribuție")
            try InventoryLine.add(connection, entry, id: row, to: id, position: 1, by: person, at: now)
            try Self.copy(connection, entry, as: copied, to: id, site, by: person)
            let exclusion = Exclusion(kind: .area, name: "Aeroport", reason: "Alt administrator", share: 0.01)
            try StoredExclusion.add(connection, exclusion, to: id)
            guard let record = try InventoryRecord.find(connection, id: id) else { return free }
            _ = try InventoryPublication.publish(
                connection, id: ids.next(), record, certification: nil, reason: "", by: nil, at: now)
            // Changed and certified since, so that the page of publication asks for its reason.
            try InventoryRecord.touch(connection, id: id, by: person, at: now)
            guard let changed = try InventoryRecord.find(connection, id: id) else { return free }
            try InventoryCertification.record(
                connection, id: ids.next(), changed, contentHash: String(repeating: "0", count: 64), by: certifier,
                at: now)
            return free
        }
        return (year, id, row, copied)
    }

    /// A published plan of Alba Iulia with one measure and a variant.
    private static func publishedPlan(
        _ site: TestSite, from inventory: InventoryID, by person: PersonID
    ) async throws -> ScenarioID {
        let (variant, publication): (ScenarioID, ID<ScenarioPublicationKind>) = (
            site.kit.ids.next(), site.kit.ids.next()
        )
        let now = site.clock.now
        try await site.database.write { connection in
            guard let base = try InventoryPublication.last(connection, of: inventory) else {
                throw Unknown(path: "/scenarios/:scenario")
            }
            var content = ScenarioFrame.Content(finalYear: 2040)
            content.targets = [Plan.Target(id: "target-2030", year: 2030, reduction: 0.8)]
            // A line in each sector; the inventory has no such row, so the plan stays as it is.
            content.details = ContractSector.allCases.map { sector in
                ScenarioFrame.DetailLine(
                    sector: sector, row: "none", activity: "Autoturisme", way: "", quantity: 1, unit: .t, factor: 1,
                    source: "")
            }
            if try ScenarioFrame.create(connection, city: "1017", publication: base.id, content, by: person, at: now) {
                for kind in Plan.Scenario.Kind.fixed {
                    try ScenarioRecord.create(
                        connection, id: site.kit.ids.next(), city: "1017", kind: kind, name: "", by: person, at: now)
                }
            }
            try Self.money(connection, site, by: person)
            try ScenarioRecord.create(
                connection, id: variant, city: "1017", kind: .variant, name: "Mai repede", by: person, at: now)
            guard let city = try City.find(connection, code: "1017"),
                let work = try ScenarioDesk.Work(connection, city, ScenarioBases())
            else { return }
            try ScenarioPublication.publish(
                connection, id: publication, city: "1017", scenario: "plan",
                document: Array(try work.document().json()),
                showsMoney: true, note: "", by: person, at: now)
            // The same plan again, as a model of the city's own.
            _ = try ScenarioFrame.setModel(
                connection, city: "1017", version: work.frame.version, Array(try work.document().json()), by: person,
                at: now)
        }
        return variant
    }

    /// A measure with costs and funding, and a line in each list of the city's finances.
    private static func money(_ connection: any Connection, _ site: TestSite, by person: PersonID) throws {
        guard try InvestmentFrame.find(connection, city: "1017") == nil else { return }
        let now = site.clock.now
        var measure = CityMeasure(
            id: "", name: "Pompe de căldură", field: .buildings,
            effect: Effect(
                start: 2026, end: 2030, operators: [.claimed(Plan.Claim(sector: .buildings, tonnes: 100))],
                claimed: true))
        measure.costs = Costs(capitalCents: 100_000_000, yearlyCents: 1_000_000, priceYear: 2023, lifetime: 20)
        measure.funding = [
            FundingLine(
                id: "grant", name: "Program", payer: .eu, kind: .grant, cents: 40_000_000, from: 2026, to: 2027,
                status: .contracted)
        ]
        let named = try MeasureRecord.create(
            connection, id: site.kit.ids.next(), city: "1017", measure, by: person, at: now)
        try ScenarioChoice.addToPlan(connection, measure: named.id, city: "1017")
        let finances = CityFinances(
            budgets: [BudgetYear(year: 2023, cents: 50_000_000_000, ownRevenueCents: 10_000_000_000)],
            spending: [FieldSpending(.buildings, part: "Școli", year: 2023, cents: 1_000_000)],
            incomes: [Income("Impozit pe clădiri", cents: 2_000_000)],
            policies: [Policy("Fond local", status: .enacted)],
            stakeholders: [Stakeholder("Asociația proprietarilor", influence: .high, interest: .medium)],
            activities: [
                StakeholderActivity(stakeholder: "Asociația proprietarilor", activity: "Ateliere", cents: 500_000)
            ],
            debtService: [YearAmount(year: 2024, cents: 3_000_000)],
            debtStock: [YearAmount(year: 2024, cents: 9_000_000)],
            debtRules: [
                DebtRule(
                    id: "rule-1", name: "Regula orașului", limited: .yearlyService, share: 0.3, years: 1,
                    exempt: [.europeanProject], source: "Hotărârea consiliului", status: .sourced)
            ])
        _ = try InvestmentFrame.save(
            connection, city: "1017", version: 0, InvestmentFrame.Content(finances: finances), by: person, at: now)
    }

    /// A measure with a line in each of its lists, an import that waits to be confirmed, and a published portfolio.
    private static func measure(
        _ site: TestSite, by person: PersonID
    ) async throws -> (MeasureID, ID<MeasureImportKind>) {
        let (id, item): (MeasureID, ID<MeasureImportKind>) = (site.kit.ids.next(), site.kit.ids.next())
        let publication: ID<MeasurePublicationKind> = site.kit.ids.next()
        let now = site.clock.now
        var measure = CityMeasure(
            id: "", name: "Iluminat public", field: .energy,
            effect: Effect(
                start: 2026, end: 2030, operators: [.claimed(Plan.Claim(sector: .buildings, tonnes: 10))],
                claimed: true))
        measure.funding = [
            FundingLine(
                id: "line-\(id)", name: "Buget", payer: .municipality, kind: .own, cents: 100, from: 2026, to: 2026,
                status: .idea)
        ]
        measure.coBenefits = [CoBenefit(.jobs)]
        measure.indicators = [Indicator(id: "indicator-\(id)", name: "Lămpi")]
        measure.risks = [Risk("Întârzieri", priority: .low)]
        measure.barriers = [Barrier("Reguli", kind: .policy)]
        var reading = PortfolioReading()
        reading.measures = [measure]
        reading.measures[0].id = "import-\(item)"
        reading.measures[0].funding = []
        reading.measures[0].indicators = []
        let (whole, bytes) = (measure, try PortfolioFiles.json(reading))
        try await site.database.write { connection in
            try MeasureRecord.create(connection, id: id, city: "1017", whole, by: person, at: now)
            try PortfolioImport.begin(
                connection, id: item, city: "1017", fileName: "portofoliu.json", bytes, by: person, at: now)
            guard try PortfolioPublication.current(connection, city: "1017") == nil,
                let known = try PortfolioPublication.current(connection, city: "146263")
            else { return }
            var portfolio = try known.content(connection)
            portfolio.city = "Alba Iulia"
            try PortfolioPublication.publish(
                connection, id: publication, city: "1017", try PortfolioFiles.json(portfolio),
                source: portfolio.source, by: nil, at: now)
        }
        return (id, item)
    }

    /// A row of an earlier inventory that waits to be answered in this one.
    private static func copy(
        _ connection: any Connection, _ entry: InventoryRow, as row: InventoryRowID, to id: InventoryID,
        _ site: TestSite, by person: PersonID
    ) throws {
        let now = site.clock.now
        _ = try InventoryRecord.create(
            connection, id: site.kit.ids.next(), city: "1017", year: 1995, InventoryFrame(), by: person, at: now)
        guard let earlier = try InventoryRecord.find(connection, city: "1017", year: 1995) else { return }
        try InventoryLine.add(connection, entry, id: row, to: earlier.id, position: 1, by: person, at: now)
        try CopiedRow.add(connection, from: earlier.id, to: id)
    }

    /// A document that everybody may read, and an import that waits to be confirmed.
    private static func files(
        _ site: TestSite, of inventory: InventoryID, by person: PersonID
    ) async throws -> (InventoryDocumentID, InventoryImportID) {
        let (document, item): (InventoryDocumentID, InventoryImportID) = (site.kit.ids.next(), site.kit.ids.next())
        // Other bytes each time, so that no two inventories share a file.
        let bytes = Array("Sector;Domeniu;Emisii (t CO2e)\nTransport;1;5 mii\nDeșeuri;3;20\n\(item);;\n".utf8)
        let plan = try InventoryImportSaving.text(ImportPlan(recognising: try ImportFile(bytes).book))
        let now = site.clock.now
        try await site.database.write { connection in
            let hash = try Blob.store(bytes, mediaType: FileType.csv.mediaType, at: now, in: connection)
            try InventoryDocument.add(
                connection, id: document, to: inventory, row: nil, name: "tabel.csv", blobHash: hash,
                size: bytes.count, isPublic: true, by: person, at: now)
            try InventoryImport.begin(
                connection, id: item, of: inventory, fileName: "tabel.csv", blobHash: hash, plan: plan, by: person,
                at: now)
        }
        return (document, item)
    }

    struct Unknown: Error, CustomStringConvertible {
        let path: String
        var description: String { "RoutePlaces knows no values for \(path)" }
    }

    /// The address of a route, in this language where it has languages.
    func address(of route: Route, in language: Language = .en) throws -> String {
        let parts = try route.path.split(separator: "/").map { part -> String in
            guard part.hasPrefix(":") else { return String(part) }
            guard let value = value(part.dropFirst(), in: route.path), !value.isEmpty else {
                throw Unknown(path: route.path)
            }
            return value
        }
        let path = "/" + parts.joined(separator: "/")
        return route.isLocalised ? "/\(language.rawValue)" + (path == "/" ? "" : path) : path
    }

    private func value(_ name: Substring, in path: String) -> String? {
        if let own = awards.value(name, in: path) { return own }
        if let own = bids.value(name, in: path) { return own }
        if let own = calls.value(name, in: path) { return own }
        if let own = signing.value(name, in: path) { return own }
        if let own = reviews.value(name, in: path) { return own }
        // Rows, imports and versions of contracts are called like those of other rooms.
        if path.hasPrefix("/contracts/"), let own = contracts.value(name, in: path) { return own }
        return switch name {
        case "city": "alba-iulia"
        case "indicator", "value": monitoring.value(name)
        case "organisation": organisation
        case "person": viewer
        case "slug": "about"
        case "number": "1"
        case "year": "\(year)"
        case "inventory": inventory.description
        case "factor": "aib-production-mix.grid-electricity.ro.2020.co2"
        case "method": Self.method
        case "scenario": scenario.description
        case "solution": "B01"
        case "row": inventoryRow.description
        case "document": inventoryDocument.description
        case "measure": measure.description
        case "line": "1"
        case "origin": "suceava"
        case "import": path.contains("/portfolio/") ? measureImport.description : inventoryImport.description
        case "copied": copiedRow.description
        case "exclusion": "1"
        case "reference": "I.1.1"
        case "key": "people.invitation"
        case "language": "ro"
        case "feedback": feedback
        case "token": token(in: path)
        case "id", "invitation": id(in: path)
        default: contracts.value(name, in: path)
        }
    }

    private func token(in path: String) -> String {
        if path.hasPrefix("/invitations/") { return invitationToken }
        return path.hasPrefix("/account/email/") ? emailToken : resetToken
    }

    private func id(in path: String) -> String? {
        if path.hasPrefix("/organisations/") { return organisation }
        if path.hasPrefix("/people/") { return company }
        if path.hasPrefix("/notifications/") { return notification }
        // Only forms, which go out without a token and are refused before they look anything up.
        if path.hasPrefix("/jobs/") || path.hasPrefix("/account/sessions/") { return notification }
        return nil
    }
}

import Cities
import Inventory
import Members
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Which inventories use a factor, what a change would make of them, and which grid factor an inventory uses.
@Suite struct FactorUseTests {
    private static let gas = FactorTests.gas

    /// An inventory of Alba Iulia, 2021: 1,000 MWh of natural gas burnt at home, 2,000 MWh from the grid.
    private func inventory(_ site: TestSite) async throws -> InventoryID {
        let editor = try #require(try await site.person(.cityEditor))
        let register = FactorRegister()
        let (id, first, second): (InventoryID, InventoryRowID, InventoryRowID) = (
            site.kit.ids.next(), site.kit.ids.next(), site.kit.ids.next()
        )
        let now = site.clock.now
        try await site.database.write { connection in
            var frame = InventoryFrame()
            frame.boundary = "Municipiul Alba Iulia"
            _ = try InventoryRecord.create(
                connection, id: id, city: "1017", year: 2021, frame, by: editor.id, at: now)
            let city = try #require(try City.find(connection, code: "1017"))
            let book = try register.book(connection)
            let place = FactorPlace(city, year: 2021)
            for (row, reference, name, arguments) in [
                (
                    first, "I.1.1", "fuel-combustion-energy",
                    [
                        "use": Argument.word("residential"), "fuel": .word("natural-gas"),
                        "energy": .number(1000, "MWh"),
                    ]
                ),
                (
                    second, "I.1.2", "grid-electricity",
                    ["electricity": .number(2000, "MWh"), "methodology": .word("aib-production-mix")]
                ),
            ] as [(InventoryRowID, String, String, [String: Argument])] {
                let result = try #require(Methods.named(name)).result(arguments, factors: book, at: place)
                let line = try #require(GPCReference.coded(reference))
                try InventoryLine.add(
                    connection,
                    InventoryRow(
                        id: row.description, placement: Placement(line), label: name,
                        content: .emissions(result.masses), method: MethodUse(result, arguments: arguments),
                        source: "test"), id: row, to: id,
                    position: try InventoryLine.nextPosition(connection, of: id), by: editor.id, at: now)
            }
        }
        return id
    }

    private func restatements(
        _ site: TestSite, of key: String, _ change: @escaping @Sendable (Factor) -> Factor
    ) async throws -> [FactorRestatement] {
        let register = FactorRegister()
        return try await site.database.read { connection in
            let list = try register.list(connection)
            let factor = change(try #require(list[key]).factor)
            return try FactorRestatement.all(
                connection, list, about: factor.subject, factor.property, changedTo: list.book(with: factor))
        }
    }

    @Test(arguments: Engines.all) func thePreviewSaysByHowMuch(engine: Engines) async throws {
        try await withSite(engine) { site in
            let id = try await inventory(site)
            let found = try await restatements(site, of: Self.gas) { $0.with(value: $0.value * 2) }
            let one = try #require(found.first)
            #expect(found.count == 1 && one.record.id == id && one.lines.count == 1 && !one.isPublished)
            // 1,000 MWh × 3.6 GJ/MWh × 56.1 kg/GJ = 201.96 t, and as much again.
            #expect(abs(one.after - one.before - 201.96) < 1e-6)
            let after = try #require(try? one.lines[0].after.get())
            #expect(abs(after - one.lines[0].before - 201.96) < 1e-6)
            // Nothing changed by looking.
            let total = try await site.database.read { connection in
                InventoryReport(try #require(try InventoryRecord.find(connection, id: id)).whole(connection)).contract
                    .total
            }
            #expect(total == one.before)
        }
    }

    @Test func aNearerNewFactorTakesRowsThatUsedAnother() async throws {
        try await withSite(.sqlite) { site in
            _ = try await inventory(site)
            let key = "aib-production-mix/grid-electricity/ro/2021/co2"
            let list = try await restatements(site, of: key) { old in
                Factor(
                    id: "hub/new", subject: old.subject, property: old.property, value: 0.1, unit: "t/MWh",
                    region: "RO-AB", year: 2021, methodology: old.methodology, source: "test")
            }
            let one = try #require(list.first)
            let before = one.lines[0].before
            #expect(abs(one.after - one.before - (200 - before)) < 1e-6)
            // Another methodology is another series: the row stays.
            let other = try await restatements(site, of: key) { old in
                Factor(
                    id: "hub/new", subject: old.subject, property: old.property, value: 0.1, unit: "t/MWh",
                    region: "RO-AB", year: 2021, methodology: "other", source: "test")
            }
            #expect(other.isEmpty)
        }
    }

    @Test func aRowThatCouldNoLongerBeComputedIsSaid() async throws {
        try await withSite(.sqlite) { site in
            _ = try await inventory(site)
            let found = try await restatements(site, of: Self.gas) { $0.with(value: 5, unit: "kg/kWp") }
            let line = try #require(found.first?.lines.first)
            guard case .failure = line.after else { return #expect(Bool(false), "it was computed") }
            #expect(found.first?.before == found.first?.after)
        }
    }

    @Test(
        arguments: [(.visitor, false), (.otherCity, false), (.cityViewer, true), (.programmeOfficer, true)]
            as [(Persona, Bool)])
    func workIsNamedForThoseWhoMaySeeIt(example: (persona: Persona, named: Bool)) async throws {
        try await withSite(.sqlite) { site in
            let id = try await inventory(site)
            let page = try await site.browser(as: example.persona).get("/en\(FactorTests.path)")
            #expect(page.text.contains("1 inventory has rows that were computed with it."))
            #expect(page.text.contains("/en/inventories/\(id)") == example.named)
            #expect(page.text.contains("Alba Iulia, 2021") == example.named)
        }
    }

    @Test func anEditorWithoutTheRightSeesNoNumbersOfWork() async throws {
        try await withSite(.sqlite) { site in
            _ = try await inventory(site)
            let fields: [(String, String)] = [
                ("value", "100000"), ("lower", ""), ("upper", ""), ("unit", "kg/TJ"), ("region", "world"), ("year", ""),
                ("methodology", ""), ("source", "test"), ("status", "sourced"), ("reason", "test"),
            ]
            let content = try await site.browser(as: .contentEditor)
            let hidden = try await content.submit(fields, on: "/en\(FactorTests.path)/edition")
            #expect(hidden.text.contains("an inventory in work") && !hidden.text.contains("Alba Iulia"))
            let officer = try await site.browser(as: .programmeOfficer)
            let shown = try await officer.submit(fields, on: "/en\(FactorTests.path)/edition")
            // 1,000 MWh × 3.6 × (100 − 56.1) kg/GJ = 158.04 t more.
            #expect(shown.text.contains("Alba Iulia, 2021") && shown.text.contains("158"))
        }
    }

    /// That a city published is no secret, and its figures are public until its work goes on.
    @Test func anEditorSeesWhichPublishedInventoriesWouldChange() async throws {
        try await withSite(.sqlite) { site in
            let id = try await inventory(site)
            let publication: ID<InventoryPublicationKind> = site.kit.ids.next()
            let now = site.clock.now
            try await site.database.write { connection in
                let record = try #require(try InventoryRecord.find(connection, id: id))
                _ = try InventoryPublication.publish(
                    connection, id: publication, record, certification: nil, reason: "", by: nil, at: now)
            }
            let content = try await site.browser(as: .contentEditor)
            let fields: [(String, String)] = [
                ("value", "100000"), ("lower", ""), ("upper", ""), ("unit", "kg/TJ"), ("region", "world"), ("year", ""),
                ("methodology", ""), ("source", "test"), ("status", "sourced"), ("reason", "test"),
            ]
            let shown = try await content.submit(fields, on: "/en\(FactorTests.path)/edition")
            #expect(shown.text.contains("Alba Iulia, 2021") && shown.text.contains("158"))
            try await site.database.write { try InventoryRecord.touch($0, id: id, by: nil, at: now) }
            let working = try await content.submit(fields, on: "/en\(FactorTests.path)/edition")
            #expect(working.text.contains("Alba Iulia, 2021") && !working.text.contains("158"))
        }
    }

    // MARK: Calculating again

    /// A new edition of the factor of gas: 100 kg/GJ in the place of 56.1.
    private func edition(_ site: TestSite, value: String = "100000") async throws {
        let officer = try await site.browser(as: .programmeOfficer)
        let fields: [(String, String)] = [
            ("value", value), ("lower", ""), ("upper", ""), ("unit", "kg/TJ"), ("region", "world"), ("year", ""),
            ("methodology", ""), ("source", "test"), ("status", "sourced"), ("reason", "test"),
        ]
        let preview = try await officer.submit(fields, on: "/en\(FactorTests.path)/edition")
        let form = try #require(preview.forms.first { $0.action.hasSuffix("/editions") })
        #expect(try await officer.post(form.action, form.fields.map { ($0.name, $0.value) }).status == 303)
    }

    private func total(_ site: TestSite, _ id: InventoryID) async throws -> Double {
        try await site.database.read { connection in
            InventoryReport(try #require(try InventoryRecord.find(connection, id: id)).whole(connection)).contract.total
        }
    }

    @Test(arguments: Engines.all) func aCityCalculatesItsRowsAgainWhenItDecidesTo(engine: Engines) async throws {
        try await withSite(engine) { site in
            let id = try await inventory(site)
            let before = try await total(site, id)
            let editor = try await site.browser(as: .cityEditor)
            let path = "/en/inventories/\(id)"
            #expect(try await !editor.get(path).text.contains("factor that has changed since"))
            let idle = try await editor.get("\(path)/recalculation")
            #expect(idle.text.contains("Every row is calculated with the factors that are in force."))
            try await edition(site)
            let overview = try await editor.get(path)
            #expect(overview.text.contains("1 row was calculated with a factor that has changed since"))
            #expect(overview.text.contains("an earlier edition of the factor \(Self.gas): 1"))
            #expect(try await total(site, id) == before)
            let shown = try await editor.get("\(path)/recalculation")
            #expect(shown.text.contains("158"))
            let form = try #require(shown.forms.first { $0.action == "\(path)/recalculation" })
            #expect(try await editor.post(form.action, form.fields.map { ($0.name, $0.value) }).status == 303)
            #expect(abs(try await total(site, id) - before - 158.04) < 1e-6)
            let after = try await editor.get(path)
            #expect(!after.text.contains("factor that has changed since"))
        }
    }

    @Test func whatIsSavedIsWhatWasSeen() async throws {
        try await withSite(.sqlite) { site in
            let id = try await inventory(site)
            let before = try await total(site, id)
            let editor = try await site.browser(as: .cityEditor)
            let page = "/en/inventories/\(id)/recalculation"
            try await edition(site)
            let seen = try #require(try await editor.get(page).forms.first { $0.action == page })
            try await edition(site, value: "200000")
            let late = try await editor.post(page, seen.fields.map { ($0.name, $0.value) })
            #expect(late.status == 409 && late.text.contains("Something changed meanwhile"))
            #expect(try await total(site, id) == before)
            for (persona, status) in [(Persona.cityViewer, 403), (.otherCity, 404), (.programmeOfficer, 403)] {
                #expect(try await site.browser(as: persona).get(page).status == status, "\(persona)")
            }
        }
    }

    // MARK: The choice of a grid factor

    @Test(arguments: Engines.all) func aCityChoosesItsGridFactorWithAReason(engine: Engines) async throws {
        try await withSite(engine) { site in
            let id = try await inventory(site)
            let editor = try await site.browser(as: .cityEditor)
            let path = "/ro/inventories/\(id)"
            #expect(try await editor.get(path).text.contains("Încă neales"))
            let page = "\(path)/grid-factor"
            #expect(try await editor.submit([("methodology", "owid-production")], on: page).status == 422)
            #expect(
                try await editor.submit([("methodology", "none"), ("reason", "x")], on: page).status == 422)
            let stale = try #require(try await editor.get(page).forms.first { $0.action == page })
            let fine = [("methodology", "owid-production"), ("reason", "Aceeași serie ca în 2019")]
            #expect(try await editor.submit(fine, on: page).status == 303)
            let overview = try await editor.get(path).text
            #expect(overview.contains("Aceeași serie ca în 2019"))
            // The row in it was computed with another series.
            #expect(try await editor.get(page).text.contains("Nu toate rândurile folosesc factorul ales"))
            let late = try await editor.post(
                page, stale.pairs(with: "reason", "altul") + [("methodology", "ember-life-cycle")])
            #expect(late.status == 409 && late.text.contains("Aceeași serie ca în 2019"))
            for (persona, status) in [(Persona.cityViewer, 403), (.otherCity, 404), (.programmeOfficer, 403)] {
                #expect(try await site.browser(as: persona).get(page).status == status, "\(persona)")
            }
        }
    }

    @Test func methodsTakeTheChoiceAndAskWithoutOne() async throws {
        try await withSite(.sqlite) { site in
            let id = try await inventory(site)
            let editor = try await site.browser(as: .cityEditor)
            let page = "/ro/inventories/\(id)/lines/I.1.2/methods/grid-electricity"
            let typed = [("label", "Gospodării"), ("in-electricity", "100"), ("source", "Distribuitorul")]
            let asked = try await editor.get(page)
            #expect(asked.text.contains("value=\"owid-production\""))
            #expect(!asked.text.contains("value=\"owid-production\" selected"))
            #expect(try await editor.submit(typed, on: page).status == 422)
            let choice = [("methodology", "owid-production"), ("reason", "Date anuale verificate")]
            #expect(try await editor.submit(choice, on: "/ro/inventories/\(id)/grid-factor").status == 303)
            let filled = try #require(try await editor.get(page).forms.first { $0.action == page })
            #expect(filled.fields.first { $0.name == "in-methodology" }?.value == "owid-production")
            let sent = typed + [("in-methodology", "owid-production")]
            #expect(try await editor.submit(sent, on: page).status == 303)
        }
    }

    @Test func onlyMethodsOfTheGridAskForTheChoice() throws {
        let concerned = Methods.all.filter { GridChoice.concerns($0) }.map(\.name)
        #expect(concerned.contains("grid-electricity") && concerned.contains("grid-losses"))
        #expect(!concerned.contains("fuel-combustion-energy") && !concerned.contains("grid-electricity-market"))
        #expect(GridChoice.methodologies.contains("own-co2e"))
    }

    // MARK: Plans

    @Test(arguments: Engines.all) func queriesGoByIndexes(engine: Engines) async throws {
        try await withSite(engine) { site in
            let id = try await inventory(site)
            let plans = try await site.database.write { connection in
                let recorder = PlanRecorder(connection)
                _ = try FactorList.changes(recorder)
                _ = try FactorEdition.all(recorder, of: Self.gas)
                _ = try FactorWithdrawal.all(recorder, of: Self.gas)
                _ = try FactorUse.all(recorder, of: Self.gas)
                _ = try FactorUse.rows(recorder, about: "combustion/residential/natural-gas", "co2")
                _ = try FactorUse.inForce(recorder, of: id)
                return recorder.plans
            }
            #expect(plans.count == 6)
            for plan in plans { #expect(plan.fullScans == [], "\(plan)") }
        }
    }

    @Test func theRegisterIsReadOnceForEachChange() async throws {
        try await withSite(.sqlite) { site in
            let register = FactorRegister()
            let counts = try await site.database.write { connection -> [Int] in
                let recorder = PlanRecorder(connection)
                _ = try register.book(recorder)
                let first = recorder.plans.count
                _ = try register.book(recorder)
                let second = recorder.plans.count - first
                try FactorList.countChange(connection)
                _ = try register.book(recorder)
                return [first, second, recorder.plans.count - first - second]
            }
            #expect(counts == [2, 1, 2])
        }
    }
}

extension Factor {
    fileprivate func with(value: Double, unit: String? = nil) -> Factor {
        Factor(
            id: id, subject: subject, property: property, value: value, unit: unit ?? self.unit, region: region,
            year: year, methodology: methodology, source: source, status: status)
    }
}

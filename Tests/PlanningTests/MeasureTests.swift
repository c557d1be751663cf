import Cities
import Finance
import Inventory
import Members
import Pathways
import Portfolio
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A city's portfolio in work: its list, one measure, what is refused, and who may see it.
@Suite struct MeasureTests {
    static let room = "/ro/cities/alba-iulia/measures/portfolio"

    static func record(_ site: TestSite, _ slug: String) async throws -> MeasureRecord {
        let all = try await site.database.read { try MeasureRecord.all($0, of: "1017") }
        return try #require(all.first { $0.measure.id == slug })
    }

    /// Adds a measure to Alba Iulia, to its plan's scenario where there is one.
    @discardableResult
    static func add(
        _ site: TestSite, _ name: String, _ operators: [Plan.Operator] = [], start: Int = 2026, end: Int = 2026,
        _ change: (inout CityMeasure) -> Void = { _ in }
    ) async throws -> MeasureRecord {
        var measure = CityMeasure(
            id: "", name: name, field: .buildings, effect: Effect(start: start, end: end, operators: operators))
        change(&measure)
        let (id, whole, now): (MeasureID, CityMeasure, Instant) = (site.kit.ids.next(), measure, site.clock.now)
        return try await site.database.write { connection in
            let named = try MeasureRecord.create(connection, id: id, city: "1017", whole, by: nil, at: now)
            try ScenarioChoice.addToPlan(connection, measure: named.id, city: "1017")
            return try #require(try MeasureRecord.find(connection, id: id))
        }
    }

    /// The activity of the plan that stands for gas: 1000 t from 5000 MWh.
    private static func gas(_ site: TestSite) async throws -> String {
        let work = try await site.database.read { connection -> ScenarioDesk.Work? in
            let city = try City.find(connection, code: "1017")
            return try city.flatMap { try ScenarioDesk.Work(connection, $0, ScenarioBases()) }
        }
        let activities = try #require(work).plan.activities
        return try #require(activities.first { $0.name.contains("Gaze") || $0.id.contains("gaze") }).id
    }

    // MARK: The list

    @Test(arguments: Engines.all) func theListShowsWhatMeasuresDoCostAndLack(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            #expect(try await editor.get(Self.room).text.contains("Orașul nu are încă măsuri."))
            let gas = try await Self.gas(site)
            try await Self.add(site, "Izolarea blocurilor", [.scale(Plan.Change(of: gas, by: -0.5))]) { measure in
                measure.costs = Costs(capitalCents: 123_456_700, priceYear: 2021, lifetime: 30)
                measure.funding = [
                    FundingLine(
                        id: "grant", name: "Program", payer: .eu, kind: .grant, cents: 40_000_000, from: 2026,
                        to: 2026, status: .contracted)
                ]
            }
            try await Self.add(site, "Campanie", [.claimed(Plan.Claim(sector: .buildings, tonnes: 100))])
            let page = try await editor.get(Self.room)
            #expect(page.status == 200)
            // Half of 1000 t, 100 t claimed, and both together.
            for words in ["Izolarea blocurilor", "1.234.567", "400.000", ">500<", ">100<", ">600<", "Declarată"] {
                #expect(page.text.contains(words), "\(words)")
            }
            // The campaign has neither owner nor indicator nor costs, the insulation neither owner nor indicator.
            #expect(page.text.contains("lipsesc 3 lucruri") && page.text.contains("lipsesc 2 lucruri"))
            let measure = try await Self.record(site, "campanie")
            let own = try await editor.get("/ro\(measure.path)")
            #expect(own.text.contains("Nimeni nu a spus cât costă") || own.text.contains("costă măsura"))
            #expect(own.text.contains("Reducere declarată"))
        }
    }

    @Test(
        arguments: [
            (.visitor, 403, 404), (.company, 403, 404), (.otherCity, 403, 404), (.cityViewer, 200, 200),
            (.cityEditor, 200, 200), (.programmeOfficer, 200, 200),
        ] as [(Persona, Int, Int)])
    func onlyTheTeamAndStaffSeeWork(example: (persona: Persona, list: Int, measure: Int)) async throws {
        try await withSite(.sqlite) { site in
            let measure = try await Self.add(site, "Iluminat")
            let browser = try await site.browser(as: example.persona)
            let list = try await browser.get(Self.room).status
            // Who has not signed in is asked to.
            #expect(list == example.list || (example.persona == .visitor && list == 303))
            let page = try await browser.get("/ro\(measure.path)").status
            #expect(page == example.measure || (example.persona == .visitor && page == 303))
            let file = try await browser.get("\(Self.room.dropFirst(3))/measures.csv").status
            #expect((file == 200) == (example.list == 200))
            let form = try await browser.get("/ro\(measure.path)/costs").status
            #expect((form == 200) == (example.persona == .cityEditor))
        }
    }

    // MARK: Parts

    @Test(arguments: Engines.all) func everyPartIsWrittenAndReadAgain(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let gas = try await Self.gas(site)
            let path = "/ro\(try await Self.add(site, "Izolare").path)"
            func send(_ part: String, _ fields: [(String, String)]) async throws {
                let answer = try await editor.submit(fields, on: "\(path)/\(part)")
                #expect(answer.status == 303, "\(part): \(answer.status)")
            }
            try await send(
                "about",
                [
                    ("name", "Izolarea școlilor"), ("field", "buildings"), ("lever", "technology"),
                    ("kind", "technical"),
                    ("owner", "Direcția tehnică"), ("partners", "Universitatea\nAsociația"),
                    ("steps", "2026: studiu\nrecepție"), ("status", "sourced"), ("source", "Studiu de fezabilitate"),
                ])
            try await send("time", [("start", "2026"), ("end", "2030"), ("adoption", "s-curve"), ("until", "2060")])
            try await send("effect/new", [("kind", "scale"), ("activity", gas), ("percent", "12,5")])
            try await send(
                "costs",
                [
                    ("capital", "1.234.567,89"), ("yearly", "-1000"), ("reason", "Mai puțin gaz"),
                    ("price-year", "2021"),
                    ("lifetime", "30"), ("renewed", "no"), ("growth", "1,5"),
                ])
            try await send("payers", [("payer-municipality", "33,4"), ("payer-eu", "66,6")])
            try await send(
                "funding/new",
                [
                    ("name", "Împrumut"), ("payer", "investors"), ("kind", "loan"), ("amount", "500000,01"),
                    ("from", "2026"), ("to", "2027"), ("status", "applied"), ("rate", "4,5"), ("years", "10"),
                ])
            try await send("co-benefits/new", [("kind", "health"), ("worth", "2500"), ("status", "judgement")])
            try await send(
                "indicators/new",
                [
                    ("name", "Școli izolate"), ("kind", "impact"), ("targets", "2028 = 5\n2030 = 12,5"),
                ])
            try await send("risks/new", [("name", "Prețuri"), ("priority", "high"), ("mitigation", "Rezervă")])
            try await send("barriers/new", [("name", "Avize"), ("kind", "policy"), ("stakeholders", "ISC")])
            let measure = try await Self.record(site, "izolare").measure
            #expect(measure.name == "Izolarea școlilor" && measure.partners == ["Universitatea", "Asociația"])
            #expect(measure.steps.map(\.year) == [2026, nil] && measure.steps.map(\.name) == ["studiu", "recepție"])
            #expect(measure.effect.adoption == .sCurve && measure.effect.until == 2060)
            #expect(measure.effect.operators == [.scale(Plan.Change(of: gas, by: -0.125))])
            #expect(measure.costs?.capitalCents == 123_456_789 && measure.costs?.yearlyCents == -100_000)
            #expect(measure.costs?.isRenewed == false && ((measure.payers.parts[.eu] ?? 0) - 0.666).magnitude < 1e-12)
            #expect(measure.funding.map(\.cents) == [50_000_001] && measure.funding[0].terms?.years == 10)
            #expect(measure.coBenefits.map(\.centsPerYear) == [250_000])
            #expect(measure.indicators[0].targets.map(\.value) == [5, 12.5])
            #expect(measure.risks.map(\.priority) == [.high] && measure.barriers[0].stakeholders == ["ISC"])
            // Opened and sent again, nothing changes.
            for form in ["about", "time", "costs", "payers", "effect/1/edit", "funding/1/edit", "indicators/1/edit"] {
                let shown = try #require(try await editor.get("\(path)/\(form)").form(to: "\(path)/\(form)"))
                let checked = shown.fields.filter { $0.type != "checkbox" && $0.type != "radio" }
                let radios: [(String, String)] =
                    form == "time"
                    ? [("adoption", "s-curve")]
                    : form == "costs"
                        ? [("renewed", "no")]
                        : form.hasPrefix("effect") ? [("kind", "scale")] : []
                let answer = try await editor.post("\(path)/\(form)", checked.map { ($0.name, $0.value) } + radios)
                #expect(answer.status == 303, "\(form)")
            }
            #expect(try await Self.record(site, "izolare").measure == measure)
            #expect(try await editor.get("\(path)").text.contains("Școli izolate") == false)
            #expect(try await editor.get("\(path)/indicators").text.contains("Școli izolate"))
            #expect(try await editor.submit([], on: "\(path)/risks/1/removal").status == 303)
            #expect(try await Self.record(site, "izolare").measure.risks.isEmpty)
        }
    }

    // MARK: Refusals

    @Test(
        arguments: [
            ("time", [("start", "2020"), ("end", "2030"), ("adoption", "linear")], "field-start"),
            ("time", [("start", "2031"), ("end", "2030"), ("adoption", "linear")], "field-end"),
            (
                "time", [("start", "2026"), ("end", "2030"), ("adoption", "linear"), ("requires", "pumps")],
                "field-requires"
            ),
            (
                "time", [("start", "2026"), ("end", "2030"), ("adoption", "linear"), ("excludes", "pumps")],
                "field-excludes"
            ),
            ("effect/new", [("kind", "scale"), ("percent", "7")], "field-activity"),
            ("effect/new", [("kind", "scale"), ("activity", "nimic"), ("percent", "7")], "field-activity"),
            ("effect/new", [("kind", "scale"), ("activity", "GAS"), ("percent", "107")], "field-percent"),
            ("effect/new", [("kind", "claimed"), ("sector", "Buildings"), ("tonnes", "1777")], "field-tonnes"),
            (
                "costs", [("capital", "-777"), ("price-year", "2021"), ("lifetime", "10"), ("renewed", "yes")],
                "field-reason"
            ),
            ("costs", [("yearly", "777"), ("renewed", "yes")], "field-capital"),
            ("payers", [("payer-eu", "77")], "field-payer-municipality"),
            (
                "funding/new",
                [
                    ("name", "Program"), ("payer", "eu"), ("kind", "grant"), ("amount", "777"), ("from", "2030"),
                    ("to", "2026"), ("status", "idea"),
                ], "field-to"
            ),
            ("indicators/new", [("name", "Lămpi"), ("kind", "impact"), ("targets", "777")], "field-targets"),
        ] as [(String, [(String, String)], String)])
    func whatCannotBeIsToldAtItsFieldAndTheDraftIsKept(
        part: String, fields: [(String, String)], field: String
    ) async throws {
        try await withSite(.sqlite) { site in
            let editor = try await ScenarioTests.start(site)
            let gas = try await Self.gas(site)
            let path = "/ro\(try await Self.add(site, "Izolare").path)"
            try await Self.add(site, "Pumps") { $0.effect.requires = ["izolare"] }
            let sent = fields.map { ($0.0, $0.1 == "GAS" ? gas : $0.1) }
            let shown = try await editor.get("\(path)/\(part)")
            let token = try #require(shown.inputValue("form-token"))
            let draft = try await editor.post(
                "\(path)/\(part)/draft",
                sent + [("form-token", token), ("version", "1"), ("draft-version", "0")])
            #expect(draft.status == 200)
            let answer = try await editor.submit(sent, on: "\(path)/\(part)")
            #expect(answer.status == 422)
            #expect(answer.text.contains("href=\"#\(field)\""), "\(field)")
            for (_, typed) in sent where typed.hasSuffix("77") { #expect(answer.text.contains(typed)) }
            // The draft is there when the form is opened again.
            let again = try await editor.get("\(path)/\(part)")
            #expect(again.text.contains("\(path)/\(part)/draft/removal"))
        }
    }

    @Test func moreCannotBeTakenThanThereIs() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await ScenarioTests.start(site)
            let gas = try await Self.gas(site)
            try await Self.add(
                site, "Pompe", [.shift(Plan.Transfer(of: gas, to: [Plan.Destination("missing")], share: 0))]
            ) { $0.effect.operators = [.claimed(Plan.Claim(sector: .buildings, tonnes: 1400))] }
            let path = "/ro\(try await Self.add(site, "Izolare").path)"
            let answer = try await editor.submit(
                [("kind", "claimed"), ("sector", "Buildings"), ("tonnes", "200")], on: "\(path)/effect/new")
            #expect(answer.status == 422)
            #expect(answer.text.contains("1.500") || answer.text.contains("1500"))
            #expect(try await Self.record(site, "izolare").measure.effect.operators.isEmpty)
        }
    }

    // MARK: Conflicts and removal

    @Test(arguments: Engines.all) func twoPeopleOnOneMeasureLoseNothing(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let other = try await site.browser(as: .cityCertifier)
            let path = "/ro\(try await Self.add(site, "Izolare").path)"
            let fields = [("start", "2027"), ("end", "2031"), ("adoption", "linear")]
            let stale = try #require(try await other.get("\(path)/time").inputValue("form-token"))
            #expect(try await editor.submit(fields, on: "\(path)/time").status == 303)
            let late = try await other.post(
                "\(path)/time",
                [("start", "2028"), ("end", "2039"), ("adoption", "linear"), ("form-token", stale), ("version", "1")])
            #expect(late.status == 409)
            #expect(late.text.contains("2039") && late.text.contains("2031"))
            let merged = try #require(late.form(to: "\(path)/time"))
            let sent = merged.fields.filter { $0.type != "radio" && $0.type != "checkbox" }
            let again = try await other.post(
                "\(path)/time", sent.map { ($0.name, $0.value) } + [("adoption", "linear")])
            #expect(again.status == 303)
            #expect(try await Self.record(site, "izolare").measure.effect.end == 2039)
        }
    }

    @Test(arguments: Engines.all) func aRemovedMeasureIsGoneFromScenariosAndStandsInTheHistory(
        engine: Engines
    ) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let measure = try await Self.add(site, "Campanie", [.claimed(Plan.Claim(sector: .buildings, tonnes: 10))])
            #expect(try await editor.submit([("version", "9")], on: "/ro\(measure.path)/removal").status == 409)
            #expect(try await editor.submit([], on: "/ro\(measure.path)/removal").status == 303)
            #expect(try await editor.get("/ro\(measure.path)").status == 404)
            let plan = try await ScenarioTests.scenario(site, "plan")
            let choices = try await site.database.read { try ScenarioChoice.all($0, of: "1017")[plan.id] ?? [] }
            #expect(choices.isEmpty)
            let entries = try await site.database.read { connection in
                try connection.all(
                    "SELECT activity FROM audit_entry WHERE subject = \(measure.id.description)"
                ) { row -> String in try row("activity") }
            }
            #expect(entries == ["measure.removed"])
        }
    }
}

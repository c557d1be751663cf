import Members
import Storage
import Support
import Testing
import Web

@testable import Cities

@Suite struct CityProfileTests {
    @Test(arguments: Engines.all) func editorsOfTheTeamAndStaffMayEdit(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let alba = try await CitiesWorld.team(database, of: Code.albaIulia, named: "Echipa Alba")
            let suceava = try await CitiesWorld.team(database, of: Code.suceava, named: "Echipa Suceava")
            let people: [(visitor: Visitor, may: Bool)] = [
                (.anonymous, false),
                (try await CitiesWorld.person(database, "Stranger"), false),
                (try await CitiesWorld.person(database, "Wrong city", in: suceava, as: .certifier), false),
                (try await CitiesWorld.person(database, "Viewer", in: alba, as: .viewer), false),
                (try await CitiesWorld.person(database, "Editor", in: alba, as: .editor), true),
                (try await CitiesWorld.person(database, "Certifier", in: alba, as: .certifier), true),
                (try await CitiesWorld.person(database, "Officer", permissions: [CityRules.editAny]), true),
            ]
            try await database.read { connection throws -> Void in
                let city = try #require(try City.find(connection, code: Code.albaIulia))
                for person in people {
                    let may = try CityRules.mayEdit(person.visitor, city, connection)
                    #expect(may == person.may, "\(person.visitor.signedIn?.name ?? "nobody")")
                }
            }
            // A link that ended ends the right.
            try await database.write { connection throws -> Void in
                #expect(try CityTeam.unlink(connection, alba, from: Code.albaIulia))
                let city = try #require(try City.find(connection, code: Code.albaIulia))
                #expect(try !CityRules.mayEdit(people[4].visitor, city, connection))
                #expect(try CityRules.mayEdit(people[6].visitor, city, connection))
            }
        }
    }

    @Test(arguments: Engines.all) func theSecondOfTwoEditorsIsToldAndLosesNothing(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let ana = try await CitiesWorld.person(database, "Ana").person
            let ion = try await CitiesWorld.person(database, "Ion").person
            func save(_ text: String, version: Int, by person: PersonID?) async throws -> Bool {
                try await database.write { connection in
                    try CityProfile(city: Code.suceava, version: version, Answers(["summary-ro": text])).save(
                        connection, by: person, at: CitiesWorld.moment)
                }
            }
            #expect(try await save("Ana scrie", version: 0, by: ana))
            #expect(try await !save("Ion scrie", version: 0, by: ion))
            #expect(try await !save("Ion scrie", version: -1, by: ion))
            #expect(try await !save("Ion scrie", version: 7, by: ion))
            let stored = try await database.read { try CityProfile.find($0, of: Code.suceava) }
            #expect(stored.summaryRomanian == "Ana scrie")
            #expect(stored.version == 1)
            #expect(try await save("Ana și Ion", version: 1, by: ion))
            #expect(try await database.read { try CityProfile.editorName($0, of: Code.suceava) } == "Ion")
        }
    }

    @Test(arguments: Engines.all) func searchFindsWhatTheTeamWrote(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            try await database.write { connection in
                let answers = Answers(["summary-ro": "Tramvaie și grădini", "summary-en": "Trams and gardens"])
                _ = try CityProfile(city: Code.suceava, version: 0, answers).save(
                    connection, by: nil, at: CitiesWorld.moment)
                try CitySearch.refresh(connection, code: Code.suceava)
            }
            try await database.read { connection throws -> Void in
                func found(_ text: String, _ language: String) throws -> [String] {
                    try SearchIndex.search(text, language: language, kinds: [CitySearch.kind], in: connection).map(
                        \.title)
                }
                #expect(try found("gradini", "ro") == ["Suceava"])
                #expect(try found("grădini", "en") == [])
                #expect(try found("gardens", "en") == ["Suceava"])
                #expect(try found("Tirgu Mureş", "ro").first == "Târgu Mureș")
                #expect(try found("alba iul", "ro").first == "Alba Iulia")
            }
        }
    }

    @Test func textsComeInTheVisitorsLanguageOrSayWhichOne() {
        let profile = CityProfile(
            city: "1", version: 1, Answers(["summary-en": "Text", "target-ro": "Țintă\r\n\r\nDoi"]))
        #expect(profile.summary(.en)?.language == .en)
        #expect(profile.summary(.ro)?.language == .en)
        #expect(profile.target(.en)?.text == "Țintă\n\nDoi")
        #expect(CityProfile.empty(city: "1").summary(.ro) == nil)
    }

    @Test(arguments: [
        ("https://www.apulum.ro", true), ("http://example.ro/a?b#c", true), ("https://", false), ("example.ro", false),
        ("javascript:alert(1)", false), ("https://a b.ro", false), ("https://user@example.ro", false),
        ("https://localhost", false),
    ])
    func websitesAreWholeAddresses(text: String, isFine: Bool) {
        #expect(CityProfileForm.isWebAddress(text) == isFine, "\(text)")
    }

    @Test(arguments: Engines.all) func theNewestDatedFigureCounts(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let figures = try await database.read { try PopulationFigure.all($0, of: Code.bucharest) }
            #expect(figures.newest?.reference == "census-2021")
            #expect(figures.series.map(\.reference) == ["census-2002", "census-2011", "census-2021"])
            let undated = figures.filter { $0.day == nil }
            #expect(undated.count == 1 && undated.newest?.reference == "geonames")
            #expect([PopulationFigure]().newest == nil)
        }
    }
}

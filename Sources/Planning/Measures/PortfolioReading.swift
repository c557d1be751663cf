import Foundation
import Pathways
import Portfolio
import Spreadsheets
import Web

/// What a file says, and what in it could not be read.
struct PortfolioReading: Codable, Sendable {
    /// What could not be read, with its place.
    struct Fault: Codable, Sendable {
        var place: String
        var message: String
        var values: [String: String]

        init(_ problem: PlanProblem) {
            place = problem.place
            message = problem.message
            values = problem.values
        }

        /// In the reader's language.
        func sentence(_ t: Texts) -> String {
            let sentence = t(message, values)
            return place.isEmpty ? sentence : "\(place): \(sentence)"
        }
    }

    var measures: [CityMeasure] = []
    var faults: [Fault] = []
    /// Ids of measures that were not read whole.
    var faulty: Set<String> = []

    init() {}

    /// Portfolios of cities have some dozens.
    private static let most = 500

    /// - Throws: a sentence about a file that cannot be read at all.
    init(_ files: [Answers.Upload], _ t: Texts) throws(Unreadable) {
        let tables = files.filter { $0.type != .json }
        if !tables.isEmpty { try read(tables: tables, t) }
        for file in files where file.type == .json { try read(document: file.bytes, t) }
        guard measures.count <= Self.most else {
            throw Unreadable(reason: t("A file has at most {most} measures.", ["most": "\(Self.most)"]))
        }
        names()
    }

    /// Why nothing can be read, in the reader's language.
    struct Unreadable: Error {
        let reason: String
    }

    static func read(_ bytes: [UInt8]) throws -> PortfolioReading {
        try JSONDecoder().decode(PortfolioReading.self, from: Data(bytes))
    }

    /// All tables together, so that measures and their funding may stand in two files.
    private mutating func read(tables: [Answers.Upload], _ t: Texts) throws(Unreadable) {
        var sheets: [Sheet] = []
        for file in tables {
            do {
                sheets += try PortfolioTables.sheets(file.bytes)
            } catch {
                throw Unreadable(reason: t(error.fault.template, error.fault.arguments))
            }
        }
        let reading = PortfolioTables.read(sheets)
        measures += reading.measures
        faults += reading.problems.map(Fault.init)
        faulty.formUnion(reading.faulty)
    }

    /// A plan's document, a portfolio's, or the measures alone; one that is wrong does not hide the others.
    private mutating func read(document bytes: [UInt8], _ t: Texts) throws(Unreadable) {
        let whole = try? JSONSerialization.jsonObject(with: Data(bytes))
        let list = (whole as? [String: Any])?["measures"] as? [Any] ?? whole as? [Any]
        guard let list else { throw Unreadable(reason: t("There are no measures in this file.")) }
        for (place, item) in list.enumerated() {
            do {
                let data = try JSONSerialization.data(withJSONObject: item, options: [.fragmentsAllowed])
                measures.append(try JSONDecoder().decode(CityMeasure.self, from: data))
            } catch let error as DecodingError {
                let problem = PlanProblem(error)
                faults.append(
                    Fault(
                        PlanProblem(
                            problem.check, "measures/\(place)\(problem.place)", problem.message, problem.values)))
            } catch {
                faults.append(Fault(PlanProblem("json", "measures/\(place)", "This is not JSON.")))
            }
        }
    }

    /// Ids are how measures are known again: each stands once, in plain letters.
    private mutating func names() {
        var seen: Set<String> = []
        for measure in measures {
            if !seen.insert(measure.id).inserted {
                faults.append(Fault(PlanProblem("twice", "", "“{id}” stands here twice.", ["id": measure.id])))
                faulty.insert(measure.id)
            }
            let isPlain = measure.id.allSatisfy {
                $0.isASCII && ($0.isNumber || $0.isLowercase || "-._".contains($0))
            }
            guard !isPlain || measure.id.isEmpty || measure.id.count > 100 else { continue }
            let message = "The id “{id}” is not made of small letters, figures and hyphens, at most 100."
            faults.append(Fault(PlanProblem("id", "", message, ["id": String(measure.id.prefix(60))])))
            faulty.insert(measure.id)
        }
    }
}

import Benchmark
import Foundation
import Members
import Storage
import Web

private let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

private func file(_ path: String) throws -> String {
    try String(contentsOfFile: "\(repository)/\(path)", encoding: .utf8)
}

let benchmarks: @Sendable () -> Void = {
    // The export that scripts/bench reads asks for the throughput as well.
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], warmupIterations: 10, maxDuration: .seconds(1))
    pages()
    texts()
    records()
    imports()
    inventories(repository: repository)
    pathways()
    plans(repository: repository)
    contracts(repository: repository)
    selections()
}

private func pages() {
    for (name, make) in [
        ("100 rows, HTML builder", { @Sendable (rows: HundredRows) in rows.built() }),
        ("100 rows, swift-mustache", { @Sendable (rows: HundredRows) in rows.templated() }),
    ] {
        Benchmark(
            name,
            closure: { benchmark, rows in
                for _ in benchmark.scaledIterations { blackHole(make(rows)) }
            },
            setup: {
                let rows = try HundredRows()
                guard rows.areEqual else { throw Difference() }
                return rows
            })
    }
    Benchmark(
        "page shell, Romanian",
        closure: { benchmark, frame in
            let page = Page(title: "Orașe", body: p { "Un rând." })
            for _ in benchmark.scaledIterations { blackHole(PageShell.render(page, frame: frame)) }
        },
        setup: {
            let languages = try Languages(folder: "\(repository)/Locales")
            let menu = [MenuItem(title: "Orașe", path: "/ro/cities", isCurrent: true)]
            return Frame(language: .ro, t: languages[.ro], menu: menu, path: "/ro/cities", alternatePath: "/en/cities")
        })
    Benchmark(
        "gzip of a 30 kB page, level 1",
        closure: { benchmark, bytes in
            for _ in benchmark.scaledIterations { blackHole(Gzip.compress(bytes, level: 1)) }
        },
        setup: { Array(try HundredRows().built().prefix(30_000)) })
}

/// The two ways of making the same page disagree.
struct Difference: Error {}

private func texts() {
    Benchmark("1000 forms of 20 fields", configuration: .init(scalingFactor: .kilo)) { benchmark in
        let pairs = (0..<20).map { ("field-\($0)", "Municipiul Târgu Mureș & împrejurimile \($0)") }
        let body = Array(FormBody.encode(pairs).utf8)
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try? FormBody.parse(body)) }
    }
    Benchmark("1000 names folded", configuration: .init(scalingFactor: .kilo)) { benchmark in
        for _ in benchmark.scaledIterations { blackHole(Folding.fold("Municipiul Târgu Mureș, Județul Mureș")) }
    }
    Benchmark(
        "markdown page",
        closure: { benchmark, text in
            for _ in benchmark.scaledIterations { blackHole(Markdown.html(text)) }
        },
        setup: { try file("Data/pages/about.ro.md") })
    Benchmark(
        "all Romanian translations read",
        closure: { benchmark, text in
            for _ in benchmark.scaledIterations { blackHole(try? Catalogue(po: text)) }
        },
        setup: { try file("Locales/ro.po") })
}

private func records() {
    Benchmark(
        "all cities read, SQLite",
        closure: { benchmark, places in
            for _ in benchmark.scaledIterations { blackHole(try await places.cities()) }
        },
        setup: { try await Places(repository: repository) })
    Benchmark("1000 audit entries hashed", configuration: .init(scalingFactor: .kilo)) { benchmark in
        for number in benchmark.scaledIterations {
            blackHole(
                AuditEntry.hash(
                    sequence: number, at: Instant(milliseconds: 1_790_000_000_000), actor: nil,
                    activity: "profile.changed", subjectKind: "city", subject: "54975",
                    details: #"{"fields":"summary"}"#, previousHash: AuditEntry.genesisHash))
        }
    }
}

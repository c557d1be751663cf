import Mustache
import Web

/// One page of a hundred rows, made once by the hub's builder and once by a template library, from the same records.
/// Names and notes hold every character that must be escaped.
struct HundredRows: Sendable {
    struct Row: Sendable {
        let name: String
        let path: String
        let county: String
        let population: String
        let note: String
    }

    let rows: [Row]
    private let template: MustacheTemplate

    init() throws {
        rows = (0..<100).map { number in
            Row(
                name: "Târgu Exemplu \(number)", path: "/ro/cities/targu-exemplu-\(number)",
                county: "Județul \(number % 41)", population: "\(50 + number).\(100 + number)",
                note: "„Verde & curat” <până în \(2030 + number % 20)>, spune primăria 'noastră' \"deschis\"")
        }
        template = try MustacheTemplate(string: Self.text)
    }

    func built() -> [UInt8] {
        let page = html(.lang("ro")) {
            head {
                meta(.attribute("charset", "utf-8"))
                title { "O sută de orașe" }
            }
            body {
                h1 { "O sută de orașe" }
                table(.class("data")) {
                    tbody { for row in rows { line(row) } }
                }
            }
        }
        return page.bytes
    }

    private func line(_ row: Row) -> HTML {
        tr {
            th(.scope("row")) { a(.href(row.path)) { row.name } }
            td { row.county }
            td(.class("number")) { row.population }
            td { row.note }
        }
    }

    func templated() -> [UInt8] { Array(template.render(self).utf8) }

    /// Both ways must say the same; a faster page with other words proves nothing.
    var areEqual: Bool {
        func words(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 > 0x20 } }
        return words(built()) == words(templated())
    }

    private static let text = """
        <html lang="ro">
        <head>
        <meta charset="utf-8">
        <title>O sută de orașe</title>
        </head>
        <body>
        <h1>O sută de orașe</h1>
        <table class="data">
        <tbody>
        {{#rows}}
        <tr><th scope="row"><a href="{{path}}">{{name}}</a></th><td>{{county}}</td>\
        <td class="number">{{population}}</td><td>{{note}}</td></tr>
        {{/rows}}
        </tbody>
        </table>
        </body>
        </html>
        """
}

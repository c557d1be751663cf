import Testing

@testable import Web

@Suite("HTML builder")
struct HTMLTests {
    @Test(
        "escapes every character with a meaning, in text and in attributes",
        arguments: [
            ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"), ("\u{0}", "\u{fffd}"),
            ("\u{1b}", "\u{fffd}"), ("\u{7f}", "\u{fffd}"), ("\n", "\n"), ("\t", "\t"), ("ș", "ș"), ("👩‍🌾", "👩‍🌾"),
            ("&lt;", "&amp;lt;"), ("a<b>c", "a&lt;b&gt;c"), ("", ""),
        ])
    func escaping(text: String, escaped: String) {
        #expect(p { text }.string == "<p>\(escaped)</p>")
        #expect(p(.attribute("title", text)).string == "<p title=\"\(escaped)\"></p>")
        #expect(
            p(.data("x", text), .aria("label", text)).string
                == "<p data-x=\"\(escaped)\" aria-label=\"\(escaped)\"></p>")
    }

    @Test("no text breaks out of an element or an attribute: whatever is written can be read back")
    func roundTrip() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let text = String((0..<20).map { _ in "<>&\"'=/ aș;#x27-".randomElement(using: &generator) ?? "a" })
            let inside = div(.class(text)) { text }.string.dropFirst("<div class=\"".count).dropLast("</div>".count)
            let parts = inside.split(separator: "\"", omittingEmptySubsequences: false)
            #expect(parts.count == 2)
            #expect(Self.unescaped(String(parts[0])) == text)
            #expect(parts.last.map { Self.unescaped(String($0.dropFirst())) } == text)
        }
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    @Test(
        "addresses that could run a script lead nowhere",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//elsewhere.example",
            "/\\elsewhere.example", "x:y",
        ])
    func refusedAddresses(address: String) {
        #expect(a(.href(address)).string == "<a href=\"#\"></a>")
        #expect(img(.src(address)).string == "<img src=\"#\">")
        #expect(form(.action(address)).string == "<form action=\"#\"></form>")
    }

    @Test(
        "ordinary addresses stay as they are",
        arguments: [
            "/ro/cities?q=a%20b", "?sort=-name", "#main", "", "https://example.ro/a:b", "http://example.ro",
            "mailto:a@example.ro", "tel:+40210000000", "cities/12:30", "HTTPS://EXAMPLE.RO",
        ])
    func allowedAddresses(address: String) {
        #expect(a(.href(address)).string == "<a href=\"\(address)\"></a>")
    }

    @Test("the builder takes texts, options, branches and loops in order")
    func building() {
        let missing: String? = nil
        func list(_ isLong: Bool) -> HTML {
            ul {
                for number in 1...2 { li { "\(number)" } }
                if isLong { li { "long" } } else { li { "short" } }
                missing
                if let missing { li { missing } }
                [li { "a" }, li { "b" }]
            }
        }
        #expect(list(true).string == "<ul><li>1</li><li>2</li><li>long</li><li>a</li><li>b</li></ul>")
        #expect(list(false).string == "<ul><li>1</li><li>2</li><li>short</li><li>a</li><li>b</li></ul>")
        #expect(HTML {}.isEmpty)
        #expect(!br().isEmpty)
    }

    @Test("attributes without a value are left out, flags have none, void elements have no end tag")
    func attributes() {
        #expect(
            input(.id(nil), .name("a"), .flag("checked"), .flag("disabled", if: false)).string
                == "<input name=\"a\" checked>")
        #expect(div { br() }.string == "<div><br></div>")
    }

    @Test("the first line break of a text field survives the browser, which drops one")
    func textareas() {
        #expect(textarea(value: "\nsecond").string == "<textarea>\n\nsecond</textarea>")
        #expect(textarea(value: "\r\nsecond").string == "<textarea>\n\r\nsecond</textarea>")
        #expect(textarea(value: "first").string == "<textarea>first</textarea>")
    }

    @Test("pages larger than the first piece of memory are whole")
    func growth() {
        let page = div { for number in 0..<20_000 { p { "\(number) & ț" } } }
        let expected = "<div>" + (0..<20_000).map { "<p>\($0) &amp; ț</p>" }.joined() + "</div>"
        #expect(page.string == expected)
        var bytes = Array("before".utf8)
        page.render(into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "before" + expected)
    }

    @Test("late markup knows the number of bytes before it")
    func late() {
        #expect(
            p {
                HTML {
                    "1234"; HTML.late { .text("\($0)") }
                }
            }.string == "<p>12347</p>")
    }
}

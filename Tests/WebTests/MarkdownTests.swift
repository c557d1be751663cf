import Testing

@testable import Web

@Suite struct MarkdownTests {
    @Test func writesHeadingsBelowThePagesOwn() {
        #expect(Markdown.html("# Orașe\n\ntext").string == "<h2>Orașe</h2>\n<p>text</p>\n")
        #expect(Markdown.html("###### Mic").string == "<h2>Mic</h2>\n")
    }

    @Test(arguments: [
        ([2, 3, 3, 2], [2, 3, 3, 2]), ([1, 2, 6], [2, 3, 4]), ([3, 2, 4], [2, 2, 3]), ([], []),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
    ])
    func keepsHeadingsInOrder(written: [Int], shown: [Int]) {
        #expect(HeadingLevels.ordered(written, top: 2) == shown)
    }

    @Test func writesTables() {
        let html = Markdown.html("| a | b |\n|---|---|\n| 1 | 2 |\n").string
        #expect(html.contains("<th>a</th>") && html.contains("<td>2</td>"))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "a <b onclick=x>b</b>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
        "![x](https://other.example/x.png)", "<img src=x onerror=alert(1)>", "[x](data:text/html,<script>)",
        "<a href=\"javascript:x\">x</a>", "[x]: javascript:x\n\n[x]",
    ])
    func hostileTextBecomesHarmless(text: String) {
        let html = Markdown.html(text).string.lowercased()
        for danger in ["<script", "onclick", "onerror=a", "href=\"javascript", "href=\"data:", "<img", "src="] {
            #expect(!html.contains(danger), "\(html)")
        }
    }

    @Test func keepsAnImagesWords() { #expect(Markdown.html("![Harta](x.png)").string == "<p>Harta</p>\n") }

    @Test(arguments: [
        ("Ca **oraș**.", "Ca oraș."), ("# A\n\nb\nc", "A b c"), ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
        ("- x\n- y", "x y"), ("a<b>c</b>", "ac"), ("", ""),
    ])
    func keepsWordsAsTheyStand(text: String, words: String) { #expect(Markdown.plainText(text) == words) }

    @Test func givesWordsForSearch() {
        let words = Markdown.plainText("# A **b** [c](d)\n\n`e`").split(separator: " ")
        #expect(words == ["A", "b", "c", "e"])
    }
}

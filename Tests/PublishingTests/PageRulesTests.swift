import Testing

@testable import Publishing
@testable import Web

@Suite struct PageRulesTests {
    private let t = Texts(language: .en, catalogue: nil)

    @Test(arguments: ["energie", "plan-2030", "a"]) func takesPlainAddresses(slug: String) {
        #expect(PageRules.problem(slug: slug, t) == nil)
    }

    @Test(arguments: ["Energie", "pădure", "a b", "-a", "a-", "a--b", "a/b", "new", "..", "a%20"])
    func refusesOtherAddresses(slug: String) { #expect(PageRules.problem(slug: slug, t) != nil) }

    @Test func fixedPagesStayInOneLanguage() {
        #expect(PageRules.mayWithdraw(slug: "energie", isPublicInOtherLanguage: false))
        #expect(PageRules.mayWithdraw(slug: "about", isPublicInOtherLanguage: true))
        #expect(!PageRules.mayWithdraw(slug: "about", isPublicInOtherLanguage: false))
    }

    @Test func readsASeedFile() {
        let text = PagesSeed.Text(markdown: "# Titlu\n\nPrima\nfrază.\n\n## Parte\n\nRest\n")
        #expect(text.title == "Titlu" && text.lead == "Prima frază." && text.body == "## Parte\n\nRest")
        #expect(PagesSeed.Text(markdown: "# T\n\n## Parte\n\nRest").lead == "")
    }
}

@Suite struct LineDifferenceTests {
    @Test func namesLinesThatWentAndCame() {
        let difference = LineDifference(from: "a\nb\nc", to: "a\nx\nc\nd")
        #expect(
            difference.lines == [
                .init(kind: .same, text: "a"), .init(kind: .removed, text: "b"), .init(kind: .added, text: "x"),
                .init(kind: .same, text: "c"), .init(kind: .added, text: "d"),
            ])
    }

    /// Whatever the texts, both can be read out of the difference again.
    @Test(arguments: [("", ""), ("a", ""), ("", "a\nb"), ("a\nb\na\nb", "b\na\na"), ("1\n2\n3\n4", "4\n3\n2\n1")])
    func holdsBothTexts(old: String, new: String) {
        let lines = LineDifference(from: old, to: new).lines
        #expect(lines.filter { $0.kind != .added }.map(\.text).joined(separator: "\n") == old)
        #expect(lines.filter { $0.kind != .removed }.map(\.text).joined(separator: "\n") == new)
    }

    @Test func showsVeryLongTextsOneAfterTheOther() {
        let long = Array(repeating: "x", count: LineDifference.limit + 1).joined(separator: "\n")
        let lines = LineDifference(from: long, to: "y").lines
        #expect(lines.count == LineDifference.limit + 2 && lines.last?.kind == .added)
    }
}

import Testing

@testable import Web

private let t = Texts(language: .en, catalogue: nil)

@Suite("Form fields")
struct FormFieldTests {
    private static let choices = [Option("a", "First"), Option("b", "Second")]
    static let kinds: [Field.Kind] = [
        .text(maxLength: 50), .email, .password(minLength: 12), .code(length: 6),
        .number(range: 0...9, decimals: 0, unit: "kg"), .select(choices), .checkbox, .textarea(maxLength: 90, rows: 3),
        .file(types: [.pdf], maxBytes: 1_000_000),
    ]
    static let groups: [Field.Kind] = [.date(), .radios(choices), .checkboxes(choices)]

    private func html(_ kind: Field.Kind, _ answers: Answers = Answers(), optional: Bool = false) -> String {
        let field = Field("it", "The label", hint: "The hint", optional: optional, kind)
        return FormView(Form([field]), answers, t, token: "secret", action: "/en/x", submit: "Save").html.string
    }

    private var refused: Answers {
        var answers = Answers()
        answers.refuse("it", "write something")
        return answers
    }

    @Test("a single control has its label, hint and error tied to it", arguments: kinds)
    func single(kind: Field.Kind) {
        let fine = html(kind)
        #expect(fine.contains("<label for=\"field-it\">The label</label>"))
        #expect(fine.contains("id=\"field-it\""))
        #expect(fine.contains("id=\"field-it-hint\">The hint"))
        #expect(fine.contains("aria-describedby=\"field-it-hint"))
        #expect(!fine.contains("aria-invalid"))
        let wrong = html(kind, refused)
        #expect(wrong.contains("aria-describedby=\"field-it-hint field-it-error"))
        #expect(wrong.contains("aria-invalid=\"true\""))
        #expect(wrong.contains("id=\"field-it-error\"><span class=\"hidden\">Error: </span>Write something</p>"))
        #expect(wrong.contains("<a href=\"#field-it\">The label: write something</a>"))
    }

    @Test("several controls stand in a fieldset whose first control the summary leads to", arguments: groups)
    func group(kind: Field.Kind) {
        let wrong = html(kind, refused)
        #expect(
            wrong.contains("<fieldset aria-describedby=\"field-it-hint field-it-error\"><legend>The label</legend>"))
        #expect(wrong.contains("<a href=\"#field-it\">The label: write something</a>"))
        #expect(wrong.contains("id=\"field-it\""))
        let labels = wrong.matches(of: /<label for="([^"]+)"/).map { String($0.1) }
        #expect(labels.count == (wrong.contains("The hint For example") ? 3 : 2))
        for id in labels { #expect(wrong.matches(of: /<input[^>]* id="([^"]+)"/).contains { String($0.1) == id }) }
    }

    @Test("optional fields say so; filters do not, nobody expects to fill them in")
    func optional() {
        #expect(html(.email, optional: true).contains("<span class=\"optional\"> (optional)</span>"))
        #expect(!html(.email).contains("(optional)"))
        let filter = Components.filter(
            Form([Field("q", "Name", optional: true, .text(maxLength: 9))]), Answers(), t, action: "/en/x",
            label: "Filter")
        #expect(!filter.string.contains("(optional)"))
        #expect(!filter.string.contains(FormView.tokenName))
    }

    @Test("what was typed is kept, except passwords")
    func keeping() {
        let typed = Answers(texts: ["it": ["<typed>"]])
        #expect(html(.text(maxLength: 50), typed).contains("value=\"&lt;typed&gt;\""))
        #expect(html(.textarea(maxLength: 50, rows: 2), typed).contains("&lt;typed&gt;</textarea>"))
        #expect(!html(.password(minLength: 12), typed).contains("typed"))
        #expect(html(.select(Self.choices), Answers(texts: ["it": ["b"]])).contains("<option value=\"b\" selected>"))
        #expect(html(.radios(Self.choices), Answers(texts: ["it": ["a"]])).contains("value=\"a\" checked"))
        let date = html(.date(), Answers(texts: ["it": ["2026-11-22"]]))
        #expect(date.contains("name=\"it-day\" value=\"22\"") && date.contains("name=\"it-year\" value=\"2026\""))
        let typedDate = Answers(texts: ["it-day": ["31"], "it-month": ["x"]])
        #expect(html(.date(), typedDate).contains("name=\"it-month\" value=\"x\""))
    }

    @Test("forms carry their token and version; problems without a field are no links")
    func wholeForm() {
        var answers = Answers()
        answers.refuse(nil, "Somebody else was faster")
        let view = FormView(Form([]), answers, t, token: "secret", action: "/en/x", submit: "Save", version: 7)
        let html = view.html.string
        #expect(html.contains("<input type=\"hidden\" name=\"form-token\" value=\"secret\">"))
        #expect(html.contains("<input type=\"hidden\" name=\"version\" value=\"7\">"))
        #expect(html.contains("<li>Somebody else was faster</li>"))
    }
}

@Suite("Tables, lists and texts")
struct ComponentTests {
    @Test("headings have a scope, numbers their class, and sorting turns round")
    func table() {
        func html(_ sort: String) -> String {
            DataTable(
                caption: "Cities",
                columns: [.init("City", sort: "name"), .init("People", number: true, sort: "people")],
                rows: [[.text("Alba"), .number("1,000", 1000)]],
                address: ListAddress("/en/cities", query: [("q", "al"), ("sort", sort), ("after", "x")])
            ).html.string
        }
        let up = html("name")
        #expect(
            up.contains(
                "<th scope=\"col\" aria-sort=\"ascending\"><a class=\"sort\" href=\"/en/cities?q=al&amp;sort=-name\">"))
        #expect(up.contains("<th scope=\"row\">Alba</th><td class=\"number\" data-value=\"1000.0\">1,000</td>"))
        #expect(up.contains("role=\"region\" aria-label=\"Cities\" tabindex=\"0\""))
        #expect(
            html("-people").contains(
                "aria-sort=\"descending\"><a class=\"sort\" href=\"/en/cities?q=al&amp;sort=people\">"))
    }

    @Test("the two texts of a conflict are whole in what is sent and differ only where marked")
    func conflict() {
        let mine = "one two\nthree <b>"
        let theirs = "one 2\nthree four"
        let html = TextConflict(name: "story", label: "Story", yours: mine, theirs: theirs, theirsBy: "Ana", t).html
            .string
        #expect(html.contains("name=\"story\" value=\"one two\nthree &lt;b&gt;\" checked"))
        #expect(html.contains("name=\"story\" value=\"one 2\nthree four\""))
        #expect(html.contains("<mark>two</mark>") && html.contains("<mark>2</mark>"))
    }

    @Test(
        "the words of a difference joined are the texts again",
        arguments: [
            ("", ""), ("a", ""), ("", "b c"), ("a b c", "a c"), (" a  b ", "b a"), ("same\ntext", "same\ntext"),
        ])
    func difference(one: String, two: String) {
        let difference = TextDifference(one, two)
        #expect(difference.first.map(\.text).joined() == one)
        #expect(difference.second.map(\.text).joined() == two)
        #expect(
            difference.first.filter(\.isShared).map(\.text).joined()
                == difference.second.filter(\.isShared).map(\.text).joined())
    }

    @Test("a list's address keeps its filters and forgets its place when the order changes")
    func address() {
        let list = ListAddress("/en/cities", query: [("q", "a b"), ("after", "m"), ("empty", "")])
        #expect(list.text == "/en/cities?q=a%20b&after=m")
        #expect(list.with("sort", "-name").text == "/en/cities?q=a%20b&sort=-name")
        #expect(list.with("before", "c").text == "/en/cities?q=a%20b&before=c")
        #expect(list.with("q", nil).text == "/en/cities")
    }

    @Test("axes have round steps inside the range")
    func ticks() {
        #expect(ChartScale(low: 0, high: 412).ticks() == [0, 200, 400])
        #expect(ChartScale(low: -24.6, high: 182.4).ticks() == [0, 100])
        #expect(ChartScale(low: 0, high: 0.8).ticks() == [0, 0.2, 0.4, 0.6000000000000001, 0.8])
        #expect(ChartScale(low: 5, high: 5).percent(.nan) == "0%")
    }
}

@Suite("Page frame")
struct PageShellTests {
    private func render(_ page: Page, notice: String? = nil) -> String {
        let frame = Frame(
            language: .ro, t: t, menu: [.init(title: "Orașe", path: "/ro/cities", isCurrent: true)], path: "/ro/cities",
            alternatePath: "/en/cities", styleURL: "/s.css", scriptURL: "/s.js", publicURL: "https://m100.example",
            isDemonstration: true, notice: notice, assetBytes: 8000)
        return String(decoding: PageShell.render(page, frame: frame), as: UTF8.self)
    }

    @Test("every page has language, title, way to skip, other language, feedback, statements and estimate")
    func frame() {
        let html = render(Page(title: "Orașe <3", body: p { "x" }), notice: "Saved")
        for part in [
            "<!doctype html>\n<html lang=\"ro\">", "<title>Orașe &lt;3 – M100</title>", "href=\"#main\"",
            "<main id=\"main\"", "<h1>Orașe &lt;3</h1>", "hreflang=\"en\" href=\"https://m100.example/en/cities\"",
            "href=\"/ro/feedback?page=%2Fro%2Fcities\"", "href=\"/ro/accessibility\"", "href=\"/ro/privacy\"",
            "aria-current=\"page\"", "Demonstration.", "role=\"status\"", "rating A+",
        ] {
            #expect(html.contains(part), "\(part)")
        }
        #expect(html.matches(of: /<h1/).count == 1)
    }

    @Test("the title says that there are problems")
    func problems() {
        #expect(
            render(Page(title: "Profile", problems: true, body: .empty)).contains(
                "<title>Error: Profile – M100</title>"))
    }

    @Test("linked data cannot end its element")
    func linkedData() {
        let html = render(Page(title: "x", jsonLD: "{\"name\":\"</script><p>\"}", body: .empty))
        #expect(html.contains("{\"name\":\"\\u003c/script>\\u003cp>\"}"))
    }

    @Test("nothing on the page of components has inline style or script")
    func noInline() {
        let html = render(DesignCatalogue.page(t, path: "/en/design"))
        #expect(!html.contains(" style=") && !html.contains(" onclick=") && html.matches(of: /<script/).count == 1)
        let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
    }
}

@Suite("Carbon estimate")
struct CarbonEstimateTests {
    private func isClose(_ one: Double, _ two: Double) -> Bool { abs(one - two) < 0.0005 }

    @Test("one gigabyte gives the model's published values")
    func gigabyte() {
        let estimate = CarbonEstimate(bytes: 1_000_000_000)
        #expect(isClose(estimate.dataCentre, 27.170) && isClose(estimate.network, 29.146))
        #expect(isClose(estimate.device, 39.520) && isClose(estimate.making, 5.928 + 6.422 + 40.014))
        #expect(isClose(estimate.grams, 148.2))
        #expect(isClose(CarbonEstimate(bytes: 1_000_000_000, green: 1).grams, 121.03))
        #expect(isClose(CarbonEstimate(bytes: 1_000_000_000, green: 0.5).grams, 134.615))
        let romania = CarbonEstimate.Grid(dataCentre: 245.55, network: 245.55, device: 245.55)
        #expect(abs(CarbonEstimate(bytes: 1_000_000_000, grid: romania).grams - 100.0) < 0.05)
    }

    @Test(
        "ratings change just above their limits",
        arguments: [
            (0.0, "A+"), (0.040, "A+"), (0.0401, "A"), (0.079, "A"), (0.145, "B"), (0.209, "C"), (0.278, "D"),
            (0.359, "E"), (0.3591, "F"), (9.0, "F"),
        ])
    func ratings(grams: Double, rating: String) {
        #expect(CarbonEstimate.rating(grams: grams) == rating)
    }

    @Test("a page of 30 kB stays far inside A+")
    func page() {
        #expect(abs(CarbonEstimate(bytes: 30_000).grams - 0.0044) < 0.00005)
    }
}

/// DOCX from HTML, by pandoc in a process of its own.
package struct WordDocument: Sendable {
    private let program: DocumentProgram
    private let reference: String

    /// - Parameter reference: path of the document whose styles are taken.
    package init(reference: String, program: String = "pandoc", limit: Duration = .seconds(120)) {
        self.program = DocumentProgram(name: program, package: "pandoc", limit: limit)
        self.reference = reference
    }

    /// The document; the same HTML and time give the same bytes.
    ///
    /// pandoc would fetch what an element shows, and Debian's build cannot run in its sandbox: a text with such an
    /// element is refused.
    ///
    /// - Parameter contents: title of the table of contents.
    package func bytes(_ html: String, language: String, contents: String, time: Int) async throws -> [UInt8] {
        for element in Self.fetching where html.contains(element) {
            throw DocumentFailure.refused(name: "pandoc", words: "\(element)> would be fetched")
        }
        return try await program.output(
            [
                "--from=html", "--to=docx", "--toc", "--toc-depth=3", "--metadata=toc-title:\(contents)",
                "--metadata=lang:\(language)",
                "--reference-doc=\(reference)", "--output=-", "+RTS", "-M2G", "-RTS",
            ],
            input: Array(html.utf8), time: time)
    }

    private static let fetching = [
        "<img", "<iframe", "<embed", "<object", "<video", "<audio", "<source", "<svg", "<link",
    ]
}

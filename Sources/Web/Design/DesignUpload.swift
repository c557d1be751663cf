import Storage

/// A form with a file that works: what arrives is described and thrown away.
package enum DesignUpload {
    /// The greatest size of the whole form: the file and a little more.
    package static let bodyLimit = 10_500_000

    package static let form = Form([
        Field("title", "Title", .text(maxLength: 120)),
        Field("decision", "Council decision", .file(types: [.pdf, .png, .jpeg, .xlsx, .csv], maxBytes: 10_000_000)),
        Field(
            "annexes", "Annexes", optional: true,
            .file(types: [.pdf, .zip, .text], maxBytes: 1_000_000, most: 3)),
    ])

    package static func page(_ visit: Visit) -> Page { page(visit, Answers(), received: .empty) }

    /// Answers the form: with its problems, or with what the hub has understood.
    package static func reply(_ visit: Visit) -> Reply {
        let answers = form.check(visit.answers, visit.t)
        guard answers.isFine else { return .page(page(visit, answers, received: .empty), status: 422) }
        let uploads = answers.files("decision") + answers.files("annexes")
        let t = visit.t
        let received = Components.notice(.success, t("The files arrived. Nothing was saved."), t) {
            for upload in uploads { Components.summaryList(rows(upload, t), t) }
        }
        return .page(page(visit, Answers(texts: ["title": [answers.text("title")]]), received: received))
    }

    private static func rows(_ upload: Answers.Upload, _ t: Texts) -> [Components.SummaryRow] {
        [
            .init(t("Name of the file"), upload.fileName),
            .init(t("Kind"), upload.type?.name ?? ""),
            .init(t("Size in bytes"), Figures(language: t.language).integer(upload.bytes.count)),
            .init(t("Fingerprint (SHA-256)"), Blob.hash(of: upload.bytes)),
        ]
    }

    private static func page(_ visit: Visit, _ answers: Answers, received: HTML) -> Page {
        let t = visit.t
        let path = visit.path("/design/upload")
        return Page(
            title: t("A form with files"), caption: t("For those who build the hub"),
            breadcrumb: [.init(t("Design system"), visit.path("/design"))], problems: !answers.isFine, isPrivate: true,
            body: HTML {
                received
                FormView(form, answers, t, token: visit.formToken, action: path, submit: t("Send")).html
            })
    }
}

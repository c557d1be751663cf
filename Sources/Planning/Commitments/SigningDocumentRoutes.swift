import Contract
import Members
import Storage
import Web

/// The document that the signatories of a contract sign: frozen when it is made, and the same for all of them.
struct SigningDocumentRoutes {
    static let form = Form([
        Field(
            "file", "Document to be signed (PDF)",
            hint: "Every signatory downloads exactly this file; signatures are checked against it.",
            .file(types: [.pdf], maxBytes: CommitmentForm.fileBytes))
    ])

    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/contracts/:contract/signatories/document"
        routes.get(path, ContractRules.reader) { visit in
            .page(page(try await desk(visit), Answers(), visit))
        }
        routes.post(path, ContractRules.committer, filesUpTo: CommitmentForm.bodyLimit, make)
    }

    private func desk(_ visit: Visit) async throws -> SignatoryDesk {
        try await ContractDesk.open(kit, visit) { desk, connection in try SignatoryDesk(connection, desk) }
    }

    private func make(_ visit: Visit) async throws -> Reply {
        let view = try await desk(visit)
        let checked = Self.form.check(visit.answers, visit.t)
        guard checked.isFine, let upload = checked.files("file").first else {
            return .page(page(view, checked, visit), status: 422)
        }
        let (id, snapshot): (ID<SigningDocumentKind>, ID<ContractSnapshot>) = (kit.ids.next(), kit.ids.next())
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard let desk = try ContractDesk(connection, view.desk.record.id, visit.visitor) else {
                throw PageError.notFound
            }
            let frozen = try ContractSnapshot.take(
                connection, id: snapshot, of: desk.record, by: person, at: visit.now)
            let hash = try Blob.store(
                upload.bytes, mediaType: FileType.pdf.mediaType, at: visit.now, in: connection)
            try CommitmentDocument.add(
                connection, id: id, of: frozen, blobHash: hash, by: person, at: visit.now)
            try desk.record(connection, "contract.signing-document-made", visit)
        }
        return .seeOther(
            visit.path("\(view.path)/document"), notice: visit.t("The document to be signed stands ready."))
    }

    private func page(_ view: SignatoryDesk, _ answers: Answers, _ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Document to be signed"),
            breadcrumb: view.desk.trail(visit) + [Page.Crumb(t("Signatories"), visit.path(view.path))],
            problems: !answers.isFine, isPrivate: true,
            body: HTML {
                if let document = view.document {
                    Components.summaryList(
                        [
                            Components.SummaryRow(t("Made on"), visit.figures.time(document.madeAt)),
                            Components.SummaryRow(
                                t("Hash of the file (SHA-256)"), HTML { code(.class("hash")) { document.blobHash } }),
                        ], t)
                } else {
                    p { t("There is no document to be signed yet") }
                }
                if view.desk.right >= .certify {
                    if view.document != nil {
                        Components.notice(.warning, t("A new document has to be signed by everybody again"), t)
                    }
                    p {
                        t(
                            "The contract is frozen at the same moment. Leave out of the file what is withheld: every signatory reads it."
                        )
                    }
                    FormView(
                        Self.form, answers, t, token: visit.formToken, action: visit.path("\(view.path)/document"),
                        submit: t("Put the document up for signing"), cancel: (t("Cancel"), visit.path(view.path))
                    ).html
                }
            })
    }
}

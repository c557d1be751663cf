import Background
import Contract
import Members
import Storage
import Web

/// The document that is signed, and the signatures that come back.
struct SignatureRoutes {
    let kit: Kit
    let reader: PDFSignatureReader

    init(kit: Kit, reader: PDFSignatureReader = PDFSignatureReader()) {
        self.kit = kit
        self.reader = reader
    }

    func add(to routes: inout Routes) {
        let path = "/commitments/:commitment"
        routes.get("\(path)/document", CommitmentRules.reader, document)
        routes.get("\(path)/signature", CommitmentRules.certifier) { visit in
            let desk = try await CommitmentDesk.open(kit, visit)
            return .page(CommitmentFormPages(desk: desk, visit: visit).signing(Answers(["form": "digital"])))
        }
        routes.post("\(path)/signature", CommitmentRules.certifier, filesUpTo: CommitmentForm.bodyLimit, sign)
        routes.get("\(path)/signatures/:signature", CommitmentRules.reader, file)
    }

    private func document(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        guard let hash = desk.document?.blobHash,
            let blob = try await kit.database.read({ try Blob.fetch(hash, in: $0) })
        else { throw PageError.notFound }
        return .file(blob, fileName: "contract-\(desk.desk.city.slug).pdf")
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        let id = visit.parameters["signature"]
        guard let signature = desk.signatures.first(where: { $0.id.description == id }),
            let hash = signature.blobHash, let blob = try await kit.database.read({ try Blob.fetch(hash, in: $0) })
        else { throw PageError.notFound }
        return .file(blob, fileName: signature.fileName)
    }

    private func sign(_ visit: Visit) async throws -> Reply {
        let desk = try await CommitmentDesk.open(kit, visit)
        var checked = CommitmentForm.signature.check(visit.answers, visit.t)
        let upload = checked.files("file").first
        let content = checked.isFine ? try await content(&checked, upload, desk, visit) : nil
        guard checked.isFine, let content else {
            return .page(CommitmentFormPages(desk: desk, visit: visit).signing(checked), status: 422)
        }
        let id: ID<CommitmentSignatureKind> = kit.ids.next()
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            var content = content
            content.blobHash = try upload.map { upload in
                try Blob.store(
                    upload.bytes, mediaType: (upload.type ?? .pdf).mediaType, at: visit.now, in: connection)
            }
            try CommitmentSignature.record(
                connection, id: id, of: desk.commitment.id, content, by: person, at: visit.now)
            try desk.record(connection, Self.activity(content), visit)
        }
        if let found = content.check, found.outcome != .validOnOurs {
            return .page(CommitmentFormPages(desk: desk, visit: visit).signing(checked, found), status: 422)
        }
        return .seeOther(visit.path(desk.commitment.path), notice: visit.t("The answer is recorded."))
    }

    private static func activity(_ content: CommitmentSignature.Content) -> String {
        switch content.form {
        case .refusal: "commitment.refused"
        case .paper: "commitment.signed"
        case .digital: content.check?.outcome == .validOnOurs ? "commitment.signed" : "commitment.signature-failed"
        }
    }

    /// What the answers say, with what was found in a signed file; nil where they do not fit together.
    private func content(
        _ answers: inout Answers, _ upload: Answers.Upload?, _ desk: CommitmentDesk, _ visit: Visit
    ) async throws -> CommitmentSignature.Content? {
        let t = visit.t
        guard let form = CommitmentSignature.Form(rawValue: answers.text("form")) else { return nil }
        if form != .refusal, upload == nil { answers.refuse("file", t("choose the signed file")) }
        if form != .digital {
            if answers.text("signer").isEmpty { answers.refuse("signer", t("write the name")) }
            if answers.day("day") == nil { answers.refuse("day", t("write the day")) }
        }
        var found: SignatureCheck?
        if form == .digital, let upload {
            guard let hash = desk.document?.blobHash,
                let ours = try await kit.database.read({ try Blob.fetch(hash, in: $0) })?.bytes
            else {
                answers.refuse("form", t("There is no document to be signed yet"))
                return nil
            }
            do {
                found = try await SignatureCheck.of(
                    upload.bytes, ours: ours, expected: desk.commitment.content.person, reader: reader)
            } catch let failure as PDFSignatureReader.Failure {
                visit.logger.error("\(failure)")
                answers.refuse(
                    "file",
                    t(
                        "The signatures cannot be checked on this machine now; the administrator finds the cause in the log."
                    ))
            }
        }
        guard answers.isFine else { return nil }
        let signer = found.map { check in check.counted.map { check.signatures[$0].signer } ?? "" }
        return CommitmentSignature.Content(
            document: desk.document?.id, form: form, fileName: upload?.fileName ?? "", check: found,
            signer: signer ?? answers.text("signer"),
            day: found == nil ? answers.day("day") ?? visit.today : visit.today,
            note: answers.text("note"))
    }
}

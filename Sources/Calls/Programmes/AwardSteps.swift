import Storage
import Web

/// All that can be done to an award, one entry a step.
enum AwardSteps {
    static let all = [
        AwardPaperSteps.agreement, AwardPaperSteps.aidCheck, AwardTrancheSteps.adding, AwardTrancheSteps.reporting,
        AwardTrancheSteps.deciding, AwardPaymentSteps.proposing, AwardPaymentSteps.approving,
        AwardPaymentSteps.recording, AwardEventSteps.holding, AwardEventSteps.releasing, AwardEventSteps.asking,
        AwardEventSteps.answering, AwardEventSteps.claiming, AwardEventSteps.receiving,
    ]

    static func reason(_ label: String, hint: String? = nil, optional: Bool = false) -> Field {
        Field("reason", label, hint: hint, optional: optional, .textarea(maxLength: 4000, rows: 4))
    }

    static func money(_ name: String, _ label: String, hint: String? = nil) -> Field {
        Field(name, label, hint: hint, SupportProgrammeForm.money)
    }

    static func day(_ name: String, _ label: String, hint: String? = nil) -> Field {
        Field(name, label, hint: hint, .date(years: 2014...2100))
    }

    static func file(_ label: String, hint: String? = nil, optional: Bool = false) -> Field {
        Field(
            "file", label, hint: hint, optional: optional,
            .file(types: [.pdf, .docx, .xlsx, .odt, .ods, .zip], maxBytes: AwardStepRoutes.fileBytes))
    }

    /// Keeps the file of a form; nil where none was sent.
    static func keep(
        _ answers: Answers, _ connection: any Connection, at: Instant
    ) throws -> (hash: String, name: String)? {
        guard let upload = answers.files("file").first, let type = upload.type else { return nil }
        let hash = try Blob.store(upload.bytes, mediaType: type.mediaType, at: at, in: connection)
        return (hash, upload.fileName)
    }

    static func yesOrNo(_ name: String, _ label: String, yes: String, no: String) -> Field {
        Field(name, label, .radios([Option("yes", yes), Option("no", no)]))
    }

    /// Says why where the answer is no.
    static func needReason(_ answers: inout Answers, _ name: String, _ t: Texts) {
        if answers.text(name) == "no", answers.text("reason").isEmpty { answers.refuse("reason", t("say why")) }
    }
}

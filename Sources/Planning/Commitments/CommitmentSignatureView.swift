import Background
import Web

/// What was found in a signed file, and what nobody looked at.
struct CommitmentSignatureView {
    let check: SignatureCheck
    let visit: Visit

    init(_ check: SignatureCheck, _ visit: Visit) {
        self.check = check
        self.visit = visit
    }

    private var t: Texts { visit.t }

    var html: HTML {
        HTML {
            Components.notice(
                check.outcome == .validOnOurs ? .success : .warning, t(check.outcome.title), t
            ) {
                p { t(check.outcome.advice) }
            }
            if !check.signatures.isEmpty { table.html }
            Components.disclosure(t("What was checked and what was not")) {
                ul {
                    li {
                        t(
                            "Checked: the signed bytes are unchanged, and they begin with exactly the document that this hub made."
                        )
                    }
                    li { t("Checked: the certificate's name and its period of validity.") }
                    li {
                        t(
                            "Not checked: the European list of trusted providers, and revocation at the issuer. The hub therefore does not say whether a signature is qualified (Law 214/2024)."
                        )
                    }
                    li {
                        t(
                            "Not checked: how a reader program shows what the signing program added to the document, such as the picture of the signature."
                        )
                    }
                }
            }
        }
    }

    private var table: DataTable {
        DataTable(
            caption: t("Signatures in the file"),
            columns: [
                t("Name in the certificate"), t("Time"), t("Signature"), t("Certificate"), t("Covers the whole file"),
            ].map { DataTable.Column($0) },
            rows: check.signatures.map { signature in
                [
                    .text(signature.signer), .text(signature.time.isEmpty ? "" : "\(signature.time) UTC"),
                    .text(t(Self.word(signature.integrity))), .text(t(Self.word(signature.certificate))),
                    .text(signature.coversAll ? t("Yes") : t("No")),
                ]
            })
    }

    private static func word(_ integrity: PDFSignature.Integrity) -> String {
        switch integrity {
        case .valid: "The signed bytes are unchanged"
        case .altered: "The signed bytes were changed"
        case .unreadable: "Cannot be read"
        }
    }

    private static func word(_ certificate: PDFSignature.Certificate) -> String {
        switch certificate {
        case .trusted: "Trusted by this machine"
        case .issuerUnknown: "The issuer is not known to this machine"
        case .selfSigned: "Issued by the signer"
        case .expired: "The certificate has expired"
        case .revoked: "Revoked by its issuer"
        case .unchecked: "Not looked at"
        }
    }
}

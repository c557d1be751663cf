import Background
import Foundation

/// What a signed file is worth as a signature of a document that this hub generated.
///
/// No word here is "qualified": the hub does not look at the European list of trusted providers, which alone could
/// tell (Law 214/2024). It says what was looked at and what was not.
package enum SignatureOutcome: String, Sendable, CaseIterable, Codable {
    /// A signature of who was expected, arithmetically right, on exactly the bytes that we generated.
    case validOnOurs = "valid"
    case altered
    case otherSigner = "other-signer"
    case expired
    case otherDocument = "other-document"
    case unsigned
    case notPDF = "not-pdf"

    /// Key of what it means.
    package var title: String {
        switch self {
        case .validOnOurs: "Valid signature on our document"
        case .altered: "Altered after signing"
        case .otherSigner: "Signed by somebody else than expected"
        case .expired: "The certificate has expired"
        case .otherDocument: "Signed, but not our document"
        case .unsigned: "No signature in the file"
        case .notPDF: "Not a PDF that can be read"
        }
    }

    /// Key of what to do next.
    package var advice: String {
        switch self {
        case .validOnOurs: "The signature is recorded."
        case .altered: "Download the document again, sign it last, and change nothing afterwards."
        case .otherSigner:
            "The name in the certificate is not that of the responsible person; correct the name, or let that person sign."
        case .expired: "Renew the certificate and sign again."
        case .otherDocument: "Download the document to be signed from here and sign that file."
        case .unsigned: "Sign the PDF with your signing program, then send the signed file."
        case .notPDF: "Send the signed file as a PDF."
        }
    }
}

/// What was found in a signed file.
package struct SignatureCheck: Sendable, Equatable, Codable {
    package let outcome: SignatureOutcome
    package let signatures: [PDFSignature]
    /// The signature that counts as that of who was expected, by its place among `signatures`.
    package let counted: Int?
}

extension SignatureCheck {
    /// Judges a signed file against the bytes that we generated.
    ///
    /// - Parameter expected: the name of who is to sign; empty: whoever signs is fine.
    package static func judge(
        file: [UInt8], signatures: [PDFSignature], ours: [UInt8], expected: String
    ) -> SignatureCheck {
        let counted =
            expected.isEmpty
            ? signatures.indices.last : signatures.lastIndex { SignerName.names($0.signer, expected) }
        func answer(_ outcome: SignatureOutcome) -> SignatureCheck {
            SignatureCheck(outcome: outcome, signatures: signatures, counted: counted)
        }
        guard !signatures.isEmpty else { return answer(.unsigned) }
        // A file with one broken signature proves nothing, whatever its other signatures say.
        guard signatures.allSatisfy({ $0.integrity == .valid }) else { return answer(.altered) }
        // A signature is appended to a file: what we generated must stand before it unchanged, and be signed.
        guard file.starts(with: ours), signatures.allSatisfy({ $0.firstBytes >= ours.count }) else {
            return answer(.otherDocument)
        }
        // Bytes after the last signature belong to nobody.
        guard signatures.last?.coversAll ?? false else { return answer(.altered) }
        guard let counted else { return answer(.otherSigner) }
        let isOver = signatures[counted].certificate == .expired || signatures[counted].certificate == .revoked
        return answer(isOver ? .expired : .validOnOurs)
    }

    /// Of a file that is no PDF, or none that can be read.
    package static let notPDF = SignatureCheck(outcome: .notPDF, signatures: [], counted: nil)

    /// Looks at a file: what it is, and what its signatures say.
    package static func of(
        _ file: [UInt8], ours: [UInt8], expected: String, reader: PDFSignatureReader
    ) async throws -> SignatureCheck {
        guard file.starts(with: "%PDF-".utf8) else { return .notPDF }
        do {
            return judge(file: file, signatures: try await reader.read(file), ours: ours, expected: expected)
        } catch PDFSignatureReader.Failure.unreadable {
            return .notPDF
        }
    }
}

/// Whether a certificate's name is that of a person: certificates write titles, second names and no diacritics.
enum SignerName {
    static func names(_ certificate: String, _ expected: String) -> Bool {
        let (signed, wanted) = (words(certificate), words(expected))
        return !wanted.isEmpty && wanted.isSubset(of: signed)
    }

    private static func words(_ name: String) -> Set<String> {
        let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "ro"))
        return Set(plain.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}

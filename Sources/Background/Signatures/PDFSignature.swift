import Storage

/// One signature of a PDF as poppler's `pdfsig` reads it.
package struct PDFSignature: Sendable, Equatable, Codable {
    /// What is said of the signature's own arithmetic: whether the signed bytes are still those that were signed.
    package enum Integrity: String, Sendable, Codable {
        case valid, altered, unreadable
    }

    /// What is said of the certificate. Nothing here looks at the European list of trusted providers.
    package enum Certificate: String, Sendable, Codable {
        case trusted, issuerUnknown, selfSigned, expired, revoked, unchecked
    }

    /// The common name in the signer's certificate.
    package let signer: String
    /// When the signer's own clock says that it was signed, in UTC; nobody else vouches for it.
    package let time: String
    package let integrity: Integrity
    package let certificate: Certificate
    /// The sentence of `pdfsig` about the signature, for those who want it in its own words.
    package let integrityWords: String
    /// The same about the certificate.
    package let certificateWords: String
    /// Whether the signature covers the file to its last byte.
    package let coversAll: Bool
    /// How many bytes from the file's beginning are signed without a gap.
    package let firstBytes: Int

    package init(
        signer: String, time: String = "", integrity: Integrity = .valid, certificate: Certificate = .issuerUnknown,
        integrityWords: String = "", certificateWords: String = "", coversAll: Bool = true, firstBytes: Int = .max
    ) {
        self.signer = signer
        self.time = time
        self.integrity = integrity
        self.certificate = certificate
        self.integrityWords = integrityWords
        self.certificateWords = certificateWords
        self.coversAll = coversAll
        self.firstBytes = firstBytes
    }
}

extension PDFSignature {
    /// The signatures in the output of `pdfsig`, in their order in the file.
    package static func read(_ output: String) -> [PDFSignature] {
        var blocks: [[Substring]] = []
        for line in output.split(separator: "\n") {
            if line.hasPrefix("Signature #") {
                blocks.append([])
            } else if !blocks.isEmpty {
                blocks[blocks.count - 1].append(line)
            }
        }
        return blocks.map(signature)
    }

    private static func signature(_ lines: [Substring]) -> PDFSignature {
        var fields: [Substring: String] = [:]
        var coversAll = false
        for line in lines where line.hasPrefix("  - ") {
            let text = line.dropFirst(4)
            if text == "Total document signed" { coversAll = true }
            guard let colon = text.firstIndex(of: ":") else { continue }
            fields[text[..<colon]] = text[text.index(after: colon)...].split(separator: " ").joined(separator: " ")
        }
        let integrity = fields["Signature Validation"] ?? ""
        let certificate = fields["Certificate Validation"] ?? ""
        return PDFSignature(
            signer: fields["Signer Certificate Common Name"] ?? "", time: fields["Signing Time"] ?? "",
            integrity: self.integrity(integrity), certificate: self.certificate(certificate),
            integrityWords: integrity, certificateWords: certificate, coversAll: coversAll,
            firstBytes: firstBytes(fields["Signed Ranges"] ?? ""))
    }

    private static func integrity(_ words: String) -> Integrity {
        if words.hasPrefix("Signature is Valid") { return .valid }
        return words.hasPrefix("Digest Mismatch") || words.hasPrefix("Signature is Invalid") ? .altered : .unreadable
    }

    private static func certificate(_ words: String) -> Certificate {
        if words.hasPrefix("Certificate is Trusted") { return .trusted }
        if words.contains("Expired") { return .expired }
        if words.contains("Revoked") { return .revoked }
        if words.contains("issuer") { return .issuerUnknown }
        return words.contains("self") ? .selfSigned : .unchecked
    }

    /// The end of the first of `[0 - 856], [5474 - 6050]`.
    private static func firstBytes(_ ranges: String) -> Int {
        guard ranges.hasPrefix("[0 - ") else { return 0 }
        return Int(ranges.dropFirst(5).prefix { $0.isNumber }) ?? 0
    }
}

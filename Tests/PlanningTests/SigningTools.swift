import Foundation

/// Certificates made with openssl and PDFs signed with pyHanko, as other people's programs make them.
struct SigningTools {
    let folder: URL

    struct Failure: Error { let text: String }

    /// A PDF of one empty page; other words give other bytes.
    static func pdf(_ words: String) -> [UInt8] {
        let content = "BT ET % \(words)"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<>>>>",
            "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
        ]
        var file = "%PDF-1.7\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        let id = "<00112233445566778899aabbccddeeff>"
        file += "trailer<</Size \(objects.count + 1)/Root 1 0 R/ID[\(id)\(id)]>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    /// A certificate that is valid now.
    func certificate(_ name: String, _ person: String) throws {
        try run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-utf8", "-days", "30", "-subj", "/CN=\(person)",
                "-keyout", path("\(name).key"), "-out", path("\(name).crt"),
            ])
    }

    /// A certificate that was valid in 2020 only.
    func expiredCertificate(_ name: String, _ person: String) throws {
        try run(
            "/usr/bin/openssl",
            [
                "req", "-newkey", "rsa:2048", "-nodes", "-utf8", "-subj", "/CN=\(person)", "-keyout",
                path("\(name).key"), "-out", path("\(name).csr"),
            ])
        let settings = """
            [ca]
            default_ca=here
            [here]
            database=\(path("index.txt"))
            serial=\(path("serial"))
            new_certs_dir=\(folder.path)
            default_md=sha256
            policy=names
            [names]
            commonName=supplied
            """
        try settings.write(toFile: path("ca.cnf"), atomically: true, encoding: .utf8)
        try "".write(toFile: path("index.txt"), atomically: true, encoding: .utf8)
        try "01".write(toFile: path("serial"), atomically: true, encoding: .utf8)
        try run(
            "/usr/bin/openssl",
            [
                "ca", "-batch", "-utf8", "-config", path("ca.cnf"), "-selfsign", "-keyfile", path("\(name).key"), "-in",
                path("\(name).csr"), "-out", path("\(name).crt"), "-startdate", "20200101000000Z", "-enddate",
                "20210101000000Z", "-notext",
            ])
    }

    /// The file with one more signature.
    func sign(_ bytes: [UInt8], as name: String, field: String = "Signature1") throws -> [UInt8] {
        try Data(bytes).write(to: URL(fileURLWithPath: path("unsigned.pdf")))
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try run(
            root.appendingPathComponent(".venv/bin/python").path,
            [
                root.appendingPathComponent("Tests/Oracles/sign_pdf.py").path, path("unsigned.pdf"),
                path("signed.pdf"), path("\(name).key"), path("\(name).crt"), field,
            ])
        return Array(try Data(contentsOf: URL(fileURLWithPath: path("signed.pdf"))))
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        let complaint = Pipe()
        process.standardError = complaint
        try process.run()
        let text = complaint.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(text: "\(program): \(String(decoding: text, as: UTF8.self))")
        }
    }
}

/// A file sent by a form with its token, as a browser sends it.
package struct UploadedFile {
    let name: String
    let fileName: String
    let bytes: [UInt8]
    var fields: [(String, String)]

    package init(name: String, fileName: String, bytes: [UInt8], fields: [(String, String)] = []) {
        self.name = name
        self.fileName = fileName
        self.bytes = bytes
        self.fields = fields
    }

    /// Opens the page with the form, takes its token and sends the file to the same address.
    package func send(_ browser: TestBrowser, to path: String) async throws -> TestAnswer {
        let token = try await browser.get(path).inputValue("form-token") ?? ""
        var body: [UInt8] = []
        for (name, value) in [("form-token", token)] + fields {
            body += Array(
                "--b0undary\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--b0undary\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .utf8)
        body += bytes + Array("\r\n--b0undary--\r\n".utf8)
        return try await browser.postRaw(path, body: body, contentType: "multipart/form-data; boundary=b0undary")
    }
}

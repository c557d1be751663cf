/// Whether the files of a field are what the field asks for; every problem says what to do.
struct FileChecking: Sendable {
    let field: Field
    let t: Texts

    func problem(of uploads: [Answers.Upload]) -> String? {
        guard case .file(let types, let maxBytes, let most) = field.kind else { return nil }
        guard uploads.count <= most else {
            return t.count(most, "Choose no more than {count} file.", "Choose no more than {count} files.")
        }
        for upload in uploads {
            if let text = problem(of: upload, types, maxBytes) { return text }
        }
        return nil
    }

    private func problem(of upload: Answers.Upload, _ types: [FileType], _ maxBytes: Int) -> String? {
        let name = upload.fileName
        if upload.bytes.isEmpty { return t("The file {file} is empty. Choose another one.", ["file": name]) }
        if upload.bytes.count > maxBytes {
            return t(
                "The file {file} is larger than {size} MB. Choose a smaller one.",
                ["file": name, "size": Self.megabytes(maxBytes, t)])
        }
        let names = types.map(\.name).joined(separator: ", ")
        guard let claimed = FileType.named(name), types.contains(claimed) else {
            return t(
                "The file {file} is of another kind. Choose one of these: {types}.", ["file": name, "types": names])
        }
        guard claimed.fits(upload.bytes) else {
            return claimed == .csv || claimed == .text
                ? t(
                    "The file {file} cannot be read as text. Save it as CSV or text in UTF-8 and choose it again.",
                    ["file": name])
                : t(
                    "The file {file} is not a whole {type} file, whatever its name says. Save it anew and choose it again.",
                    ["file": name, "type": claimed.name])
        }
        return nil
    }

    /// A size as people read it.
    static func megabytes(_ bytes: Int, _ t: Texts) -> String {
        Figures(language: t.language).decimal(Double(bytes) / 1_000_000, decimals: 1)
    }
}

import Hummingbird
import NIOCore

/// What somebody sent to a form's address, read within the limits of the route.
struct FormReading: Sendable {
    let route: Route
    let t: Texts

    /// The answers. One that is too large as a whole says so in `overflow` when it holds files, so that the page that
    /// explains it can keep what was typed.
    ///
    /// - Parameter isAdmitted: files of people who may not send them are not read.
    func answers(_ request: Request, isAdmitted: Bool) async throws -> Answers {
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") { return try await fields(request) }
        guard route.filesLimit != nil, let boundary = try boundary(of: type) else {
            throw PageError.badRequest(t("Send this page as a form."))
        }
        return try await files(request, boundary, isAdmitted: isAdmitted)
    }

    // MARK: Fields alone

    private func fields(_ request: Request) async throws -> Answers {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > route.bodyLimit {
            throw PageError.tooLarge(limit: route.bodyLimit)
        }
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: route.bodyLimit) } catch is NIOTooManyBytesError {
            throw PageError.tooLarge(limit: route.bodyLimit)
        }
        do { return try FormBody.parse(buffer.readableBytesView) } catch { throw unreadable }
    }

    private var unreadable: PageError {
        .badRequest(t("The form holds characters that cannot be read. Go back, write them again and send the form."))
    }

    // MARK: Fields and files

    private func boundary(of type: String) throws -> String? {
        do { return try Multipart.boundary(of: type) } catch { throw damaged }
    }

    private func files(_ request: Request, _ boundary: String, isAdmitted: Bool) async throws -> Answers {
        let limit = isAdmitted ? route.filesLimit ?? 0 : route.bodyLimit
        var bytes: [UInt8] = []
        var isWhole = true
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= limit else {
                bytes.append(contentsOf: buffer.readableBytesView.prefix(limit - bytes.count))
                isWhole = false
                break
            }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return try parsed(bytes, boundary, isWhole: isWhole, limit: limit)
    }

    private func parsed(_ bytes: [UInt8], _ boundary: String, isWhole: Bool, limit: Int) throws -> Answers {
        let limits = Multipart.Limits(textBytes: route.bodyLimit)
        do {
            var answers = try Multipart.parse(bytes, boundary: boundary, limits: limits, isWhole: isWhole)
            if !isWhole { answers.overflow = .bytes(limit) }
            return answers
        } catch Multipart.Problem.tooManyParts {
            var answers = Answers()
            answers.overflow = .parts(limits.parts)
            return answers
        } catch Multipart.Problem.tooMuchText {
            throw PageError.tooLarge(limit: limits.textBytes)
        } catch Multipart.Problem.encoding {
            throw unreadable
        } catch {
            throw damaged
        }
    }

    private var damaged: PageError {
        .badRequest(
            t(
                "The form arrived damaged or only in part. Go back, check the connection, choose the file and send again."
            ))
    }
}

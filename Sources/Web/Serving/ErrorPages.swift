import Hummingbird
import Logging
import Storage

/// The visitor must sign in first; carries what they asked for, so that nothing they typed is lost.
struct SignInNeeded: Error {
    let visit: Visit
    let isForm: Bool
}

/// Pages for answers that are not the wanted page; each says what happened and what to do next.
struct ErrorPages {
    let site: Site

    func response(to error: any Error, request: Request, requestID: String, _ logger: Logger) -> Response {
        let language: Language = request.uri.path.hasPrefix("/en") ? .en : .ro
        let t = site.kit.languages[language]
        if let needed = error as? SignInNeeded { return signIn(needed, request) }
        let (status, title, text, retry) = explain(error, t, logger)
        let page = Page(
            title: title,
            body: Components.message(
                text: text, reference: status >= 500 ? t("Reference: {id}", ["id": requestID]) : nil,
                links: [(t("Home page"), "/\(language.rawValue)"), (t("Cities"), "/\(language.rawValue)/cities")]))
        let frame = site.plainFrame(language: language, path: request.uri.path)
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        if let retry { headers[.retryAfter] = "\(retry)" }
        let bytes = PageShell.render(page, frame: frame)
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func explain(
        _ error: any Error, _ t: Texts, _ logger: Logger
    ) -> (status: Int, title: String, text: String, retry: Int?) {
        switch error {
        case PageError.notFound:
            return (404, t("Page not found"), t("Check the address, or find the page from the home page."), nil)
        case PageError.refused:
            return (
                403, t("You cannot open this page"),
                t("Your account does not have the right to do this. If you need it, ask the hub's team."), nil
            )
        case PageError.badRequest(let text): return (400, t("This could not be read"), text, nil)
        case PageError.conflict(let text): return (409, t("This cannot be done now"), text, nil)
        case PageError.tooLarge(let limit):
            let size = Figures(language: t.language).decimal(Double(limit) / 1024, decimals: 0)
            return (
                413, t("Too much at once"),
                t("What was sent is larger than {size} kB. Go back, shorten it and send it again.", ["size": size]), nil
            )
        case PageError.tooMany(let seconds):
            let minutes = max(1, (seconds + 59) / 60)
            return (
                429, t("Too many attempts"),
                t.count(minutes, "Try again in {count} minute.", "Try again in {count} minutes."), seconds
            )
        case StorageError.unavailable(let text):
            logger.error("database unavailable", metadata: ["error": "\(text)"])
            return (
                503, t("The hub is busy"),
                t("Nothing was changed. Wait a moment, go back and try again."), 5
            )
        case let error as HTTPError where error.status.code < 500: return httpError(error.status.code, t)
        default:
            logger.error("failed", metadata: ["error": "\(String(reflecting: error))"])
            return (
                500, t("Something went wrong on our side"),
                t("Nothing was changed. Try again; if it happens again, write to us with the reference below."), nil
            )
        }
    }

    private func httpError(_ status: Int, _ t: Texts) -> (status: Int, title: String, text: String, retry: Int?) {
        switch status {
        case 404, 405:
            (status, t("Page not found"), t("Check the address, or find the page from the home page."), nil)
        case 413: (413, t("Too much at once"), t("Go back, shorten it and send it again."), nil)
        default: (status, t("This could not be read"), t("Check the address and try again."), nil)
        }
    }

    /// For a page: on to the sign-in page. For a form: a page that keeps what was typed.
    private func signIn(_ needed: SignInNeeded, _ request: Request) -> Response {
        let visit = needed.visit
        guard needed.isForm else {
            let target = visit.fullPath + (visit.queryText.isEmpty ? "" : "?\(visit.queryText)")
            let path = visit.path("/sign-in") + "?" + FormBody.encode([("next", target)])
            return Response(status: .seeOther, headers: [.location: path])
        }
        let t = visit.t
        let page = Page(
            title: t("Sign in to go on"),
            body: Components.resend(
                text: t(
                    "You are no longer signed in. Sign in in a new tab, then come back here and send the form again. What you typed is kept below."
                ),
                signInPath: visit.path("/sign-in"), visit: visit))
        let bytes = PageShell.render(page, frame: site.plainFrame(language: visit.language, path: visit.fullPath))
        return Response(
            status: .unauthorized, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The form's token is missing, old or somebody else's.
    func formExpired(_ visit: Visit, offersResend: Bool) -> Reply {
        let t = visit.t
        let body =
            offersResend
            ? Components.resend(
                text: t(
                    "This form was open for too long, or you signed in again meanwhile. Check what you typed and send it again."
                ),
                signInPath: nil, visit: visit)
            : Components.message(
                text: t("This form was sent from another site and was not carried out."), reference: nil, links: [])
        return .page(Page(title: t("Send the form again"), body: body), status: 403)
    }

    /// A form whose files are too large, or that has too many parts. What was typed before them is kept.
    func tooMuch(_ visit: Visit, _ overflow: Answers.Overflow, offersResend: Bool) -> Reply {
        let t = visit.t
        let text =
            switch overflow {
            case .bytes(let limit):
                t(
                    "The files of this form may have {size} MB in all, and what was sent is larger. Nothing was saved. Choose smaller files.",
                    ["size": FileChecking.megabytes(limit, t)])
            case .parts(let limit):
                t(
                    "This form may have {count} answers and files in all, and more were sent.",
                    ["count": Figures(language: t.language).integer(limit)])
            }
        let body =
            offersResend && !visit.answers.uploads.isEmpty
            ? Components.resend(text: text, signInPath: nil, visit: visit)
            : Components.message(text: text, links: [(t("Back to the form"), visit.fullPath)])
        return .page(Page(title: t("Too much at once"), body: body), status: 413)
    }
}

import HTTPTypes
import Hummingbird

/// The headers that every answer carries (OWASP ASVS 5.0, 3.4 and 14.3).
enum SecurityHeaders {
    static let contentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
        + "manifest-src 'self'"

    static func add(to headers: inout HTTPFields, isSecure: Bool) {
        // Files that people sent bring a stricter one.
        if headers[.contentSecurityPolicy] == nil { headers[.contentSecurityPolicy] = contentPolicy }
        headers[.xContentTypeOptions] = "nosniff"
        headers[Name.referrerPolicy] = "same-origin"
        headers[Name.frameOptions] = "DENY"
        headers[Name.openerPolicy] = "same-origin"
        headers[Name.resourcePolicy] = "same-origin"
        headers[Name.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        if isSecure { headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains" }
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    }

    enum Name {
        static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
        static let frameOptions = HTTPField.Name("X-Frame-Options")!
        static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
        static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
        static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
        static let requestID = HTTPField.Name("X-Request-Id")!
        static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
    }
}

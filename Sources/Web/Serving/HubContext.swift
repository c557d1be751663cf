import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Hummingbird's context plus the address of the peer.
package struct HubContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?
    /// Names this request in the log and on error pages.
    package var requestID = ""

    package init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// The logger with the request's id on each line.
    package var log: Logger {
        var log = logger
        log[metadataKey: "request_id"] = "\(requestID)"
        return log
    }
}

extension Request {
    func cookie(_ name: String) -> String? {
        for line in headers[values: .cookie] {
            for pair in line.split(separator: ";") {
                let sides = pair.split(separator: "=", maxSplits: 1)
                guard sides.count == 2, sides[0].drop(while: { $0 == " " }) == name else { continue }
                return String(sides[1])
            }
        }
        return nil
    }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    var acceptsGzip: Bool { headers[.acceptEncoding]?.contains("gzip") ?? false }
}

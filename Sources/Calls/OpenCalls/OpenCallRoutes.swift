import Members
import Selection
import Storage
import Web

/// What everybody reads of calls: the list, a call, its form, its versions, and the same as files and feeds.
struct OpenCallRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/calls", .everyone, list)
        routes.get("/calls.atom", .everyone, caching: .untilDataChange, feed)
        routes.get("/calls/:call", .everyone, show)
        routes.get("/calls/:call/form", .everyone) { visit in
            let (call, published) = try await published(visit)
            return .page(OpenCallPages(visit: visit).form(call, published.definition, isDraft: false))
        }
        routes.get("/calls/:call/versions", .everyone) { visit in
            let (call, _) = try await published(visit)
            let editions = try await kit.database.read { try OpenCall.editions($0, call.id) }
            return .page(OpenCallPages(visit: visit).versions(call, editions))
        }
        routes.get("/calls/:call/calendar.ics", .everyone) { visit in
            let (call, published) = try await published(visit)
            let file = OpenCallCalendarFile(visit: visit, call: call, published: published)
            return .download(
                Array(file.text.utf8), mediaType: "text/calendar; charset=utf-8", fileName: "\(call.slug).ics")
        }
        routes.plain("/calls/:call/definition.json", .everyone) { visit in
            let (_, published) = try await published(visit)
            return .text(try OpenCall.text(published.definition), mediaType: "application/json")
        }
    }

    /// The call with what everybody reads of it; a draft has nothing of the kind.
    private func published(_ visit: Visit) async throws -> (OpenCall, OpenCall.Published) {
        let slug = visit.parameters["call"]
        guard let call = try await kit.database.read({ try OpenCall.find($0, slug: slug) }),
            let published = call.published
        else { throw PageError.notFound }
        return (call, published)
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let publishedOnly = !visit.visitor.may(OpenCallRules.write)
        let calls = try await kit.database.read { try OpenCall.all($0, publishedOnly: publishedOnly) }
        return .page(OpenCallPages(visit: visit).list(calls))
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let slug = visit.parameters["call"]
        guard let call = try await kit.database.read({ try OpenCall.find($0, slug: slug) }),
            OpenCallRules.maySee(visit.visitor, call)
        else { throw PageError.notFound }
        guard let published = call.published else { return .seeOther(visit.path("\(call.path)/draft")) }
        return .page(OpenCallPages(visit: visit).show(call, published))
    }

    private func feed(_ visit: Visit) async throws -> Reply {
        let calls = try await kit.database.read { try OpenCall.all($0, publishedOnly: true) }
        return .text(OpenCallFeed(visit: visit, calls: calls).text, mediaType: "application/atom+xml; charset=utf-8")
    }
}

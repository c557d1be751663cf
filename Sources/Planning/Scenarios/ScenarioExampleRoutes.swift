import Web

/// The documented example of a full model of activities, for everybody.
struct ScenarioExampleRoutes {
    let example: ScenarioExample

    static let path = "/scenarios/examples/valencia"

    func add(to routes: inout Routes) {
        routes.get(Self.path, .everyone) { visit in
            .page(ScenarioExamplePages(content: try example.content(), visit: visit).page)
        }
        routes.plain("\(Self.path)/plan.json", .everyone) { _ in
            .download(try example.content().bytes, mediaType: "application/json", fileName: "plan-valencia.json")
        }
    }
}

import Cities
import Inventory
import Members
import Storage
import Web

/// Published inventories: pages, files and data for everybody.
struct PublicInventoryRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/inventories", .everyone, caching: .untilDataChange, list)
        routes.get("/cities/:city/inventories", .everyone, caching: .untilDataChange, ofCity)
        routes.get("/cities/:city/inventories/:year", .everyone, caching: .untilDataChange, show)
        routes.get("/cities/:city/inventories/:year/rows/:row", .everyone, caching: .untilDataChange, row)
        routes.get("/cities/:city/inventories/:year/publications/:number", .everyone, caching: .untilDataChange, show)
        routes.get(
            "/cities/:city/inventories/:year/publications/:number/rows/:row", .everyone, caching: .untilDataChange, row)
        for format in InventoryFiles.Format.allCases {
            let name = "inventory.\(format.rawValue)"
            routes.plain("/cities/:city/inventories/:year/\(name)", .everyone) { try await file($0, format) }
            routes.plain("/cities/:city/inventories/:year/publications/:number/\(name)", .everyone) {
                try await file($0, format)
            }
        }
        routes.plain("/inventories.csv", .everyone, listFile)
        routes.plain("/api/v1/inventories", .everyone, caching: .untilDataChange, listData)
        routes.plain("/api/v1/cities/:city/inventories/:year", .everyone, caching: .untilDataChange, data)
    }

    private func view(_ visit: Visit) async throws -> PublicInventory {
        let number = visit.parameters["number"]
        let found = try await kit.database.read { connection in
            try PublicInventory(
                connection, slug: visit.parameters["city"], year: visit.parameters["year"],
                number: number.isEmpty ? nil : number)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let lines = try await kit.database.read { try InventoryListLine.all($0) }
        return .page(InventoryListPages(visit).all(lines))
    }

    private func ofCity(_ visit: Visit) async throws -> Reply {
        let slug = visit.parameters["city"]
        let page = try await kit.database.read { connection -> Page? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            let right = try InventoryRules.right(visit.visitor, city: city.code, connection)
            return InventoryListPages(visit).of(
                city,
                published: try ComparedInventory.all(
                    connection, try InventoryListLine.published(connection, of: city.code)),
                work: right == .none ? nil : try InventoryWork.all(connection, of: city.code),
                mayStart: right >= .edit)
        }
        guard let page else { throw PageError.notFound }
        return .page(page)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let right = try await kit.database.read { connection in
            try InventoryRules.right(visit.visitor, city: view.city.code, connection)
        }
        let findings = right == .none ? nil : Checks.findings(view.report)
        return .page(PublicInventoryPages(view, visit).page(findings: findings))
    }

    private func row(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        guard let row = view.inventory.rows.first(where: { $0.id == visit.parameters["row"] }) else {
            throw PageError.notFound
        }
        return .page(PublicInventoryPages(view, visit).calculation(row))
    }

    // MARK: Files and data

    private func file(_ visit: Visit, _ format: InventoryFiles.Format) async throws -> Reply {
        let view = try await view(visit)
        let number = view.isNewest ? "" : "-\(view.publication.number)"
        return try InventoryFiles.reply(
            view.inventory, format, form: visit.query.text("form"),
            name: "inventory-\(view.city.slug)-\(view.record.year)\(number)")
    }

    private func listFile(_ visit: Visit) async throws -> Reply {
        let all = try await kit.database.read { try InventoryListLine.all($0) }
        let lines = InventoryListRequest(visit.query).found(all)
        return .download(InventoryFiles.list(lines), mediaType: CityFiles.mediaType, fileName: "inventories.csv")
    }

    private func listData(_ visit: Visit) async throws -> Reply {
        let lines = try await kit.database.read { try InventoryListLine.all($0) }
        return try .json(InventoryListData(lines, publicURL: kit.settings.publicURL))
    }

    private func data(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let wanted = visit.query.text("gwp")
        guard let gwp = wanted.isEmpty ? view.inventory.gwp : GWPSet(named: wanted),
            let form = ReportForm(rawValue: visit.query.text("view").isEmpty ? "ccc" : visit.query.text("view"))
        else { throw PageError.notFound }
        let report = InventoryReport(view.inventory, under: gwp)
        return try .json(report.json(form))
    }
}

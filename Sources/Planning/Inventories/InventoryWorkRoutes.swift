import Cities
import Inventory
import Members
import Storage
import Web

/// A city's team works on an inventory: its frame, its lines, its certification and publication.
struct InventoryWorkRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/cities/:city/inventories/new", InventoryRules.cityEditor, new)
        routes.post("/cities/:city/inventories/new", InventoryRules.cityEditor, start)
        routes.get("/inventories/:inventory", InventoryRules.reader, show)
        for format in InventoryFiles.Format.allCases {
            routes.plain("/inventories/:inventory/inventory.\(format.rawValue)", InventoryRules.reader) {
                try await file($0, format)
            }
        }
        routes.get("/inventories/:inventory/frame", InventoryRules.editor, frame)
        routes.post("/inventories/:inventory/frame", InventoryRules.editor, saveFrame)
        routes.get("/inventories/:inventory/certification", InventoryRules.certifier, certification)
        routes.post("/inventories/:inventory/certification", InventoryRules.certifier, certify)
        routes.get("/inventories/:inventory/publication", InventoryRules.certifier, publication)
        routes.post("/inventories/:inventory/publication", InventoryRules.certifier, publish)
    }

    // MARK: Starting

    private func city(_ visit: Visit) async throws -> City {
        let slug = visit.parameters["city"]
        guard let city = try await kit.database.read({ try City.find($0, slug: slug) }) else {
            throw PageError.notFound
        }
        return city
    }

    private func new(_ visit: Visit) async throws -> Reply {
        let start = Answers(["gwp": GWPSet.ar5.rawValue, "coverage": InventoryTotal.contract.rawValue])
        return .page(InventoryFramePages(visit).starting(try await city(visit), start))
    }

    private func start(_ visit: Visit) async throws -> Reply {
        let city = try await city(visit)
        var checked = InventoryForm.start.check(visit.answers, visit.t)
        guard checked.isFine, let frame = InventoryForm.frame(checked), let year = checked.integer("year") else {
            return .page(InventoryFramePages(visit).starting(city, checked), status: 422)
        }
        let person = try visit.signedIn.person
        let id: InventoryID = kit.ids.next()
        let isNew = try await kit.database.write { connection in
            guard
                try InventoryRecord.create(
                    connection, id: id, city: city.code, year: year, frame, by: person, at: visit.now)
            else { return false }
            try InventoryHistory.record(
                connection, "inventory.started", id, city: city.name, year: year, by: person, at: visit.now)
            return true
        }
        guard isNew else {
            checked.refuse("year", visit.t("The city has an inventory of this year already."))
            return .page(InventoryFramePages(visit).starting(city, checked), status: 422)
        }
        return .seeOther(
            visit.path("/inventories/\(id)"),
            notice: visit.t("The inventory is started. Go through its lines one by one."))
    }

    // MARK: Overview and frame

    private func show(_ visit: Visit) async throws -> Reply {
        .page(InventoryWorkPages(try await InventoryDesk.open(kit, visit), visit).overview)
    }

    private func file(_ visit: Visit, _ format: InventoryFiles.Format) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        return try InventoryFiles.reply(
            desk.inventory, format, form: visit.query.text("form"),
            name: "inventory-\(desk.city.slug)-\(desk.record.year)-draft")
    }

    private func frame(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        return .page(
            InventoryFramePages(visit).editing(
                desk, InventoryForm.answers(desk.record), version: desk.record.version))
    }

    private func saveFrame(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        let version = visit.answers.integer("version") ?? -1
        let checked = InventoryForm.edit.check(visit.answers, visit.t)
        guard checked.isFine, let frame = InventoryForm.frame(checked) else {
            return .page(InventoryFramePages(visit).editing(desk, checked, version: version), status: 422)
        }
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try InventoryRecord.update(
                    connection, id: desk.record.id, version: version, frame, by: person, at: visit.now)
            else { return false }
            try desk.record(connection, "inventory.frame-changed", visit)
            return true
        }
        guard isSaved else {
            let latest = try await InventoryDesk.open(kit, visit)
            return .page(InventoryFramePages(visit).conflict(latest, checked), status: 409)
        }
        return .seeOther(visit.path(desk.record.workPath), notice: visit.t("The frame is saved."))
    }

    // MARK: Certification and publication

    private func certification(_ visit: Visit) async throws -> Reply {
        .page(InventoryStepPages(try await InventoryDesk.open(kit, visit), visit).certification)
    }

    private func certify(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        guard desk.mayCertifyNow(visit.visitor), visit.answers.integer("version") == desk.record.version else {
            return .page(InventoryStepPages(desk, visit).certification, status: 409)
        }
        let person = try visit.signedIn.person
        let hash = Blob.hash(of: try InventoryContent.bytes(desk.inventory))
        let id: ID<InventoryCertificationKind> = kit.ids.next()
        try await kit.database.write { connection in
            // Changed between reading and writing: what was certified would be something else.
            guard try InventoryRecord.find(connection, id: desk.record.id)?.version == desk.record.version else {
                throw PageError.conflict(visit.t("Somebody changed the inventory meanwhile. Look at it again."))
            }
            try InventoryCertification.record(
                connection, id: id, desk.record, contentHash: hash, by: person, at: visit.now)
            try desk.record(connection, "inventory.certified", visit)
        }
        return .seeOther(visit.path(desk.record.workPath), notice: visit.t("The inventory is certified."))
    }

    private func publication(_ visit: Visit) async throws -> Reply {
        .page(InventoryStepPages(try await InventoryDesk.open(kit, visit), visit).publication(Answers()))
    }

    private func publish(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        let checked = desk.publication == nil ? Answers() : InventoryForm.restatement.check(visit.answers, visit.t)
        guard desk.mayPublishNow, visit.answers.integer("version") == desk.record.version else {
            return .page(InventoryStepPages(desk, visit).publication(checked), status: 409)
        }
        guard checked.isFine else {
            return .page(InventoryStepPages(desk, visit).publication(checked), status: 422)
        }
        let person = try visit.signedIn.person
        let id: ID<InventoryPublicationKind> = kit.ids.next()
        let isPublished = try await kit.database.write { connection in
            guard let record = try InventoryRecord.find(connection, id: desk.record.id),
                record.version == desk.record.version
            else { return false }
            _ = try InventoryPublication.publish(
                connection, id: id, record, certification: desk.certification, reason: checked.text("reason"),
                by: person, at: visit.now)
            try desk.record(connection, "inventory.published", visit)
            return true
        }
        guard isPublished else {
            // Changed between reading and writing: the page says so and keeps the reason.
            let latest = try await InventoryDesk.open(kit, visit)
            return .page(InventoryStepPages(latest, visit).publication(checked), status: 409)
        }
        return .seeOther(
            visit.path(PublicInventory.path(city: desk.city.slug, year: desk.record.year)),
            notice: visit.t("The inventory is published."))
    }
}

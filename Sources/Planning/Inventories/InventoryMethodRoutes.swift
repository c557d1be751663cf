import Inventory
import Members
import Storage
import Web

/// Rows that are computed: entered by a method, and changed by the same form.
struct InventoryMethodRoutes {
    let kit: Kit
    let register: FactorRegister

    func add(to routes: inout Routes) {
        let method = "/inventories/:inventory/lines/:reference/methods/:method"
        routes.get(method, InventoryRules.editor, show)
        routes.post(method, InventoryRules.editor, add)
        routes.post("\(method)/draft", InventoryRules.editor) { try await pages($0).0.drafts(kit, $0.answers).save($0) }
        routes.post("\(method)/draft/removal", InventoryRules.editor) { try await discard(try await pages($0).0, $0) }
        let row = "/inventories/:inventory/rows/:row/edit"
        routes.post("\(row)/draft", InventoryRules.editor) {
            try await rowPages($0).drafts(kit, $0.answers).save($0)
        }
        routes.post("\(row)/draft/removal", InventoryRules.editor) { try await discard(try await rowPages($0), $0) }
    }

    func discard(_ pages: InventoryMethodPages, _ visit: Visit) async throws -> Reply {
        try await pages.drafts(kit, visit.answers).discard(visit, to: visit.path(pages.address))
    }

    /// The form as somebody left it, or as it is recorded.
    func opened(_ pages: InventoryMethodPages, version: Int?, _ visit: Visit) async throws -> Reply {
        let drafts = pages.drafts(kit, Answers())
        let draft = try await drafts.find(visit)
        return .page(
            pages.page(
                draft?.answers ?? pages.first, version: version.map { draft?.base ?? $0 },
                autosave: drafts.autosave(visit, draft), notice: draft.map { drafts.notice(visit, $0) }))
    }

    private func book() async throws -> FactorBook {
        try await kit.database.read { [register] in try register.book($0) }
    }

    private func pages(_ visit: Visit) async throws -> (InventoryMethodPages, GPCReference) {
        guard let reference = GPCReference.coded(visit.parameters["reference"]),
            let method = Methods.serving(reference).first(where: { $0.name == visit.parameters["method"] })
        else { throw PageError.notFound }
        let desk = try await InventoryDesk.open(kit, visit)
        let pages = InventoryMethodPages(
            desk: desk, visit: visit, book: try await book(), method: method, reference: reference)
        return (pages, reference)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let (pages, _) = try await pages(visit)
        return try await opened(pages, version: nil, visit)
    }

    private func add(_ visit: Visit) async throws -> Reply {
        let (pages, reference) = try await pages(visit)
        let drafts = pages.drafts(kit, visit.answers)
        let autosave = drafts.autosaveSent(visit)
        if visit.wantsEverything { return .page(pages.page(visit.answers, autosave: autosave)) }
        let checked = pages.form(visit.answers).check()
        guard let result = checked.result else {
            return .page(pages.page(checked.answers, autosave: autosave), status: 422)
        }
        if visit.wantsCalculation {
            return .page(pages.page(checked.answers, result: (result, checked.arguments), autosave: autosave))
        }
        let id: InventoryRowID = kit.ids.next()
        var row = InventoryRow(id: id.description, placement: Placement(reference), content: .energyOnly)
        row.take(result, checked.arguments, of: pages.method, checked.answers)
        return try await InventoryRowRoutes(kit: kit, methods: self).add(
            row, id, pages.desk, reference, visit, draft: drafts.name)
    }

    // MARK: Changing

    /// The pages of a computed row; nil where no method of this name is left.
    private func pages(_ desk: InventoryDesk, _ line: InventoryLine, _ visit: Visit) async throws
        -> InventoryMethodPages?
    {
        guard let method = line.method else { return nil }
        return InventoryMethodPages(
            desk: desk, visit: visit, book: try await book(), method: method,
            reference: line.row.placement.reference, line: line)
    }

    /// The pages of a copied row that a method calculated; nil for other rows.
    func pages(_ desk: InventoryDesk, _ item: CopiedRow, _ visit: Visit) async throws -> InventoryMethodPages? {
        let book = try await book()
        guard let copied = CopiedMethod(item, book, FactorPlace(desk.city, year: desk.record.year)) else { return nil }
        return InventoryMethodPages(
            desk: desk, visit: visit, book: book, method: copied.method,
            reference: item.line.row.placement.reference, copied: copied)
    }

    private func rowPages(_ visit: Visit) async throws -> InventoryMethodPages {
        let (desk, line, _) = try await InventoryRowRoutes(kit: kit, methods: self).row(visit)
        guard let pages = try await pages(desk, line, visit) else { throw PageError.notFound }
        return pages
    }

    func edit(_ desk: InventoryDesk, _ line: InventoryLine, _ visit: Visit) async throws -> Reply {
        guard let pages = try await pages(desk, line, visit) else { throw PageError.notFound }
        return try await opened(pages, version: line.version, visit)
    }

    func save(_ desk: InventoryDesk, _ line: InventoryLine, _ id: InventoryRowID, _ visit: Visit) async throws -> Reply
    {
        guard let pages = try await pages(desk, line, visit) else { throw PageError.notFound }
        let version = visit.answers.integer("version") ?? -1
        let drafts = pages.drafts(kit, visit.answers)
        let autosave = drafts.autosaveSent(visit)
        if visit.wantsEverything {
            return .page(pages.page(visit.answers, version: version, autosave: autosave))
        }
        let checked = pages.form(visit.answers).check()
        guard let result = checked.result else {
            return .page(pages.page(checked.answers, version: version, autosave: autosave), status: 422)
        }
        if visit.wantsCalculation {
            let found = (result, checked.arguments)
            return .page(pages.page(checked.answers, version: version, result: found, autosave: autosave))
        }
        var changed = line.row
        changed.take(result, checked.arguments, of: pages.method, checked.answers)
        let rows = InventoryRowRoutes(kit: kit, methods: self)
        guard try await rows.replace(changed, id, version: version, desk, visit, draft: drafts.name) else {
            let (desk, latest, _) = try await rows.row(visit)
            // Meanwhile it may have become another kind of row, which has a form of its own.
            guard let pages = try await self.pages(desk, latest, visit), latest.method?.name == line.method?.name
            else {
                return .page(InventoryLinePages(desk, visit).editing(latest, nil, version: latest.version), status: 409)
            }
            return .page(pages.conflict(latest, checked.answers, autosave: autosave), status: 409)
        }
        return .seeOther(visit.path(desk.path(of: line)), notice: visit.t("The row is saved."))
    }
}

extension Visit {
    /// Whether the form was sent to see the result, not to save it.
    var wantsCalculation: Bool {
        answers.text(InventoryMethodPages.button) == InventoryMethodPages.calculation
    }

    /// Whether the form was sent to see every input that may be left out, not to save it.
    var wantsEverything: Bool { answers.text(InventoryMethodPages.button) == InventoryMethodPages.everything }
}

extension InventoryLine {
    /// The method that computed the row, where the library still has it.
    var method: Method? { row.method.flatMap { Methods.named($0.name) } }
}

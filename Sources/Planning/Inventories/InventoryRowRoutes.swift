import Inventory
import Members
import Storage
import Web

/// The rows of an inventory, line by line of the GPC.
struct InventoryRowRoutes {
    let kit: Kit
    let methods: InventoryMethodRoutes

    func add(to routes: inout Routes) {
        let line = "/inventories/:inventory/lines/:reference"
        let row = "/inventories/:inventory/rows/:row"
        routes.get(line, InventoryRules.reader, show)
        routes.get("\(line)/figure", InventoryRules.editor, newFigure)
        routes.post("\(line)/figure", InventoryRules.editor, addFigure)
        routes.get("\(line)/key", InventoryRules.editor, newKey)
        routes.post("\(line)/key", InventoryRules.editor, addKey)
        routes.get("\(row)/edit", InventoryRules.editor, edit)
        routes.post("\(row)/edit", InventoryRules.editor, save)
        routes.get("\(row)/removal", InventoryRules.editor, removal)
        routes.post("\(row)/removal", InventoryRules.editor, remove)
    }

    private func line(_ visit: Visit) async throws -> (InventoryDesk, GPCReference) {
        guard let reference = GPCReference.coded(visit.parameters["reference"]) else { throw PageError.notFound }
        return (try await InventoryDesk.open(kit, visit), reference)
    }

    func row(_ visit: Visit) async throws -> (InventoryDesk, InventoryLine, InventoryRowID) {
        let desk = try await InventoryDesk.open(kit, visit)
        guard let id = InventoryRowID(visit.parameters["row"]),
            let line = desk.lines.first(where: { $0.row.id == id.description })
        else { throw PageError.notFound }
        return (desk, line, id)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let (desk, reference) = try await line(visit)
        return .page(InventoryLinePages(desk, visit).line(reference))
    }

    // MARK: Adding

    private func newFigure(_ visit: Visit) async throws -> Reply {
        let (desk, reference) = try await line(visit)
        return .page(InventoryLinePages(desk, visit).figure(reference, Answers()))
    }

    private func addFigure(_ visit: Visit) async throws -> Reply {
        let (desk, reference) = try await line(visit)
        let checked = InventoryFigureForm.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(InventoryLinePages(desk, visit).figure(reference, checked), status: 422)
        }
        let id: InventoryRowID = kit.ids.next()
        return try await add(
            InventoryFigureForm.row(checked, id: id.description, reference: reference), id, desk, reference, visit)
    }

    private func newKey(_ visit: Visit) async throws -> Reply {
        let (desk, reference) = try await line(visit)
        return .page(InventoryLinePages(desk, visit).key(reference, Answers()))
    }

    private func addKey(_ visit: Visit) async throws -> Reply {
        let (desk, reference) = try await line(visit)
        let checked = InventoryForm.key.check(visit.answers, visit.t)
        guard checked.isFine, let key = NotationKey(rawValue: checked.text("key")) else {
            return .page(InventoryLinePages(desk, visit).key(reference, checked), status: 422)
        }
        let id: InventoryRowID = kit.ids.next()
        let row = InventoryRow(
            id: id.description, placement: Placement(reference),
            content: .notation(key, reason: checked.text("reason").replacing("\r\n", with: "\n")))
        return try await add(row, id, desk, reference, visit)
    }

    func add(
        _ row: InventoryRow, _ id: InventoryRowID, _ desk: InventoryDesk, _ reference: GPCReference, _ visit: Visit,
        draft: String? = nil
    ) async throws -> Reply {
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try InventoryLine.add(
                connection, row, id: id, to: desk.record.id,
                position: try InventoryLine.nextPosition(connection, of: desk.record.id), by: person, at: visit.now)
            try InventoryRecord.touch(connection, id: desk.record.id, by: person, at: visit.now)
            if let draft { try Draft.remove(connection, of: person, form: draft) }
            try desk.record(connection, "inventory.row-added", visit)
        }
        return .seeOther(
            visit.path("\(desk.record.workPath)/lines/\(reference.code)"), notice: visit.t("The row is saved."))
    }

    // MARK: Changing and removing

    private func edit(_ visit: Visit) async throws -> Reply {
        let (desk, line, _) = try await row(visit)
        if line.method != nil { return try await methods.edit(desk, line, visit) }
        return .page(InventoryLinePages(desk, visit).editing(line, nil, version: line.version))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let (desk, line, id) = try await row(visit)
        if line.method != nil { return try await methods.save(desk, line, id, visit) }
        let version = visit.answers.integer("version") ?? -1
        let checked = line.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(InventoryLinePages(desk, visit).editing(line, checked, version: version), status: 422)
        }
        guard try await replace(line.changed(checked), id, version: version, desk, visit) else {
            let (desk, latest, _) = try await row(visit)
            return .page(InventoryLinePages(desk, visit).conflict(latest, checked), status: 409)
        }
        return .seeOther(visit.path(desk.path(of: line)), notice: visit.t("The row is saved."))
    }

    /// Puts a row in the place of what it was, unless somebody changed that meanwhile; false then.
    func replace(
        _ changed: InventoryRow, _ id: InventoryRowID, version: Int, _ desk: InventoryDesk, _ visit: Visit,
        draft: String? = nil
    ) async throws -> Bool {
        let person = try visit.signedIn.person
        return try await kit.database.write { connection in
            guard
                try InventoryLine.update(
                    connection, changed, id: id, in: desk.record.id, version: version, by: person, at: visit.now)
            else { return false }
            try InventoryRecord.touch(connection, id: desk.record.id, by: person, at: visit.now)
            if let draft { try Draft.remove(connection, of: person, form: draft) }
            try desk.record(connection, "inventory.row-changed", visit)
            return true
        }
    }

    private func removal(_ visit: Visit) async throws -> Reply {
        let (desk, line, _) = try await row(visit)
        return .page(InventoryLinePages(desk, visit).removal(line))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let (desk, line, id) = try await row(visit)
        let version = visit.answers.integer("version") ?? -1
        let person = try visit.signedIn.person
        let isRemoved = try await kit.database.write { connection in
            guard try InventoryLine.remove(connection, id: id, of: desk.record.id, version: version) else {
                return false
            }
            try InventoryRecord.touch(connection, id: desk.record.id, by: person, at: visit.now)
            try desk.record(connection, "inventory.row-removed", visit)
            return true
        }
        guard isRemoved else {
            return .page(InventoryLinePages(desk, visit).removal(line), status: 409)
        }
        return .seeOther(visit.path(desk.path(of: line)), notice: visit.t("The row is removed."))
    }
}

extension InventoryLine {
    var isNotation: Bool { if case .notation = row.content { true } else { false } }

    var isEnergyOnly: Bool { row.content == .energyOnly }

    /// The form in which the row is changed, unless a method computed it.
    var form: Form {
        isNotation ? InventoryForm.key : isEnergyOnly ? InventoryFigureForm.energy : InventoryFigureForm.form
    }

    func check(_ answers: Answers, _ t: Texts) -> Answers {
        isNotation || isEnergyOnly ? form.check(answers, t) : InventoryFigureForm.check(answers, t)
    }

    /// The row with checked answers in the place of what it said; what the form does not ask stays.
    func changed(_ answers: Answers) -> InventoryRow {
        var changed = row
        if isNotation {
            let key = NotationKey(rawValue: answers.text("key")) ?? .notEstimated
            changed.content = .notation(key, reason: answers.text("reason").replacing("\r\n", with: "\n"))
            return changed
        }
        if isEnergyOnly {
            changed.label = answers.text("label")
            changed.energyMWh = answers.number("energy")
            changed.source = answers.text("source")
            changed.note = answers.text("note").replacing("\r\n", with: "\n")
            return changed
        }
        let typed = InventoryFigureForm.row(
            answers, id: row.id, reference: row.placement.reference ?? GPCReference.all[0])
        changed.label = typed.label
        changed.content = typed.content
        // The form asks for no range: that of the same activity stays.
        if typed.activity?.value != row.activity?.value || typed.activity?.unit != row.activity?.unit {
            changed.activity = typed.activity
        }
        changed.energyMWh = typed.energyMWh
        changed.activityQuality = typed.activityQuality
        changed.factorQuality = typed.factorQuality
        changed.source = typed.source
        changed.note = typed.note
        // A figure that somebody typed is no longer what the method answered.
        changed.method = nil
        return changed
    }
}

extension InventoryDesk {
    /// The page that a row's line has, or the overview for rows without a line.
    func path(of line: InventoryLine) -> String {
        line.row.placement.reference.map { "\(record.workPath)/lines/\($0.code)" } ?? record.workPath
    }
}

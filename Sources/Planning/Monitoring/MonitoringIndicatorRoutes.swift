import Contract
import Members
import Storage
import Web

/// An indicator: what was measured, corrections, and who looks after it.
struct MonitoringIndicatorRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/cities/:city/monitoring/indicators/:indicator"
        routes.get(path, ContractRules.cityReader, show)
        routes.get("\(path)/settings", ContractRules.cityEditor, settings)
        routes.post("\(path)/settings", ContractRules.cityEditor, saveSettings)
        routes.get("\(path)/values/new", ContractRules.cityEditor, new)
        routes.post("\(path)/values/new", ContractRules.cityEditor, filesUpTo: MonitoringForm.bodyLimit, record)
        routes.get("\(path)/values/:value/correction", ContractRules.cityEditor, correction)
        routes.post(
            "\(path)/values/:value/correction", ContractRules.cityEditor, filesUpTo: MonitoringForm.bodyLimit, correct)
        routes.get("\(path)/values/:value/evidence", ContractRules.cityReader, evidence)
        routes.plain("\(path)/values.csv", ContractRules.cityReader, file)
    }

    private typealias Found = (desk: MonitoringDesk, indicator: MonitoredIndicator)

    private func found(_ visit: Visit) async throws -> Found {
        let desk = try await MonitoringDesk.open(visit)
        return (desk, try desk.indicator(visit))
    }

    private func pages(_ found: Found, _ visit: Visit) -> MonitoringIndicatorPages {
        MonitoringIndicatorPages(desk: found.desk, indicator: found.indicator, visit: visit)
    }

    private func show(_ visit: Visit) async throws -> Reply { .page(pages(try await found(visit), visit).page) }

    private func file(_ visit: Visit) async throws -> Reply {
        let (desk, indicator) = try await found(visit)
        return MonitoringFiles.reply([indicator], "indicator-\(desk.city.slug)-\(indicator.id)")
    }

    // MARK: Values

    private func new(_ visit: Visit) async throws -> Reply {
        .page(pages(try await found(visit), visit).recording(Answers()))
    }

    private func record(_ visit: Visit) async throws -> Reply {
        let found = try await found(visit)
        var checked = MonitoringForm.value.check(visit.answers, visit.t)
        let value = MonitoringForm.read(&checked, of: found.indicator.id, today: visit.today, visit.t)
        guard checked.isFine, let value else {
            return .page(pages(found, visit).recording(checked), status: 422)
        }
        try await store(value, correcting: nil, found, checked, visit)
        return .seeOther(
            visit.path(found.desk.path(of: found.indicator)), notice: visit.t("The value is recorded."))
    }

    /// The value that a path names by `:value`, as long as it stands.
    private func value(_ found: Found, _ visit: Visit) throws -> MonitoringValue {
        guard let id = MonitoringValueID(visit.parameters["value"]),
            let value = found.indicator.history.first(where: { $0.id == id })
        else { throw PageError.notFound }
        return value
    }

    private func correction(_ visit: Visit) async throws -> Reply {
        let found = try await found(visit)
        let value = try value(found, visit)
        let recorded = Answers([
            "day": value.day.description, "start": value.start?.description,
            "value": value.value.map { FormNumber.write($0, visit.t) }, "source": value.source,
            "link": value.evidenceLink,
        ])
        return .page(pages(found, visit).correcting(value, recorded))
    }

    private func correct(_ visit: Visit) async throws -> Reply {
        let found = try await found(visit)
        let old = try value(found, visit)
        var checked = MonitoringForm.correction.check(visit.answers, visit.t)
        var new = MonitoringForm.read(&checked, of: found.indicator.id, today: visit.today, visit.t)
        guard checked.isFine, new != nil else {
            return .page(pages(found, visit).correcting(old, checked), status: 422)
        }
        // Evidence stays unless another file is sent.
        if checked.files("file").isEmpty {
            new?.evidenceName = old.evidenceName
            new?.evidenceHash = old.evidenceHash
        }
        do {
            if let new { try await store(new, correcting: old.id, found, checked, visit) }
        } catch StorageError.duplicate {
            return .page(pages(try await self.found(visit), visit).correcting(old, checked), status: 409)
        }
        return .seeOther(
            visit.path(found.desk.path(of: found.indicator)), notice: visit.t("The value is corrected."))
    }

    private func store(
        _ value: MonitoringValue.NewValue, correcting old: MonitoringValueID?, _ found: Found, _ checked: Answers,
        _ visit: Visit
    ) async throws {
        let person = try visit.signedIn.person
        let id: MonitoringValueID = kit.ids.next()
        let upload = checked.files("file").first
        try await kit.database.write { connection in
            var value = value
            if let upload {
                value.evidenceHash = try Blob.store(
                    upload.bytes, mediaType: (upload.type ?? .text).mediaType, at: visit.now, in: connection)
            }
            try MonitoringValue.add(
                connection, id: id, city: found.desk.city.code, value, corrects: old, by: person, at: visit.now)
            try found.desk.record(
                connection, old == nil ? "monitoring.value-recorded" : "monitoring.value-corrected", visit,
                details: ["indicator": found.indicator.name])
        }
    }

    private func evidence(_ visit: Visit) async throws -> Reply {
        let value = try value(try await found(visit), visit)
        guard let hash = value.evidenceHash, let blob = try await kit.database.read({ try Blob.fetch(hash, in: $0) })
        else { throw PageError.notFound }
        return .file(blob, fileName: value.evidenceName)
    }

    // MARK: Settings

    private func settings(_ visit: Visit) async throws -> Reply {
        let (found, owners) = try await withOwners(visit)
        let setting = found.indicator.setting
        let recorded = Answers([
            "owner": setting?.owner?.description, "interval": setting?.interval?.rawValue,
            "observes": setting?.observes, "shown": found.indicator.isShown ? "yes" : nil,
        ])
        return .page(pages(found, visit).settings(recorded, owners, version: setting?.version ?? 0))
    }

    private func withOwners(_ visit: Visit) async throws -> (Found, [Option]) {
        let (desk, found) = try await MonitoringDesk.open(visit) { desk, connection in
            (desk, try ContractTask.owners(connection, city: desk.city.code))
        }
        let indicator = try desk.indicator(visit)
        var owners = found
        // Who has left the team stays the owner until another one is chosen.
        if let owner = indicator.setting?.owner?.description, !owners.contains(where: { $0.value == owner }) {
            owners.append(Option(owner, visit.t.person(indicator.setting?.ownerName), translated: false))
        }
        return ((desk, indicator), owners)
    }

    private func saveSettings(_ visit: Visit) async throws -> Reply {
        let (found, owners) = try await withOwners(visit)
        let version = max(0, visit.answers.integer("version") ?? 0)
        let checked = MonitoringForm.settings(owners).check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(pages(found, visit).settings(checked, owners, version: version), status: 422)
        }
        let person = try visit.signedIn.person
        let isSaved = try await kit.database.write { connection in
            guard
                try MonitoringSetting.save(
                    connection, city: found.desk.city.code, indicator: found.indicator.id, version: version,
                    owner: PersonID(checked.text("owner")), isShown: checked.isTicked("shown"),
                    interval: checked.text("interval"), observes: checked.text("observes"), by: person, at: visit.now)
            else { return false }
            try found.desk.record(
                connection, "monitoring.indicator-changed", visit, details: ["indicator": found.indicator.name])
            return true
        }
        guard isSaved else {
            let (latest, owners) = try await withOwners(visit)
            return .page(
                pages(latest, visit).settings(
                    checked, owners, version: latest.indicator.setting?.version ?? 0, isStale: true), status: 409)
        }
        return .seeOther(
            visit.path(found.desk.path(of: found.indicator)), notice: visit.t("The settings are saved."))
    }
}

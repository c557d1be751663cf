import Background

/// Large imports run outside the request.
enum InventoryImportJobs {
    static let all = [
        JobDeclaration(kind: InventoryImportSaving.jobKind, title: "Importing rows of an inventory") { run in
            // A register of its own: a declaration outlives every database that its jobs run on.
            let register = FactorRegister()
            try await InventoryImportSaving(database: run.database, queue: run.queue, register: register).run(run)
        }
    ]
}

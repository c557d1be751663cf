import Background

/// Large imports run outside the request.
enum InventoryImportJobs {
    static func all(_ register: FactorRegister) -> [JobDeclaration] {
        [
            JobDeclaration(kind: InventoryImportSaving.jobKind, title: "Importing rows of an inventory") { run in
                try await InventoryImportSaving(database: run.database, queue: run.queue, register: register).run(run)
            }
        ]
    }
}

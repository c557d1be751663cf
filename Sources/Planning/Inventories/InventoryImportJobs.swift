import Background

/// Large imports run outside the request.
enum InventoryImportJobs {
    static let all = [
        JobDeclaration(kind: InventoryImportSaving.jobKind, title: "Importing rows of an inventory") { run in
            // A register and files of its own: a declaration outlives every database that its jobs run on.
            let saving = InventoryImportSaving(
                database: run.database, queue: run.queue, register: FactorRegister(), files: ImportedFiles())
            try await saving.run(run)
        }
    ]
}

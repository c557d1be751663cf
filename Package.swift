// swift-tools-version: 6.1
import PackageDescription

/// One line a target: what it is for stands in DESIGN terms in README's map of rooms.
/// Who may import whom is held by Tests/ArchitectureTests.

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

let package = Package(
    name: "m100-hub",
    products: [
        .executable(name: "m100", targets: ["Hub"]),
        // Pure and usable alone: greenhouse-gas accounting of cities.
        .library(name: "Inventory", targets: ["Inventory", "Quantities"]),
        // Pure and usable alone: what a city's measures do to its emissions, year by year.
        .library(name: "Pathways", targets: ["Pathways", "Inventory", "Quantities"]),
        // Pure and usable alone: cash flows, loans, funding and the tables of an investment plan.
        .library(name: "Finance", targets: ["Finance", "Quantities"]),
        // Pure and usable alone: a city's plan with effects and money as one document.
        .library(name: "Portfolio", targets: ["Portfolio", "Finance", "Pathways", "Inventory", "Quantities"]),
        // Pure and usable alone: the Climate City Contract, its rules, and what is derived into it.
        .library(name: "Contract", targets: ["Contract"]),
        // Pure and usable alone: scores, rankings, reviewers and matches of a call.
        .library(name: "Selection", targets: ["Selection", "Quantities"]),
        // Pure and usable alone: CSV and XLSX files that people send in, and numbers as they write them.
        .library(name: "Spreadsheets", targets: ["Spreadsheets"]),
        // Pure and usable alone: inventories in whatever tables a city keeps.
        .library(name: "InventoryImports", targets: ["InventoryImports"]),
        // For Benchmarks/, a package of its own so that building the hub needs none of its dependencies.
        .library(name: "Wings", targets: ["Cities", "Members", "Web", "Background", "Storage"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CMarkGFM", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "Spreadsheets", dependencies: ["CLibZip", "CXlsxWriter"]),
        .target(name: "Quantities"),
        .target(name: "Inventory", dependencies: ["Quantities"]),
        .target(name: "Pathways", dependencies: ["Inventory", "Quantities"]),
        .target(name: "Finance", dependencies: ["Quantities"]),
        .target(
            name: "Portfolio", dependencies: ["Pathways", "Finance", "Inventory", "Quantities", "Spreadsheets"]),
        .target(
            name: "Contract",
            dependencies: ["Portfolio", "Pathways", "Finance", "Inventory", "Quantities", "Spreadsheets"]),
        .target(name: "Selection", dependencies: ["Quantities", crypto]),
        .target(name: "InventoryImports", dependencies: ["Inventory", "Spreadsheets"]),
        .target(
            name: "Storage",
            dependencies: [
                "CPostgres", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"), crypto, logging,
            ]),
        .target(
            name: "Background",
            dependencies: [
                "Storage", logging, lifecycle, crypto, .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .target(
            name: "Web",
            dependencies: [
                "Storage", "Background", "Spreadsheets", "CMarkGFM", "CQRCode", "CZlib", hummingbird, httpTypes,
                logging,
                crypto,
            ]),
        .target(name: "Members", dependencies: ["Web", "Background", "Storage", crypto, cryptoExtras, logging]),
        .target(name: "Cities", dependencies: ["Members", "Web", "Background", "Storage", crypto]),
        .target(name: "Publishing", dependencies: ["Members", "Cities", "Web", "Background", "Storage"]),
        .target(
            name: "Planning",
            dependencies: [
                "Inventory", "InventoryImports", "Pathways", "Finance", "Portfolio", "Contract", "Quantities",
                "Spreadsheets", "Cities", "Members", "Web", "Background", "Storage",
            ]),
        .target(name: "Calls", dependencies: ["Selection", "Cities", "Members", "Web", "Background", "Storage"]),
        .executableTarget(
            name: "Hub",
            dependencies: [
                "Planning", "Calls", "Publishing", "Cities", "Members", "Web", "Background", "Storage", "Inventory",
                "Quantities", "Spreadsheets", "Pathways", "Finance", "Portfolio", "Contract", "Selection", hummingbird,
                logging, lifecycle,
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(name: "Support", dependencies: ["Storage"], path: "Tests/Support"),
        .target(
            name: "SiteSupport",
            dependencies: [
                "Hub", "Publishing", "Cities", "Members", "Web", "Background", "Storage", "Support", hummingbird,
                hummingbirdTesting, httpTypes,
            ],
            path: "Tests/SiteSupport"),
        .testTarget(name: "ArchitectureTests", dependencies: ["Support"]),
        .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),
        .testTarget(
            name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "Support"],
            exclude: ["Corpus", "Oracle", "requirements.txt"]),
        .testTarget(
            name: "InventoryTests", dependencies: ["Inventory", "InventoryImports", "Quantities", "Spreadsheets"],
            exclude: ["Published"]),
        .testTarget(name: "FinanceTests", dependencies: ["Finance", "Quantities"]),
        .testTarget(
            name: "PortfolioTests",
            dependencies: ["Portfolio", "Pathways", "Finance", "Inventory", "Quantities", "Spreadsheets"]),
        .testTarget(
            name: "ContractTests",
            dependencies: ["Contract", "Portfolio", "Pathways", "Finance", "Inventory", "Quantities", "Spreadsheets"]),
        .testTarget(name: "SelectionTests", dependencies: ["Selection"]),
        .testTarget(name: "PathwaysTests", dependencies: ["Pathways", "Inventory", "Quantities"]),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "Support", crypto, logging]),
        .testTarget(name: "BackgroundTests", dependencies: ["Background", "Storage", "Support", logging]),
        .testTarget(
            name: "MembersTests", dependencies: ["Members", "Web", "Background", "Storage", "Support", "SiteSupport"]),
        .testTarget(
            name: "CitiesTests",
            dependencies: ["Hub", "Cities", "Members", "Web", "Storage", "Support", "SiteSupport"]),
        .testTarget(
            name: "PlanningTests",
            dependencies: [
                "Hub", "Planning", "Inventory", "InventoryImports", "Pathways", "Finance", "Portfolio", "Contract",
                "Quantities", "Spreadsheets", "Cities", "Members", "Web", "Background", "Storage", "Support",
                "SiteSupport",
            ]),
        .testTarget(
            name: "CallsTests",
            dependencies: [
                "Hub", "Calls", "Selection", "Cities", "Members", "Web", "Background", "Storage", "Support",
                "SiteSupport",
            ]),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "Publishing", "Cities", "Members", "Web", "Background", "Storage", "Support", "SiteSupport",
            ]),
        .testTarget(
            name: "HubTests",
            dependencies: [
                "Hub", "Planning", "Calls", "Inventory", "Quantities", "Publishing", "Cities", "Members", "Web",
                "Background",
                "Storage", "Support", "SiteSupport",
                "InventoryImports", "Pathways", "Finance", "Portfolio", "Contract", "Selection", "Spreadsheets",
                httpTypes,
            ],
            exclude: ["Snapshots"]),
        .testTarget(name: "WebTests", dependencies: ["Web", "Storage", "Support"]),
    ]
)

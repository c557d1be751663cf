// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// What the hub's own functions cost; `make bench` runs it. A package of its own, so that building the hub needs none
/// of this.
///
/// The wings talk to each other through `package` access. The compiler decides by a package name that SwiftPM takes
/// from the folder of the checkout; naming the same one here lets the benchmarks call what the wings call, without
/// making any of it public. Only a root package may do so.
let checkout = URL(fileURLWithPath: Context.packageDirectory).deletingLastPathComponent().lastPathComponent
let hub = checkout.lowercased()
let packageName = String(hub.map { $0.isLetter || $0.isNumber ? $0 : "_" })

let package = Package(
    name: "m100-hub-benchmarks",
    dependencies: [
        .package(path: ".."),
        // Counting allocations needs a library of its own; times do not.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .executableTarget(
            name: "Functions",
            dependencies: [
                .product(name: "Wings", package: hub),
                .product(name: "Inventory", package: hub),
                .product(name: "Spreadsheets", package: hub),
                .product(name: "InventoryImports", package: hub),
                .product(name: "Portfolio", package: hub),
                .product(name: "Contract", package: hub),
                .product(name: "Selection", package: hub),
                .product(name: "Finance", package: hub),
                .product(name: "Pathways", package: hub),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Functions",
            // Else SwiftPM adds this package's own name after the hub's.
            packageAccess: false,
            swiftSettings: [.unsafeFlags(["-package-name", packageName])],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ]
)

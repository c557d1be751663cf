// swift-tools-version: 6.1
import PackageDescription

/// A package of its own, because everything in it is built with the compiler's fuzzer: see scripts/fuzz.
let fuzzer: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer"])]

let package = Package(
    name: "fuzz",
    targets: [
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip"),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CFuzzer"),
        .target(name: "Spreadsheets", dependencies: ["CLibZip", "CXlsxWriter"], swiftSettings: fuzzer),
        .target(name: "Quantities", swiftSettings: fuzzer),
        .target(name: "Inventory", dependencies: ["Quantities"], swiftSettings: fuzzer),
        .target(name: "InventoryImports", dependencies: ["Inventory", "Spreadsheets"], swiftSettings: fuzzer),
        .executableTarget(
            name: "FuzzInventories", dependencies: ["InventoryImports", "Inventory", "Spreadsheets", "CFuzzer"],
            swiftSettings: fuzzer,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
        .executableTarget(
            name: "FuzzSpreadsheets", dependencies: ["Spreadsheets", "CFuzzer"], swiftSettings: fuzzer,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ]
)

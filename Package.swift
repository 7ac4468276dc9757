// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "huimin",
  platforms: [.macOS("26.0")],
  products: [
    .library(name: "Huimin", targets: ["Huimin"]),
    .library(name: "FEEL", targets: ["FEEL"]),
    .executable(name: "huimin", targets: ["HuiminCommand"]),
  ],
  targets: [
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "Diagnostics"),
    .target(name: "FEEL", dependencies: ["Diagnostics"]),
    .target(name: "PolicySource", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(
      name: "Huimin", dependencies: ["CSodium", "Diagnostics", "FEEL", "PolicySource"],
      resources: [.embedInCode("Modules/working-days.yaml")]),
    .executableTarget(
      name: "HuiminCommand", dependencies: ["CEdit", "Diagnostics", "FEEL", "Huimin", "PolicySource"]),
    .testTarget(
      name: "FEELTests", dependencies: ["FEEL", "TestSupport"],
      exclude: ["Calendar/calendar-oracle.py", "Numbers/decimal-oracle.py"]),
    .testTarget(name: "PolicySourceTests", dependencies: ["PolicySource", "TestSupport"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .executableTarget(name: "Benchmarks", dependencies: ["FEEL", "Huimin", "TestSupport"], path: "Tests/Benchmarks"),
    .testTarget(
      name: "HuiminTests", dependencies: ["Huimin", "TestSupport"],
      exclude: ["Explained", "Mistakes", "Receipts/verify-receipt.py"]),
    .testTarget(
      name: "CommandTests", dependencies: ["HuiminCommand", "TestSupport"], exclude: ["Interviews", "Pages"]),
  ],
  swiftLanguageModes: [.v6]
)

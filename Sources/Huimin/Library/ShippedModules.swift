/// Modules that the library carries, so that a policy may use them wherever it stands. A file of the same id near the
/// policy goes before.
enum ShippedModules {
  /// The bytes of a module by its id.
  private static let modules = ["cn.working-days": PackageResources.working_days_yaml]

  /// A module with what to call its file in diagnostics; nothing where none of that id is carried.
  static func module(_ id: String) -> (file: String, bytes: [UInt8])? { modules[id].map { ("<\(id)>", $0) } }
}

/// Why a function of the surroundings has no value for its arguments.
package struct HostSlip: Error {
  let code: String
  let message: Wording
  let help: Wording?

  package init(_ code: String, en: String, zh: String, help: Wording? = nil) {
    self.code = code
    message = Wording(en: en, zh: zh)
    self.help = help
  }
}

extension Builtin {
  /// A function that the surroundings add to the built-in ones, as a value.
  ///
  /// - Parameter body: gets the arguments, each of its parameter's type.
  package static func ofHost(
    _ name: String, _ parameters: [(name: String, type: FeelType)], _ result: FeelType,
    _ body: @escaping @Sendable ([Value]) throws(HostSlip) -> Value
  ) -> Value {
    let builtin = Builtin(name, parameters.map { Parameter($0.name, $0.type) }, result) { call in
      do throws(HostSlip) {
        return try body(call.arguments)
      } catch {
        return call.null(error.code, en: error.message[.en], zh: error.message[.zh], help: error.help)
      }
    }
    return .function(.builtin(builtin))
  }
}

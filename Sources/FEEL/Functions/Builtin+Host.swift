import Diagnostics

extension Builtin {
  /// A function that the surroundings add to the built-in ones, as a value.
  ///
  /// - Parameters:
  ///   - trends: how the result moves with each argument, where that is known.
  ///   - body: gets the arguments, each of its parameter's type. What it throws is why there is no value; the
  ///     place of the call is put to it.
  package static func ofHost(
    _ name: String, _ parameters: [(name: String, type: FeelType)], _ result: FeelType, trends: [Run.Trend]? = nil,
    _ body: @escaping @Sendable ([Value]) throws(Diagnostic) -> Value
  ) -> Value {
    let builtin = Builtin(name, parameters.map { Parameter($0.name, $0.type) }, result) { call in
      do throws(Diagnostic) {
        return try body(call.arguments)
      } catch {
        return call.null(error.code, en: error.message[.en], zh: error.message[.zh], help: error.help)
      }
    }
    return .function(.builtin(builtin.moving(trends)))
  }
}

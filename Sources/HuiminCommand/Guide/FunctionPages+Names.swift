import Huimin

extension FunctionPages {
  /// What a name calls: a built-in function, or one that is a value, as `周岁` is in every policy.
  func page(of written: String, in context: Context) throws(Diagnostic) -> String {
    // `sum(`, as completion writes it.
    let name = KnownNames.normalized(String(written.prefix { $0 != "(" }))
    switch context[name] {
    case .function(.closure(let closure))?:
      let text = Value.function(.closure(closure)).feelText
      let lines = LineWrap.lines(text, width: width - 2).map { "  \($0)\n" }
      return "\(name)(\(closure.parameterNames.joined(separator: ", ")))\n\(lines.joined())"
    case .function(.builtin(let builtin))?: if let guide = FunctionGuide.named(builtin.name) { return page(of: guide) }
    case .some:
      throw Diagnostic("no-function", message: Wording(en: "`\(name)` is not a function", zh: "`\(name)` 不是函数"))
    case nil: if let guide = FunctionGuide.named(name) { return page(of: guide) }
    }
    let names = context.entries.filter { if case .function = $0.value { true } else { false } }.map(\.name)
    throw Diagnostic(
      "no-function", message: Wording(en: "there is no function `\(name)`", zh: "没有函数 `\(name)`"),
      help: Suggestion.didYouMean(name, among: names + Builtins.all.map(\.name))
        ?? Wording(en: "`\(command) \(name)` looks in the descriptions", zh: "`\(command) \(name)` 在说明中查找"))
  }
}

/// Names that stand twice where each may stand once.
extension Expression {
  /// What is said of a parameter of a function literal that has the name of an earlier one.
  static func duplicate(among parameters: [Parameter]) -> Diagnostic? {
    repeated(parameters.map(\.name)).map { name in
      Diagnostic(
        "duplicate-parameter", span: name.span,
        message: Wording(en: "the parameter `\(name.text)` stands twice", zh: "参数 `\(name.text)` 写了两次"))
    }
  }

  /// What is said of a named argument that has the name of an earlier one.
  static func duplicate(among arguments: [Argument]) -> Diagnostic? {
    repeated(arguments.compactMap(\.name)).map { name in
      Diagnostic(
        "duplicate-argument", span: name.span,
        message: Wording(en: "the argument `\(name.text)` stands twice", zh: "参数 `\(name.text)` 写了两次"))
    }
  }

  private static func repeated(_ names: [Name]) -> Name? {
    names.enumerated().first { position, name in names[..<position].contains { $0.text == name.text } }?.element
  }
}

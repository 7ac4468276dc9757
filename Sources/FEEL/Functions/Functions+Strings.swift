/// Booleans and strings (DMN 1.5, 10.3.4.2 and 10.3.4.3). Strings count code points.
extension Builtins {
  static let booleans: [Builtin] = [
    Builtin("not", [.init("negand", .boolean, takesNull: true)], .boolean) { call in
      switch call[0] {
      case .boolean(let value): .boolean(!value)
      case .null: call[0]
      default: call.wrongType(0, wanted: FeelType.boolean.wording)
      }
    }
  ]

  static let strings: [Builtin] = [
    Builtin(
      "substring",
      [
        .init("string", .string), .init("start position", .number),
        .init("length", .number, optional: true, takesNull: true),
      ], .string, body: substring),
    Builtin("string length", [.init("string", .string)], .number) { .number(Decimal128($0.scalars(0).count)) },
    Builtin("upper case", [.init("string", .string)], .string) { .string($0.string(0).uppercased()) },
    Builtin("lower case", [.init("string", .string)], .string) { .string($0.string(0).lowercased()) },
    Builtin("substring before", [.init("string", .string), .init("match", .string)], .string) { call in
      let text = call.scalars(0)
      return .string(text.first(call.scalars(1)).map { String(scalars: text[..<$0]) } ?? "")
    },
    Builtin("substring after", [.init("string", .string), .init("match", .string)], .string) { call in
      let (text, match) = (call.scalars(0), call.scalars(1))
      return .string(text.first(match).map { String(scalars: text[($0 + match.count)...]) } ?? "")
    },
    Builtin("contains", [.init("string", .string), .init("match", .string)], .boolean) { call in
      .boolean(call.scalars(0).first(call.scalars(1)) != nil)
    },
    Builtin("starts with", [.init("string", .string), .init("match", .string)], .boolean) { call in
      .boolean(call.scalars(0).starts(with: call.scalars(1)))
    },
    Builtin("ends with", [.init("string", .string), .init("match", .string)], .boolean) { call in
      .boolean(call.scalars(0).reversed().starts(with: call.scalars(1).reversed()))
    },
    Builtin(
      "string join",
      [.init("list", .list(.string)), .init("delimiter", .string, optional: true, takesNull: true)], .string
    ) { call in
      var parts: [String] = []
      for item in call.list(0) { if case .string(let text) = item { parts.append(text) } }
      let delimiters = max(parts.count - 1, 0).multipliedReportingOverflow(by: call.string(1).utf8.count)
      guard !delimiters.overflow, delimiters.partialValue <= call.run.limits.characters,
        parts.reduce(delimiters.partialValue, { $0 + $1.utf8.count }) <= call.run.limits.characters
      else { return call.tooLong }
      return .string(parts.joined(separator: call.string(1)))
    },
  ]

  /// Positions count from 1, or from the end where negative.
  private static func substring(_ call: Invocation) -> Value {
    let text = call.scalars(0)
    guard let position = call.int(1), position != 0, position.magnitude <= text.count else {
      return call.null(
        "argument-domain", argument: 1, en: "there is no position `\(call[1].displayText)` in a text of \(text.count)",
        zh: "长度为 \(text.count) 的文字没有位置 `\(call[1].displayText)`")
    }
    let start = position > 0 ? position - 1 : text.count + position
    guard !call[2].isNull else { return .string(String(scalars: text[start...])) }
    guard let length = call.number(2)?.rounded(.down, scale: 0)?.int, length >= 1 else {
      return call.null("argument-domain", argument: 2, en: "the length must be at least 1", zh: "长度至少为 1")
    }
    return .string(String(scalars: text[start..<min(text.count, start + min(length, text.count))]))
  }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension [Unicode.Scalar] {
  /// Where another text first stands in this one.
  fileprivate func first(_ match: [Unicode.Scalar]) -> Int? {
    guard !match.isEmpty else { return 0 }
    // How much of the match still stands when its next character does not (Knuth, Morris and Pratt): linear in both.
    var fallback = [0]
    for scalar in match.dropFirst() {
      var length = fallback[fallback.count - 1]
      while length > 0, match[length] != scalar { length = fallback[length - 1] }
      fallback.append(match[length] == scalar ? length + 1 : 0)
    }
    var matched = 0
    for (position, scalar) in enumerated() {
      while matched > 0, match[matched] != scalar { matched = fallback[matched - 1] }
      if match[matched] == scalar { matched += 1 }
      if matched == match.count { return position + 1 - matched }
    }
    return nil
  }
}

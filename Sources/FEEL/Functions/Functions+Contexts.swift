/// Contexts (DMN 1.5, 10.3.4.10).
extension Builtins {
  static let contexts: [Builtin] = [
    Builtin(
      "get value",
      [
        .init(parameters: [.init("m", .context([])), .init("key", .string)], isVariadic: false, result: .any) { call in
          call.context(0)?[call.string(1)] ?? .null
        },
        .init(parameters: [.init("m", .context([])), .init("keys", .list(.string))], isVariadic: false, result: .any) {
          call in path(call.list(1), in: call[0])
        },
      ]),
    Builtin("get entries", [.init("m", .context([]))], .list(.context([]))) { call in
      .list(
        (call.context(0)?.entries ?? []).map {
          .context(Context([(name: "key", value: .string($0.name)), (name: "value", value: $0.value)]))
        })
    },
    Builtin("context", [.init("entries", .list(.context([])))], .context([]), body: contextOf),
    Builtin(
      "context put",
      [
        .init(
          parameters: [.init("context", .context([])), .init("key", .string), .init("value", .any, takesNull: true)],
          isVariadic: false, result: .context([])
        ) { call in put(call[2], at: [call[1]][...], in: call.context(0) ?? Context()) ?? call.number(nil) },
        .init(
          parameters: [
            .init("context", .context([])), .init("keys", .list(.string)), .init("value", .any, takesNull: true),
          ], isVariadic: false, result: .context([])
        ) { call in put(call[2], at: call.list(1)[...], in: call.context(0) ?? Context()) ?? call.number(nil) },
      ]),
    Builtin("context merge", [.init("contexts", .list(.context([])))], .context([])) { call in
      var merged = Context()
      for item in call.list(0) {
        guard case .context(let context) = item else { return call.wrongType(0, wanted: FeelType.context([]).wording) }
        for entry in context.entries { merged[entry.name] = entry.value }
      }
      return .context(merged)
    },
  ]

  private static func path(_ keys: [Value], in value: Value) -> Value {
    keys.reduce(value) { value, key in
      guard case .context(let context) = value, case .string(let name) = key else { return .null }
      return context[name] ?? .null
    }
  }

  private static func contextOf(_ call: Invocation) -> Value {
    var result = Context()
    for item in call.list(0) {
      guard case .context(let entry) = item, case .string(let name)? = entry["key"], let value = entry["value"] else {
        return call.null(
          "argument-domain", argument: 0, en: "each entry needs a `key`, which is a string, and a `value`",
          zh: "每个条目须有文字 `key` 和 `value`")
      }
      guard result[name] == nil else {
        return call.null("duplicate-key", argument: 0, en: "the key `\(name)` stands twice", zh: "键 `\(name)` 出现了两次")
      }
      result[name] = value
    }
    return .context(result)
  }

  private static func put(_ value: Value, at keys: ArraySlice<Value>, in context: Context) -> Value? {
    guard case .string(let key)? = keys.first else { return nil }
    var result = context
    if keys.count == 1 {
      result[key] = value
      return .context(result)
    }
    let inner: Context
    switch context[key] {
    case .context(let found)?: inner = found
    case nil, .null?: inner = Context()
    default: return nil
    }
    guard let changed = put(value, at: keys.dropFirst(), in: inner) else { return nil }
    result[key] = changed
    return .context(result)
  }
}

extension Invocation {
  fileprivate func context(_ position: Int) -> Context? {
    if case .context(let context) = self[position] { context } else { nil }
  }
}

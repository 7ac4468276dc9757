extension FunctionValue {
  /// The function as FEEL text: a built-in one by its name, any other as it was written. Values that its surroundings
  /// lend it are not part of the text; where it is read back, they must have the same names.
  var feelText: String {
    switch self {
    case .builtin(let builtin): builtin.name
    case .closure(let closure):
      Expression(.function(closure.parameters, closure.body), closure.body.span).feelText
    }
  }

  /// An upper bound of the length of ``feelText``, in UTF-8; nothing where it exceeds `limit`.
  func textLength(atMost limit: Int) -> Int? {
    switch self {
    case .builtin(let builtin): builtin.name.utf8.count
    case .closure(let closure): closure.textLength(atMost: limit)
    }
  }
}

extension Closure {
  /// The names of its parameters.
  public var parameterNames: [String] { parameters.map(\.name.text) }

  /// How much source text it was made from, in code points.
  var sourceLength: Int { max(0, body.span.end - (parameters.first?.name.span.start ?? body.span.start)) }

  /// The text as it is printed adds spaces to what was written, at most two at a code point of up to four bytes; only
  /// literals can become much longer (`1e6000`).
  fileprivate func textLength(atMost limit: Int) -> Int? {
    var length = 32 + 6 * sourceLength
    var left = [body]
    while let expression = left.popLast() {
      guard length <= limit else { return nil }
      if case .literal(let value) = expression.kind {
        guard let more = value.textLength(atMost: limit - length) else { return nil }
        length += more
      }
      left += expression.children
    }
    return length <= limit ? length : nil
  }
}

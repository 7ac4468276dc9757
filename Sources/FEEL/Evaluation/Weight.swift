/// What a value weighs: how many parts there are to walk over. Values share their parts, so that a few lines of text can
/// make one that is larger than any memory when walked over; every walk is therefore paid for before it is made.
extension Value {
  /// How deep lists and contexts may lie in each other.
  static let deepest = 100

  /// The number of parts, a long text or function counting for several; nothing where that exceeds `limit`, or where lists and
  /// contexts lie too deep in each other.
  func weight(atMost limit: Int, depth: Int = 0) -> Int? {
    switch self {
    case .string(let text): 1 + text.utf8.count / 16
    case .function(.closure(let closure)): 1 + closure.sourceLength / 16
    case .list(let items): Value.weight(of: items, atMost: limit, depth: depth + 1)
    case .context(let context): Value.weight(of: context.entries.lazy.map(\.value), atMost: limit, depth: depth + 1)
    default: 1
    }
  }

  private static func weight(of parts: some Sequence<Value>, atMost limit: Int, depth: Int) -> Int? {
    guard depth <= deepest else { return nil }
    var total = 1
    for part in parts {
      guard let more = part.weight(atMost: limit - total, depth: depth), total + more <= limit else { return nil }
      total += more
    }
    return total
  }

  /// An upper bound of the length of the text of this value, in UTF-8; nothing where it exceeds `limit`.
  func textLength(atMost limit: Int) -> Int? {
    let length: Int? =
      switch self {
      case .string(let text): 2 * text.utf8.count + 2
      case .number(let number): 40 + Int(number.exponent.magnitude)
      case .list(let items): Value.textLength(of: items, atMost: limit)
      case .context(let context):
        Value.textLength(of: context.entries.lazy.flatMap { [.string($0.name), $0.value] }, atMost: limit)
      case .range(let range): Value.textLength(of: [range.lower ?? .null, range.upper ?? .null], atMost: limit)
      case .function(let function): function.textLength(atMost: limit)
      default: 64
      }
    return length.flatMap { $0 <= limit ? $0 : nil }
  }

  private static func textLength(of parts: some Sequence<Value>, atMost limit: Int) -> Int? {
    var total = 2
    for part in parts {
      guard let more = part.textLength(atMost: limit - total) else { return nil }
      total += more + 2
    }
    return total
  }
}

extension Run {
  /// Pays for a walk over a value; false where there is not enough left for it, and then nothing is left.
  func spend(on value: Value) -> Bool { spend(value.weight(atMost: max(stepsLeft, 0)) ?? .max) }

  /// A list or context that has just been made, unless it is larger than a value may be.
  func bounded(_ value: Value, at span: Span) -> Value {
    // A null weighs nothing, and says best itself why it is one.
    if value.isNull { return value }
    guard let weight = value.weight(atMost: limits.items) else {
      // Finding out was as much work as there are items allowed.
      return spend(limits.items) ? tooLarge(at: span) : exhausted(at: span)
    }
    return spend(weight) ? value : exhausted(at: span)
  }

  func tooLarge(at span: Span) -> Value {
    .null(
      because: Diagnostic(
        "limit-items", span: span,
        message: Wording(
          en: "a value may hold at most \(limits.items) items, nested at most \(Value.deepest) deep",
          zh: "一个值最多有 \(limits.items) 项，最多嵌套 \(Value.deepest) 层")))
  }
}

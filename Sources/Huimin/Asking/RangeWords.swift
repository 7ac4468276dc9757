import Diagnostics
import FEEL

/// The range of a fact in words: `[0..130]` is "0 to 130".
struct RangeWords {
  private let program: Program

  init(_ program: Program) { self.program = program }

  /// Nothing where the author sets no range.
  func words(of fact: Fact) -> Wording? {
    guard let ranges = program.ranges[fact.name], !ranges.isEmpty else { return nil }
    let type = fact.type.feelType(named: fact.name)
    return ranges.map { words($0, type) }.joined(en: " and ", zh: "且")
  }

  private func words(_ cell: CheckedCell, _ type: FeelType) -> Wording {
    let texts = cell.tests.tests.map { words($0, type) }
    guard !cell.tests.isNegated, texts.allSatisfy({ $0 != nil }) else { return Wording(both: cell.written.text) }
    return texts.compactMap { $0 }.joined(en: " or ", zh: "或")
  }

  private func words(_ test: UnaryTest, _ type: FeelType) -> Wording? {
    switch test.kind {
    case .comparison(let op, let bound): return end(op, bound, type)
    case .expression(let expression):
      guard case .range(let range) = expression.kind, range.equality == nil else { return nil }
      if let lower = range.lower, let upper = range.upper, range.lowerIncluded, range.upperIncluded,
        let low = text(lower, type), let high = text(upper, type)
      {
        return Wording(en: "\(low[.en]) to \(high[.en])", zh: "\(low[.zh])至\(high[.zh])")
      }
      let lower = range.lower.map { end(range.lowerIncluded ? .greaterOrEqual : .greater, $0, type) }
      let upper = range.upper.map { end(range.upperIncluded ? .lessOrEqual : .less, $0, type) }
      let ends = [lower, upper].compactMap { $0 }
      guard ends.allSatisfy({ $0 != nil }) else { return nil }
      return ends.compactMap { $0 }.joined(en: " and ", zh: "且")
    }
  }

  private func end(_ op: BinaryOperator, _ bound: Expression, _ type: FeelType) -> Wording? {
    guard let text = text(bound, type) else { return nil }
    let words = op.words(for: type)
    let en = words[.en].hasPrefix("is ") ? String(words[.en].dropFirst(3)) : words[.en]
    return Wording(en: "\(en) \(text[.en])", zh: "\(words[.zh])\(text[.zh])")
  }

  /// A number or date as it is read, a name as what people call it.
  private func text(_ bound: Expression, _ type: FeelType) -> Wording? {
    switch bound.kind {
    case .literal(let value): ValueFormat.text(of: value, type: type)
    case .name(let name): program.label(of: name)
    case .negation(let inner): text(inner, type).map { Wording(en: "−\($0[.en])", zh: "−\($0[.zh])") }
    default: nil
    }
  }
}

extension Value {
  /// Why this value is not of a type, and cannot be converted to it: the innermost part that does not fit, with the way
  /// there.
  public func misfit(with type: FeelType) -> Wording {
    switch (self, type) {
    case (.context(let context), .context(let fields)):
      for field in fields {
        guard let value = context[field.name] else {
          return Wording(en: "the entry `\(field.name)` is missing", zh: "缺少条目 `\(field.name)`")
        }
        guard !value.conforms(to: field.type) else { continue }
        let inner = value.misfit(with: field.type)
        return Wording(en: "the entry `\(field.name)`: \(inner[.en])", zh: "条目 `\(field.name)`：\(inner[.zh])")
      }
    case (.list(let items), .list(let element)):
      if let index = items.firstIndex(where: { $0.coerced(to: element) == nil }) {
        let inner = items[index].misfit(with: element)
        return Wording(en: "item \(index + 1): \(inner[.en])", zh: "第 \(index + 1) 项：\(inner[.zh])")
      }
    case (.range(let range), .range(let element)):
      if let end = [range.lower, range.upper].compactMap({ $0 }).first(where: { !$0.conforms(to: element) }) {
        let inner = end.misfit(with: element)
        return Wording(en: "an end of the range: \(inner[.en])", zh: "区间的端点：\(inner[.zh])")
      }
    case (.function, .function):
      return Wording(en: "the function takes another number of arguments", zh: "该函数的参数个数不同")
    default: break
    }
    return Wording(en: "\(kindName[.en]) is not \(type.wording[.en])", zh: "\(kindName[.zh])不是\(type.wording[.zh])")
  }
}

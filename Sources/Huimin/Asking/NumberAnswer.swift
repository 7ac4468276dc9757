import FEEL

/// A number as people type it, with what it counts behind it: `70岁`, `20元`, `3万元`, `12元5角`, `1,000`, `30%`, `七十`.
struct NumberAnswer {
  let number: Decimal128

  /// - Returns: nothing where the text is no such number, or counts something else than the type does.
  init?(_ text: String, _ type: FactType) {
    var rest = String(text.halfWidth.lowercased().filter { !$0.isWhitespace })
    if case .percent = type {
      guard let fraction = NumberAnswer.fraction(rest) else { return nil }
      number = fraction
      return
    }
    if case .money = type {
      for sign in ["¥", "人民币", "rmb", "cny"] where rest.hasPrefix(sign) { rest.removeFirst(sign.count) }
      if let amount = NumberAnswer.coins(rest) {
        number = amount
        return
      }
    }
    for unit in NumberAnswer.units(of: type) where rest.hasSuffix(unit) {
      rest.removeLast(unit.count)
      break
    }
    var factor: Decimal128 = 1
    for (word, size) in [("万", 10_000 as Decimal128), ("亿", 100_000_000)] where rest.hasSuffix(word) {
      rest.removeLast(word.count)
      factor = size
    }
    guard let digits = NumberAnswer.digits(rest), let whole = digits.multiplied(by: factor) else { return nil }
    number = whole
  }

  /// The words that may stand behind a number of a type, longer ones first.
  private static func units(of type: FactType) -> [String] {
    switch type {
    case .years: ["years old", "years", "year", "周岁", "岁", "年"].map { $0.filter { $0 != " " } }
    case .money: ["人民币", "元整", "块钱", "yuan", "rmb", "cny", "元", "圆", "块"]
    case .number(let unit?), .integer(let unit?): [unit.lowercased().filter { $0 != " " }]
    case .number, .integer: ["人", "名", "位", "个", "家", "户", "项", "份", "件", "次", "间", "张"]
    default: []
    }
  }

  /// Digits with thousands set apart or not, or Chinese numerals; the digits are kept one for one.
  private static func digits(_ text: String) -> Decimal128? {
    if let value = ChineseNumeral.value(of: text) { return Decimal128(value) }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first else { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    let plain = groups.joined()
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    guard isGrouped, !plain.isEmpty, parts.count == 1 || !fraction.isEmpty, plain.count + fraction.count <= 34,
      (plain + fraction).allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return Decimal128(sign + plain + (fraction.isEmpty ? "" : ".\(fraction)"))
  }

  /// `30%` or `百分之三十`. A bare number is not taken: `1` may be one or a hundred of a hundred.
  private static func fraction(_ text: String) -> Decimal128? {
    var rest = text
    if rest.hasSuffix("%") {
      rest.removeLast()
    } else if rest.hasPrefix("百分之") {
      rest.removeFirst("百分之".count)
    } else if rest.hasSuffix("percent") {
      rest.removeLast("percent".count)
    } else if rest != "0" {
      return nil
    }
    return digits(rest).flatMap { $0.multiplied(by: Decimal128("0.01") ?? 0) }
  }

  /// `12元5角`, `3块2毛`, `5角`: yuan, jiao and fen.
  private static func coins(_ text: String) -> Decimal128? {
    let sizes: [(marks: String, fen: Decimal128)] = [("元块圆", 100), ("角毛", 10), ("分", 1)]
    var total: Decimal128 = 0
    var number = ""
    var next = 0
    for character in text {
      guard let size = sizes.indices.first(where: { sizes[$0].marks.contains(character) }) else {
        number.append(character)
        continue
      }
      guard size >= next, let part = digits(number)?.multiplied(by: sizes[size].fen), !part.isNegative,
        size == 0 || part.isInteger, let sum = total.adding(part)
      else { return nil }
      (total, next, number) = (sum, size + 1, "")
    }
    guard number.isEmpty, next > 1 else { return nil }
    return total.multiplied(by: Decimal128("0.01") ?? 0)
  }
}

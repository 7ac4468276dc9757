import Diagnostics
import FEEL

/// A number with what it counts written behind it, `3 yuan` or `3万元`, which to YAML is a text.
struct AmountInWords {
  /// The number that is meant: of `3万元` thirty thousand.
  let number: Decimal128
  private let unit: String

  /// - Parameter text: a scalar without quotes.
  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
    guard let number = Decimal128(String(digits)) else { return nil }
    var unit = text.dropFirst(digits.count).trimmed.lowercased()
    var factor: Decimal128 = 1
    if unit.hasPrefix("万") {
      unit.removeFirst()
      factor = 10_000
    }
    guard AmountInWords.units.contains(unit), let whole = number.multiplied(by: factor) else { return nil }
    self.number = whole
    self.unit = unit
  }

  private static let money: Set<String> = ["元", "块", "块钱", "元整", "人民币", "yuan", "rmb", "cny"]
  private static let percent: Set<String> = ["percent", "per cent", "个百分点"]
  private static let years: Set<String> = ["岁", "周岁", "年", "year", "years"]
  private static let others: Set<String> = [
    "天", "日", "个月", "月", "小时", "分钟", "人", "名", "位", "个", "次", "家", "户", "day", "days", "month", "months", "hour",
    "hours", "minute", "minutes", "people", "persons", "times", "meals",
  ]
  private static let units = money.union(percent).union(years).union(others)

  /// What to write instead.
  ///
  /// - Parameter isTyped: whether a type stands beside it, so that nothing but the number is missing.
  func help(isTyped: Bool) -> Wording {
    let digits = number.plainText
    if AmountInWords.percent.contains(unit) { return Wording(en: "write `\(digits)%`", zh: "写 `\(digits)%`") }
    if isTyped { return Wording(en: "write the number alone: `\(digits)`", zh: "只写数字：`\(digits)`") }
    let type =
      AmountInWords.money.contains(unit)
      ? "`‹type›: ‹money›`"
      : AmountInWords.years.contains(unit) ? "`‹type›: ‹years›`" : "`‹type›: ‹number›, ‹unit›: \(unit)`"
    return Wording(
      en: "write the number alone, `\(digits)`, and \(type) beside it; a text needs quotes",
      zh: "只写数字 `\(digits)`，另写 \(type)；若是文字，请加引号")
  }
}

extension FactType {
  /// Whether values of this type are numbers.
  var isNumber: Bool {
    switch self {
    case .number, .integer, .years, .money, .percent: true
    default: false
    }
  }
}

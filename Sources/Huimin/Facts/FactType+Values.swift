import Diagnostics
import FEEL
import PolicySource

/// How values of each type are written in a record, and which values it refuses.
extension Scalar {
  /// The value that this stands for in a fact of a type, or `nil` where it stands for none.
  func value(as type: FactType) -> Value? {
    switch type {
    case .boolean: (boolean ?? (text == "是" ? true : text == "否" ? false : nil)).map { .boolean($0) }
    case .number, .integer, .years, .money: exactNumber.map { .number($0) }
    case .percent: (Reader.fraction(text) ?? exactNumber.flatMap { $0.magnitude <= 1 ? $0 : nil }).map { .number($0) }
    case .date: CalendarDate(text).map { .date($0) }
    case .text: .string(text)
    case .choice(let members, _): members.first { $0 == text }.map { .string($0) }
    case .list(let element): value(as: element).map { .list([$0]) }
    case .record, .unreadable: nil
    }
  }

  /// The number, if it can be kept digit for digit: neither quoted nor of more digits than a decimal holds.
  private var exactNumber: Decimal128? {
    guard isPlain, let number = Decimal128(text) else { return nil }
    let digits = text.prefix { $0 != "e" && $0 != "E" }.filter(\.isNumber).drop { $0 == "0" }
    // Nor so small that it would come to nothing.
    return digits.count <= 34 && (!number.isZero || digits.allSatisfy { $0 == "0" }) ? number : nil
  }

  /// The number that a text comes to without quotes, unit or commas.
  var bareNumber: String? { bareDigits ?? (!isPlain && Decimal128(text) != nil ? text : nil) }

  /// The digits of a number with a unit behind it or commas in it: of `20元` and `1,000`. Nothing where leaving the rest out
  /// could give another number.
  private var bareDigits: String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let rest = text.dropFirst(digits.count)
    if !digits.isEmpty, !rest.isEmpty, rest.allSatisfy({ !$0.isASCII }), Decimal128(String(digits)) != nil {
      return String(digits)
    }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    return isGrouped ? groups.joined() : nil
  }

  /// What to write instead.
  func help(for type: FactType) -> Wording? {
    switch type {
    case .boolean: return Wording(en: "write `true` or `false`", zh: "写 `是` 或 `否`（`true`、`false` 亦可）")
    case .date:
      let meant = MeantDate(text)
      if case .noSuchDay(let why)? = meant {
        return Wording(en: "there is no such day: \(why[.en])", zh: "没有这一天：\(why[.zh])")
      }
      return meant?.help() ?? Wording(en: "write year-month-day: `2026-01-31`", zh: "写成 年-月-日：`2026-01-31`")
    case .percent where isPlain && Decimal128(text) != nil:
      return Wording(en: "write it with `%`: `\(text)%`", zh: "写上 `%`：`\(text)%`")
    case .number, .integer, .years, .money, .percent:
      if !isPlain, Decimal128(text) != nil {
        return Wording(en: "write the number without quotes: `\(text)`", zh: "数字不加引号：`\(text)`")
      }
      if isPlain, Decimal128(text) != nil {
        return Wording(en: "at most 34 digits are kept", zh: "最多保留 34 位数字")
      }
      return bareDigits.map { Wording(en: "write the digits alone: `\($0)`", zh: "只写数字：`\($0)`") }
    default: return nil
    }
  }
}

extension FactType {
  /// What a value of this type is called: with an article in English.
  func wording(named name: String) -> Wording {
    switch self {
    case .boolean: Wording(en: "`true` or `false`", zh: "`true` 或 `false`")
    case .integer: Wording(en: "a whole number", zh: "整数")
    case .years: Wording(en: "a whole number of years", zh: "整数年数")
    case .percent: Wording(en: "a percentage", zh: "百分数")
    case .text: Wording(en: "a text", zh: "文字")
    case .list(let element):
      Wording(en: "a list, each \(element.wording(named: name)[.en])", zh: "列表，每项为\(element.wording(named: name)[.zh])")
    case .record(let fields):
      Wording(
        en: "a mapping with \(fields.map { "`\($0.name)`" }.joined(separator: ", "))",
        zh: "含 \(fields.map { "`\($0.name)`" }.joined(separator: "、")) 的映射")
    default: feelType(named: name).wording
    }
  }

  /// Why a value of the right kind is still none of this type, as the end of a sentence; `nil` where it is one.
  func problem(with value: Value) -> Wording? {
    switch (self, value) {
    case (.integer, .number(let number)) where !number.isInteger,
      (.years, .number(let number)) where !number.isInteger:
      Wording(en: "is \(number.plainText), not a whole number", zh: "为 \(number.plainText)，不是整数")
    case (.years, .number(let number)) where number.isNegative, (.money, .number(let number)) where number.isNegative:
      Wording(en: "is \(number.plainText): it cannot be negative", zh: "为 \(number.plainText)，不能为负")
    case (.money, .number(let number)) where number.reduced.exponent < -2:
      Wording(
        en: "is \(number.plainText): money has at most two decimals", zh: "为 \(number.plainText)：金额最多两位小数")
    case (.list(let element), .list(let items)): items.lazy.compactMap { element.problem(with: $0) }.first
    default: nil
    }
  }
}

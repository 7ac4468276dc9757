/// What to write where two values do not go together because one of them is not of the kind that its author took it for.
extension Value {
  /// - Parameter other: the value beside this one, of another kind.
  func help(beside other: Value) -> Wording? { oneWay(other) ?? other.oneWay(self) }

  private func oneWay(_ other: Value) -> Wording? {
    switch (self, other) {
    case (.string(let text), .number):
      return Decimal128(text) != nil
        ? Wording(en: "leave the quotes out, or write `number(\"\(text)\")`", zh: "去掉引号，或写 `number(\"\(text)\")`")
        : Wording(en: "to join texts, write `string(…)` around the number", zh: "连接文字时，数写成 `string(…)`")
    case (.string(let text), .date), (.string(let text), .dateTime), (.string(let text), .monthsDuration),
      (.string(let text), .daysDuration):
      if CalendarDate(text) != nil {
        return Wording(
          en: "this text becomes a date by `date(…)`; written out, a date is `@\"\(text)\"`",
          zh: "文字用 `date(…)` 转成日期；直接写日期用 `@\"\(text)\"`")
      }
      return TemporalSlip.help(for: text)
    case (.date, .number), (.dateTime, .number):
      return Wording(
        en: "to a date belongs a duration: `@\"P12M\"` months, `@\"P10D\"` days",
        zh: "日期加减时长：`@\"P12M\"`（月）、`@\"P10D\"`（日）")
    default: return nil
    }
  }

  /// What to write where this value is given for a parameter of one of these types.
  func help(for types: [FeelType]) -> Wording? {
    switch self {
    case .string(let text):
      if types.contains(.date) || types.contains(.dateTime), CalendarDate(text) != nil {
        return Wording(
          en: "write `date(…)` around the text, or `@\"\(text)\"`", zh: "用 `date(…)` 转换，或写 `@\"\(text)\"`")
      }
      if types.contains(where: { $0.isNumeric }), Decimal128(text) != nil {
        return Wording(en: "leave the quotes out, or write `number(…)`", zh: "去掉引号，或用 `number(…)`")
      }
      return nil
    case .number where types == [.string]:
      return Wording(
        en: "put it in quotes, or write `string(…)`; in a record too, so that no digit is lost",
        zh: "加上引号，或用 `string(…)`；资料中的号码也要加引号，以免丢失数字")
    default: return nil
    }
  }
}

extension FeelType {
  fileprivate var isNumeric: Bool { if case .number = self { true } else { false } }
}

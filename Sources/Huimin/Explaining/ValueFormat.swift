import Diagnostics
import FEEL

/// Writes values as people do in each language: `16.00 yuan` and `16.00元`, `yes` and `是`.
struct ValueFormat {
  /// The text of a value of a type. A percentage is written as one only where the type says so.
  static func text(of value: Value, type: FeelType, isPercent: Bool = false) -> Wording {
    switch value {
    case .boolean(let holds): holds ? Wording(en: "yes", zh: "是") : Wording(en: "no", zh: "否")
    case .number(let number) where isPercent: percent(number)
    case .number(let number): self.number(number, type: type)
    case .string(let text):
      if case .enumeration(let enumeration) = type, let label = enumeration.labels[text] {
        label
      } else {
        Wording(both: Quotation.visible(text))
      }
    case .date(let date): self.date(date)
    case .monthsDuration(let duration): months(duration)
    case .daysDuration(let duration): days(duration)
    case .list(let items): list(items, type: type)
    case .context(let context): self.context(context, type: type)
    case .unknown(let unknown): open(unknown, type: type, isPercent: isPercent)
    case .null: Wording(en: "none", zh: "无")
    default: Wording(both: value.displayText)
    }
  }

  static let notKnown = Wording(en: "not known", zh: "未知")

  /// The ends between which something lies: `2.00 yuan to 4.00 yuan`. That an amount is not negative is nothing to tell.
  static func range(_ bounds: Bounds, type: FeelType, isPercent: Bool = false) -> Wording? {
    let ends = [bounds.lower, bounds.upper].map { $0.map { text(of: $0, type: type, isPercent: isPercent) } }
    switch (ends[0], ends[1]) {
    // Only whether the rule can be applied at all is open.
    case (let low?, let high?) where low == high: return low
    case (let low?, let high?): return Wording(en: "\(low[.en]) to \(high[.en])", zh: "\(low[.zh])至\(high[.zh])")
    case (let low?, nil) where bounds.lower?.equals(.number(0)) == false:
      return Wording(en: "at least \(low[.en])", zh: "不低于\(low[.zh])")
    case (nil, let high?): return Wording(en: "at most \(high[.en])", zh: "不超过\(high[.zh])")
    default: return nil
    }
  }

  /// More values than these are not told one by one.
  private static let mostPossible = 3
  /// Of verdicts, which no range can tell, more.
  private static let mostNamed = 6

  /// What is not known, with what it can only be: `not known (2.00 yuan or 4.00 yuan)`.
  ///
  /// - Parameter name: what something is called that is not known.
  static func open(_ unknown: Unknown, type: FeelType, isPercent: Bool = false, name: Wording = notKnown) -> Wording {
    guard
      let possible = possible(unknown, type: type, isPercent: isPercent)
        ?? unknown.bounds.flatMap({ range($0, type: type, isPercent: isPercent) })
    else { return name }
    return Wording(en: "\(name[.en]) (\(possible[.en]))", zh: "\(name[.zh])（\(possible[.zh])）")
  }

  /// What something that is not known can only be: `2.00 yuan or 4.00 yuan`.
  static func possible(_ unknown: Unknown, type: FeelType, isPercent: Bool = false) -> Wording? {
    guard let possible = unknown.possible, possible.count > 1, let values = possible.inOrder else { return nil }
    let texts = values.map { text(of: $0, type: type, isPercent: isPercent) }
    guard let last = texts.last else { return nil }
    let isNumber = if case .number = values[0] { true } else { false }
    if texts.count <= (isNumber ? mostPossible : mostNamed) {
      let others = Array(texts.dropLast()).series
      return Wording(en: "\(others[.en]) or \(last[.en])", zh: "\(others[.zh])或\(last[.zh])")
    }
    guard isNumber else { return nil }
    return Wording(en: "\(texts[0][.en]) to \(last[.en])", zh: "\(texts[0][.zh])至\(last[.zh])")
  }

  private static func number(_ number: Decimal128, type: FeelType) -> Wording {
    guard case .number(let unit) = type, let unitText = unit.text else { return Wording(both: number.trimmedText) }
    switch unit {
    case .yuan:
      let amount = grouped(money(number))
      return Wording(en: "\(amount) yuan", zh: "\(amount)元")
    case .years: return Wording(both: number.trimmedText)
    default:
      return Wording(
        en: "\(number.trimmedText) \(unitText)",
        zh: number.trimmedText + (unitText.first?.isASCII == true ? " " : "") + unitText)
    }
  }

  /// Two decimals, more only where the amount has them.
  static func money(_ number: Decimal128) -> String {
    guard number.exponent >= -2 || number.reduced.exponent >= -2, let exact = number.rounded(.halfEven, scale: 2) else {
      return number.trimmedText
    }
    return exact.plainText
  }

  /// Thousands set apart with commas from five digits on.
  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", maxSplits: 1)
    let whole = parts[0].drop { $0 == "-" }
    guard whole.count > 4 else { return digits }
    var text = ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (digits.hasPrefix("-") ? "-" : "") + text + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  private static func percent(_ number: Decimal128) -> Wording {
    let text = number.multiplied(by: 100)?.trimmedText ?? number.trimmedText
    return Wording(en: "\(text) %", zh: "\(text)%")
  }

  private static func date(_ date: CalendarDate) -> Wording {
    Wording(en: date.description, zh: "\(date.year)年\(date.month)月\(date.day)日")
  }

  /// Most items that are written out.
  private static let mostItems = 12

  private static func list(_ items: [Value], type: FeelType) -> Wording {
    let element: FeelType = if case .list(let element) = type { element } else { .any }
    if items.contains(where: { if case .context = $0 { true } else { false } }) { return records(items) }
    if items.count > mostItems { return Wording(en: "\(items.count) items", zh: "共 \(items.count) 项") }
    let texts = items.map { text(of: $0, type: element) }
    guard !texts.isEmpty else { return Wording(en: "none", zh: "无") }
    return texts.series
  }

  /// Records by the first text in each, which mostly is a name; otherwise how many there are.
  private static func records(_ items: [Value]) -> Wording {
    let names = items.compactMap(\.firstText)
    guard names.count == items.count, names.count <= mostItems else {
      return Wording(en: "\(items.count) items", zh: "共 \(items.count) 项")
    }
    return names.map { Wording(both: $0) }.series
  }

  /// What several outputs of a table came to, each under what people call it; nothing of any other value.
  static func labelled(_ value: Value, _ checked: CheckedDecision) -> Wording? {
    guard case .context(let context) = value, let fields = checked.decision.type?.fields, !fields.isEmpty else {
      return nil
    }
    let texts = context.entries.map { entry -> (Wording, Wording) in
      let label = fields.first { $0.name == entry.name }?.label ?? Wording(both: entry.name)
      return (label, text(of: entry.value, type: checked.type.fieldType(entry.name)))
    }
    return Wording(
      en: texts.map { "\($0[.en]) \($1[.en])" }.joined(separator: ", "),
      zh: texts.map { "\($0[.zh])\($1[.zh])" }.joined(separator: "，"))
  }

  private static func context(_ context: Context, type: FeelType) -> Wording {
    let fields: [FeelType.Field] = if case .context(let fields) = type { fields } else { [] }
    let texts = context.entries.map { entry in
      (entry.name, text(of: entry.value, type: fields.first { $0.name == entry.name }?.type ?? .any))
    }
    return Wording(
      en: texts.map { "\($0.0) \($0.1[.en])" }.joined(separator: ", "),
      zh: texts.map { "\($0.0) \($0.1[.zh])" }.joined(separator: "，"))
  }
}

extension [Value] {
  /// Numbers from the least to the greatest, texts as they are; nothing of values that say little side by side.
  fileprivate var inOrder: [Value]? {
    let numbers = compactMap { if case .number(let number) = $0 { number } else { nil } as Decimal128? }
    if numbers.count == count { return numbers.sorted().map { .number($0) } }
    return allSatisfy { if case .string = $0 { true } else { false } } ? self : nil
  }
}

extension Decimal128 {
  /// Plain notation without zeros that say nothing.
  var trimmedText: String { reduced.plainText }
}

import Diagnostics
import FEEL

/// What an answer of a type looks like, for those who give it.
extension FactType {
  /// In a few words: `an amount in yuan`, `是或否`.
  public var words: Wording {
    switch self {
    case .boolean: Wording(en: "yes or no", zh: "是或否")
    case .number(let unit): Wording(en: "a number", zh: "数").counting(unit)
    case .integer(let unit): Wording(en: "a whole number", zh: "整数").counting(unit)
    case .years: Wording(en: "a whole number of years", zh: "整数年数")
    case .money: Wording(en: "an amount in yuan", zh: "金额（元）")
    case .percent: Wording(en: "a percentage, such as 30%", zh: "百分比，例如30%")
    case .date: Wording(en: "a date, such as 2026-01-15", zh: "日期，例如2026-01-15")
    case .text, .unreadable: Wording(en: "a text", zh: "文字")
    case .choice: Wording(en: "one of these, by number or name", zh: "选一项，写序号或名称")
    case .list(.choice):
      Wording(en: "any of these, by number or name, with commas between; or none", zh: "可选几项，写序号或名称，用顿号隔开；没有写“无”")
    case .list(let element) where isAskedByItem:
      element.fields.isEmpty
        ? Wording(en: "how many there are; 0 for none", zh: "有几项，没有写0")
        : Wording(
          en: "how many there are, 0 for none; then of each: \(element.fieldNames[.en])",
          zh: "有几项，没有写0；再逐项问：\(element.fieldNames[.zh])")
    case .list(let element): (onlyField?.type ?? element).wordsInSeries
    case .record: Wording(en: "several values: \(fieldNames[.en])", zh: "几个值：\(fieldNames[.zh])")
    }
  }

  private var wordsInSeries: Wording {
    Wording(en: "any number of these with `;` between, or none: \(words[.en])", zh: "可写几项，用顿号隔开，没有写“无”：\(words[.zh])")
  }

  private var fieldNames: Wording { fields.map { $0.label ?? Wording(both: $0.name) }.series }
}

extension Wording {
  fileprivate func counting(_ unit: String?) -> Wording {
    guard let unit else { return self }
    return Wording(en: "\(self[.en]) (\(unit))", zh: "\(self[.zh])（\(unit)）")
  }
}

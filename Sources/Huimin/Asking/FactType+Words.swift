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
    case .list where isAskedByItem: wordsByItem
    case .list(let element): (onlyField?.type ?? element).wordsInSeries
    case .record: Wording(en: "several values: \(fieldNames[.en])", zh: "几个值：\(fieldNames[.zh])")
    }
  }

  /// How a list is answered that is asked for item by item.
  private var wordsByItem: Wording {
    let names = nameField.map { $0.label ?? Wording(both: $0.name) }
    let orNames = names.map { Wording(en: " (or each \($0[.en]), with `;` between)", zh: "（或写出各项的\($0[.zh])，用顿号隔开）") }
    let others = fields.filter { $0.name != nameField?.name }.map { $0.label ?? Wording(both: $0.name) }
    let then =
      others.isEmpty
      ? nil : Wording(en: "; then, as far as needed: \(others.series[.en])", zh: "；再按需要逐项问：\(others.series[.zh])")
    return [Wording(en: "how many there are, 0 for none", zh: "有几项，没有写0"), orNames, then].compactMap { $0 }
      .joined(en: "", zh: "")
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

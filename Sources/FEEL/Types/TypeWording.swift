extension Value {
  /// What kind of value this is, for messages.
  public var kindName: Wording {
    switch self {
    case .null: Wording(en: "null", zh: "空值")
    case .boolean: FeelType.boolean.wording
    case .number: FeelType.number.wording
    case .string: FeelType.string.wording
    case .date: FeelType.date.wording
    case .time: FeelType.time.wording
    case .dateTime: FeelType.dateTime.wording
    case .monthsDuration: FeelType.monthsDuration.wording
    case .daysDuration: FeelType.daysDuration.wording
    case .list: FeelType.list(.any).wording
    case .context: FeelType.context([]).wording
    case .range: FeelType.range(.any).wording
    case .function: FeelType.function([], .any).wording
    case .unknown: Wording(en: "something unknown", zh: "未知值")
    }
  }
}

extension FeelType {
  /// The type in words, for messages: with an article in English.
  public var wording: Wording {
    switch self {
    case .any: Wording(en: "any value", zh: "任意值")
    case .null: Wording(en: "null", zh: "空值")
    case .boolean: Wording(en: "a boolean", zh: "真假值")
    case .number(.yuan): Wording(en: "money", zh: "金额")
    case .number(.years): Wording(en: "a number of years", zh: "年数")
    case .number(let unit):
      unit.text.map { Wording(en: "a number of `\($0)`", zh: "以 `\($0)` 计的数") } ?? Wording(en: "a number", zh: "数")
    case .string: Wording(en: "a string", zh: "文字")
    case .enumeration(let enumeration):
      Wording(
        en: "one of \(enumeration.members.map { "`\($0)`" }.joined(separator: ", "))",
        zh: "\(enumeration.members.map { "`\($0)`" }.joined(separator: "、"))之一")
    case .date: Wording(en: "a date", zh: "日期")
    case .time: Wording(en: "a time", zh: "时刻")
    case .dateTime: Wording(en: "a date and time", zh: "日期时刻")
    case .monthsDuration: Wording(en: "a duration of years and months", zh: "以年月计的时长")
    case .daysDuration: Wording(en: "a duration of days and time", zh: "以天和时间计的时长")
    case .list(.any): Wording(en: "a list", zh: "列表")
    case .list(let element): Wording(en: "a list of \(element.wording[.en])", zh: "\(element.wording[.zh])的列表")
    case .range: Wording(en: "a range", zh: "区间")
    case .context: Wording(en: "a context", zh: "上下文")
    case .function: Wording(en: "a function", zh: "函数")
    }
  }
}

extension Unit {
  /// The unit as it is written, `yuan/meal`; nothing for a plain number.
  public var text: String? {
    guard case .powers(let powers) = self, !powers.isEmpty else { return nil }
    func written(_ power: Power) -> String {
      power.exponent.magnitude == 1 ? power.name : "\(power.name)^\(power.exponent.magnitude)"
    }
    let above = powers.filter { $0.exponent > 0 }.map(written).joined(separator: "·")
    let below = powers.filter { $0.exponent < 0 }.map(written).joined(separator: "·")
    return below.isEmpty ? above : "\(above.isEmpty ? "1" : above)/\(below)"
  }
}

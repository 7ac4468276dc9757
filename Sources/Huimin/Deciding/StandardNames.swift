import FEEL

/// Names that every policy can use without declaring them.
public enum StandardNames {
  /// The day for which is decided, under its English and its Chinese name.
  static let decisionDate = ["decision date", "判定日期"]
  /// Completed years from a birth to a day.
  static let ageOn = ["age on", "周岁"]

  static let types: [(name: String, type: FeelType)] =
    decisionDate.map { ($0, .date) } + ageOn.map { ($0, .function([.date, .date], .number(.years))) }

  /// The values that they have in a decision for a day; without a day, only the functions.
  public static func values(on day: CalendarDate?) -> [String: Value] {
    var values = ages
    if let day { for name in decisionDate { values[name] = .date(day) } }
    return values
  }

  /// Made once: every decision begins with them.
  private static let ages = Dictionary(
    ageOn.map { ($0, age($0 == "周岁" ? ("出生日期", "日期") : ("birth", "day"))) }, uniquingKeysWith: { $1 })

  /// A year is completed on the birthday; for somebody born on 29 February, on 1 March of a common year.
  private static func age(_ parameters: (birth: String, day: String)) -> Value {
    let (birth, day) = parameters
    let text = "function(\(birth): date, \(day): date) years and months duration(\(birth), \(day)).years"
    guard let function = try? Parser.expression(text) else { return .null }
    return Run().evaluate(function, in: Environment())
  }
}

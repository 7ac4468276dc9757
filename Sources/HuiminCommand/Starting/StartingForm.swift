import Huimin

/// The form of the rule that a new policy begins with.
enum StartingForm: String, Sendable, CaseIterable {
  case value, cases, table, criteria, rule
  case bestOf = "best-of"
  case split, quota

  /// A small policy with everything that most policies need: facts, a parameter, a reading, cases and a split.
  static let standard = StartingForm.split

  /// What a policy of this form says below its head.
  struct Body {
    let title: String
    let source: String
    /// From the readings on.
    let policy: String
    /// Below the day.
    let tests: String
    let record: [(fact: String, value: String)]
  }

  func draft(of new: NewPolicy) -> PolicyDraft {
    // The examples of a quota lie in one week, whichever day the policy begins.
    let day = self == .quota ? StartingForm.saturday(from: new.inForce) : new.inForce
    let body = body(new.keys, day, new.inForce)
    return PolicyDraft(
      policy: new.head(title: body.title, source: body.source) + body.policy + "\n",
      tests: new.testHead(on: day) + body.tests + "\n", record: body.record)
  }

  private func body(_ keys: Language, _ day: CalendarDate, _ inForce: CalendarDate) -> Body {
    let isChinese = keys == .zh
    return switch self {
    case .value: isChinese ? StartingForm.valueZh(inForce) : StartingForm.valueEn(inForce)
    case .cases: isChinese ? StartingForm.casesZh(inForce) : StartingForm.casesEn(inForce)
    case .table: isChinese ? StartingForm.tableZh : StartingForm.tableEn
    case .criteria: isChinese ? StartingForm.criteriaZh : StartingForm.criteriaEn
    case .rule: isChinese ? StartingForm.ruleZh : StartingForm.ruleEn
    case .bestOf: isChinese ? StartingForm.bestOfZh : StartingForm.bestOfEn
    case .split: isChinese ? StartingForm.splitZh(inForce) : StartingForm.splitEn(inForce)
    case .quota: isChinese ? StartingForm.quotaZh(inForce, day) : StartingForm.quotaEn(inForce, day)
    }
  }

  /// The Saturday of the first week that begins on a day or after it.
  private static func saturday(from day: CalendarDate) -> CalendarDate {
    day.adding(days: (8 - day.weekday) % 7 + 5) ?? day
  }
}

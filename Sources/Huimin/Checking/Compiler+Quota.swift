import Diagnostics
import FEEL

/// Checks quotas.
extension Compiler {
  mutating func check(_ quota: Quota<AsWritten>, of decision: Decision<AsWritten>, expecting expected: FeelType?)
    -> (Form<Checked>, FeelType)?
  {
    guard let events = formulas.formula(quota.events, in: scope) else { return nil }
    guard let fields = fields(of: events) else { return nil }
    let date = dateField(quota, fields, at: events.written.location)
    // What is said of an event sees its fields before anything else of the same name.
    var inner = scope
    inner.declare("item", .context(fields))
    for field in fields { inner.declare(field.name, field.type) }
    let counting = quota.counting.flatMap { condition($0, in: inner) }
    let amount = quota.amount.flatMap { formulas.formula($0, in: inner) }
    let only = Wording(en: "only a number can be counted", zh: "只有数可以累计")
    if let amount { requireNumber(amount, only: only) }
    var type: FeelType = if let amount, case .number = amount.type { amount.type } else { .null }
    var limits: [Quota<Checked>.Limit] = []
    for limit in quota.limits {
      guard let most = most(limit.most, expecting: expected, joining: &type) else { continue }
      let carried = limit.carriedOver.flatMap { self.most($0, expecting: expected, joining: &type) }
      guard (carried == nil) == (limit.carriedOver == nil) else { continue }
      limits.append(
        Quota.Limit(period: limit.period, most: most, carriedOver: carried, location: limit.location))
    }
    for limit in limits { requireNumber(limit.most, only: only) }
    let since = quota.since.flatMap { formulas.formula($0, in: scope, expecting: .date) }
    if let since { requireFit(since, .date) }
    guard let date, limits.count == quota.limits.count, (counting == nil) == (quota.counting == nil),
      (amount == nil) == (quota.amount == nil), (since == nil) == (quota.since == nil)
    else { return nil }
    return (
      .quota(
        Quota(events: events, date: date, counting: counting, amount: amount, limits: limits, since: since)), type
    )
  }

  /// How much is allowed. A number that counts nothing in particular may stand where the quota has a unit of its own.
  private mutating func most(_ written: Written, expecting expected: FeelType?, joining type: inout FeelType)
    -> CheckedFormula?
  {
    guard let expected, case .number(let unit) = expected, unit != .plain else {
      return output(written, expecting: expected, joining: &type)
    }
    guard let formula = formulas.formula(written, in: scope, expecting: expected) else { return nil }
    if case .number(.plain) = formula.type { return formula }
    requireFit(formula, expected)
    type = type.joined(with: formula.type)
    return formula
  }

  /// - Parameter only: what is asked of a number alone; the type that was found is told after it.
  mutating func requireNumber(_ formula: CheckedFormula, only: Wording) {
    switch formula.type {
    case .number, .any: return
    default:
      report(
        "type-mismatch", at: formula.written.location, en: "\(only[.en]), not \(formula.type.wording[.en])",
        zh: "\(only[.zh])，而不是\(formula.type.wording[.zh])")
    }
  }

  /// The fields of one event.
  private mutating func fields(of events: CheckedFormula) -> [FeelType.Field]? {
    if case .list(.context(let fields)) = events.type { return fields }
    if events.type != .any {
      report(
        "type-mismatch", at: events.written.location,
        en: "a quota counts a list of events, each a record with a date, not \(events.type.wording[.en])",
        zh: "限额按事件列表计算，每项须为带日期的记录，而不是\(events.type.wording[.zh])",
        help: Wording(
          en: "declare the events: `{ ‹type›: ‹list›, ‹of›: { day: ‹date› } }`",
          zh: "声明事件列表：`{ ‹type›: ‹list›, ‹of›: { 日期: ‹date› } }`"))
    }
    return nil
  }

  /// The field with the day of an event: the one that the author names, or the only date.
  private mutating func dateField(_ quota: Quota<AsWritten>, _ fields: [FeelType.Field], at location: Location)
    -> String?
  {
    let dates = fields.filter { $0.type == .date }.map(\.name)
    if quota.date.isEmpty, dates.count == 1 { return dates[0] }
    if dates.contains(quota.date) { return quota.date }
    let names = dates.map { "`\($0)`" }
    let (en, zh): (String, String) =
      quota.date.isEmpty
      ? dates.isEmpty
        ? ("these events have no date", "这些事件没有日期")
        : (
          "these events have several dates: \(names.joined(separator: ", "))",
          "这些事件有几个日期：\(names.joined(separator: "、"))"
        )
      : ("`\(quota.date)` is no date of these events", "`\(quota.date)` 不是这些事件的日期")
    report(
      "no-event-date", at: location, en: en, zh: zh,
      help: dates.isEmpty
        ? Wording(en: "give them a field of type `‹date›`", zh: "加一栏 `‹date›`")
        : Suggestion.didYouMean(quota.date, among: dates)
          ?? Wording(
            en: "say which one counts: `‹dated›: \(dates[0])`", zh: "写明按哪个日期计：`‹dated›: \(dates[0])`"))
    return nil
  }
}

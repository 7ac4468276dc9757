import Diagnostics
import FEEL

/// How a term of working days was counted, so that anybody can count it again.
extension ReasonBuilder {
  /// The days off and the weekend days worked on the way, by whose announcement; nothing of an expression that counts
  /// none.
  func workingDays(countedBy expression: Expression) -> [Reason] {
    switch expression.kind {
    case .conditional(let condition, let then, let otherwise):
      guard case .boolean(let holds) = phrasing.value(of: condition) else { return [] }
      return workingDays(countedBy: holds ? then : otherwise)
    case .call(let callee, let arguments):
      guard let name = callee.ownName, let calendar = program.calendar else { return [] }
      let values = arguments.map { phrasing.value(of: $0.value) }
      switch (name, values.first, values.last, phrasing.value(of: expression)) {
      case ("working days after", .date(let start)?, .number(let count)?, .date(let end)),
        ("工作日后", .date(let start)?, .number(let count)?, .date(let end)):
        return [counted(count, from: start, to: end, calendar)]
      case ("working days between", .date(let start)?, .date(let end)?, .number(let count)),
        ("工作日数", .date(let start)?, .date(let end)?, .number(let count)):
        return [counted(count, from: start, to: end, calendar)]
      default: return []
      }
    default: return []
    }
  }

  private func counted(
    _ count: Decimal128, from start: CalendarDate, to end: CalendarDate, _ calendar: WorkCalendar
  ) -> Reason {
    let days = ((start.dayNumber + 1)..<max(start.dayNumber + 1, end.dayNumber + 1)).compactMap {
      CalendarDate(dayNumber: $0)
    }
    let off = stretches(days.filter { calendar.years[$0.year]?.holidays.contains($0.dayNumber) ?? false })
    let worked = stretches(days.filter { calendar.years[$0.year]?.worked.contains($0.dayNumber) ?? false })
    let from = ValueFormat.text(of: .date(start), type: .date)
    var text = Wording(
      en: "\(count.trimmedText) working days from the day after \(from[.en])",
      zh: "自\(from[.zh])的次日起数\(count.trimmedText)个工作日")
    if let off {
      text = Wording(en: "\(text[.en]); days off besides weekends: \(off[.en])", zh: "\(text[.zh])；周末以外放假：\(off[.zh])")
    }
    if let worked { text = Wording(en: "\(text[.en]); worked: \(worked[.en])", zh: "\(text[.zh])；调休上班：\(worked[.zh])") }
    let citations = Set(days.map(\.year)).sorted().flatMap { year -> [ResolvedCitation] in
      guard let layer = program.layers.first(where: { $0.calendar?.years[year] != nil }) else { return [] }
      return resolve(layer.calendar?.years[year]?.citations ?? [], in: layer)
    }
    return Reason(.step, text: text, citations: citations)
  }

  /// Days as stretches of the calendar; nothing of none. Of a long term only the first are told.
  private func stretches(_ days: [CalendarDate]) -> Wording? {
    var found: [(first: CalendarDate, last: CalendarDate)] = []
    for day in days {
      if let last = found.last, last.last.dayNumber + 1 == day.dayNumber {
        found[found.count - 1].last = day
      } else {
        found.append((day, day))
      }
    }
    guard !found.isEmpty else { return nil }
    let texts = found.prefix(6).map { stretch -> Wording in
      let (first, last) = (
        ValueFormat.text(of: .date(stretch.first), type: .date), ValueFormat.text(of: .date(stretch.last), type: .date)
      )
      return stretch.first == stretch.last
        ? first : Wording(en: "\(first[.en]) to \(last[.en])", zh: "\(first[.zh])至\(last[.zh])")
    }
    let isMore = found.count > texts.count
    return Wording(en: texts.series[.en] + (isMore ? ", …" : ""), zh: texts.series[.zh] + (isMore ? "等" : ""))
  }
}

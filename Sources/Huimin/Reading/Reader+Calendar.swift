import Diagnostics
import FEEL
import PolicySource

/// Calendars of working days.
extension Reader {
  /// `{ weekend: [Saturday, Sunday], 2026: { holidays: [2026-01-01..2026-01-03], worked: [2026-01-04], source: notice } }`.
  mutating func calendar(_ node: Node?) -> WorkCalendar? {
    guard let node else { return nil }
    let what = Wording(en: "`‹working days›`", zh: "`‹working days›`")
    var weekend: Set<Int> = [6, 7]
    var years: [Int: WorkCalendar.Year] = [:]
    for entry in entries(node, of: what) {
      if entry.key == Key.weekend {
        let names = self.names(entry.value, of: what)
        weekend = Set(names.compactMap { Reader.weekday($0.name) }.map { $0 + 1 })
        for name in names where Reader.weekday(name.name) == nil {
          report(
            "not-a-choice", at: name.location, en: "`\(name.name)` is no day of the week", zh: "`\(name.name)` 不是星期几",
            help: Wording(en: "write `Saturday`", zh: "写 `星期六`"))
        }
      } else if let year = Int(entry.key), entry.key.count == 4 {
        years[year] = self.year(year, entry)
      } else {
        report(
          "unknown-key", at: entry.keyNode.location, en: "`\(entry.key)` is neither a year nor `‹weekend›`",
          zh: "`\(entry.key)` 既不是年份，也不是 `‹weekend›`",
          help: Wording(en: "write a year: `2026:`", zh: "写年份：`2026:`"))
      }
    }
    return WorkCalendar(weekend: weekend, years: years)
  }

  /// The place of a day in the week, from 0 for Monday; nothing for what is none.
  private static func weekday(_ name: String) -> Int? {
    Phrase.weekdays.firstIndex { $0 == name || Vocabulary.chineseWord($0) == name }
  }

  private mutating func year(_ year: Int, _ entry: Entry) -> WorkCalendar.Year {
    let what = Wording(en: "the year \(year)", zh: "\(year) 年")
    let entries = self.entries(entry.value, of: what)
    refuseUnknown(entries, allowing: Key.calendarYearKeys, in: what)
    return WorkCalendar.Year(
      holidays: days(entries[Key.holidays], of: year), worked: days(entries[Key.worked], of: year),
      citations: citations(entries[Key.source]) + citations(entries[Key.cite]))
  }

  /// Days and stretches of days, all of one year.
  private mutating func days(_ node: Node?, of year: Int) -> Set<Int> {
    guard let node else { return [] }
    var days: Set<Int> = []
    for named in names(node, of: Wording(en: "a day", zh: "日期")) {
      let period: Period?
      if let dots = named.name.range(of: "..") {
        period = Period(
          first: date(named.name[..<dots.lowerBound].trimmed, at: named.location),
          last: date(named.name[dots.upperBound...].trimmed, at: named.location))
      } else {
        period = date(named.name, at: named.location).map { Period(first: $0, last: $0) }
      }
      guard let first = period?.first, let last = period?.last else { continue }
      guard first <= last else {
        reportReversed(named.name, first, last, at: named.location)
        continue
      }
      guard first.year == year, last.year == year else {
        report(
          "bad-period", at: named.location, en: "`\(named.name)` is no stretch of days of \(year)",
          zh: "`\(named.name)` 不是 \(year) 年内的日期",
          help: Wording(en: "write days of other years below those years", zh: "其他年份的日期写在该年之下"))
        continue
      }
      days.formUnion(first.dayNumber...last.dayNumber)
    }
    return days
  }
}

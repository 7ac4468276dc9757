/// The rule by which a region changes its clocks every year: `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 8536, 3.3, and the
/// variable `TZ` of POSIX).
struct ZoneRule: Sendable {
  /// Seconds ahead of UTC outside summer time.
  private let standard: Int
  private let summer: Summer?

  fileprivate struct Summer {
    /// Seconds ahead of UTC.
    let offset: Int
    /// When it begins, on the standard clock, and when it ends, on its own.
    let begin: Change
    let end: Change
  }

  /// A moment of every year.
  fileprivate struct Change {
    enum Day {
      /// A weekday (0 for Sunday) of a week of a month; the fifth week is the last.
      case weekday(Int, week: Int, month: Int)
      /// A day from 1, where 29 February has no number.
      case julian(Int)
      /// A day from 0, where it has.
      case ordinal(Int)
    }

    let day: Day
    /// Seconds after midnight; may lie on another day.
    let time: Int
  }

  /// - Parameter text: the rule in ASCII.
  /// - Returns: `nil` where it is empty or no rule.
  init?(_ text: some Sequence<UInt8>) {
    var reader = Reader(Array(text))
    guard reader.name(), let west = reader.time() else { return nil }
    standard = -west
    guard !reader.isAtEnd else {
      summer = nil
      return
    }
    guard reader.name() else { return nil }
    let offset = reader.next == UInt8(ascii: ",") ? standard + 3600 : reader.time().map { -$0 }
    guard let offset, let begin = reader.change(), let end = reader.change(), reader.isAtEnd else { return nil }
    summer = Summer(offset: offset, begin: begin, end: end)
  }

  /// The offset at a moment in seconds since 1970 in UTC.
  func offset(atUTC seconds: Int) -> Int {
    guard let summer else { return standard }
    return offset(at: seconds, onClock: seconds + standard, summer, begin: -standard, end: -summer.offset)
  }

  /// The offset at a local time in seconds since 1970; of two that fit, the one before the clocks change.
  func offset(atLocal seconds: Int) -> Int {
    guard let summer else { return standard }
    // While clocks are put forward, the time that is left out still counts by the clock before.
    let gain = summer.offset - standard
    return offset(at: seconds, onClock: seconds, summer, begin: max(0, gain), end: max(0, -gain))
  }

  /// - Parameters:
  ///   - local: the same moment on the standard clock, which tells its year.
  ///   - begin: what to add to the moment at which summer time begins, to compare it with `seconds`.
  ///   - end: the same for that at which it ends.
  private func offset(at seconds: Int, onClock local: Int, _ summer: Summer, begin: Int, end: Int) -> Int {
    let (days, rest) = local.quotientAndRemainder(dividingBy: 86_400)
    guard let year = CalendarDate(dayNumber: rest < 0 ? days - 1 : days)?.year else { return standard }
    let begin = summer.begin.local(in: year) + begin
    let end = summer.end.local(in: year) + end
    let isSummer = begin <= end ? (begin..<end).contains(seconds) : !(end..<begin).contains(seconds)
    return isSummer ? summer.offset : standard
  }
}

extension ZoneRule.Change {
  /// The moment in a year, in seconds since 1970 on the clock that it is meant by.
  fileprivate func local(in year: Int) -> Int { dayNumber(in: year) * 86_400 + time }

  private func dayNumber(in year: Int) -> Int {
    func number(_ month: Int, _ day: Int) -> Int {
      CalendarDate(year: year, month: month, day: day)?.dayNumber ?? 0
    }
    switch day {
    case .julian(let day): return number(1, 1) + day - 1 + (CalendarDate.isLeap(year) && day >= 60 ? 1 : 0)
    case .ordinal(let day): return number(1, 1) + day
    case .weekday(let weekday, let week, let month):
      let first = number(month, 1)
      // 1970-01-01 was a Thursday.
      let sinceSunday = ((first + 4) % 7 + 7) % 7
      let day = first + (weekday - sinceSunday + 7) % 7 + (week - 1) * 7
      return day < first + CalendarDate.length(ofMonth: month, year: year) ? day : day - 7
    }
  }
}

extension ZoneRule {
  /// Reads the parts of a rule.
  private struct Reader {
    private let text: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) { self.text = text }

    var isAtEnd: Bool { position == text.count }
    var next: UInt8? { position < text.count ? text[position] : nil }

    mutating func accept(_ character: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    /// Steps over the name of a clock: letters, or anything in angle brackets.
    mutating func name() -> Bool {
      let start = position
      if accept("<") {
        while next != nil, next != UInt8(ascii: ">") { position += 1 }
        return accept(">")
      }
      while let character = next, Unicode.Scalar(character).properties.isAlphabetic { position += 1 }
      return position > start
    }

    mutating func number() -> Int? {
      var value = 0
      let start = position
      while let digit = next, (0x30...0x39).contains(digit), position - start < 6 {
        value = value * 10 + Int(digit) - 0x30
        position += 1
      }
      return position > start ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int? {
      let isNegative = accept("-")
      if !isNegative { _ = accept("+") }
      guard let hours = number(), hours <= 167 else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] where accept(":") {
        guard let part = number(), part < 60 else { return nil }
        seconds += part * unit
      }
      return isNegative ? -seconds : seconds
    }

    /// `,date[/time]`; without a time, two o'clock.
    mutating func change() -> Change? {
      guard accept(","), let day = day() else { return nil }
      guard accept("/") else { return Change(day: day, time: 7200) }
      return time().map { Change(day: day, time: $0) }
    }

    private mutating func day() -> Change.Day? {
      if accept("J") { return number().flatMap { (1...365).contains($0) ? .julian($0) : nil } }
      guard accept("M") else { return number().flatMap { (0...365).contains($0) ? .ordinal($0) : nil } }
      guard let month = number(), accept("."), let week = number(), accept("."), let weekday = number(),
        (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
      else { return nil }
      return .weekday(weekday, week: week, month: month)
    }
  }
}

/// Reads the texts of dates, times and durations, one character after another.
struct TextReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Whether the time that was read last was `24:00:00`, the beginning of the next day.
  private(set) var isEndOfDay = false

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(truncatingIfNeeded: character.value) else { return false }
    position += 1
    return true
  }

  /// The digits that come next.
  mutating func digits() -> [UInt8] {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return bytes[start..<position].map { $0 - 0x30 }
  }

  /// A number of exactly so many digits.
  mutating func number(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    let found = bytes[position..<position + count]
    guard found.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    position += count
    return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// All that is left.
  mutating func rest() -> String {
    defer { position = bytes.count }
    return String(decoding: bytes[position...], as: UTF8.self)
  }

  // MARK: Parts of dates and times

  mutating func date() -> CalendarDate? {
    let isNegative = accept("-")
    let digits = self.digits()
    guard digits.count >= 4, digits.count <= 9, digits.count == 4 || digits[0] != 0 else { return nil }
    let year = digits.reduce(0) { $0 * 10 + Int($1) }
    guard !(isNegative && year == 0), accept("-"), let month = number(2), accept("-"), let day = number(2) else {
      return nil
    }
    return CalendarDate(year: isNegative ? -year : year, month: month, day: day)
  }

  /// `13:05:07.25`, then a zone or nothing.
  mutating func time() -> TimeOfDay? {
    guard let hour = number(2), accept(":"), let minute = number(2), accept(":"), let second = number(2) else {
      return nil
    }
    var nanosecond = 0
    if accept(".") {
      let fraction = digits()
      guard !fraction.isEmpty else { return nil }
      for place in 0..<9 { nanosecond = nanosecond * 10 + (place < fraction.count ? Int(fraction[place]) : 0) }
    }
    isEndOfDay = hour == 24 && minute == 0 && second == 0 && nanosecond == 0
    var zone: Zone?
    if !isAtEnd {
      guard let found = self.zone() else { return nil }
      zone = found
    }
    return TimeOfDay(
      hour: isEndOfDay ? 0 : hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
  }

  /// `Z`, `+08:00` or `@Asia/Shanghai`.
  private mutating func zone() -> Zone? {
    if accept("Z") || accept("z") { return .offset(seconds: 0) }
    if accept("@") { return Zone(region: rest()) }
    let isNegative = accept("-")
    guard isNegative || accept("+"), let hours = number(2), accept(":"), let minutes = number(2) else { return nil }
    var seconds = 0
    if accept(":") {
      guard let found = number(2) else { return nil }
      seconds = found
    }
    guard hours <= 18, minutes < 60, seconds < 60 else { return nil }
    let total = hours * 3600 + minutes * 60 + seconds
    return total <= 18 * 3600 ? .offset(seconds: isNegative ? -total : total) : nil
  }
}

/// Where a field of a record stands in the bytes of its block, and how it is written there. No value is made of it yet: most
/// fields are only passed over or copied.
struct RawField: Sendable {
  enum Form: Sendable {
    /// The record does not have it.
    case absent
    /// Without quotes: a number, `true`, `null`, or the cell of a table.
    case bare
    /// In quotes, with nothing in it that stands for something else.
    case text
    /// In quotes, with escapes of JSON or doubled quotes of CSV in it.
    case escaped
    /// A list or an object of JSON.
    case nested
  }

  var form: Form
  /// The first byte, that of the quotes left out.
  var start: Int
  /// The byte behind the last, that of the quotes left out.
  var end: Int

  static let absent = RawField(form: .absent, start: 0, end: 0)
}

extension [UInt8] {
  /// Whether a stretch is these bytes.
  func holds(_ other: [UInt8], at start: Int, to end: Int) -> Bool {
    guard end - start == other.count else { return false }
    for offset in 0..<other.count where self[start + offset] != other[offset] { return false }
    return true
  }

  /// The place of a byte in a stretch; the end of the stretch where it is not in it.
  func firstPlace(of byte: UInt8, from start: Int, to end: Int) -> Int {
    var place = start
    while place < end, self[place] != byte { place += 1 }
    return place
  }

  /// How many line ends are in a stretch.
  func lineEnds(from start: Int, to end: Int) -> Int {
    var count = 0
    for place in start..<Swift.max(start, end) where self[place] == 0x0A { count += 1 }
    return count
  }

  /// The text of a stretch, or nothing where it is no UTF-8.
  func text(_ start: Int, _ end: Int) -> String? { String(validating: self[start..<end], as: UTF8.self) }

  /// Whether a stretch is UTF-8. That of ASCII alone is seen without decoding.
  func isUTF8(from start: Int, to end: Int) -> Bool {
    var place = start
    while place < end, self[place] < 0x80 { place += 1 }
    return place == end || String(validating: self[place..<end], as: UTF8.self) != nil
  }
}

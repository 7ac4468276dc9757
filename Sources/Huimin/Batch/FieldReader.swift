import FEEL

/// Reads fields as values of one type, in the forms in which records nearly always have them. What it does not know it
/// leaves to ``CarefulReader``, which reads everything and says what is wrong.
enum FieldReader: Sendable {
  case boolean
  case number
  /// Not negative, and of no more decimals than these.
  case amount(decimals: Int)
  /// Whole, and perhaps negative.
  case integer
  case date
  case text
  case choice([(bytes: [UInt8], value: Value)])
  case careful

  init(_ fact: Fact) {
    self =
      switch fact.type {
      case _ where fact.judgement != nil: .careful
      case .boolean: .boolean
      case .number: .number
      case .integer: .integer
      case .years: .amount(decimals: 0)
      case .money: .amount(decimals: 2)
      case .date: .date
      case .text: .text
      case .choice(let members, _): .choice(members.map { (Array($0.utf8), .string($0)) })
      case .percent, .list, .record, .unreadable: .careful
      }
  }

  /// The value of a field that is not absent; nothing where the careful reader must look at it.
  func value(_ field: RawField, in bytes: [UInt8]) -> Value? {
    guard field.form == .bare || field.form == .text else { return nil }
    switch self {
    case .boolean:
      guard field.form == .bare else { return nil }
      if bytes.holds(FieldReader.yes, at: field.start, to: field.end) { return .boolean(true) }
      return bytes.holds(FieldReader.no, at: field.start, to: field.end) ? .boolean(false) : nil
    case .number: return FieldReader.number(field, in: bytes).map { .number($0) }
    case .integer:
      guard let number = FieldReader.number(field, in: bytes), number.exponent == 0 else { return nil }
      return .number(number)
    case .amount(let decimals):
      guard let number = FieldReader.number(field, in: bytes), !number.isNegative, number.exponent >= -decimals else {
        return nil
      }
      return .number(number)
    case .date: return FieldReader.date(field, in: bytes).map { .date($0) }
    case .text: return bytes.text(field.start, field.end).map { .string($0) }
    case .choice(let members): return members.first { bytes.holds($0.bytes, at: field.start, to: field.end) }?.value
    case .careful: return nil
    }
  }

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  /// Digits with at most one point among them, few enough for a machine word, with all of its zeros.
  static func number(_ field: RawField, in bytes: [UInt8]) -> Decimal128? {
    guard field.form == .bare else { return nil }
    var place = field.start
    let isNegative = place < field.end && bytes[place] == 0x2D
    if isNegative { place += 1 }
    guard field.end > place, field.end - place <= 18 else { return nil }
    var (coefficient, decimals, point) = (UInt64(0), 0, -1)
    for place in place..<field.end {
      let byte = bytes[place]
      if byte == 0x2E, point < 0 {
        point = place
      } else if byte >= 0x30, byte <= 0x39 {
        coefficient = coefficient * 10 + UInt64(byte - 0x30)
        if point >= 0 { decimals += 1 }
      } else {
        return nil
      }
    }
    guard point != place, point != field.end - 1 else { return nil }
    return Decimal128(negative: isNegative, coefficient: UInt128(coefficient), exponent: -decimals)
  }

  /// `2026-01-15`.
  static func date(_ field: RawField, in bytes: [UInt8]) -> CalendarDate? {
    let start = field.start
    guard field.end - start == 10, bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var number = 0
      for place in range {
        guard bytes[start + place] >= 0x30, bytes[start + place] <= 0x39 else { return nil }
        number = number * 10 + Int(bytes[start + place] - 0x30)
      }
      return number
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}

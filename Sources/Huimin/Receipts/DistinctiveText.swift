import FEEL
import PolicySource

/// The text of a value that can hardly be anything else's, in one of the ways in which receipts write it.
struct DistinctiveText {
  private let text: String
  /// Whether it is written in digits, so that it stands only where no further digit is beside it.
  private let isNumber: Bool

  /// Those of a fact: of a list or a record, those of all that is in it. Yes and no, small numbers and short words are none;
  /// they stand everywhere.
  static func all(in value: JSON) -> [DistinctiveText] {
    switch value {
    case .array(let items): items.flatMap(all(in:))
    case .object(let entries): entries.filter { !["by", "on"].contains($0.0) }.flatMap { all(in: $0.1) }
    case .number(let digits): ofNumber(digits)
    case .string(let text):
      if let day = CalendarDate(text) {
        [text, ValueFormat.text(of: .date(day), type: .date)[.zh]].map { DistinctiveText(text: $0, isNumber: true) }
      } else {
        isLong(text) ? [DistinctiveText(text: text, isNumber: false)] : []
      }
    default: []
    }
  }

  private static func ofNumber(_ digits: String) -> [DistinctiveText] {
    guard let number = Decimal128(digits), number.reduced.coefficient >= 100 else { return [] }
    return Set([digits, number.plainText, number.trimmedText, ValueFormat.money(number)]).sorted().map {
      DistinctiveText(text: $0, isNumber: true)
    }
  }

  /// A name of a person has two characters or more; a word of Latin letters needs more to be somebody's.
  private static func isLong(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count >= 4 || scalars.count >= 2 && scalars.allSatisfy { $0.value >= 0x2E80 }
  }

  func stands(in other: String) -> Bool {
    var rest = other[...]
    while let found = rest.firstRange(of: text) {
      if !isNumber { return true }
      let before = found.lowerBound == other.startIndex ? nil : other[other.index(before: found.lowerBound)]
      let after = other[found.upperBound...]
      let isInside = before.map { $0.isNumber || $0 == "." } ?? false
      // A full stop ends a sentence, a point with a digit behind it goes on with the number.
      let goesOn = after.first?.isNumber ?? false || after.first == "." && after.dropFirst().first?.isNumber ?? false
      if !isInside, !goesOn { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
}

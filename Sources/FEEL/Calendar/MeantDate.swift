/// A date as people write it, `2026/1/5`, `2026年1月5日`, or one that the calendar does not have: what a text that is no
/// date was meant for, so that a message can say what to write instead.
public enum MeantDate: Sendable {
  /// A day, in whatever form.
  case day(CalendarDate)
  /// A month without a day: its first day.
  case month(CalendarDate)
  /// A day that does not exist, and why.
  case noSuchDay(because: Wording)

  /// - Parameter text: anything; nothing comes of what does not look like a date.
  public init?(_ text: String) {
    let pieces = NumberPieces(text)
    var numbers = pieces.numbers
    var marks = pieces.marks
    if numbers.count == 1, numbers[0].count == 8, marks[0].isEmpty {
      let digits = numbers[0]
      numbers = [String(digits.prefix(4)), String(digits.dropFirst(4).prefix(2)), String(digits.suffix(2))]
      marks = ["-", "-", ""]
    }
    // `2026-3` and `2026.3` are as likely something else.
    if numbers.count == 2, marks == ["年", "月"] || marks == ["年", "月份"] {
      numbers.append("")
      marks.append("")
    }
    guard numbers.count == 3, pieces.prefix.isEmpty, numbers[0].count == 4, numbers[1].count <= 2,
      numbers[2].count <= 2,
      ["-", "/", ".", "年", "－", "—"].contains(marks[0]),
      ["-", "/", ".", "月", "月份", "－", "—"].contains(marks[1]),
      ["", "日", "号"].contains(marks[2]), let year = Int(numbers[0]), let month = Int(numbers[1])
    else { return nil }
    guard (1...12).contains(month) else {
      self = .noSuchDay(because: Wording(en: "there is no month \(month)", zh: "没有\(month)月"))
      return
    }
    guard let day = Int(numbers[2]) else {
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      self = .month(first)
      return
    }
    if let date = CalendarDate(year: year, month: month, day: day) {
      self = .day(date)
      return
    }
    let last = CalendarDate.length(ofMonth: month, year: year)
    self = .noSuchDay(
      because: Wording(en: "month \(month) of \(year) has \(last) days", zh: "\(year)年\(month)月只有\(last)天"))
  }

  /// What to write instead, or why nothing could be.
  ///
  /// - Parameter isLiteral: whether a date is written as in an expression, `@"2026-01-05"`.
  public func help(asLiteral isLiteral: Bool = false) -> Wording {
    func written(_ date: CalendarDate) -> String { isLiteral ? "`@\"\(date)\"`" : "`\(date)`" }
    return switch self {
    case .day(let date): Wording(en: "write \(written(date))", zh: "写 \(written(date))")
    case .month(let first):
      Wording(en: "a date has a day: write \(written(first))", zh: "日期要写到日：\(written(first))")
    case .noSuchDay(let why): why
    }
  }
}

/// A text cut into runs of digits and what stands between and after them.
struct NumberPieces {
  private(set) var numbers: [String] = []
  /// What follows each number, without spaces.
  private(set) var marks: [String] = []
  /// What stands before the first number.
  private(set) var prefix = ""

  init(_ text: String) {
    var isInNumber = false
    for scalar in text.unicodeScalars where !scalar.isFeelSpace {
      if scalar.isDigit {
        if !isInNumber {
          numbers.append("")
          marks.append("")
        }
        isInNumber = true
        numbers[numbers.count - 1].unicodeScalars.append(scalar)
      } else {
        isInNumber = false
        if marks.isEmpty {
          prefix.unicodeScalars.append(scalar)
        } else {
          marks[marks.count - 1].unicodeScalars.append(scalar)
        }
      }
    }
  }
}

/// What to write instead of a text that is meant as a date or a duration, and is none.
enum TemporalSlip {
  /// - Parameter text: what cannot be read, as `2026/1/5`, `2026-02-30`, `60天`.
  static func help(for text: String) -> Wording? {
    let pieces = Pieces(text)
    return date(pieces, text) ?? duration(pieces)
  }

  /// A text cut into runs of digits and what stands between and after them.
  private struct Pieces {
    var numbers: [String] = []
    /// What follows each number, without spaces.
    var marks: [String] = []
    /// What stands before the first number.
    var prefix = ""

    init(_ text: String) {
      var isInNumber = false
      for scalar in text.unicodeScalars where !scalar.isFeelSpace {
        if (0x30...0x39).contains(scalar.value) {
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

  private static func date(_ pieces: Pieces, _ text: String) -> Wording? {
    var numbers = pieces.numbers
    var marks = pieces.marks
    if numbers.count == 1, numbers[0].count == 8, marks[0].isEmpty {
      let digits = numbers[0]
      numbers = [String(digits.prefix(4)), String(digits.dropFirst(4).prefix(2)), String(digits.suffix(2))]
      marks = ["-", "-", ""]
    }
    guard numbers.count == 3, pieces.prefix.isEmpty, numbers[0].count == 4, numbers[1].count <= 2,
      numbers[2].count <= 2,
      ["-", "/", ".", "年", "－", "—"].contains(marks[0]), ["-", "/", ".", "月", "－", "—"].contains(marks[1]),
      ["", "日", "号"].contains(marks[2]), let year = Int(numbers[0]), let month = Int(numbers[1]),
      let day = Int(numbers[2])
    else { return nil }
    if let date = CalendarDate(year: year, month: month, day: day) {
      return text == date.description ? nil : Wording(en: "write `\(date)`", zh: "写 `\(date)`")
    }
    guard (1...12).contains(month) else {
      return Wording(en: "there is no month \(month)", zh: "没有\(month)月")
    }
    let last = CalendarDate.length(ofMonth: month, year: year)
    return Wording(en: "month \(month) of \(year) has \(last) days", zh: "\(year)年\(month)月只有\(last)天")
  }

  private static func duration(_ pieces: Pieces) -> Wording? {
    guard pieces.numbers.count == 1, ["", "P", "p"].contains(pieces.prefix), let count = Int(pieces.numbers[0]),
      count < 1_000_000_000
    else { return nil }
    let written: String
    switch pieces.marks[0].lowercased() {
    case "d", "day", "days", "天", "日": written = "P\(count)D"
    case "w", "week", "weeks", "周", "星期": written = "P\(count * 7)D"
    case "m", "month", "months", "月", "个月": written = "P\(count)M"
    case "y", "year", "years", "年": written = "P\(count)Y"
    case "h", "hour", "hours", "小时": written = "PT\(count)H"
    case "min", "minute", "minutes", "分钟", "分": written = "PT\(count)M"
    default: return nil
    }
    return Wording(en: "write `\(written)`", zh: "写 `\(written)`")
  }
}

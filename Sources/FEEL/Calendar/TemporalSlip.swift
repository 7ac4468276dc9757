/// What to write instead of a text that is meant as a date or a duration, and is none.
enum TemporalSlip {
  /// - Parameter text: what cannot be read, as `2026/1/5`, `2026-02-30`, `60天`.
  static func help(for text: String) -> Wording? {
    MeantDate(text)?.help() ?? duration(NumberPieces(text))
  }

  private static func duration(_ pieces: NumberPieces) -> Wording? {
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

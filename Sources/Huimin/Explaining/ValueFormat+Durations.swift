import FEEL

/// Spans of time as people say them: `1 year 6 months` and `1年零6个月`, `60 days` and `60天`. One sign stands before the
/// whole.
extension ValueFormat {
  static func months(_ duration: MonthsDuration) -> Wording {
    let size = duration.months.magnitude
    let years = Part(count: "\(size / 12)", en: "year", zh: "年")
    let months = Part(count: "\(size % 12)", en: "month", zh: "个月")
    return said([years, months], orElse: months, isNegative: duration.months < 0, zhJoin: "零")
  }

  static func days(_ duration: DaysDuration) -> Wording {
    let size = duration.nanoseconds.magnitude
    let (minutes, rest) = size.quotientAndRemainder(dividingBy: 60_000_000_000)
    let days = Part(count: "\(minutes / 1440)", en: "day", zh: "天")
    let parts = [
      days, Part(count: "\(minutes / 60 % 24)", en: "hour", zh: "小时"),
      Part(count: "\(minutes % 60)", en: "minute", zh: "分钟"), Part(count: seconds(rest), en: "second", zh: "秒"),
    ]
    return said(parts, orElse: days, isNegative: duration.nanoseconds < 0, zhJoin: "")
  }

  /// Seconds with as many decimals as there are.
  private static func seconds(_ nanoseconds: UInt128) -> String {
    Decimal128(Int(nanoseconds)).multiplied(by: Decimal128("1e-9") ?? 0)?.trimmedText ?? "0"
  }

  private struct Part {
    let count: String
    let en: String
    let zh: String
  }

  /// The parts that are not zero; where all are, one that says so.
  private static func said(_ parts: [Part], orElse zero: Part, isNegative: Bool, zhJoin: String) -> Wording {
    let parts = parts.filter { $0.count != "0" }
    let told = parts.isEmpty ? [zero] : parts
    let sign = isNegative ? "-" : ""
    return Wording(
      en: sign + told.map { "\($0.count) \($0.en)\($0.count == "1" ? "" : "s")" }.joined(separator: " "),
      zh: sign + told.map { $0.count + $0.zh }.joined(separator: zhJoin))
  }
}

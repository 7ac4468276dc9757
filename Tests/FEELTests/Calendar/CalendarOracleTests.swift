import TestSupport
import Testing

@testable import FEEL

/// Dates, times and zones as FEEL computes them, against Python's `datetime` and `zoneinfo`, which share no code with
/// ours.
@Suite("The calendar agrees with Python's")
struct CalendarOracleTests {
  enum Question: String, CaseIterable {
    case plusDays, plusMonths, daysBetween, monthsBetween, weekday, dayOfYear, weekOfYear, offset, secondsBetween
  }

  private static let zones = [
    "Europe/Paris", "Asia/Shanghai", "America/New_York", "Australia/Melbourne", "America/Sao_Paulo", "Asia/Kolkata",
    "Europe/Dublin", "Pacific/Apia", "Asia/Tehran", "America/St_Johns", "Africa/Cairo", "Etc/UTC", "Asia/Kathmandu",
  ]

  @Test(.enabled(if: PythonOracle.isAvailable, "python3 is not installed"), arguments: Question.allCases)
  func agrees(_ question: Question) throws {
    let seed = RandomTesting.seed
    let index = Question.allCases.firstIndex(of: question) ?? 0
    var random = SplitMix64(seed: seed &+ UInt64(index) &* 0x1_0000_0001)
    let count = RandomTesting.cases(default: 1_000)
    let cases = (0..<count).map { _ in Self.makeCase(question, &random) }
    let answers = try PythonOracle.answers(
      of: "Calendar/calendar-oracle.py", to: cases.map { "\(question.rawValue) \($0.operands)" })
    try #require(answers.count == count)
    var wrong = 0
    for ((operands, text), answer) in zip(cases, answers) {
      let value = Run().evaluate(try Parser.expression(text, known: KnownNames(["time offset"])), in: Environment())
      guard value.displayText != answer else { continue }
      wrong += 1
      if wrong <= 5 {
        Issue.record("\(question) \(operands): `\(text)` is \(value.displayText), Python says \(answer)")
      }
    }
    print("\(question.rawValue): \(count) cases, \(wrong) wrong, seed \(seed)")
  }

  /// What to ask Python, and the expression that ought to give the same.
  private static func makeCase(_ question: Question, _ random: inout SplitMix64) -> (operands: String, text: String) {
    let (a, b) = (day(&random), day(&random))
    let count = Int.random(in: -1_000_000...1_000_000, using: &random)
    switch question {
    case .plusDays: return ("\(a) \(count)", "@\"\(a)\" + duration(\"P1D\") * \(count)")
    case .plusMonths: return ("\(a) \(count)", "@\"\(a)\" + duration(\"P1M\") * \(count)")
    case .daysBetween: return ("\(a) \(b)", "(@\"\(a)\" - @\"\(b)\") / duration(\"P1D\")")
    case .monthsBetween:
      return ("\(a) \(b)", "years and months duration(@\"\(a)\", @\"\(b)\") / duration(\"P1M\")")
    case .weekday: return (a, "@\"\(a)\".weekday")
    case .dayOfYear: return (a, "day of year(@\"\(a)\")")
    case .weekOfYear: return (a, "week of year(@\"\(a)\")")
    case .offset:
      let zone = zones.randomElement(using: &random) ?? "Etc/UTC"
      let moment = "\(recentDay(&random))T\(time(&random))"
      // How far the clocks of the place are ahead of UTC.
      return (
        "\(zone) \(moment)", "(@\"\(moment)Z\" - @\"\(moment)@\(zone)\") / duration(\"PT1S\")"
      )
    case .secondsBetween:
      let first = "\(recentDay(&random))T\(time(&random))\(offset(&random))"
      let second = "\(recentDay(&random))T\(time(&random))\(offset(&random))"
      return ("\(first) \(second)", "(@\"\(first)\" - @\"\(second)\") / duration(\"PT1S\")")
    }
  }

  /// A day of any year that leaves room for what is added, most of them of years that people live in.
  private static func day(_ random: inout SplitMix64) -> String {
    let year =
      Int.random(in: 0..<4, using: &random) == 0
      ? Int.random(in: -999_000_000...999_000_000, using: &random) : Int.random(in: 1890...2110, using: &random)
    return day(of: year, &random)
  }

  private static func recentDay(_ random: inout SplitMix64) -> String {
    day(of: Int.random(in: 1890...2200, using: &random), &random)
  }

  private static func day(of year: Int, _ random: inout SplitMix64) -> String {
    let month = Int.random(in: 1...12, using: &random)
    let last = CalendarDate.length(ofMonth: month, year: year)
    let day = Bool.random(using: &random) ? last : Int.random(in: 1...last, using: &random)
    return CalendarDate(year: year, month: month, day: day)?.description ?? "2000-01-01"
  }

  private static func time(_ random: inout SplitMix64) -> String {
    let second = Int.random(in: 0..<86_400, using: &random)
    return "\((second / 3600).padded(to: 2)):\((second / 60 % 60).padded(to: 2)):\((second % 60).padded(to: 2))"
  }

  private static func offset(_ random: inout SplitMix64) -> String {
    let minutes = Int.random(in: 0...840, using: &random)
    return
      "\(["+", "-"].randomElement(using: &random) ?? "+")\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
  }
}

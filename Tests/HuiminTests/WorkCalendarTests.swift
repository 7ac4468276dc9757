import TestSupport
import Testing

@testable import Huimin

/// Terms in working days, by the calendar that ships: weekends, public holidays and weekends worked in exchange.
@Suite("Working days")
struct WorkCalendarTests {
  private func text(_ expression: String, on day: String = "2026-01-15") throws -> String {
    let folder = TemporaryFolder()
    try folder.write(SourceFile.read("\(Checkout.policies)/modules/working-days.yaml").text, to: "calendar.yaml")
    try folder.write(
      """
      policy: cn.local
      title: Local
      in force: 2023-01-01..
      uses: cn.working-days
      decisions: { answer: '\(expression)' }
      """, to: "local.yaml")
    let library = PolicyLibrary(loading: [folder.path])
    #expect(library.diagnostics.map(\.message[.en]) == [])
    let day = try #require(CalendarDate(day))
    let program = try library.program("cn.local", on: day)
    let outcome = program.decide(try Facts("{}", for: program), on: day)
    return outcome.diagnostics.first?.code ?? outcome.text("answer")
  }

  @Test(arguments: [
    // A Monday; a Saturday; New Year's Day; a Sunday worked in exchange for it.
    ("2026-01-05", "true"), ("2026-01-10", "false"), ("2026-01-01", "false"), ("2026-01-04", "true"),
    // The Spring Festival, and the Saturdays worked for it.
    ("2026-02-16", "false"), ("2026-02-14", "true"), ("2026-02-28", "true"), ("2026-02-24", "true"),
    ("2025-10-08", "false"), ("2025-10-11", "true"), ("2024-02-18", "true"), ("2023-10-06", "false"),
    ("2027-01-04", "no-calendar-year"), ("2022-12-30", "no-calendar-year"),
  ])
  func isWorked(day: String, expected: String) throws {
    #expect(try text("is working day(@\"\(day)\")") == expected)
    #expect(try text("是工作日(@\"\(day)\")") == expected)
  }

  @Test(
    "the first day does not count, and holidays are passed over",
    arguments: [
      ("2026-01-05", 1, "2026-01-06"), ("2026-01-09", 1, "2026-01-12"), ("2026-01-05", 0, "2026-01-05"),
      ("2025-12-31", 1, "2026-01-04"), ("2026-02-13", 2, "2026-02-24"), ("2026-02-13", 15, "2026-03-12"),
      ("2026-09-30", 1, "2026-10-08"), ("2026-12-30", 2, "no-calendar-year"), ("2026-01-05", -1, "argument-domain"),
    ])
  func after(day: String, count: Int, expected: String) throws {
    #expect(try text("working days after(@\"\(day)\", \(count))") == expected)
    #expect(try text("工作日后(日期: @\"\(day)\", 天数: \(count))") == expected)
  }

  @Test(arguments: [
    ("2026-01-05", "2026-01-09", "4"), ("2026-01-09", "2026-01-05", "-4"), ("2026-02-13", "2026-02-24", "2"),
    ("2026-01-05", "2026-01-05", "0"),
  ])
  func between(from: String, to: String, expected: String) throws {
    #expect(try text("working days between(@\"\(from)\", @\"\(to)\")") == expected)
    #expect(try text("工作日数(@\"\(from)\", @\"\(to)\")") == expected)
  }

  @Test(
    "a term that ends on a day off ends on the next day worked",
    arguments: [
      ("2026-01-10", "2026-01-12"), ("2026-01-12", "2026-01-12"), ("2026-02-15", "2026-02-24"),
      ("2026-01-03", "2026-01-04"),
    ])
  func next(day: String, expected: String) throws {
    #expect(try text("next working day(@\"\(day)\")") == expected)
    #expect(try text("顺延至工作日(@\"\(day)\")") == expected)
  }

  @Test("what is not known stays open")
  func unknown() throws {
    let body = """
      working days: { 2026: { holidays: [2026-01-01] } }
      facts: { received: date }
      decisions: { deadline: 'working days after(received, 15)' }
      """
    #expect(try Fixtures.decide(body, "{}").openFacts == ["received"])
    #expect(try Fixtures.decide(body, "received: 2026-01-05").text("deadline") == "2026-01-26")
  }

  @Test(arguments: [
    ("working days: { 2026: { holidays: [2025-12-31] } }", "bad-period"),
    ("working days: { 2026: { holidays: [2026-01-05..2026-01-01] } }", "bad-period"),
    ("working days: { 2026: { holidays: [soon] } }", "bad-date"),
    ("working days: { 2026: { hollidays: [] } }", "unknown-key"),
    ("working days: { next: { holidays: [] } }", "unknown-key"), ("working days: { weekend: [Sunny] }", "not-a-choice"),
    ("working days: { 2026: { holidays: [2026-01-01], source: nobody } }", "unknown-source"),
  ])
  func refuses(calendar: String, code: String) throws {
    let codes = try Fixtures.compile(calendar + "\ndecisions: { a: is working day(decision date) }").diagnostics.map(
      \.code)
    #expect(codes == [code])
  }

  @Test("without a calendar the author is told to use one")
  func withoutOne() throws {
    let found = try Fixtures.compile("decisions: { a: is working day(decision date) }").diagnostics
    #expect(found.map(\.code) == ["unknown-name"])
    #expect(found.first?.help?[.en].contains("cn.working-days") == true)
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

import TestSupport
import Testing

@testable import Huimin

/// What outcomes reach of a policy. Each form is tried with records that reach part of it, and then the rest.
@Suite("Coverage of policies by tests")
struct CoverageTests {
  /// What none of some records reaches, as English without the quotes.
  private func missing(_ body: String, _ records: [String]) throws -> [String] {
    let program = try Fixtures.program(body)
    var coverage = Coverage()
    coverage.declare(program)
    let day = try #require(CalendarDate("2026-01-15"))
    for record in records { coverage.add(program.decide(try Facts(record, for: program), on: day)) }
    return coverage.policies.flatMap(\.missing).map { $0.missing[.en].replacing("`", with: "") }
  }

  @Test(arguments: [
    ([], ["case a > 5 of d never held", "case a > 3 of d never held", "otherwise of d was never used"]),
    (["a: 6"], ["case a > 3 of d never held", "otherwise of d was never used"]),
    (["a: 4", "a: 1"], ["case a > 5 of d never held"]), (["a: 6", "a: 4", "a: 1"], []),
  ])
  func casesThatHold(records: [String], missing: [String]) throws {
    let policy = """
      facts: { a: integer }
      decisions: { d: { cases: [{ when: a > 5, then: 2 }, { when: a > 3, then: 1 }, { otherwise: 0 }] } }
      """
    #expect(try self.missing(policy, records).filter { !$0.contains("came to a value") } == missing)
  }

  /// A value that is the same either way says nothing about which case gave it.
  @Test func whatIsOpenReachesNothing() throws {
    let policy = """
      facts: { a: boolean, b: money }
      decisions:
        same: { cases: [{ when: a, then: 1 }, { otherwise: 1 }] }
        table: { table: { hit: first, inputs: [a], rules: { "yes": [true, 1], other: [-, 1] } } }
        open: b + 1
      """
    #expect(
      try missing(policy, ["{}"]) == [
        "case a of same never held", "otherwise of same was never used", "row yes of table never counted",
        "row other of table never counted", "open never came to a value",
      ])
    #expect(
      try missing(policy, ["{ a: true, b: 1 }"]) == [
        "otherwise of same was never used", "row other of table never counted",
      ])
  }

  @Test(arguments: [
    ("first", ["a: 9"], ["row few of d never counted", "default of d was never used"]),
    ("first", ["a: 9", "a: 4", "a: 1"], []), ("unique", ["a: 4", "a: 0"], ["row many of d never counted"]),
    ("collect sum", ["a: 9", "a: 4"], ["default of d was never used"]),
  ])
  func rowsThatCount(hit: String, records: [String], missing: [String]) throws {
    let policy = """
      facts: { a: integer }
      decisions:
        d: { table: { hit: \(hit), inputs: [a], rules: { many: ["> 5", 2], few: ["[3..5]", 1] }, default: [0] } }
      """
    #expect(try self.missing(policy, records) == missing)
  }

  @Test(arguments: [
    (
      ["{ a: 6, b: false }"],
      [
        "criterion big of d was never unmet", "criterion big of d was never waived so",
        "criterion either of d was never unmet", "criterion two of d was never unmet",
        "criterion three of d was never met",
      ]
    ),
    (
      ["{ a: 6, b: false }", "{ a: 0, b: false }"],
      ["criterion big of d was never waived so", "criterion three of d was never met"]
    ),
    (["{ a: 6, b: false }", "{ a: 0, b: false }", "{ a: 3, b: true }"], []),
  ])
  func criteriaMetAndUnmet(records: [String], missing: [String]) throws {
    let policy = """
      facts: { a: integer, b: boolean }
      decisions:
        d:
          criteria:
            all:
              big: { require: a > 5, waive when: b }
              either: { any: { two: a >= 2, three: a = 3 } }
      """
    #expect(try self.missing(policy, records) == missing)
  }

  @Test(arguments: [
    (["{ a: 1, b: false, c: false }"], ["exception high of d never counted", "exception rich of d never counted"]),
    (
      ["{ a: 9, b: true, c: false }"],
      ["the rule of d never held without an exception", "exception high of d never counted"]
    ),
    (["{ a: 1, b: false, c: false }", "{ a: 9, b: false, c: false }", "{ a: 9, b: true, c: false }"], []),
  ])
  func rulesAndExceptionsThatCount(records: [String], missing: [String]) throws {
    let policy = """
      facts: { a: integer, b: boolean, c: boolean }
      decisions:
        d:
          rule: 1
          exceptions: { high: { when: a > 5, then: 2, exceptions: { rich: { when: b, then: 3 } } } }
      """
    #expect(try self.missing(policy, records) == missing)
  }

  /// Two exceptions that contradict each other end in an error, which tests neither of them.
  @Test func anErrorReachesNothing() throws {
    let policy = """
      facts: { a: boolean }
      decisions: { d: { rule: 1, exceptions: { x: { when: a, then: 2 }, y: { when: a, then: 3 } } } }
      """
    #expect(
      try missing(policy, ["a: true", "a: false"]) == [
        "exception x of d never counted", "exception y of d never counted",
      ])
  }

  @Test(arguments: [
    (
      ["{ a: true, b: false }"],
      [
        "candidate x of d was never passed over", "candidate y of d was never chosen", "otherwise of d was never used",
      ]
    ),
    (["{ a: true, b: true }", "{ a: false, b: false }"], ["candidate x of d was never chosen"]),
    (["{ a: true, b: false }", "{ a: true, b: true }", "{ a: false, b: false }"], []),
    (
      ["{ a: true }"],
      [
        "d never came to a value", "candidate x of d was never chosen", "candidate x of d was never passed over",
        "candidate y of d was never chosen", "candidate y of d was never passed over", "otherwise of d was never used",
      ]
    ),
  ])
  func candidatesChosenAndPassedOver(records: [String], missing: [String]) throws {
    let policy = """
      facts: { a: boolean, b: boolean }
      decisions:
        d: { best of: { x: { when: a, value: 1 }, y: { when: b, value: 2 } }, otherwise: 0 }
      """
    #expect(try self.missing(policy, records) == missing)
  }

  @Test(arguments: [
    (["price: 2"], ["share guest of d was never above zero"]), (["price: 3"], []),
    // The shares exceed the whole.
    (
      ["price: 1"],
      [
        "d never came to a value", "share city of d was never above zero", "share guest of d was never above zero",
      ]
    ),
  ])
  func sharesAboveZero(records: [String], missing: [String]) throws {
    let policy = """
      facts: { price: money }
      decisions: { d: { split: price, among: { city: 2, guest: the rest } } }
      """
    #expect(try self.missing(policy, records) == missing)
  }

  @Test func namesKeysAsThePolicyWritesThem() throws {
    let text = """
      政策: test.中文
      标题: 中文
      有效期: 2020-01-01..
      事实: { 甲: 整数 }
      判定:
        一: { 情形: [{ 当: 甲 > 5, 则: 1 }, { 否则: 0 }] }
        二: { 判定表: { 命中策略: 首条, 输入: [甲], 规则: { 大: ["> 5", 1] }, 默认: [0] } }
      """
    let library = PolicyLibrary(reading: text, file: "中文.yaml")
    var coverage = Coverage()
    for program in library.programs { coverage.declare(program) }
    #expect(
      coverage.policies.flatMap(\.missing).map { $0.missing[.zh] } == [
        "`一` 从未得出结果", "`一` 的情形 `甲 > 5` 从未成立", "`一` 的 `否则` 从未用到", "`二` 从未得出结果", "`二` 的“大”一行从未适用",
        "`二` 的 `默认` 从未用到",
      ])
  }

  @Test func countsEachItemOnce() throws {
    let program = try Fixtures.program("facts: { a: boolean }\ndecisions: { d: a, e: not(a) }")
    var coverage = Coverage()
    coverage.declare(program)
    coverage.declare(program)
    #expect(coverage.totals == (0, 2))
    #expect(coverage.policies.map(\.percent) == [0])
    let outcome = program.decide(try Facts("a: true", for: program), on: try #require(CalendarDate("2026-01-15")))
    coverage.add(outcome)
    coverage.add(outcome)
    #expect(coverage.totals == (2, 2))
    #expect(coverage.policies.map(\.percent) == [100])
    #expect(Coverage.percent(999, of: 1000) == 99)
  }

  // MARK: Layers and versions

  private func load(_ texts: [String: String]) throws -> (library: PolicyLibrary, folder: TemporaryFolder) {
    let folder = TemporaryFolder()
    for (name, text) in texts { try folder.write(text, to: name) }
    let library = PolicyLibrary(loading: [folder.path])
    try #require(!library.hasErrors, "\(library.diagnostics.map(\.message[.en]))")
    return (library, folder)
  }

  private func missing(_ coverage: Coverage) -> [String] {
    coverage.policies.map { policy in
      let file = policy.file.split(separator: "/").last ?? ""
      return "\(file) \(policy.reached)/\(policy.total)"
    }
  }

  @Test func whatIsTakenOverCountsForThePolicyAbove() throws {
    let (library, folder) = try load([
      "frame.yaml": LayersTests.frame,
      "local.yaml": """
      policy: test.local
      title: Local
      level: city
      in force: 2024-01-01..
      implements: test.frame
      decisions: { subsidy: { cases: [{ when: price > 10, then: 3 }, { otherwise: 0 }] } }
      """,
    ])
    let day = try #require(CalendarDate("2026-01-15"))
    var coverage = Coverage()
    // The local policy alone brings that above it along.
    let local = try library.program("test.local", on: day)
    coverage.declare(local)
    coverage.add(local.decide(try Facts("price: 20", for: local), on: day))
    // Of the frame: the split with three shares, of which the donor's is nothing, and the default of `gift`.
    #expect(missing(coverage) == ["frame.yaml 4/5", "local.yaml 2/3"])
    #expect(coverage.policies.map(\.id) == ["test.frame", "test.local"])
    #expect(coverage.policies.flatMap(\.missing).map(\.name) == ["donor", "otherwise"])
    withExtendedLifetime(folder) {}
  }

  @Test func aWaiverCountsForThePolicyThatGrantsIt() throws {
    let (library, folder) = try load([
      "base.yaml": """
      policy: test.base
      title: Base
      in force: 2020-01-01..
      facts: { a: integer, b: boolean }
      decisions: { d: { criteria: { all: { big: a > 5 } } }, e: { value: a + 1 } }
      """,
      "over.yaml": """
      policy: test.over
      title: Over
      in force: 2020-01-01..
      amends: test.base
      changes: { d / big: { waive when: b }, e: { replace by: { cases: [{ when: b, then: 1 }, { otherwise: 2 }] } } }
      """,
    ])
    let day = try #require(CalendarDate("2026-01-15"))
    let over = try library.program("test.over", on: day)
    var coverage = Coverage()
    for program in library.programs { coverage.declare(program) }
    #expect(missing(coverage) == ["base.yaml 0/4", "over.yaml 0/4"])
    coverage.add(over.decide(try Facts("{ a: 9, b: true }", for: over), on: day))
    // The waiver applies, so the criterion itself was neither met nor unmet; `e` of the base is not the one decided.
    #expect(missing(coverage) == ["base.yaml 1/4", "over.yaml 3/4"])
    withExtendedLifetime(folder) {}
  }

  @Test func versionsCountEachForItself() throws {
    func version(_ period: String) -> String {
      "policy: test.v\ntitle: V\nin force: \(period)\nfacts: { a: integer }\ndecisions: { d: a + 1 }"
    }
    let (library, folder) = try load([
      "1.yaml": version("2020-01-01..2024-12-31"), "2.yaml": version("2025-01-01.."),
    ])
    let text = "tests: test.v\ndate: 2026-01-15\ncases: { a: { facts: { a: 1 }, expect: { d: 2 } } }"
    let file = try PolicyTestFile(Document.read(Array(text.utf8), file: "v.test.yaml"))
    var coverage = Coverage()
    for program in library.programs { coverage.declare(program) }
    for result in try library.run(file) { coverage.add(try #require(result.outcome)) }
    #expect(missing(coverage) == ["1.yaml 0/1", "2.yaml 1/1"])
    withExtendedLifetime(folder) {}
  }

  /// A file is one, by whichever path it was reached.
  @Test func aFileOfTwoNamesCountsOnce() throws {
    let (library, folder) = try load(["a.yaml": "policy: test.a\ntitle: A\nin force: 2020-01-01..\ndecisions: { d: 1 }"]
    )
    let other = PolicyLibrary(loading: ["\(folder.path)/../\(folder.path.split(separator: "/").last ?? "")"])
    var coverage = Coverage()
    for program in library.programs + other.programs { coverage.declare(program) }
    #expect(coverage.policies.map(\.file) == ["\(folder.path)/a.yaml"])
    #expect(coverage.totals == (0, 1))
  }
}

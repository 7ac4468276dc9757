import Testing

@testable import Huimin

/// Interviews under small policies, on 15 January 2026.
@Suite("Interviews")
struct InterviewTests {
  private static let day = CalendarDate(year: 2026, month: 1, day: 15)!

  private func interview(_ policy: String, _ record: String = "{}") throws -> Interview {
    let program = try Fixtures.program(policy)
    return Interview(program, on: Self.day, given: try Facts(record, for: program))
  }

  /// Answers in words, with `-` for skipping and `<` for going back; what is asked in turn, and at last the status.
  private func course(_ policy: String, _ record: String = "{}", _ answers: String...) throws -> [String] {
    var interview = try interview(policy, record)
    var asked: [String] = []
    for answer in answers {
      asked.append(interview.next.map { $0.kind == .value ? $0.name : "\($0.name) \($0.kind)" } ?? "nothing")
      switch answer {
      case "-": interview.skip()
      case "<": interview.back()
      default: try interview.answer(answer)
      }
    }
    asked.append(
      interview.next.map { $0.kind == .value ? $0.name : "\($0.name) \($0.kind)" } ?? interview.outcome.status.rawValue)
    return asked
  }

  private static let meal = """
    facts:
      income: money
      local: boolean
      age: { type: years, range: "[0..130]" }
      unrelated: boolean
    decisions:
      subsidy: { cases: [{ when: age < 60, then: 0 }, { when: not(local), then: 0 }, { when: income > 2000, then: 1 }, { otherwise: 2 }] }
    """

  @Test("ask what settles soonest first, and nothing that cannot matter")
  func askLittle() throws {
    #expect(try course(Self.meal, "{}", "no") == ["local", "decided"])
    #expect(try course(Self.meal, "{}", "yes", "59") == ["local", "age", "decided"])
    #expect(try course(Self.meal, "{}", "yes", "60", "2,000.01") == ["local", "age", "income", "decided"])
    #expect(try course(Self.meal, "{ local: false }") == ["decided"])
    #expect(try course(Self.meal, "{ age: 70 }", "否") == ["local", "decided"])
  }

  @Test("do not ask again what nobody knows, and say in the end what is open")
  func skip() throws {
    #expect(try course(Self.meal, "{}", "-", "-", "-") == ["local", "age", "income", "undetermined"])
    #expect(try course(Self.meal, "{}", "-", "59") == ["local", "age", "decided"])
    var interview = try interview(Self.meal)
    try interview.answer("yes")
    interview.skip()
    interview.skip()
    #expect(interview.outcome.openFacts == ["income", "age"])
    #expect(interview.skipped == ["income", "age"])
    #expect(interview.lastAnswer?.answer[.zh] == "不知道")
  }

  @Test("go back to what was answered or skipped before")
  func goBack() throws {
    #expect(try course(Self.meal, "{}", "yes", "<", "no") == ["local", "age", "local", "decided"])
    #expect(try course(Self.meal, "{}", "-", "<", "no") == ["local", "age", "local", "decided"])
    var interview = try interview(Self.meal)
    let hasGoneBack = interview.back()
    #expect(!hasGoneBack)
  }

  @Test("keep a question that is answered wrongly")
  func refuse() throws {
    var interview = try interview(Self.meal, "local: true")
    #expect(throws: Diagnostic.self) { try interview.answer("131") }
    #expect(throws: Diagnostic.self) { try interview.answer(.string("sixty")) }
    #expect(throws: Diagnostic.self) { try interview.answer(.number(Decimal128("60.5")!)) }
    #expect(throws: Diagnostic.self) { try interview.answer(.null) }
    #expect(interview.next?.name == "age")
    #expect(interview.answerCount == 0)
    do throws(Diagnostic) { try interview.answer("131") } catch {
      #expect(error.code == "fact-range")
      #expect(error.message[.zh] == "`age` 为131，应为0至130")
    }
  }

  @Test("tell of each question what may be answered, why it is asked and how many are left")
  func tell() throws {
    let policy = """
      sources: { notice: { title: { zh: 通知, en: Notice } } }
      facts:
        age: { type: years, label: { zh: 年龄, en: age }, ask: { zh: 多大年龄？, en: How old? }, range: "[0..130]", evidence: 身份证 }
        hukou: { members: { sh: { zh: 上海, en: Shanghai }, other: { zh: 外地, en: elsewhere } }, label: { zh: 户籍, en: hukou } }
      decisions:
        eligible:
          cite: notice 1
          criteria:
            all:
              old: { label: { zh: 年满60周岁, en: aged 60 }, require: age >= 60, cite: notice 1(1) }
              local: { require: hukou = sh }
      """
    var interview = try interview(policy)
    try interview.answer("1")
    let question = try #require(interview.next)
    #expect(question.text[.zh] == "多大年龄？")
    #expect(question.range?[.zh] == "0至130")
    #expect(question.evidence?[.zh] == "身份证")
    #expect(question.grounds.map(\.label[.zh]) == ["年满60周岁"])
    #expect(question.grounds.map(\.citations).map { $0.map(\.[.zh]) } == [["《通知》第1条第（1）项"]])
    #expect(question.number == 2)
    #expect(question.left == 0)
    #expect(question.maySettle)
    #expect(
      QuestionPage(question, language: .en).text == """

        Question 2, the last
        How old?
          · age: a whole number of years, 0 to 130
          · shown by: 身份证
          · decides: aged 60 [Notice, art. 1(1)]

        """)
  }

  // MARK: Judgements

  private static let placement = """
    sources: { measures: { title: Measures } }
    facts:
      fit:
        type: boolean
        judgement: { by: { panel: { zh: 评估小组, en: the panel }, hospital: 医院 }, basis: measures 5, valid for: P6M }
      age: years
    decisions:
      placement: { cite: measures 6, cases: [{ when: age < 18, then: '"none"' }, { when: fit, then: '"society"' }, { otherwise: '"care"' }] }
    """

  @Test("ask of a judgement also who made it, and when")
  func judge() throws {
    #expect(
      try course(Self.placement, "{}", "19", "是", "评估小组", "2026年1月3日 报告7号") == [
        "age", "fit", "fit judge", "fit day", "decided",
      ])
    #expect(try course(Self.placement, "{}", "19", "是", "-") == ["age", "fit", "fit judge", "undetermined"])
    #expect(
      try course(Self.placement, "{}", "19", "是", "2", "<", "<", "否") == [
        "age", "fit", "fit judge", "fit day", "fit judge", "fit", "fit judge",
      ])
    var interview = try interview(Self.placement, "age: 19")
    try interview.answer("yes")
    #expect(throws: Diagnostic.self) { try interview.answer("clerk") }
    #expect(throws: Diagnostic.self) { try interview.answer(.string("clerk")) }
    try interview.answer("1")
    #expect(throws: Diagnostic.self) { try interview.answer("2025-07-15") }
    #expect(throws: Diagnostic.self) { try interview.answer("2026-01-16") }
    try interview.answer("2026-01-03，报告7号")
    #expect(interview.facts.judgements["fit"]?.by == "panel")
    #expect(interview.facts.judgements["fit"]?.basis == "报告7号")
  }

  @Test("ask again for a judgement that has lapsed")
  func askForLapsed() throws {
    let record = "{ age: 19, fit: { value: true, by: panel, on: 2025-01-03 } }"
    let interview = try interview(Self.placement, record)
    #expect(interview.next?.name == "fit")
    #expect(interview.next?.lapse?[.zh] == "2025-01-03 的评定自 2025-07-03 起已失效")
    #expect(
      try course(Self.placement, record, "no", "hospital", "2026-01-15") == ["fit", "fit judge", "fit day", "decided"])
  }

  // MARK: Lists

  private static let household = """
    facts:
      people:
        type: list
        label: { zh: 家庭成员, en: people }
        of: { name: text, income: { type: money, label: { zh: 月收入, en: income } }, disabled: boolean }
      limit: money
    decisions:
      poor: { criteria: { all: { income: { require: "sum(people.income) <= limit" }, disabled: { require: some p in people satisfies p.disabled } } } }
    """

  @Test("go through lists item by item, and leave out fields that cannot matter")
  func goThroughLists() throws {
    #expect(
      try course(Self.household, "{}", "2000", "2", "1000", "no", "900", "yes") == [
        "limit", "people count", "people[1].income", "people[1].disabled", "people[2].income", "people[2].disabled",
        "decided",
      ])
    #expect(
      try course(Self.household, "{}", "2000", "1", "1000", "是") == [
        "limit", "people count", "people[1].income", "people[1].disabled", "decided",
      ])
    #expect(try course(Self.household, "{}", "2000", "无") == ["limit", "people count", "decided"])
    #expect(
      try course(Self.household, "{}", "2000", "1", "-", "-") == [
        "limit", "people count", "people[1].income", "people[1].disabled", "undetermined",
      ])
    #expect(
      try course(Self.household, "{}", "2000", "[{ income: 1000, disabled: true }, { disabled: false }]", "1000.01")
        == [
          "limit", "people count", "people[2].income", "decided",
        ])
    #expect(
      try course(Self.household, "people: [{ name: 张三, income: 1000 }]\nlimit: 2000", "yes") == [
        "people[1].disabled", "decided",
      ])
    var interview = try interview(Self.household, "people: [{ name: 张三, income: 1000 }]\nlimit: 2000")
    #expect(interview.next?.label[.zh] == "家庭成员第1项（张三）：disabled")
    #expect(throws: Diagnostic.self) { try interview.answer("maybe") }
    interview = try self.interview(Self.household, "limit: 5")
    #expect(throws: Diagnostic.self) { try interview.answer("201") }
    #expect(throws: Diagnostic.self) { try interview.answer("[{ incme: 5 }]") }
    #expect(throws: Diagnostic.self) { try interview.answer("[{ income: 5 }") }
  }

  @Test("ask for the fields of a record one by one")
  func askForRecords() throws {
    let policy = """
      facts: { applicant: { type: { age: years, local: boolean } } }
      decisions: { x: applicant.age >= 60 and applicant.local }
      """
    let program = try Fixtures.program(policy)
    var interview = Interview(program, on: Self.day)
    #expect(interview.facts.values.isEmpty)
    try interview.answer("70")
    #expect(interview.next?.name == "applicant.local")
  }

  // MARK: Plans

  @Test("name the fewest questions that may settle it")
  func plan() throws {
    func fewest(_ record: String) throws -> [String] { Questions(try interview(Self.meal, record)).fewest.map(\.name) }
    #expect(try fewest("{}") == ["local"])
    #expect(try fewest("{ local: true }") == ["age"])
    #expect(try fewest("{ age: 70, local: true }") == ["income"])
    #expect(try fewest("{ age: 59 }") == [])
    let both =
      "facts: { a: boolean, b: boolean, c: boolean }\ndecisions: { x: { value: 'a and b' }, y: { value: 'c or b' } }"
    #expect(Questions(for: try Fixtures.decide(both, "{}")).fewest.map(\.name) == ["b", "a"])
    #expect(Questions(for: try Fixtures.decide(both, "{ a: true }")).fewest.map(\.name) == ["b"])
    #expect(Questions(try interview(Self.meal)).inOrder.map(\.name) == ["local", "age", "income"])
  }

  // MARK: Saving

  @Test("go on where they were saved")
  func resume() throws {
    let program = try Fixtures.program(Self.placement)
    var interview = Interview(program, on: Self.day, given: try Facts("age: 19", for: program))
    try interview.answer("yes")
    try interview.answer("panel")
    try interview.answer("2026-01-03 报告\"7\"号")
    let resumed = try Interview.resuming(SavedInterview(interview.saved), under: program)
    #expect(resumed.notes.isEmpty)
    #expect(resumed.interview.saved == interview.saved)
    #expect(resumed.interview.outcome.status == .decided)
  }

  @Test("keep under a changed policy what still fits, and say what does not")
  func resumeUnderChanged() throws {
    let old = try Fixtures.program(Self.meal)
    var interview = Interview(old, on: Self.day)
    try interview.answer("yes")
    try interview.answer("70")
    try interview.answer("1500")
    let saved = try SavedInterview(
      interview.saved.replacing("\"sha256\": [\n      \"\"", with: "\"sha256\": [\n      \"00\""))
    let changed = try Fixtures.program(
      Self.meal.replacing("income: money", with: "income: boolean").replacing("income > 2000", with: "income")
        .replacing(
          "local: boolean", with: "local: boolean"))
    let resumed = try Interview.resuming(saved, under: changed)
    #expect(resumed.notes.map(\.code) == ["interview-changed", "interview-changed"])
    #expect(resumed.notes.last?.message[.zh] == "`income` 的回答已不适用，没有保留")
    #expect(resumed.interview.answerCount == 2)
    #expect(resumed.interview.next?.name == "income")
  }

  @Test("drop a judgement that nobody entitled made, and nothing after it")
  func resumeJudgement() throws {
    let policy = Self.placement.replacing("age < 18", with: "age < 18 and fit")
    let program = try Fixtures.program(policy)
    var interview = Interview(program, on: Self.day)
    let answers = ["fit": ["yes", "hospital", "2026-01-03"], "age": ["17"]]
    while let name = interview.next?.name { for answer in answers[name] ?? [] { try interview.answer(answer) } }
    let changed = try Fixtures.program(policy.replacing(", hospital: 医院", with: ""))
    let resumed = try Interview.resuming(SavedInterview(interview.saved), under: changed)
    #expect(resumed.notes.map(\.help?[.zh]) == ["`hospital` 无权评定 `fit`", nil])
    #expect(resumed.interview.facts.values["age"]?.displayText == "17")
    #expect(resumed.interview.next?.name == "fit")
  }

  @Test("take a list in which something is null as not known")
  func takeNulls() throws {
    var interview = try interview(Self.household, "limit: 2000")
    let person = Value.context(
      Context([(name: "name", value: .null), (name: "income", value: .null), (name: "disabled", value: .boolean(true))])
    )
    try interview.answer(.list([person]))
    #expect(interview.next?.name == "people[1].income")
  }

  @Test(
    "say what is wrong with a file that is no saved interview",
    arguments: [
      ("{}", "broken-interview"), ("[]", "broken-interview"),
      ("{\"interview\": {\"policy\": \"test.policy\"}}", "broken-interview"),
      ("{\"interview\": ", "json-syntax"), ("", "empty-document"),
    ])
  func refuseFiles(text: String, code: String) {
    do throws(Unreadable) {
      _ = try SavedInterview(text)
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [code])
    }
  }

  @Test("of another policy are not gone on with")
  func refuseOthers() throws {
    let interview = try interview(Self.meal)
    let saved = try SavedInterview(interview.saved.replacing("test.policy", with: "other.policy"))
    #expect(throws: Unreadable.self) { try Interview.resuming(saved, under: interview.program) }
  }

  @Test("write a record that decides the same")
  func writeRecord() throws {
    var interview = try interview(Self.household)
    for answer in ["2000", "2", "1000", "no", "900"] { try interview.answer(answer) }
    interview.skip()
    let text = interview.facts.recordText(of: interview.program, comment: "test.policy")
    #expect(
      text == """
        # test.policy
        people: [{ name: null, income: 1000, disabled: false }, { name: null, income: 900, disabled: null }]
        limit: 2000

        """)
    let again = interview.program.decide(try Facts(text, for: interview.program), on: Self.day)
    #expect(Receipt(again).text == Receipt(interview.outcome).text)
  }
}

import TestSupport
import Testing

@testable import Huimin

/// Whole pages of reasons, in both languages, for what is hard to say well: lists of persons, what is not known yet,
/// shares that are not borne, rules that cannot be applied.
@Suite("Pages of reasons")
struct ReasonPagesTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let policy: String
    let record: String
    var testDescription: String { name }
  }

  static let pages = [
    Page(
      name: "board",
      policy: """
        facts:
          board:
            label: { en: council, zh: 理事 }
            type: list
            of:
              name: { type: text, label: { en: name, zh: 姓名 } }
              sex: { members: { f: { en: female, zh: 女 }, m: { en: male, zh: 男 } }, label: { en: sex, zh: 性别 } }
              servant: { type: boolean, label: { en: civil servant, zh: 公务员 } }
              age: { type: years, label: { en: age, zh: 年龄 } }
        decisions:
          council:
            label: { en: the council is in order, zh: 理事会合格 }
            criteria:
              all:
                odd: { label: { en: odd number, zh: 单数 }, require: odd(count(board)) }
                women: { label: { en: women, zh: 女理事 }, require: "count(board[sex = f]) * 5 >= count(board) * 2" }
                servants: { label: { en: civil servants, zh: 公务员 }, require: "count(board[servant]) * 4 <= count(board)" }
                age: { label: { en: age, zh: 年龄 }, require: every m in board satisfies m.age <= 70 }
                retired: { label: { en: no old servant, zh: 无年长公务员 }, require: not(some m in board satisfies m.servant and m.age > 60) }
                names: { label: { en: names, zh: 姓名 }, require: count(distinct values(board.name)) = count(board) }
                fives: { label: { en: in fives, zh: 五的倍数 }, require: "modulo(count(board), 5) = 0" }
        """,
      record: """
        board:
          - { name: 张三, sex: m, servant: true, age: 72 }
          - { name: 李四, sex: m, servant: false, age: 62 }
          - { name: 王五, sex: m, servant: false, age: 71 }
          - { name: 赵六, sex: f, servant: false, age: 51 }
        """),
    Page(
      name: "groups",
      policy: """
        facts: { a: boolean, b: boolean, c: boolean, age: years, insured: boolean, housed: boolean }
        decisions:
          excluded: { criteria: { any: { insured: { require: insured, cure: Leave it. }, housed: { require: housed } } } }
          benefit: { value: if excluded then 0 else 5 }
          eligible: { criteria: { all: { old: { require: age >= 60 } } } }
          first: { cases: [{ when: not(eligible), then: 0 }, { otherwise: 1 }] }
          second: { cases: [{ when: not(eligible), then: 0 }, { otherwise: 2 }] }
          third:
            criteria:
              all:
                g: { at least 2: { x: { require: a }, y: { require: b }, z: { require: c } } }
                h: { any: { p: { all: { q: { require: age > 3 }, r: { require: age > 90 } } }, s: { require: c } } }
        outcome: [benefit, first, second, third]
        """,
      record: "{ a: false, b: true, c: false, age: 50, insured: false, housed: false }"),
    Page(name: "open", policy: openPolicy, record: "{ price: 500 }"),
    Page(
      name: "not-borne", policy: openPolicy,
      record: "{ price: 500, grade: two, disabled: false, board: [], chair: Wang, a: false }"),
  ]

  private static let openPolicy = """
    facts:
      disabled: boolean
      grade: [one, two, three]
      price: money
      board: { type: list, of: { name: text } }
      chair: text
      a: boolean
    decisions:
      class: { table: { hit: first, inputs: [disabled], outputs: { kind: { members: [A, B] }, rate: { type: money } }, rules: { A: [true, A, 4], B: [-, B, 1] } } }
      rate: class.rate
      subsidy: { cases: [{ when: rate > 100, then: 0 }, { otherwise: rate }] }
      paid: { value: subsidy + 1 }
      standard: { type: money, table: { hit: unique, inputs: [grade], rules: { one: [one, 1], two: [two, 2] }, default: 5 } }
      better: { best of: { one: standard, two: { value: 5, when: grade = three and price > 100 } } }
      city: { type: money, cases: [{ when: grade = two, then: 0, because: Nothing for two. }, { otherwise: price * 0.3, because: Three tenths. }], round: half up to 1 }
      shares: { split: price, among: { city: { amount: city, at most: 120, because: The county bears the rest. }, district: { amount: 10%, when: disabled, because: For the disabled. }, county: the rest } }
      chaired: { criteria: { all: { chair: { require: "board[item.name = chair][1].name = chair" }, a: { require: a } } } }
    outcome: [paid, better, shares, chaired]
    """

  @Test(arguments: pages, Language.allCases)
  func areTold(_ page: Page, _ language: Language) throws {
    try Recorded.expect(
      TextReport(try Fixtures.decide(page.policy, page.record), language: language).text,
      matches: "\(Checkout.tests)/HuiminTests/Explained/\(page.name).\(language.rawValue).txt")
  }
}

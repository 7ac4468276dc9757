import Huimin

/// What a record says of a person.
extension CodePage {
  static let notARecord = CodePage(
    "not-a-record", en: "a record is not written as `fact: value`",
    zh: "资料没有写成“事实: 值”",
    avoid: .decision(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      record: "- 70"),
    prefer: .decision(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      record: "年龄: 70"),
    why: Wording(
      en: """
        From a bare 70 nobody can tell what it counts. Every value of a record has the name of its fact
        before it; the order does not matter.
        """,
      zh: """
        只有一个 70，看不出是什么。资料里每个值前面都要写事实的名称，先后不限。
        """))

  static let unknownFact = CodePage(
    "unknown-fact", en: "a record gives a fact that the policy does not ask for",
    zh: "资料里有政策没有的事实",
    avoid: .decision(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      record: "年岭: 70"),
    prefer: .decision(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      record: "年龄: 70"),
    why: Wording(
      en: """
        A misspelt fact that was passed over would leave the real one unknown, and the person would be told
        to bring what was brought already. The name that was probably meant is suggested.
        """,
      zh: """
        名称写错了如果只是跳过，真正的事实就成了“未知”，群众会被要求再交一遍已经交过的材料。系统会提示可能
        要写的是哪个名称。
        """))

  static let factType = CodePage(
    "fact-type", en: "the value of a fact is not of its type",
    zh: "事实的值类型不对",
    avoid: .decision(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      record: "年龄: 七十"),
    prefer: .decision(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      record: "年龄: 70"),
    why: Wording(
      en: """
        A word where a number belongs, `yes` for `true` or a date in another form would have to be guessed
        at, and guesses decide wrongly in silence. The message says what to write instead.
        """,
      zh: """
        该填数的地方填了字，该填 `true` 的填了“有”，日期换了写法，都要靠猜，猜错了也没人知道。提示
        里会写明应当怎么填。
        """))

  static let factRange = CodePage(
    "fact-range", en: "the value of a fact lies outside its range",
    zh: "事实的值超出范围",
    avoid: .decision(
      """
      facts: { 餐费: { type: money, range: "[0..200]" } }
      decisions: { 达到最低消费: 餐费 >= 10 }
      """,
      record: "餐费: 1250"),
    prefer: .decision(
      """
      facts: { 餐费: { type: money, range: "[0..200]" } }
      decisions: { 达到最低消费: 餐费 >= 10 }
      """,
      record: "餐费: 12.50"),
    why: Wording(
      en: """
        1250 yuan for a lunch is a lost decimal point. The author of a policy says what can be true at all,
        so that slips of typing are found before money is paid on them.
        """,
      zh: """
        一顿午饭1250元，多半是漏了小数点。政策写明合理的范围，录入错误在付钱之前就能发现。
        """))

  static let badFactRange = CodePage(
    "bad-fact-range", en: "the range of a fact or an open term is none",
    zh: "事实或待定事项的 `range` 不是范围",
    avoid: .policy(
      """
      facts: { 收入: { type: money, range: "[0-500]" } }
      decisions: { 低收入: 收入 < 300 }
      """),
    prefer: .policy(
      """
      facts: { 收入: { type: money, range: "[0..500]" } }
      decisions: { 低收入: 收入 < 300 }
      """),
    why: Wording(
      en: """
        A range is meant to catch slips of typing. With `-` where `..` belongs it would hold nobody or
        everybody, and a range that catches nothing is worse than none.
        """,
      zh: """
        范围是用来发现录入错误的。该用 `..` 的地方用了 `-`，这个范围不是谁都不在内，就是谁都在内；拦不住错误的
        范围比没有更糟。
        """))
}

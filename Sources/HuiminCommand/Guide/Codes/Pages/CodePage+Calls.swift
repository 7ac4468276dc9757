import Huimin

/// Calls of functions.
extension CodePage {
  static let notAFunction = CodePage(
    "not-a-function", en: "something is called that is no function",
    zh: "调用的不是函数",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions: { 补贴: 餐费(3) }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions: { 补贴: 'min(餐费, 3)' }
      """),
    why: Wording(
      en: """
        A bracket behind a name calls a function. Behind a fact it is mostly a forgotten operator, as in
        `fee * (…)`, and what would come out cannot be told.
        """,
      zh: """
        名称后面跟括号表示调用函数。事实后面跟括号，多半是漏了运算符，如 `餐费 * (…)`，算成什么就说
        不清了。
        """))

  static let argumentCount = CodePage(
    "argument-count", en: "a function is given too many or too few values",
    zh: "函数的参数个数不对",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions: { 补贴: 'round half up(餐费 * 0.1)' }
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions: { 补贴: 'round half up(餐费 * 0.1, 2)' }
      """),
    why: Wording(
      en: """
        To how many decimals is rounded is a rule, and a default would hide it. `huimin feel --functions
        WORD` shows what a function takes.
        """,
      zh: """
        保留几位小数由规定确定，不能由默认值代替。函数需要哪些参数，可用 `huimin feel --functions 词` 查。
        """))

  static let argumentType = CodePage(
    "argument-type", en: "a function is given a value of the wrong kind",
    zh: "函数参数的类型不对",
    avoid: .policy(
      """
      facts: { 姓名: text }
      decisions: { 字数: abs(姓名) }
      """),
    prefer: .policy(
      """
      facts: { 姓名: text }
      decisions: { 字数: string length(姓名) }
      """),
    why: Wording(
      en: """
        A function of numbers has nothing to say of a text. Names that are mixed up are found here, before a
        record comes to nothing because of them.
        """,
      zh: """
        算数的函数对文字没有意义。名称用混了，在这里就能查出，不至于到判定时才算不出来。
        """))

  static let argumentDomain = CodePage(
    "argument-domain", en: "a value is of the right kind, but the function is not defined for it",
    zh: "参数类型对，但函数对这个值没有定义",
    avoid: .expression("date(2026, 2, 30)"),
    prefer: .expression("date(2026, 2, 28)"),
    why: Wording(
      en: """
        There is no 30 February and no square root of a negative amount. A neighbouring value would decide a
        case on something that is not so.
        """,
      zh: """
        2月没有30日，负数没有平方根。拿个相近的值顶替，就是用并不存在的情况来判定。
        """))

  static let nullArgument = CodePage(
    "null-argument", en: "a function is given null where it needs a value",
    zh: "函数需要值，却给了空值",
    avoid: .expression("string length(null)"),
    prefer: .expression(#"string length("惠民")"#),
    why: Wording(
      en: """
        Null is what an empty list or a missing entry comes to. A function that took it for zero or for an
        empty text would turn a gap into an answer. Say first what holds then: `if x = null then … else …`.
        """,
      zh: """
        空列表、缺失的条目得到的是空值。函数要是把它当成零或空白文字，漏掉的内容就变成了答案。请先写明此时怎
        么办：`if x = null then … else …`。
        """))

  static let unknownArgument = CodePage(
    "unknown-argument", en: "a function has no parameter of this name",
    zh: "函数没有这个参数",
    avoid: .expression("decimal(n: 1.875, scales: 2)"),
    prefer: .expression("decimal(n: 1.875, scale: 2)"),
    why: Wording(
      en: """
        A misspelt name that was passed over would leave the function with its default, another rounding for
        instance. The parameters of every function stand in `huimin feel --functions`.
        """,
      zh: """
        参数名写错如果只是跳过，函数就会按默认办法算，比如换一种取整。各函数的参数见 `huimin feel --functions`。
        """))

  static let duplicateArgument = CodePage(
    "duplicate-argument", en: "a function is given the same argument twice",
    zh: "同一参数给了两次",
    avoid: .expression("decimal(n: 1.875, scale: 2, scale: 1)"),
    prefer: .expression("decimal(n: 1.875, scale: 2)"),
    why: Wording(
      en: """
        Of two values for one argument only one can count, and the text does not say which. Take one away.
        """,
      zh: """
        同一个参数给了两个值，只能取一个，文字里又看不出取哪个。请去掉一个。
        """))

  static let duplicateParameter = CodePage(
    "duplicate-parameter", en: "a function of your own has two parameters of one name",
    zh: "自定义函数的两个参数同名",
    avoid: .expression("(function(a, a) a + a)(1, 2)"),
    prefer: .expression("(function(a, b) a + b)(1, 2)"),
    why: Wording(
      en: """
        Within the function the name would stand for the first value or for the second, and the sum for 2, 3
        or 4. Each parameter has a name of its own.
        """,
      zh: """
        函数里用这个名称，指第一个值还是第二个值说不清，结果可以是2、3或4。每个参数各用各的名称。
        """))
}

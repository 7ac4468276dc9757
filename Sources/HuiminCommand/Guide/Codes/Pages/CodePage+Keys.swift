import Huimin

/// The keys of a policy, and what may stand behind them.
extension CodePage {
  static let notAPolicy = CodePage(
    "not-a-policy", en: "a file is no policy",
    zh: "这个文件不是政策",
    avoid: .policy(
      """
      tests: cn.city.canteen
      date: 2026-01-15
      cases: { 满65岁: { facts: { 年龄: 65 }, expect: { 每餐补贴: 3 } } }
      """),
    prefer: .policy(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    why: Wording(
      en: """
        A record, a test file and a policy look alike and are easily mixed up on a command line. A policy
        begins with `policy:` and its id. Records go behind `--facts`, and test files to `huimin test`.
        """,
      zh: """
        政策、资料和测试文件看上去相似，写命令时容易拿错。政策以 `policy:` 和标识开头；资料写在 `--facts` 之
        后，测试文件用 `huimin test` 运行。
        """))

  static let missingKey = CodePage(
    "missing-key", en: "a key that must be there is missing",
    zh: "缺少必须写的键",
    avoid: .policy(
      """
      policy: cn.city.canteen
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }
      """),
    prefer: .policy(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }
      """),
    why: Wording(
      en: """
        Every outcome names the policy, its title and the days on which it is in force; every decision says
        how it is reached. Without one of these nobody could check a decision afterwards, so it is asked for
        before the policy is used.
        """,
      zh: """
        每个结论都要写明依据哪份政策、题目是什么、何时有效，每个判定都要写明怎么得出。缺了其中一项，事后就无
        从核对，所以启用之前必须补齐。
        """))

  static let unknownKey = CodePage(
    "unknown-key", en: "a key means nothing in this place",
    zh: "此处没有这个键",
    avoid: .policy(
      """
      facts: { 年龄: { type: years, lable: 周岁 } }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: { type: years, label: 周岁 } }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    why: Wording(
      en: """
        A misspelt key would be passed over, and with it the condition, citation or rounding behind it; the
        file would look right and decide otherwise. So every word that means nothing is reported, with the
        one that was probably meant.
        """,
      zh: """
        键写错一个字母，如果只是跳过，后面的条件、依据、取整就全不算数，文件看着没问题，判定却变了。所以凡是
        没有意义的键都会指出，并提示可能要写的是哪个。
        """))

  static let emptyValue = CodePage(
    "empty-value", en: "nothing stands behind a key",
    zh: "键后面没有内容",
    avoid: .policy("decisions: { 每餐补贴: { value: } }"),
    prefer: .policy("decisions: { 每餐补贴: { value: 3 } }"),
    why: Wording(
      en: """
        A place left open while writing would otherwise count as null, as no condition or as zero, each of
        which is a rule of its own. Fill it in. Where nothing is the answer that you mean, write `'null'`.
        """,
      zh: """
        起草时留的空，如果当成空值、“没有条件”或零，都等于另立了一条规定。请补上内容；如果答案就是“没有”，
        请写 `'null'`。
        """))

  static let expectedMapping = CodePage(
    "expected-mapping", en: "`key: value` pairs are wanted here",
    zh: "此处应写成“键: 值”",
    avoid: .policy(
      """
      sources: [关于社区食堂助餐补贴的通知]
      decisions: { 每餐补贴: 3 }
      """),
    prefer: .policy(
      """
      sources: { notice: { title: 关于社区食堂助餐补贴的通知 } }
      decisions: { 每餐补贴: { value: 3, cite: notice 2 } }
      """),
    why: Wording(
      en: """
        Sources, facts and decisions are referred to by their names: a decision cites `notice 2`. A bare
        list gives them none, nor does it say what each of them is. Write a key and then what belongs to it.
        """,
      zh: """
        依据、事实、判定都要靠名称来引用，例如判定里写 `cite: notice 2`。只列一串，既没有名
        称可引用，也没有说明各是什么。请先写键，再写它的内容。
        """))

  static let expectedList = CodePage(
    "expected-list", en: "a list is wanted here, an item on each line that begins with `- `",
    zh: "此处应写成列表，每项以 `- ` 开头",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          cases: { when: 年龄 >= 65, then: 3 }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每餐补贴:
          cases:
            - { when: 年龄 >= 65, then: 3 }
            - { otherwise: 0 }
      """),
    why: Wording(
      en: """
        Cases are tried one after the other, and the first that holds counts. Only a list has an order, so
        only a list says which comes first.
        """,
      zh: """
        各情形要依次看，第一个成立的算数。只有列表有先后，才能说明谁在前、谁在后。
        """))

  static let expectedText = CodePage(
    "expected-text", en: "a single value is wanted here, not a list or mapping",
    zh: "此处应写单个值，却是列表或映射",
    avoid: .policy(
      """
      facts: { 餐费: { type: money, range: [0..500] } }
      decisions: { 达到10元: 餐费 >= 10 }
      """),
    prefer: .policy(
      """
      facts: { 餐费: { type: money, range: "[0..500]" } }
      decisions: { 达到10元: 餐费 >= 10 }
      """),
    why: Wording(
      en: """
        Brackets begin a list in YAML, and a `,` or `{` parts a text in two, so that what was meant as one
        expression arrives in pieces. Put the whole in quotes.
        """,
      zh: """
        在 YAML 里，方括号表示列表，`,` 和 `{` 会把文字断开，本来一个表达式就散了。请把整段加
        上引号。
        """))

  static let notAChoice = CodePage(
    "not-a-choice", en: "a word is none of those that may stand here",
    zh: "这个词不在可选范围内",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每月津贴:
          best of: { 高龄津贴: { when: 年龄 >= 80, value: 200 }, 基本津贴: 100 }
          choose: higest
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        每月津贴:
          best of: { 高龄津贴: { when: 年龄 >= 80, value: 200 }, 基本津贴: 100 }
          choose: highest
      """),
    why: Wording(
      en: """
        How rows are chosen, which level a policy is of and whether the higher or the lower counts change
        who gets what. A misspelt word must not fall back to something that nobody wrote.
        """,
      zh: """
        几行同时成立时怎么选、政策属于哪一级、就高还是就低，都关系到谁得多少。词写错了，不能悄悄按别的办法处
        理。
        """))
}

import Huimin

/// Test files and what they find.
extension CodePage {
  static let notATest = CodePage(
    "not-a-test", en: "a file is no test file",
    zh: "这个文件不是测试文件",
    avoid: .command(
      """
      # diner.yaml
      - 70

      $ huimin test diner.yaml
      """),
    prefer: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }

      # canteen.test.yaml
      tests: cn.city.canteen
      date: 2026-01-15
      cases: { 满65岁: { facts: { 年龄: 65 }, expect: { 每餐补贴: 3 } } }

      $ huimin test canteen.test.yaml
      """),
    why: Wording(
      en: """
        "0 failed" about a file that holds no tests would be believed. A test file begins with `tests:` and
        the id of the policy that it is about.
        """,
      zh: """
        文件里没有测试却报“0 失败”，大家会信以为真。测试文件以 `tests:` 和所测政策的标识开头。
        """))

  static let noExpectation = CodePage(
    "no-expectation", en: "a test expects nothing, so it cannot fail",
    zh: "测试没有写预期结果，不可能失败",
    avoid: .tests(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      file:
        """
        tests: example.policy
        date: 2026-01-15
        cases: { 满65岁: { facts: { 年龄: 65 } } }
        """),
    prefer: .tests(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      file:
        """
        tests: example.policy
        date: 2026-01-15
        cases: { 满65岁: { facts: { 年龄: 65 }, expect: { 每餐补贴: 3 } } }
        """),
    why: Wording(
      en: """
        A test that passes whatever the policy does gives comfort and finds nothing. Say what must come out:
        `expect`, `unmet`, `open`, `status` or `fails`.
        """,
      zh: """
        政策怎么改都能通过的测试，只是让人安心，查不出问题。请写明应得出什么：`expect`、`unmet`、`open`、`status` 或 `fails`。
        """))

  static let testFailed = CodePage(
    "test-failed", en: "an outcome differs from what a test expects",
    zh: "判定结果与测试的预期不符",
    avoid: .tests(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 > 65 then 3 else 0 }
      """,
      file:
        """
        tests: example.policy
        date: 2026-01-15
        cases: { 刚满65岁: { facts: { 年龄: 65 }, expect: { 每餐补贴: 3 } } }
        """),
    prefer: .tests(
      """
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """,
      file:
        """
        tests: example.policy
        date: 2026-01-15
        cases: { 刚满65岁: { facts: { 年龄: 65 }, expect: { 每餐补贴: 3 } } }
        """),
    why: Wording(
      en: """
        Either the rule is wrong or the expectation; the text of the law decides which. Here "from 65" was
        written as "above 65". Tests at the bounds find such slips, and keep a later change from bringing
        them back.
        """,
      zh: """
        不是规则错了，就是预期错了，要对照原文来定。这里“年满65岁”写成了“大于65岁”。在界限上写测试，
        就能查出这类笔误，以后改动也不会再犯。
        """))

  static let noTests = CodePage(
    "no-tests", en: "there are no test files where they are looked for",
    zh: "没有找到测试文件",
    avoid: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }

      $ huimin test .
      """),
    prefer: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }

      # canteen.test.yaml
      tests: cn.city.canteen
      date: 2026-01-15
      cases: { 每个人: { expect: { 每餐补贴: 3 } } }

      $ huimin test .
      """),
    why: Wording(
      en: """
        Without any test nothing failed, which says nothing. Test files end in `.test.yaml` and lie beside
        their policy.
        """,
      zh: """
        一个测试也没有，当然“没有失败”，但说明不了什么。测试文件以 `.test.yaml` 结尾，放在政
        策旁边。
        """))
}

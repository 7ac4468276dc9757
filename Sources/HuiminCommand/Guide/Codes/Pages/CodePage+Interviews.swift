import Huimin

/// Interviews that were saved.
extension CodePage {
  private static let policy = """
    # canteen.yaml
    facts: { 年龄: years, 餐费: money }
    decisions: { 可以享受: 年龄 >= 65 and 餐费 >= 10 }

    """

  static let brokenInterview = CodePage(
    "broken-interview", en: "a file is no saved interview of this policy",
    zh: "文件不是这份政策已保存的问答",
    avoid: .command(
      policy + """
        # diner.json
        { "年龄": 70 }
        $ huimin ask canteen.yaml --resume diner.json
        """),
    prefer: .command(
      policy + """
        # diner.json
        { "年龄": 70 }
        $ huimin ask canteen.yaml --facts diner.json
        """),
    why: Wording(
      en: """
        What was answered belongs to one policy and one day, and stands in the file in the order in which it was
        asked. A file of facts is given with `--facts`; what `--save` wrote, with `--resume` and the same policy.
        """,
      zh: """
        问答属于某一政策、某一判定日期，文件里按提问的先后记下回答。申请人的事实用 `--facts` 给出；`--save` 写出
        的文件才用 `--resume`，政策也要是同一份。
        """))

  static let interviewChanged = CodePage(
    "interview-changed", en: "the policy has changed since the interview was saved",
    zh: "保存问答之后，政策有改动",
    avoid: .command(
      policy + """
        # diner.json
        {
          "interview": {
            "policy": "example.policy", "sha256": ["5f0c"], "date": "2026-01-15"
          },
          "answers": [
            { "fact": "年龄", "value": 70 }, { "fact": "户籍", "value": true }
          ]
        }
        $ huimin ask canteen.yaml --resume diner.json
        """),
    prefer: .command(policy + "$ huimin ask canteen.yaml --on 2026-01-15"),
    why: Wording(
      en: """
        The interview goes on: answers that still fit are kept, and each that does not is named, as that to a
        question that is no longer asked, or out of a range that is now narrower. Look at those once more.
        """,
      zh: """
        可以接着问：仍然适用的回答都保留；不再适用的逐个指出，例如已经不问的，或者超出现在范围的。请对这些再看一
        遍。
        """))
}

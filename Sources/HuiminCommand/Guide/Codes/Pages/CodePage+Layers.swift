import Huimin

/// Policies that build on each other, and the folders in which they lie.
extension CodePage {
  static let badChange = CodePage(
    "bad-change", en: "a change does not fit the policy that it amends",
    zh: "修改的写法与被修改的政策对不上",
    avoid: .policy(
      """
      # base.yaml
      policy: cn.meals
      title: 老年助餐
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 可申请: 年龄 >= 65 }

      # later.yaml
      policy: cn.meals.2026
      title: 关于调整老年助餐的通知
      in force: 2026-07-01..
      amends: cn.meals
      changes: { 可申请: { waive when: 年龄 >= 60 } }
      """),
    prefer: .policy(
      """
      # base.yaml
      policy: cn.meals
      title: 老年助餐
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 可申请: 年龄 >= 65 }

      # later.yaml
      policy: cn.meals.2026
      title: 关于调整老年助餐的通知
      in force: 2026-07-01..
      amends: cn.meals
      changes: { 可申请: { replace by: 年龄 >= 60 } }
      """),
    why: Wording(
      en: """
        An amendment waives a criterion (`decision / criterion: { waive when: … }`) or replaces a decision
        (`replace by: …`). Anything else would be an amendment that changes nothing, while everybody
        believes that the new rule holds.
        """,
      zh: """
        修改只有两种：免除某一条件（`判定 / 条件: { waive when: … }`），或替换整个判
        定（`replace by: …`）。写成别的样子，等于什么也没改，大家却以为新规定已经生效。
        """))

  static let cycle = CodePage(
    "cycle", en: "decisions, exceptions or policies depend on each other in a circle",
    zh: "判定、例外或政策互相依赖，成了循环",
    avoid: .policy(
      """
      facts: { 餐费: money }
      decisions:
        政府补贴: 餐费 - 个人负担
        个人负担: 餐费 - 政府补贴
      """),
    prefer: .policy(
      """
      facts: { 餐费: money }
      decisions:
        政府补贴: min(餐费, 3)
        个人负担: 餐费 - 政府补贴
      """),
    why: Wording(
      en: """
        If each of two amounts is what the other leaves over, neither is ever settled. Somewhere a rule must
        begin with the facts. Decide one of them on its own.
        """,
      zh: """
        两个数互为“总额减去对方”，哪个也定不下来。总要有一个从事实出发。请先单独定出其中一个。
        """))

  static let unknownPolicy = CodePage(
    "unknown-policy", en: "there is no policy of this id",
    zh: "没有这个标识的政策",
    avoid: .policy(
      """
      policy: cn.city.meals
      title: 某市老年助餐
      in force: 2026-01-01..
      implements: cn.meals
      decisions: { 每餐补贴: 3 }
      """),
    prefer: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      in force: 2026-01-01..
      decisions: { 每餐基数: 1 }

      # city.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      in force: 2026-01-01..
      implements: cn.meals
      decisions: { 每餐补贴: 每餐基数 + 2 }
      """),
    why: Wording(
      en: """
        A lower policy without the one above it would decide without the rules and bounds that it stands
        under. The file of the higher policy lies in the same folder or in one of the two above.
        """,
      zh: """
        找不到上级政策，下级政策就脱离了上级的规定和幅度。请把上级政策的文件放在同一文件夹，或上面两级文件夹
        中。
        """))

  static let neverInForce = CodePage(
    "never-in-force", en: "a policy and the one it builds on are never in force on the same day",
    zh: "本政策与其上级政策从未同时有效",
    avoid: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      in force: 2026-01-01..
      decisions: { 每餐基数: 1 }

      # city.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      in force: 2024-01-01..2025-12-31
      implements: cn.meals
      decisions: { 每餐补贴: 每餐基数 + 2 }
      """),
    prefer: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      in force: 2024-01-01..
      decisions: { 每餐基数: 1 }

      # city.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      in force: 2024-01-01..2025-12-31
      implements: cn.meals
      decisions: { 每餐补贴: 每餐基数 + 2 }
      """),
    why: Wording(
      en: """
        On no day could anything be decided by the two together. Mostly a year is mistyped, or the version
        that was in force then is missing from the folder.
        """,
      zh: """
        两份政策没有一天同时有效，就没有一天能据此判定。多半是年份写错了，或者文件夹里少了当时有效的那一版。
        """))

  static let duplicatePolicy = CodePage(
    "duplicate-policy", en: "two versions of a policy are in force on the same day",
    zh: "同一政策有两个版本同时有效",
    avoid: .policy(
      """
      # 2025.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      in force: 2025-01-01..
      decisions: { 每餐补贴: 2 }

      # 2026.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }
      """),
    prefer: .policy(
      """
      # 2025.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      in force: 2025-01-01..2025-12-31
      decisions: { 每餐补贴: 2 }

      # 2026.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }
      """),
    why: Wording(
      en: """
        For a meal in 2026 there would be two amounts, and the order of files in a folder must not choose
        between them. End the earlier version on the day before the later one begins.
        """,
      zh: """
        2026年的一餐会有两个标准，不能由文件夹里文件的先后来定。请让旧版本在新版本生效的前一天失效。
        """))

  static let noPolicies = CodePage(
    "no-policies", en: "a folder holds no policy",
    zh: "文件夹里没有政策",
    avoid: .command(
      """
      # diner.json
      { "年龄": 70 }

      $ huimin check .
      """),
    prefer: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }

      $ huimin check .
      """),
    why: Wording(
      en: """
        "No errors" about a folder without policies would tell nobody that the wrong folder was looked at.
        Policies are files that end in `.yaml`; records and test files are passed over.
        """,
      zh: """
        文件夹里没有政策却报“没有错误”，谁也不会发觉看错了地方。政策是以 `.yaml` 结尾的文件；资料
        和测试文件不算。
        """))

  static let brokenPolicy = CodePage(
    "broken-policy", en: "a policy stands in error, so nothing is decided by it",
    zh: "政策有错误，不能用来判定",
    avoid: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年岭 >= 65 then 3 else 0 }

      $ huimin decide cn.city.canteen --policies . --set 年龄=70
      """),
    prefer: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }

      $ huimin decide cn.city.canteen --policies . --set 年龄=70
      """),
    why: Wording(
      en: """
        One rule in error may change what all the others come to. Rather than decide by half a policy,
        nothing is decided until `huimin check` finds no more errors.
        """,
      zh: """
        一条规定有错，可能牵动全部结论。与其按半份政策判定，不如先不判定：用 `huimin check` 查
        出错误，改完再用。
        """))
}

import Huimin

/// What a higher policy leaves to a lower one.
extension CodePage {
  static let unfilledTerm = CodePage(
    "unfilled-term", en: "what a higher policy leaves open is not filled in by a decision",
    zh: "上级政策留待确定的事项没有由判定填写",
    avoid: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      level: national
      in force: 2026-01-01..
      facts: { 餐费: money }
      open: { 政府补贴: { type: money, filled by: [city] } }
      decisions:
        谁付多少: { split: 餐费, among: { 政府: 政府补贴, 老人: the rest } }

      # city.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      level: city
      in force: 2026-01-01..
      implements: cn.meals
      decisions: { 补贴: 3 }
      """),
    prefer: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      level: national
      in force: 2026-01-01..
      facts: { 餐费: money }
      open: { 政府补贴: { type: money, filled by: [city] } }
      decisions:
        谁付多少: { split: 餐费, among: { 政府: 政府补贴, 老人: the rest } }

      # city.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      level: city
      in force: 2026-01-01..
      implements: cn.meals
      decisions: { 政府补贴: 3 }
      """),
    why: Wording(
      en: """
        The higher policy says that somebody below decides how much; the lower one says that it does so.
        With another name the two never meet, and the government's share would be asked of every applicant.
        Give the decision the name of the open term.
        """,
      zh: """
        上级政策把金额留给下级定，下级也定了，但名称不同，两边就接不上，政府出多少又成了没人定的事。判定的名
        称要与上级留出的事项一致。
        """))

  static let wrongLevel = CodePage(
    "wrong-level", en: "a policy of this level may not fill in an open term",
    zh: "这一级政策无权填写上级留待确定的事项",
    avoid: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      level: national
      in force: 2026-01-01..
      facts: { 餐费: money }
      open: { 政府补贴: { type: money, filled by: [city] } }
      decisions:
        谁付多少: { split: 餐费, among: { 政府: 政府补贴, 老人: the rest } }

      # county.yaml
      policy: cn.county.meals
      title: 某县老年助餐
      level: county
      in force: 2026-01-01..
      implements: cn.meals
      decisions: { 政府补贴: 3 }
      """),
    prefer: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      level: national
      in force: 2026-01-01..
      facts: { 餐费: money }
      open: { 政府补贴: { type: money, filled by: [city, county] } }
      decisions:
        谁付多少: { split: 餐费, among: { 政府: 政府补贴, 老人: the rest } }

      # county.yaml
      policy: cn.county.meals
      title: 某县老年助餐
      level: county
      in force: 2026-01-01..
      implements: cn.meals
      decisions: { 政府补贴: 3 }
      """),
    why: Wording(
      en: """
        Who may set an amount is a question of competence, and an amount set by the wrong level is void. The
        list under `filled by` follows the text of the higher policy; extend it only where that text allows
        it.
        """,
      zh: """
        由哪一级定标准是权限问题，越权定的标准无效。`filled by` 按上级文件的规定填写，上级文件允
        许时才能增加层级。
        """))

  static let outOfBounds = CodePage(
    "out-of-bounds", en: "a value lies outside the bounds that a higher policy sets",
    zh: "填写的值超出上级规定的范围",
    avoid: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      level: national
      in force: 2026-01-01..
      facts: { 餐费: money }
      open: { 政府补贴: { type: money, range: "[0..5]", filled by: [city] } }
      decisions:
        谁付多少: { split: 餐费, among: { 政府: 政府补贴, 老人: the rest } }

      # city.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      level: city
      in force: 2026-01-01..
      implements: cn.meals
      decisions: { 政府补贴: 8 }
      """),
    prefer: .policy(
      """
      # national.yaml
      policy: cn.meals
      title: 老年助餐
      level: national
      in force: 2026-01-01..
      facts: { 餐费: money }
      open: { 政府补贴: { type: money, range: "[0..5]", filled by: [city] } }
      decisions:
        谁付多少: { split: 餐费, among: { 政府: 政府补贴, 老人: the rest } }

      # city.yaml
      policy: cn.city.meals
      title: 某市老年助餐
      level: city
      in force: 2026-01-01..
      implements: cn.meals
      decisions: { 政府补贴: 5 }
      """),
    why: Wording(
      en: """
        A lower policy decides within the frame of the higher one. A value outside it is refused where it is
        written; one that is calculated is refused when it comes out, so that nobody is paid what the frame
        does not allow.
        """,
      zh: """
        下级只能在上级规定的幅度内定标准。直接写明的值，检查时就会指出；算出来的值，判定时会指出，不会按超出
        幅度的数发放。
        """))
}

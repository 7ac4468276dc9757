import Huimin

/// The language of keys, commas, and the style of files.
extension CodePage {
  static let unquotedComma = CodePage(
    "unquoted-comma", en: "a comma ends a text in braces before its brackets are closed",
    zh: "花括号中的文字没有加引号，在逗号处提前结束",
    avoid: .policy(
      """
      facts: { 类别: [低保, 重残, 普通] }
      decisions:
        补贴:
          cases:
            - { when: 类别 in (低保, 重残), then: 5 }
            - { otherwise: 0 }
      """),
    prefer: .policy(
      """
      facts: { 类别: [低保, 重残, 普通] }
      decisions:
        补贴:
          cases:
            - { when: "类别 in (低保, 重残)", then: 5 }
            - { otherwise: 0 }
      """),
    why: Wording(
      en: """
        Inside braces and brackets of YAML a comma separates entries, whatever is around it. Quotes keep an expression
        together; or write the entries below each other, where a comma means nothing.
        """,
      zh: """
        在 YAML 的花括号和方括号里，逗号总是分隔各项。给表达式加上引号，或者把各项分行写，逗号就不再起分隔作用。
        """))

  static let mixedLanguages = CodePage(
    "mixed-languages", en: "a key is of another language than those of its file",
    zh: "键的语言与文件中其他的键不同",
    avoid: .policy(
      """
      政策: cn.city.canteen
      标题: 社区食堂助餐补贴
      有效期: 2026-01-01..
      事实: { 年龄: 年数 }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    prefer: .policy(
      """
      政策: cn.city.canteen
      标题: 社区食堂助餐补贴
      有效期: 2026-01-01..
      事实: { 年龄: 年数 }
      判定: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }
      """),
    why: Wording(
      en: """
        Every key has an English and a Chinese form. A file that mixes them is hard to read and to search, and a
        reader may take a key for a name. `huimin fmt --keys zh` writes all keys in Chinese, `--keys en` in
        English; names stay as they are.
        """,
      zh: """
        每个键都有英文和中文两种写法。混用的文件难读、难查，键也容易被当成名称。`huimin fmt --keys zh` 把键全部
        写成中文，`--keys en` 写成英文；名称不变。
        """))

  static let notFormatted = CodePage(
    "not-formatted", en: "a file cannot be brought into the style without changing what it says",
    zh: "文件无法在不改变内容的前提下整理格式",
    avoid: .told(
      Wording(
        en: "A block of text whose first line holds nothing but blanks, more of them than the lines after it.",
        zh: "一段文字的第一行只有空格，而且比后面各行缩进得更多。")),
    prefer: .told(Wording(en: "Leave out the blanks at its beginning.", zh: "去掉开头的空格。")),
    why: Wording(
      en: """
        `huimin fmt` changes white space alone, and reads the result again to be sure. Where the two would not
        say the same, it leaves the file as it is.
        """,
      zh: """
        `huimin fmt` 只改动空白，写回之前会重新读取并核对。若前后内容不同，就不改动文件。
        """))
}

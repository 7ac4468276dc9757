import Huimin

/// The text of YAML and JSON.
extension CodePage {
  static let yamlSyntax = CodePage(
    "yaml-syntax", en: "a text is not YAML: quotes, brackets or indentation do not fit",
    zh: "不符合 YAML 的写法：引号、括号或缩进不对",
    avoid: .yaml("说明: 办理须知: 先到居委会登记"),
    prefer: .yaml(#"说明: "办理须知: 先到居委会登记""#),
    why: Wording(
      en: """
        Where indentation or quotes do not fit, YAML leaves open what belongs to what, and a guess could put
        a rule under the wrong heading. Text that holds `: ` or ` #`, or begins with a mark such as `{`, `*`
        or `%`, stands in quotes. Keys of one level are indented alike, with spaces.
        """,
      zh: """
        缩进或引号不对时，哪一行属于哪一项就说不清了；靠猜，可能把一条规定归到别的条目之下。含有 `: ` 或 ` #` 的
        文字，以及以 `{`、`*`、`%` 等符号开头的文字，要加引号；同一层的键用空格缩进，左边对齐。
        """))

  static let jsonSyntax = CodePage(
    "json-syntax", en: "a text is not JSON",
    zh: "不符合 JSON 的写法",
    avoid: .json(#"{ "年龄": 70, "餐费": 12.50, }"#),
    prefer: .json(#"{ "年龄": 70, "餐费": 12.50 }"#),
    why: Wording(
      en: """
        JSON comes from other systems, and a comma too many is often where an entry was cut off. Huimin
        reads JSON strictly, so that half a record is refused and not decided as if it were whole.
        """,
      zh: """
        JSON 多由其他系统导出，多出来的逗号后面，常常就是漏掉的一项。惠民严格按标准读取：资料不完整就不
        收，免得把半份资料当成整份来判定。
        """))

  static let missingSpace = CodePage(
    "missing-space", en: "a `:` or `-` has no space after it",
    zh: "`:` 或 `-` 后面少了空格",
    avoid: .yaml("年龄:70"),
    prefer: .yaml("年龄: 70"),
    why: Wording(
      en: """
        To YAML `年龄:70` is one word and no key with its value, just as `-年龄` is no item of a list. What was
        meant as a fact would be read as a text and be lost. After `:` and `-` stands a space.
        """,
      zh: """
        在 YAML 看来，`年龄:70` 是一个词，不是“键和值”；`-年龄` 也不是列表的一项。本来要写
        的事实会变成一段文字，等于没有写。`:` 和 `-` 后面都要空一格。
        """))

  static let fullWidthPunctuation = CodePage(
    "full-width-punctuation", en: "a full-width mark stands where only a half-width one counts",
    zh: "该用半角标点的地方用了全角标点",
    avoid: .yaml(
      """
      年龄：70
      餐费: 12.50
      """),
    prefer: .yaml(
      """
      年龄: 70
      餐费: 12.50
      """),
    why: Wording(
      en: """
        Full-width `：` `，` `“` `％` and the full-width space look like their half-width cousins, but to YAML
        they are ordinary letters. A key would become text, and two members would become one. Within
        sentences for people Chinese punctuation is right; where the file is parted into keys and values it
        must be half-width.
        """,
      zh: """
        全角的 `：`、`，`、`“`、`％` 和全角空格看着差不多，但 YAML 只把它们当普通文字：键会
        变成一段话，两个选项会连成一个。给人看的句子里照常用中文标点；分隔键、值和选项的地方，一律用半角。
        """))

  static let forbiddenCharacter = CodePage(
    "forbidden-character", en: "an invisible character stands in the text",
    zh: "文字里有看不见的字符",
    avoid: .yaml("户籍: 本市\u{FEFF}"),
    prefer: .yaml("户籍: 本市"),
    why: Wording(
      en: """
        Text copied from web pages and office documents may carry characters that no editor shows. A name
        with one of them looks like another and is not equal to it, and some of them end a line unseen. They
        are refused, so that what is read is what is seen.
        """,
      zh: """
        从网页、Word 文档里复制的文字，常带有编辑器不显示的字符。带了这种字符的名称看上去一样，比较起来
        却不相等，有的还会悄悄断行。这里一律不收，保证看到什么就读到什么。
        """))

  static let complexKey = CodePage(
    "complex-key", en: "a key is a list or mapping instead of a word",
    zh: "键写成了列表或映射",
    avoid: .yaml(
      """
      [一档]: 5
      [二档]: 3
      """),
    prefer: .yaml(
      """
      "[一档]": 5
      "[二档]": 3
      """),
    why: Wording(
      en: """
        To YAML a bracket begins a list or mapping, also before a `:`. Nothing in a policy or record is
        named by a list, so the bracket is meant as text, and text that begins with one stands in quotes.
        """,
      zh: """
        YAML 看到方括号或花括号开头，就认为是列表或映射，写在 `:` 前也一样。政策和资料里没有用列表
        作名称的，这里的括号其实是文字；以括号开头的文字要加引号。
        """))

  static let mergeKey = CodePage(
    "merge-key", en: "`<<` is to copy entries from another place",
    zh: "用 `<<` 合并别处的条目",
    avoid: .yaml(
      """
      common: &common { 户籍: 本市, 低保: true }
      甲: { <<: *common, 年龄: 70 }
      """),
    prefer: .yaml("甲: { 户籍: 本市, 低保: true, 年龄: 70 }"),
    why: Wording(
      en: """
        With `<<` an entry holds what stands elsewhere, and programs disagree about which wins where both
        have it. Whoever reads a rule should see all of it in one place. Write the entries out.
        """,
      zh: """
        用了 `<<`，一条里的内容要到别处去找；两处都写了的，以哪处为准，各种软件做法不一。规定应当一眼看
        全，请把各项直接写出来。
        """))

  static let duplicateKey = CodePage(
    "duplicate-key", en: "a key stands twice",
    zh: "同一个键写了两次",
    avoid: .yaml(
      """
      年龄: 70
      餐费: 12.50
      年龄: 81
      """),
    prefer: .yaml(
      """
      年龄: 81
      餐费: 12.50
      """),
    why: Wording(
      en: """
        Most programs keep the last of two entries and say nothing, so that a rule or fact which somebody
        still reads in the file does not count. Here neither is chosen. Take out the one that no longer
        holds.
        """,
      zh: """
        多数软件遇到重复的键只留后一个，也不提示，文件里看得见的那一条其实没有用上。这里不替人选择：请删去不
        再适用的一条。
        """))

  static let unknownAlias = CodePage(
    "unknown-alias", en: "`*name` refers to a mark that is not there",
    zh: "`*名称` 引用的标记不存在",
    avoid: .yaml("备注: *staff"),
    prefer: .yaml(#"备注: "*staff""#),
    why: Wording(
      en: """
        To YAML a `*` at the beginning repeats what was marked with `&` before. Mostly only an asterisk was
        meant, as for a footnote. Put such text in quotes; otherwise a value would stand here that nobody
        can see.
        """,
      zh: """
        在 YAML 里，开头的 `*` 表示重复前面用 `&` 标记过的内容。多数情况下作者只是想写个星号，
        比如注释号。这样的文字请加引号，否则这里会换成谁也看不见的值。
        """))

  static let unsupportedDirective = CodePage(
    "unsupported-directive", en: "a line that begins with `%` stands before the document",
    zh: "文件开头有以 `%` 开始的行",
    avoid: .yaml(
      """
      %折扣表
      八折: 0.8
      """),
    prefer: .yaml(
      """
      # 折扣表
      八折: 0.8
      """),
    why: Wording(
      en: """
        Lines that begin with `%` are orders to YAML itself and can change how all that follows is read. No
        policy needs them. A remark begins with `#`, and text that begins with `%` stands in quotes.
        """,
      zh: """
        以 `%` 开头的行是给 YAML 的指令，会改变后面全部内容的读法，政策用不着。说明性的话以 `#` 开
        头；以 `%` 开头的文字要加引号。
        """))

  static let unsupportedTag = CodePage(
    "unsupported-tag", en: "a tag such as `!!int` stands before a value",
    zh: "值前面有 `!!int` 之类的标签",
    avoid: .yaml("年龄: !!int 70"),
    prefer: .yaml("年龄: 70"),
    why: Wording(
      en: """
        Tags tell a program to make something else of a text, and in other software even to run code. What a
        value is follows from the fact that it answers, declared in the policy. Leave the tag out, and put
        text that begins with `!` in quotes.
        """,
      zh: """
        标签是让软件把文字变成别的东西，在有些软件里甚至会执行程序。一个值是什么，看政策里对该事实的类型规定
        就够了。请删去标签；以 `!` 开头的文字加引号。
        """))
}

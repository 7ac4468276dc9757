import Huimin

/// Files as a whole: where they are, and what is in them at all.
extension CodePage {
  static let emptyDocument = CodePage(
    "empty-document", en: "a file holds nothing but blanks and comments",
    zh: "文件里没有内容，只有空白或注释",
    avoid: .yaml("# 社区食堂助餐补贴，待写"),
    prefer: .yaml(
      """
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      """),
    why: Wording(
      en: """
        An empty file is mostly one that was not saved, or saved in another place. If it were read as a
        policy without rules or a person without circumstances, nobody would notice what is missing. So
        reading ends here, before anything is decided on nothing.
        """,
      zh: """
        空文件多半是没有保存，或者存到了别处。如果当成“没有规定的政策”或“没有情况的人”读下去，缺了什么就
        没有人会发现。所以读到空文件就停下，不在空白上作判定。
        """))

  static let severalDocuments = CodePage(
    "several-documents", en: "a second document begins after a line `---`",
    zh: "一个文件里有第二个文档（`---` 之后）",
    avoid: .yaml(
      """
      年龄: 70
      餐费: 12.50
      ---
      年龄: 81
      餐费: 10
      """),
    prefer: .yaml(
      """
      年龄: 70
      餐费: 12.50
      """),
    why: Wording(
      en: """
        A file holds one policy, or the record of one person. Of two documents in one file, one would be
        read and the other silently left out. Give each a file of its own, so that every answer can be
        traced to the file it came from.
        """,
      zh: """
        一个文件只写一份政策，或一个人的资料。文件里有两份时，只会读到其中一份，另一份就悄悄丢了。请一份一个
        文件，这样每个结论都能追溯到它所依据的文件。
        """))

  static let notUTF8 = CodePage(
    "not-utf8", en: "a file or line is not UTF-8 text",
    zh: "文件或一行不是 UTF-8 文本",
    avoid: .told(
      Wording(
        en: "a file saved as GBK, as older Windows programs do",
        zh: "以 GBK（ANSI）编码保存的文件，旧版 Windows 软件常这样保存")),
    prefer: .told(
      Wording(
        en: "the same file saved as UTF-8",
        zh: "同一个文件，另存为 UTF-8 编码")),
    why: Wording(
      en: """
        The same bytes are other characters in another encoding. If it were guessed, a name could come out
        as a different name, and nobody would notice. Save the file as UTF-8; every editor can.
        """,
      zh: """
        同样的字节，按不同编码会读成不同的字。靠猜，名称可能变成另一个名称，而且没有人发觉。请在编辑器里选“另
        存为 UTF-8”。
        """))

  static let tooLarge = CodePage(
    "too-large", en: "a file or line is larger than is read at once",
    zh: "文件或一行过大",
    avoid: .told(
      Wording(
        en: "a policy, record or test file of more than 16 MB",
        zh: "超过 16 MB 的政策、资料或测试文件")),
    prefer: .told(
      Wording(
        en: "one policy, or one person's record, in each file",
        zh: "一个文件只放一份政策，或一个人的资料")),
    why: Wording(
      en: """
        A policy has some hundred lines. A file of many megabytes is the wrong one, such as a whole export
        or a scanned document, and reading it would only hold up the others. For many records, run the
        program once for each.
        """,
      zh: """
        一份政策不过几百行。几十兆的文件多半是拿错了，比如整库导出的数据、扫描件；硬读只会耽误别的申请。资料
        很多时，请一人一份，逐份判定。
        """))

  static let tooManyNodes = CodePage(
    "too-many-nodes", en: "a document holds more values than are read at once",
    zh: "文件中的值过多",
    avoid: .yaml(
      """
      a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
      e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
      f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
      g: [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
      """),
    prefer: .yaml("a: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"),
    why: Wording(
      en: """
        With marks that repeat each other, seven lines come to ten million values: an old trick to bring a
        service down. Two million values are the bound, with every repetition counted. Honest files never
        come near it.
        """,
      zh: """
        标记层层重复，七行文字就能变成上千万个值，这是拖垮系统的惯用手法。上限是两百万个值，重复的也算。正常
        的文件离上限很远。
        """))

  static let tooDeep = CodePage(
    "too-deep", en: "lists, mappings or parts of an expression are nested too deeply",
    zh: "列表、映射或表达式的嵌套层数过多",
    avoid: .yaml(
      """
      名单:
        [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
        [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ 甲
        ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      """),
    prefer: .yaml("名单: [甲, 乙]"),
    why: Wording(
      en: """
        Nobody writes a rule sixty-four levels deep, but a file made to do harm may well be, and would use
        up the machine that reads it. Where a real expression comes to this, part it into several decisions
        with names; it will read better too.
        """,
      zh: """
        没有人会把规定写到六十四层深，但有意捣乱的文件会，读它的机器会被拖垮。真的有表达式复杂到这个程度，请
        拆成几个有名称的判定，读起来也更清楚。
        """))

  static let fileNotFound = CodePage(
    "file-not-found", en: "there is no file or folder of this name",
    zh: "没有这个文件或文件夹",
    avoid: .command("$ huimin check 食堂.yaml"),
    prefer: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      decisions: { 每餐补贴: 3 }

      $ huimin check canteen.yaml
      """),
    why: Wording(
      en: """
        A wrong path must not look like a policy without errors: "0 errors" about a file that is not there
        would be believed. Look at the folder you are in, and at the name.
        """,
      zh: """
        路径写错时，决不能显示成“没有错误”，否则一份根本没读到的政策会被当成合格。请核对当前文件夹和文件名。
        """))

  static let notAFile = CodePage(
    "not-a-file", en: "a folder stands where a file is wanted",
    zh: "应写文件，却写了文件夹",
    avoid: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }

      $ huimin decide canteen.yaml --facts .
      """),
    prefer: .command(
      """
      # canteen.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions: { 每餐补贴: if 年龄 >= 65 then 3 else 0 }

      # diner.yaml
      年龄: 70

      $ huimin decide canteen.yaml --facts diner.yaml
      """),
    why: Wording(
      en: """
        One record decides one case. Of the files in a folder it is not plain whose record is meant, and
        picking one could decide on the wrong person.
        """,
      zh: """
        一次判定只用一个人的资料。给出文件夹，就说不清用的是谁的；随便挑一份，结论可能落到别人头上。
        """))

  static let notReadable = CodePage(
    "not-readable", en: "a file or standard input may not or cannot be read",
    zh: "文件或标准输入无法读取",
    avoid: .told(
      Wording(
        en: "a file without read permission, or a link that leads in a circle",
        zh: "没有读取权限的文件，或绕成圈的链接")),
    prefer: .told(
      Wording(
        en: "the same file with read permission: `chmod a+r FILE`",
        zh: "给文件加上读取权限：`chmod a+r 文件`")),
    why: Wording(
      en: """
        What cannot be read is not known, and is never taken for empty. Nothing is decided or reported ready
        until the file can be read.
        """,
      zh: """
        读不到的内容就是不知道，不会当成空白。文件能读之前，不作判定，也不会报告“可用”。
        """))
}

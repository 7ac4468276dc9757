import PolicySource
import Testing

/// The words in both languages, for the mistakes whose places are pinned elsewhere.
@Suite struct RefusalWordingTests {
  @Test(
    arguments: [
      ("# c", "the document is empty", "文件是空的", nil),
      ("--- a\n--- b", "a file holds one document, and here a second begins", "一个文件只能有一个文档，这里开始了第二个", "删去 `---` 一行"),
      (
        "%TAG !a! b\n--- 1", "the directive `%TAG !a! b` means nothing here", "指令 `%TAG !a! b` 在此没有意义",
        "请删去；以 `%` 开头的文字请加引号"
      ),
      ("a: !!int 1", "the tag `!!int` means nothing here", "标签 `!!int` 在此没有意义", "请删去；以 `!` 开头的文字请加引号"),
      ("a: *b", "nothing is marked `&b` before this", "此前没有标记 `&b`", "以 `*` 开头的文字请加引号"),
      ("<<: {a: 1}", "`<<` means nothing here", "`<<` 在此没有意义", "请逐项写出"),
      ("[a]: 1", "a key must be a single word or text", "键须为单个词或文字", "以 `[` 或 `{` 开头的文字请加引号"),
      ("a: \u{1B}", "the invisible character `U+001B` cannot stand here", "此处不能有不可见字符 `U+001B`", "请删去；文字中须用双引号内的转义写出"),
      (
        "a: {x: 1， b: 2}", "the comma `，` is full-width and parts nothing here", "逗号 `，` 是全角的，此处不起分隔作用",
        "改用英文逗号；含 `，` 的文字请加引号"
      ),
      ("a: “x: y”", "`“` is no quote that YAML knows", "`“` 不是 YAML 的引号", "改用英文引号 `\"`"),
      ("\u{3000}a: 1", "a full-width space stands in the indentation", "缩进中有全角空格", "改用半角空格缩进"),
      ("a:1\nb: 2", "`:` needs a space after it", "`:` 后须有空格", "写成 `a: 1`"),
      (
        String(repeating: "[", count: 65), "lists and mappings are nested more than 64 deep", "列表和映射嵌套超过 64 层", nil
      ),
    ] as [(String, String, String, String?)])
  func aYAMLMistakeReads(text: String, en: String, zh: String, help: String?) {
    let found = problems(text).first
    #expect(found?.message == Wording(en: en, zh: zh))
    #expect(found?.help?.zh == help)
  }

  @Test(
    arguments: [
      ("[1", "文件在此结束，此处应为 `,` 或 `]`", nil), ("[1 2]", "此处应为 `,` 或 `]`，却是 `2`", nil),
      ("[1,]", "`]` 前多了逗号", "删去最后一个逗号"), ("{a: 1}", "此处应为双引号括起的键，却是 `a`", nil),
      ("{\"a\"：1}", "此处应为 `:`，却是 `：`", "改用英文冒号 `:`"), ("NaN", "此处应为一个值，却是 `NaN`", nil),
      ("01", "此处应为数的结尾，却是 `1`", "数的前面不能补零"), ("\"a", "文字的引号没有闭合", nil),
      ("\"\\d\"", "JSON 没有转义 `\\d`", "反斜杠写成 `\\\\`"), ("\"\\ud83d\"", "`\\ud83d` 只是半个字符", "请直接写出该字符"),
      ("\"\t\"", "文字中直接出现了 `\\t`", "写成转义，例如 `\\n`"), ("'a'", "此处应为一个值，却是 `'`", "JSON 的文字用英文双引号 `\"`"),
      ("[1] // x", "此处应为文件结尾，却是 `/`", "JSON 不能有注释"),
      (String(repeating: "[", count: 65), "列表和对象嵌套超过 64 层", nil),
    ] as [(String, String, String?)])
  func aJSONMistakeReads(text: String, zh: String, help: String?) {
    let found = problems(text, as: .json).first
    #expect(found?.message.zh == zh)
    #expect(found?.help?.zh == help)
  }

  @Test func bytesThatAreNoTextRead() {
    #expect(problems([0xFF]).first?.message == Wording(en: "the document is not UTF-8 text", zh: "文件不是 UTF-8 文本"))
    #expect(
      problems([0xFF]).first?.help == Wording(en: "save it as UTF-8; it may be GBK", zh: "文件可能是 GBK 编码，请另存为 UTF-8 编码"))
    #expect(
      problems([0xFF, 0xFE]).first?.message
        == Wording(en: "the document is UTF-16 text, not UTF-8", zh: "文件是 UTF-16 文本，不是 UTF-8"))
  }

  @Test func tooManyValuesRead() {
    var limits = ReadingLimits()
    limits.nodes = 3
    let wording = Wording(en: "the document holds more than 3 values", zh: "文件中的值超过 3 个")
    #expect(problems("[1, 2, 3]", limits: limits).first?.message == wording)
    #expect(problems("[1, 2, 3]", as: .json, limits: limits).first?.message == wording)
    #expect(problems("[1, 2, 3]", limits: limits).first?.help?.en == "look for aliases that repeat each other")
  }
}

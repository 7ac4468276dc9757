import PolicySource
import Testing

/// What an author reads about broken YAML, word for word.
@Suite struct YAMLProblemTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let summary: String
    let en: String
    let zh: String
    let help: String?

    init(_ text: String, _ summary: String, _ en: String, _ zh: String, help: String?) {
      (self.text, self.summary, self.en, self.zh, self.help) = (text, summary, en, zh, help)
    }

    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Example(
      "a:\n\tb: 1", "yaml-syntax 2:1-2:2", "a tab stands where only spaces may indent", "缩进用了制表符，只能用空格",
      help: "indent with spaces"),
    Example(
      "a: x\n\ty: 1", "yaml-syntax 2:1-2:2", "a tab stands where only spaces may indent", "缩进用了制表符，只能用空格",
      help: "indent with spaces"),
    Example(
      "a: |\n\tb", "yaml-syntax 2:1-2:2", "a tab stands where only spaces may indent", "缩进用了制表符，只能用空格",
      help: "indent with spaces"),
    Example(
      "年龄: @x", "yaml-syntax 1:5-1:6", "text without quotes cannot begin with `@`", "不加引号的文字不能以 `@` 开头",
      help: "put the text in quotes"),
    Example(
      "a: `x`", "yaml-syntax 1:4-1:5", "text without quotes cannot begin with ```", "不加引号的文字不能以 ``` 开头",
      help: "put the text in quotes"),
    Example(
      "a: %x", "yaml-syntax 1:4-1:5", "text without quotes cannot begin with `%`", "不加引号的文字不能以 `%` 开头",
      help: "put the text in quotes"),
    Example(
      "a: 1\n%x: 2", "yaml-syntax 2:1-2:2", "text without quotes cannot begin with `%`", "不加引号的文字不能以 `%` 开头",
      help: "put the text in quotes"),
    Example(
      "a: !e!x y", "yaml-syntax 1:4-1:5", "text without quotes cannot begin with `!`", "不加引号的文字不能以 `!` 开头",
      help: "put the text in quotes"),
    Example(
      "a: *", "yaml-syntax 1:4-1:5", "a name must follow `*`", "`*` 后须有名称",
      help: "put text that begins with `*` in quotes"),
    Example(
      "a: &年龄", "yaml-syntax 1:4-1:5", "a name must follow `&`", "`&` 后须有名称",
      help: "put text that begins with `&` in quotes"),
    Example(
      "a: | x\n  y", "yaml-syntax 1:6-1:7", "nothing but a line end can follow `|` or `>`", "`|` 或 `>` 之后只能换行",
      help: "begin the text in the next line, or put text that begins with `|` or `>` in quotes"),
    Example(
      "a: ? x", "yaml-syntax 1:4-1:5", "text without quotes cannot begin with `? `", "不加引号的文字不能以 `? ` 开头",
      help: "put the text in quotes"),
    Example(
      "a: }", "yaml-syntax 1:4-1:5", "a value cannot begin with `}`", "值不能以 `}` 开头", help: "put the text in quotes"),
    Example(
      "a: 1\nb: \"x\n c: d\n", "yaml-syntax 2:4-2:5", "this quote is never closed", "此引号没有闭合",
      help: "close it; within single quotes write `''` for `'`"),
    Example(
      "a: 'x\n---\n", "yaml-syntax 1:4-1:5", "this quote is never closed", "此引号没有闭合",
      help: "close it; within single quotes write `''` for `'`"),
    Example(
      "a: \"C:\\d\"", "yaml-syntax 1:7-1:9", "`\\d` is no escape that YAML knows", "YAML 没有转义 `\\d`",
      help: "write `\\\\` for a backslash, or use single quotes"),
    Example(
      "a: \"\\x4Z\"", "yaml-syntax 1:5-1:8", "`\\x4` is no escape that YAML knows", "YAML 没有转义 `\\x4`",
      help: "write `\\\\` for a backslash, or use single quotes"),
    Example(
      "a: \"\\ud83d\"", "yaml-syntax 1:5-1:11", "`\\ud83d` is no escape that YAML knows", "YAML 没有转义 `\\ud83d`",
      help: "write `\\\\` for a backslash, or use single quotes"),
    Example(
      "a: \"x\" y", "yaml-syntax 1:8-1:9", "text stands after a closing quote", "引号之后还有文字",
      help: "put the whole text in quotes, or none of it"),
    Example(
      "a: 'it's'", "yaml-syntax 1:8-1:9", "text stands after a closing quote", "引号之后还有文字",
      help: "put the whole text in quotes, or none of it"),
    Example(
      "a: [1] 2", "yaml-syntax 1:8-1:9", "nothing can follow the value in this line", "此行的值之后不能再有内容",
      help: "put the whole text in quotes"),
    Example(
      "a: [1, 2\n", "yaml-syntax 1:4-1:5", "this `[` is never closed", "此 `[` 没有闭合", help: "write `]`"),
    Example("a: [", "yaml-syntax 1:4-1:5", "this `[` is never closed", "此 `[` 没有闭合", help: "write `]`"),
    Example(
      "a: [1,\n", "yaml-syntax 2:1-2:1", "the document ends where a value is expected", "文件在此结束，此处应为一个值",
      help: "close the list or mapping in brackets"),
    Example("a: {b: 2\n", "yaml-syntax 1:4-1:5", "this `{` is never closed", "此 `{` 没有闭合", help: "write `}`"),
    Example(
      "a: [1, 2\nb: 3\n", "yaml-syntax 2:2-2:3", "the `[` of line 1 is not closed, or a `,` is missing",
      "第 1 行的 `[` 没有闭合，或缺少 `,`",
      help: "write `,` or `]`; text that holds `[`, `]`, `{`, `}` or `,` needs quotes here"),
    Example(
      "a: {b: 2\nc: 3\n", "yaml-syntax 2:2-2:3", "the `{` of line 1 is not closed, or a `,` is missing",
      "第 1 行的 `{` 没有闭合，或缺少 `,`",
      help: "write `,` or `}`; text that holds `[`, `]`, `{`, `}` or `,` needs quotes here"),
    Example(
      "a: b: c", "yaml-syntax 1:5-1:6", "a second `: ` stands in this line", "此行有第二个 `: `",
      help: "put text that holds `: ` in quotes"),
    Example(
      "a: 1\n  b: 2", "yaml-syntax 2:4-2:5", "a key cannot stand here: the value above already began as text",
      "此处不能有键：上面的值已是文字", help: "indent the keys of one level alike"),
    Example(
      "a:\n    b: 1\n  c: 2", "yaml-syntax 3:3-3:4", "this line does not fit the keys begun in line 1",
      "此行与第 1 行开始的键不符", help: "indent the keys of one level alike"),
    Example(
      "- a\nb: 1", "yaml-syntax 2:1-2:2", "this line does not fit the list begun in line 1", "此行与第 1 行开始的列表不符",
      help: "begin each item with `- `, all indented alike"),
    Example(
      "a: 1\n- b", "yaml-syntax 2:1-2:2", "a list item stands among keys", "键之间出现了列表项",
      help: "indent the list below the key that it belongs to"),
    Example(
      "a: - b", "yaml-syntax 1:4-1:5", "a list cannot begin in the line of its key", "列表不能与键写在同一行",
      help: "begin it in the next line; put text that begins with `- ` in quotes"),
    Example(
      "a: 1\n年龄\nb: 2", "yaml-syntax 2:1-2:3", "`年龄` stands where a key is expected, without `:`",
      "此处应为键，`年龄` 后没有 `:`", help: "write `key: value`"),
    Example(
      "{a: : 1}", "yaml-syntax 1:5-1:6", "no key stands before this `:`", "`:` 前没有键", help: nil),
    Example(
      "{a:{b: 1}}", "missing-space 1:3-1:4", "`:` needs a space after it", "`:` 后须有空格", help: "write `key: value`"),
    Example(
      "%YAML 1.3\n--- a", "yaml-syntax 1:1-1:2", "only YAML 1.1 and 1.2 are read", "只能读取 YAML 1.1 和 1.2",
      help: "remove the line `%YAML`"),
  ])
  func isToldToTheAuthor(example: Example) throws {
    let found = problems(example.text)
    #expect(found.map(\.summary) == [example.summary])
    #expect(found.first?.message == Wording(en: example.en, zh: example.zh))
    #expect(found.first?.help?.en == example.help)
    #expect((found.first?.help?.zh == nil) == (example.help == nil))
  }
}

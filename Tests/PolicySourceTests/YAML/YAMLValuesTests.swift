import PolicySource
import Testing

/// YAML 1.2 core: what is written stays as it was written.
@Suite struct YAMLValuesTests {
  @Test(arguments: [
    "no", "on", "yes", "off", "0o17", "017", "1:30", "1.10", "1_000", "2024-01-01", ".inf", "+1", "1e3",
  ])
  func aPlainWordStaysAsItWasWritten(word: String) throws {
    guard case .scalar(let scalar)? = try read("a: \(word)").root["a"]?.kind else { return #expect(Bool(false)) }
    #expect(scalar.text == word)
    #expect(scalar.isPlain)
    #expect(scalar.boolean == nil)
    #expect(!scalar.isNull)
  }

  @Test(arguments: ["", " ~", " null", " Null", " NULL"])
  func nothingIsNull(written: String) throws {
    #expect(try read("a:\(written)\nb: 1").root["a"]?.isNull == true)
  }

  @Test(arguments: ["''", "\"null\"", "nuLL", "!!str null", "! ~", "|\n  null"])
  func textIsNeverNull(written: String) throws {
    #expect(try read("a: \(written)").root["a"]?.isNull == false)
  }

  @Test(arguments: [("true", true), ("True", true), ("TRUE", true), ("false", false), ("FALSE", false)])
  func trueAndFalseAreBooleans(written: String, value: Bool) throws {
    guard case .scalar(let scalar)? = try read("a: \(written)").root["a"]?.kind else { return #expect(Bool(false)) }
    #expect(scalar.boolean == value)
    guard case .scalar(let quoted)? = try read("a: '\(written)'").root["a"]?.kind else { return #expect(Bool(false)) }
    #expect(quoted.boolean == nil)
  }

  @Test(arguments: [
    ("a: !!str 12", "{a: '12'}"),
    ("a: !!seq [1]", "{a: [1]}"),
    ("a: !!map {b: 1}", "{a: {b: 1}}"),
    ("a: |\n  x\n  y\n", "{a: 'x\ny\n'}"),
    ("a: >\n  x\n  y\n\n  z\n", "{a: 'x y\nz\n'}"),
    ("a: \"\\u5e74\\U0001F600\\x41\\/\\n\"", "{a: '年😀A/\n'}"),
    ("a: 'it''s'", "{a: 'it's'}"),
    ("? a\n: b", "{a: b}"),
    ("? a\n", "{a: }"),
    ("- - 1\n  - 2\n- {a: b, 'c': }", "[[1, 2], {a: b, 'c': }]"),
    ("--- a: \"b\"", ""),
    ("---\na: b\n...\n# the end\n", "{a: b}"),
    ("%YAML 1.2\n---\na: b", "{a: b}"),
    ("a: http://x.cn/y#z", "{a: http://x.cn/y#z}"),
    ("a: “引号”，逗号：冒号", "{a: “引号”，逗号：冒号}"),
    ("a: &x 1\n*x : 2", "{a: 1, 1: 2}"),
    ("{\"a\":1}", "{'a': 1}"),
    ("-60", "-60"),
    ("1:30", "1:30"),
    ("text", "text"),
  ])
  func aDocumentReadsAs(text: String, outline: String) {
    #expect((try? read(text).root.outline) ?? "" == outline)
  }
}

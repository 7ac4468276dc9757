import PolicySource
import Testing

/// RFC 8259, strictly.
@Suite struct JSONReaderTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-0", "12", "-1.5", "1e5", "1E+5", "1.25e-400", "123456789012345678901234567890",
    "[]", "[1]", "[[],[]]", "[1,2]", "[true,null]",
  ])
  func isReadAndKeepsItsDigits(text: String) throws {
    #expect(try read(text, as: .json).root.outline == text.replacing(",", with: ", "))
  }

  @Test(arguments: [
    (#""""#, "''"), (#""年龄""#, "'年龄'"), (#""a\"b\\c\/d""#, "'a\"b\\c/d'"), (#""\b\f\n\r\t""#, "'\u{8}\u{C}\n\r\t'"),
    (#""\u5e74\u0000\uFFFF""#, "'年\0\u{FFFF}'"), (#""\uD83D\uDE00\udbff\udfff""#, "'😀\u{10FFFF}'"),
    ("\"\u{7F}\u{85}\u{2028}\u{FEFF}\"", "'\u{7F}\u{85}\u{2028}\u{FEFF}'"), (" \t\r\n[ 1 ,\n2 ] \n", "[1, 2]"),
    (#"{"a":1,"b":{"c":[]}}"#, "{'a': 1, 'b': {'c': []}}"), (#"{"":0}"#, "{'': 0}"), ("\u{FEFF}1", "1"),
    (#"{ "a" : "x" }"#, "{'a': 'x'}"), (#"["a","b"]"#, "['a', 'b']"),
  ])
  func readsAs(text: String, outline: String) throws {
    #expect(try read(text, as: .json).root.outline == outline)
  }

  @Test(arguments: [
    ("", "empty-document 1:1-1:1", "the document is empty"),
    ("[", "json-syntax 1:2-1:2", "the document ends where a value is expected"),
    ("[1", "json-syntax 1:3-1:3", "the document ends where `,` or `]` is expected"),
    ("[1,", "json-syntax 1:4-1:4", "the document ends where a value is expected"),
    ("[1,]", "json-syntax 1:3-1:4", "a comma stands before `]`"),
    ("[1 2]", "json-syntax 1:4-1:5", "expected `,` or `]`, found `2`"),
    ("[,1]", "json-syntax 1:2-1:3", "expected a value, found `,`"),
    ("[1,,2]", "json-syntax 1:4-1:5", "expected a value, found `,`"),
    ("]", "json-syntax 1:1-1:2", "expected a value, found `]`"),
    ("1 2", "json-syntax 1:3-1:4", "expected the end of the document, found `2`"),
    ("{}}", "json-syntax 1:3-1:4", "expected the end of the document, found `}`"),
    ("{", "json-syntax 1:2-1:2", "the document ends where a key in double quotes is expected"),
    ("{\"a\"", "json-syntax 1:5-1:5", "the document ends where `:` is expected"),
    ("{\"a\" 1}", "json-syntax 1:6-1:7", "expected `:`, found `1`"),
    ("{\"a\":}", "json-syntax 1:6-1:7", "expected a value, found `}`"),
    ("{\"a\":1,}", "json-syntax 1:7-1:8", "a comma stands before `}`"),
    ("{\"a\":1 \"b\":2}", "json-syntax 1:8-1:9", "expected `,` or `}`, found `\"`"),
    ("{a:1}", "json-syntax 1:2-1:3", "expected a key in double quotes, found `a`"),
    ("{1:1}", "json-syntax 1:2-1:3", "expected a key in double quotes, found `1`"),
    ("NaN", "json-syntax 1:1-1:4", "expected a value, found `NaN`"),
    ("-Infinity", "json-syntax 1:2-1:3", "expected a digit, found `I`"),
    ("True", "json-syntax 1:1-1:5", "expected a value, found `True`"),
    ("[nul]", "json-syntax 1:2-1:5", "expected a value, found `nul`"),
    ("undefined", "json-syntax 1:1-1:10", "expected a value, found `undefined`"),
    ("+1", "json-syntax 1:1-1:2", "expected a value, found `+`"),
    ("01", "json-syntax 1:2-1:3", "expected the end of the number, found `1`"),
    ("-01", "json-syntax 1:3-1:4", "expected the end of the number, found `1`"),
    ("1.", "json-syntax 1:3-1:3", "the document ends where a digit is expected"),
    (".5", "json-syntax 1:1-1:2", "expected a value, found `.`"),
    ("1.5.2", "json-syntax 1:4-1:5", "expected the end of the number, found `.`"),
    ("1e", "json-syntax 1:3-1:3", "the document ends where a digit is expected"),
    ("1e+x", "json-syntax 1:4-1:5", "expected a digit, found `x`"),
    ("0x10", "json-syntax 1:2-1:3", "expected the end of the number, found `x`"),
    ("１", "json-syntax 1:1-1:2", "expected a value, found `１`"),
    ("'a'", "json-syntax 1:1-1:2", "expected a value, found `'`"),
    ("\"a", "json-syntax 1:1-1:2", "this string is never closed"),
    ("\"a\\", "json-syntax 1:3-1:4", "`\\` is no escape that JSON knows"),
    ("\"a\\\"", "json-syntax 1:1-1:2", "this string is never closed"),
    ("\"a\nb\"", "json-syntax 1:3-2:1", "`\\n` stands in a string as it is"),
    ("\"\t\"", "json-syntax 1:2-1:3", "`\\t` stands in a string as it is"),
    ("\"\0\"", "json-syntax 1:2-1:3", "`\\u{0}` stands in a string as it is"),
    ("[\0]", "json-syntax 1:2-1:3", "expected a value, found `\\u{0}`"),
    ("\"\\x41\"", "json-syntax 1:2-1:4", "`\\x` is no escape that JSON knows"),
    ("\"\\'\"", "json-syntax 1:2-1:4", "`\\'` is no escape that JSON knows"),
    ("\"\\u12G4\"", "json-syntax 1:2-1:4", "`\\u` is no escape that JSON knows"),
    ("\"\\u+123\"", "json-syntax 1:2-1:4", "`\\u` is no escape that JSON knows"),
    ("\"\\u123", "json-syntax 1:2-1:4", "`\\u` is no escape that JSON knows"),
    ("\"年\\ud83d\"", "json-syntax 1:3-1:9", "`\\ud83d` is half of a character"),
    ("\"\\ude00\"", "json-syntax 1:2-1:8", "`\\ude00` is half of a character"),
    ("\"\\ud83d\\u0041\"", "json-syntax 1:2-1:14", "`\\ud83d` is half of a character"),
    ("\"\\ud83dx\"", "json-syntax 1:2-1:8", "`\\ud83d` is half of a character"),
    ("1 // one", "json-syntax 1:3-1:4", "expected the end of the document, found `/`"),
    ("[1, # one\n2]", "json-syntax 1:5-1:6", "expected a value, found `#`"),
    ("[1，2]", "json-syntax 1:3-1:4", "expected `,` or `]`, found `，`"),
    ("{\"a\"：1}", "json-syntax 1:5-1:6", "expected `:`, found `：`"),
    ("{“a”:1}", "json-syntax 1:2-1:3", "expected a key in double quotes, found `“`"),
    ("\u{A0}1", "json-syntax 1:1-1:2", "expected a value, found `\u{A0}`"),
    ("1\u{FEFF}", "json-syntax 1:2-1:3", "expected the end of the document, found `\\u{FEFF}`"),
    ("[\n  1,\r\n  x]", "json-syntax 3:3-3:4", "expected a value, found `x`"),
  ])
  func isRefusedAtItsPlace(text: String, summary: String, message: String) {
    let found = problems(text, as: .json)
    #expect(found.map(\.summary) == [summary])
    #expect(found.first?.message.en == message)
    #expect(found.first?.message.zh?.isEmpty == false)
  }

  @Test(arguments: [
    ("{'a': 1}", "JSON strings stand in double quotes `\"`"), ("[1] // x", "JSON has no comments"),
    ("[1，2]", "write `,`"), ("{\"a\"：1}", "write `:`"), ("[1,]", "remove the last comma"),
    ("[007]", "a number has no zero before its first digit"), ("\"\\d\"", "write `\\\\` for a backslash"),
    ("\"\\ud83d\"", "write the character itself"), ("\"\n\"", "write it as an escape, such as `\\n`"),
  ])
  func helps(text: String, help: String) {
    #expect(problems(text, as: .json).first?.help?.en == help)
  }

  @Test func everyKeyThatStandsTwiceIsTold() {
    let found = problems("{\"a\": 1,\n \"a\": 2, \"b\": {\"c\": 1, \"\\u0063\": 2}}", as: .json)
    #expect(found.map(\.summary) == ["duplicate-key 2:2-2:5", "duplicate-key 2:24-2:32"])
    #expect(found.first?.message.en == "`a` stands twice; the first is in line 1")
    let many = "{" + Array(repeating: "\"a\":1", count: 1000).joined(separator: ",") + "}"
    #expect(problems(many, as: .json).count == 100)
  }

  @Test func nestingEndsAtTheDepthLimit() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let fine = String(repeating: open, count: 64) + "1" + String(repeating: close, count: 64)
      #expect(problems(fine, as: .json).isEmpty)
      let deep = String(repeating: open, count: 100_000)
      #expect(problems(deep, as: .json).map(\.code) == ["too-deep"])
    }
    #expect(problems(String(repeating: "[", count: 99), as: .json).map(\.summary) == ["too-deep 1:65-1:66"])
  }

  @Test func theNodeLimitIsHeld() {
    var limits = ReadingLimits()
    limits.nodes = 3
    #expect(problems("[1,2]", as: .json, limits: limits).isEmpty)
    #expect(problems("[1,2,3]", as: .json, limits: limits).map(\.summary) == ["too-many-nodes 1:6-1:7"])
  }

  @Test(arguments: [
    ("{\"a\": \"年龄\"}", "1:7-1:11"), ("{\"a\":\n [1,\n 2]}", "2:2-3:4"), ("{\"a\": -1.5e3}", "1:7-1:13"),
  ])
  func aValueStandsWhereItWasWritten(text: String, places: String) throws {
    #expect(try read(text, as: .json).root["a"]?.location.places == places)
  }

  /// Which reader a document gets.
  @Test(arguments: [
    ("x.json", "[a]", "json-syntax 1:2-1:3"), ("x.JSON", "a: 1", "json-syntax 1:1-1:2"),
    ("x.yaml", "[\"a\", b]", ""), ("x.yml", "{\"a\": 1, b: 2}", ""), ("<stdin>", "{\"a\": 1}", ""),
    ("<stdin>", "{\"a\": 1, b: 2}", "json-syntax 1:10-1:11"),
    ("<stdin>", "{\"a\": 1, \"a\": 2}", "duplicate-key 1:10-1:13"),
    ("<stdin>", "[\"a\" \"b\"]", "json-syntax 1:6-1:7"), ("<stdin>", "a: [", "yaml-syntax 1:4-1:5"),
    ("<stdin>", "{a: 1}", ""), ("<stdin>", "[\"\\ud83d\\ude00\"]", ""), ("x.txt", "[]", ""),
  ])
  func theNameOrTheTextTellsTheFormat(name: String, text: String, summary: String) {
    var found = ""
    do throws(Unreadable) {
      _ = try Document.read(Array(text.utf8), file: name)
    } catch {
      found = error.diagnostics.map(\.summary).joined()
    }
    #expect(found == summary)
  }
}

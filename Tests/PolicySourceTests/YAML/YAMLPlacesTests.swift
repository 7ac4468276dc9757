import PolicySource
import Testing

/// Where the nodes of a YAML document begin and end, as an editor shows it.
@Suite struct YAMLPlacesTests {
  @Test(arguments: [
    ("a: plain", "1:4-1:9"),
    ("年龄: 六十岁", "1:5-1:8"),
    ("a: \"双引号\"", "1:4-1:9"),
    ("a: 'single'  # comment", "1:4-1:12"),
    ("a: |\n  one\n  two\n\nb: 1", "1:4-3:6"),
    ("a: >-\n  one\n  two\n# comment\n", "1:4-3:6"),
    ("a: one\n  two\nb: 1", "1:4-2:6"),
    ("a: [1, 2]\n", "1:4-1:10"),
    ("a: {x: 1}\n", "1:4-1:10"),
    ("a: [1,\n  2\n  ]\n", "1:4-3:4"),
    ("a:\n  - 1\n  - 2\n\n# comment\nb: 3", "2:3-3:6"),
    ("a:\n- 1\n- 2\nb: 3", "2:1-3:4"),
    ("a:\n  b: 1\n  c: |\n    x\n\n\nd: 1", "2:3-4:6"),
    ("a:\nb: 1", "1:3-1:3"),
    ("a: \nb: 1", "1:3-1:3"),
    ("a: \"\"", "1:4-1:6"),
    ("a: \"x\\ty\"", "1:4-1:10"),
    ("a: &mark text", "1:10-1:14"),
    ("a: !!str 12", "1:10-1:12"),
    ("a: &mark !!str\n  'text'", "2:3-2:9"),
    ("a: &mark\nb: 1", "1:9-1:9"),
    ("\u{FEFF}a: text", "1:4-1:8"),
    ("a:\ttext", "1:4-1:8"),
    ("a: 😀x", "1:4-1:6"),
  ])
  func aValueStandsWhereItWasWritten(text: String, places: String) throws {
    let document = try read(text)
    #expect(document.root["a"]?.location.places ?? document.root["年龄"]?.location.places == places)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func anyLineEndCountsOnce(lineEnd: String) throws {
    let document = try read(["a: 1", "b:", "  - 年龄", "  - x"].joined(separator: lineEnd) + lineEnd)
    #expect(document.root["b"]?.items.map(\.location.places) == ["3:5-3:7", "4:5-4:6"])
    #expect(document.root.location.places == "1:1-4:6")
  }

  /// libyaml counts the mark as a column, and the second line would not fit the first.
  @Test func aByteOrderMarkIndentsNothing() throws {
    let document = try read("\u{FEFF}a: 1\r\nb:\r\n- 2\r\n")
    #expect(document.root.outline == "{a: 1, b: [2]}")
    #expect(document.root.items.map(\.location.places) == ["1:4-1:5", "3:1-3:4"])
    #expect(problems("\u{FEFF}a: 1\nb: c: d").map(\.summary) == ["yaml-syntax 2:5-2:6"])
  }

  @Test func aKeyHasItsOwnPlace() throws {
    guard case .mapping(let pairs) = try read("a: 1\n\"年 龄\": 2").root.kind else { return #expect(Bool(false)) }
    #expect(pairs.map(\.key.location.places) == ["1:1-1:2", "2:1-2:6"])
  }

  @Test func anAliasStandsWhereItsAnchorIs() throws {
    let document = try read("a: &x [1]\nb: *x\nc:\n  d: *x\n")
    #expect(document.root["b"]?.outline == "[1]")
    #expect(document.root["b"]?.location.places == "1:4-1:10")
    #expect(document.root["c"]?.location.places == "4:3-4:8")
  }

  @Test func theFileIsNamedAsItWasGiven() throws {
    #expect(try Document.read(Array("a: 1".utf8), file: "<stdin>").root.location.file == "<stdin>")
  }
}

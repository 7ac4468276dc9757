import PolicySource
import Testing

/// From a place in a scalar's text to the place in the file.
@Suite struct ScalarMapTests {
  /// Where the first `龄` of the value stands; the one after the last code point is its end.
  @Test(arguments: [
    ("a: 年龄", "1:5-1:6"),
    ("a: '年龄'", "1:6-1:7"),
    ("a: \"年龄\"", "1:6-1:7"),
    ("a: 'it''s 年龄'", "1:12-1:13"),
    ("a: \"\\t\\\"年龄\"", "1:10-1:11"),
    ("a: \"\\u5e74龄\"", "1:11-1:12"),
    ("a: \"年\\u9f84\"", "1:6-1:12"),
    ("a: \"\\x41\\U0001F600龄\"", "1:19-1:20"),
    ("a: \"年\n  龄\"", "2:3-2:4"),
    ("a: \"年 \\\n   龄\"", "2:4-2:5"),
    ("a: \"年\\\n\n\n   龄\"", "4:4-4:5"),
    ("a: '年\n\n  龄'", "3:3-3:4"),
    ("a: 年\n  龄", "2:3-2:4"),
    ("a: 年\r\n\r\n  龄", "3:3-3:4"),
    ("a: 年  \n \t \n  x 龄", "3:5-3:6"),
    ("a: |\n  年\n  龄\n", "3:3-3:4"),
    ("a: |\n\n   年\n\n    龄\n", "5:5-5:6"),
    ("a: |2-  # comment\n    年\n  龄\n", "3:3-3:4"),
    ("a: |+\n  年\n\n  龄\n\n", "4:3-4:4"),
    ("a: >\n  年\n  x 龄\n", "3:5-3:6"),
    ("a: >-\n  年\n\n\n    x\n  龄\n", "6:3-6:4"),
    ("a: >+2\r\n  年\r\n    x\r\n  龄\r\n", "4:3-4:4"),
    ("a: &mark 年龄", "1:11-1:12"),
    ("a: !!str\n  \"年龄\"", "2:5-2:6"),
    ("\u{FEFF}a: 年龄", "1:5-1:6"),
  ])
  func aCharacterIsFoundInTheFile(text: String, places: String) throws {
    let document = try read(text)
    let node = try #require(document.root["a"])
    let characters = Array(try #require(node.text).unicodeScalars)
    let offset = try #require(characters.firstIndex(of: "龄"))
    #expect(document.location(of: Span(offset, offset + 1), in: node).places == places)
  }

  @Test(arguments: [
    ("a: 'abc'", Span(0, 3), "1:5-1:8"),
    ("a: 'abc'", Span(3, 3), "1:8-1:8"),
    ("a: 'abc'", Span(1, 99), "1:6-1:8"),
    ("a: 'abc'", Span(50, 99), "1:8-1:8"),
    ("a: 'abc'", Span(-5, 1), "1:5-1:6"),
    ("a: ''", Span(0, 1), "1:5-1:5"),
    ("a:", Span(0, 0), "1:3-1:3"),
    ("a: ab\n  cd", Span(1, 4), "1:5-2:4"),
    ("a: ab\n  cd", Span(2, 3), "1:6-2:1"),
    ("a: |\n  ab\n", Span(2, 3), "2:5-3:1"),
    ("a: |\n  ab\n", Span(3, 3), "3:1-3:1"),
    ("a: [b]", Span(0, 1), "1:4-1:4"),
  ])
  func aStretchIsFoundInTheFile(text: String, span: Span, places: String) throws {
    let document = try read(text)
    let node = try #require(document.root["a"])
    #expect(document.location(of: span, in: node).places == places)
  }

  @Test func aPairOfSurrogatesIsOneCharacter() throws {
    let document = try read(#"{"a": "x\ud83d\ude00\u9f84!"}"#, as: .json)
    let node = try #require(document.root["a"])
    #expect(node.text == "x😀龄!")
    #expect(
      (0..<4).map { document.location(of: Span($0, $0 + 1), in: node).places } == [
        "1:8-1:9", "1:9-1:21", "1:21-1:27", "1:27-1:28",
      ])
  }
}

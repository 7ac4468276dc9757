import PolicySource
import TestSupport
import Testing

@Suite("The style of YAML documents")
struct YAMLFormatTests {
  /// Each a document as somebody wrote it, and in the style.
  static let examples: [(name: String, before: String, after: String)] = [
    ("one space after a colon", "a:   1\nb :  2\n", "a: 1\nb: 2\n"),
    ("two columns a level", "a:\n     b:\n       c: 1\n", "a:\n  b:\n    c: 1\n"),
    ("lists stand below their key", "a:\n- 1\n-   2\n", "a:\n  - 1\n  - 2\n"),
    (
      "entries of an item line up", "a:\n  -    b: 1\n       c: 2\n  - d: 3\n",
      "a:\n  - b: 1\n    c: 2\n  - d: 3\n"
    ),
    ("braces have spaces inside, brackets none", "a: {b: 1,c:   [ 1,2 ]}\nd: { }\n", "a: { b: 1, c: [1, 2] }\nd: {}\n"),
    ("a comment stands apart", "#x\na: 1 #y\n", "# x\na: 1  # y\n"),
    ("comments keep their column", "a: 1     # x\nbcd: 2   # y\n", "a: 1     # x\nbcd: 2   # y\n"),
    (
      "a comment moves with its neighbours", "a:\n    # first\n    b: 1\n    # last\nc: 2\n",
      "a:\n  # first\n  b: 1\n  # last\nc: 2\n"
    ),
    ("a `#` in text is none", "a: x#y\nb: \"# z\"\n", "a: x#y\nb: \"# z\"\n"),
    ("one empty line at most, none at either end", "\n\na: 1\n\n\n\nb: 2\n\n", "a: 1\n\nb: 2\n"),
    ("no blanks at the end of a line", "a: 1  \nb: 2\t\n", "a: 1\nb: 2\n"),
    (
      "a block keeps its own shape", "a: |\n      one\n        two\n\n      three\nb: 1\n",
      "a: |\n  one\n    two\n\n  three\nb: 1\n"
    ),
    ("a block with a number in its header stays", "a: |1\n   x\n", "a: |1\n   x\n"),
    (
      "text over several lines", "a:\n b: one\n     two\n c: \"x\n  y\"\n", "a:\n  b: one\n    two\n  c: \"x\n    y\"\n"
    ),
    (
      "braces over several lines", "a: {\n b: 1,\n       c: 2\n   }\nd: [ 1,\n 2 ]\n",
      "a: {\n  b: 1,\n  c: 2\n}\nd: [1,\n  2]\n"
    ),
    ("Windows line ends become one", "a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
    ("an empty value", "a:\nb:  \n", "a:\nb:\n"),
    (
      "what an alias repeats is laid out once", "a: &x\n  b:\n    c: 1\nd:\n  e:\n    f: *x\n  g:\n    - *x\n",
      "a: &x\n  b:\n    c: 1\nd:\n  e:\n    f: *x\n  g:\n    - *x\n"
    ),
    ("anchors and aliases stay", "a: &x  { b: 1 }\nc: *x\n", "a: &x  { b: 1 }\nc: *x\n"),
  ]

  @Test(arguments: examples)
  func format(_ example: (name: String, before: String, after: String)) throws {
    let document = try Document.read(Array(example.before.utf8), file: "a.yaml")
    #expect(document.formattedText == example.after)
    let again = try Document.read(Array(example.after.utf8), file: "a.yaml")
    #expect(again.formattedText == example.after, "not idempotent")
    #expect(again.root.saysSame(as: document.root))
  }

  @Test("whatever can be read says the same afterwards, and is in the style")
  func random() throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    var (read, unformatted) = (0, 0)
    for number in 0..<RandomTesting.cases(default: 2000) {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        String(repeating: " ", count: Int.random(in: 0...5, using: &random))
          + (0..<Int.random(in: 1...5, using: &random)).map { _ in Self.tokens.randomElement(using: &random) ?? "" }
          .joined(separator: Bool.random(using: &random) ? " " : "")
      }.joined(separator: "\n")
      guard let document = try? Document.read(Array(text.utf8), file: "a.yaml") else { continue }
      read += 1
      let label: Comment = "seed \(RandomTesting.seed), case \(number): \(text.debugDescription)"
      guard let formatted = document.formattedText else {
        unformatted += 1
        continue
      }
      let again = try Document.read(Array(formatted.utf8), file: "a.yaml")
      #expect(again.root.saysSame(as: document.root), label)
      #expect(again.formattedText == formatted, label)
    }
    #expect(read > 100)
    #expect(unformatted * 50 < read, "\(unformatted) of \(read) could not be formatted")
  }

  private static let tokens = [
    "a:", "b:", "年龄:", "- ", "-", "{", "}", "[", "]", ",", "x", "1", "# c", "\"q\"", "'s'", "|", ">-", "&n", "*n",
    "!!str",
    "?", ":", "~", "  ", "text here", "x#y",
  ]
}

import TestSupport
import Testing

@testable import Huimin

@Suite("The style of policy files")
struct PolicyFormatTests {
  @Test("is that of every shipped policy and test file", arguments: KeyLanguageTests.files)
  func shippedFilesAreFormatted(_ path: String) throws {
    let bytes = try SourceFile.read(path)
    #expect(try PolicyFormat.text(of: Document.read(bytes, file: path)) == String(decoding: bytes, as: UTF8.self))
  }

  @Test("is found again from any layout, and says the same", arguments: KeyLanguageTests.files)
  func restoresTheStyle(_ path: String) throws {
    let bytes = try SourceFile.read(path)
    let wanted = try PolicyFormat.text(of: Document.read(bytes, file: path))
    var random = SplitMix64(seed: RandomTesting.seed)
    for number in 0..<RandomTesting.cases(default: 5) {
      let messy = Self.mess(wanted, &random)
      let document = try Document.read(Array(messy.utf8), file: path)
      #expect(try PolicyFormat.text(of: document) == wanted, "seed \(RandomTesting.seed), case \(number)")
    }
  }

  /// The same document, badly laid out: other indentation, empty lines, blanks at the ends of lines.
  static func mess(_ text: String, _ random: inout SplitMix64) -> String {
    let step = Int.random(in: 2...5, using: &random)
    var lines: [String] = []
    // Within a block the lines keep their places among themselves, for they are part of the text.
    var block: (old: Int, new: Int)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      if let inside = block, line.isEmpty || indent > inside.old {
        lines.append(
          line.isEmpty ? "" : String(repeating: " ", count: inside.new + indent - inside.old) + line.dropFirst(indent))
        continue
      }
      block = line.hasSuffix("|") || line.hasSuffix(">-") || line.hasSuffix(">") ? (indent, indent / 2 * step) : nil
      var rest = line.dropFirst(indent)
      // The entries of an item line up with the first, which stands behind the dash.
      if rest.hasPrefix("- ") { rest = "-" + String(repeating: " ", count: step - 1) + rest.dropFirst(2) }
      lines.append(String(repeating: " ", count: indent / 2 * step) + rest)
      if line.isEmpty, Bool.random(using: &random) { lines += ["", ""] }
    }
    // Behind a brace of YAML blanks are never part of a text.
    for position in lines.indices where lines[position].hasSuffix(" }") {
      if Int.random(in: 0..<4, using: &random) == 0 { lines[position] += "  " }
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  @Test("refuses a record, and a file of two languages")
  func refuses() throws {
    #expect(throws: Unreadable.self) { try PolicyFormat.text(of: Document.read(Array("age: 3".utf8), file: "a.yaml")) }
    let mixed = "政策: a\n标题: b\n有效期: 2026-01-01..\nfacts: { 年龄: 年数 }\n"
    let document = try Document.read(Array(mixed.utf8), file: "a.yaml")
    let error = #expect(throws: Unreadable.self) { try PolicyFormat.text(of: document, keys: .en) }
    #expect(error?.diagnostics.map(\.code) == ["mixed-languages"])
  }
}

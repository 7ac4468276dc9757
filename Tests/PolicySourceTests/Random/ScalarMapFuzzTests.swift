import PolicySource
import Testing

@testable import struct PolicySource.LineIndex
@testable import struct PolicySource.ScalarMap

/// Random texts in every style: each character of the text is found where it stands in the file.
@Suite struct ScalarMapFuzzTests {
  enum Style: CaseIterable { case plain, single, double, literal, folded }

  @Test(arguments: Style.allCases)
  func everyCharacterStandsWhereTheMapSays(style: Style) {
    var random = SplitMix64(seed: RandomTesting.seed)
    var readable = 0
    for number in 0..<RandomTesting.cases(default: 2000) {
      let text = document(style, &random)
      guard let document = try? read(text), let node = document.root["a"]?["b"], let content = node.text else {
        continue
      }
      readable += 1
      let lines = LineIndex(text, file: "p.yaml")
      let map = ScalarMap(node, in: lines)
      let about = Comment(rawValue: "seed \(RandomTesting.seed), case \(number): \(text.debugDescription)")
      #expect(map.isExact, about)
      var last = 0
      for (offset, scalar) in content.unicodeScalars.enumerated() {
        let span = map.source(of: Span(offset, offset + 1))
        #expect(span.start >= last && span.end > span.start, about)
        last = span.end
        // Folds and escapes look different in the file; everything else is itself.
        if span.end - span.start == 1, lines[span.start] != "\n", lines[span.start] != "\r" {
          #expect(lines[span.start] == scalar, about)
        } else {
          let source = lines.string(span.start..<span.end)
          #expect(source.first == "\\" || source == "''" || scalar == " " || scalar == "\n", about)
        }
      }
      #expect(map.source(of: Span(last, last + 9)).end >= last || content.isEmpty, about)
    }
    // Most random texts of a style are valid; a broken generator would test nothing.
    #expect(readable > 0)
  }

  private func document(_ style: Style, _ random: inout SplitMix64) -> String {
    let lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let properties = ["", "", "&x ", "!!str ", "&x !!str\n     "].randomElement(using: &random) ?? ""
    let start = ["", "\u{FEFF}", "# c\n", "x: 1\n"].randomElement(using: &random) ?? ""
    let body =
      switch style {
      case .plain: words(["年", "龄", "x", "1", "\"", "'", "\\", "#", "：", "😀", "-"], join: true, &random)
      case .single: "'" + words(["年", "x", "''", "\"", "\\", "#", ": ", "😀"], join: true, &random) + "'"
      case .double:
        "\""
          + words(
            ["年", "x", "'", "\\\"", "\\n", "\\u5e74", "\\x41", "\\U0001F600", "\\ ", "\\\n   ", "\\\t", "#"],
            join: true, &random) + "\""
      case .literal: "|" + block(&random)
      case .folded: ">" + block(&random)
      }
    let text = "\(start)a:\n  c: 1\n  b: \(properties)\(body)\n  d: 2\n"
    return text.replacing("\n", with: lineEnd)
  }

  /// Words with blanks and line ends between them.
  private func words(_ pieces: [String], join: Bool, _ random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...10, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
      if Int.random(in: 0..<3, using: &random) == 0 {
        text +=
          [" ", "  ", "\t", "\n    ", " \n\n    ", "\n \n\n     ", " \t\n   \t"].randomElement(using: &random) ?? ""
      }
    }
    return text
  }

  private func block(_ random: inout SplitMix64) -> String {
    var text = ["", "-", "+"].randomElement(using: &random) ?? ""
    let hasIndicator = Bool.random(using: &random)
    if hasIndicator { text += "2" }
    text += ["\n", "  # comment - +\n", " \n"].randomElement(using: &random) ?? "\n"
    for _ in 0..<Int.random(in: 0...7, using: &random) {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: text += "\n"
      case 1: text += String(repeating: " ", count: Int.random(in: 0...4, using: &random)) + "\n"
      case 2: text += "      more\t \n"
      case 3 where hasIndicator: text += "     龄\n"
      case 3: text += "    \ttab\n"
      default: text += "    年 x  # no comment '\"\\ \n"
      }
    }
    return text
  }
}

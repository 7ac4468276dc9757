import Diagnostics
import FEEL
import PolicySource

/// Texts with expressions in them.
extension Reader {
  /// Text with `{expression}` in it, in one or both languages.
  mutating func template(_ node: Node?, of what: Wording) -> WrittenTemplate? {
    guard let node else { return nil }
    guard case .mapping = node.kind else {
      guard let written = written(node, of: what) else { return nil }
      let pieces = self.pieces(of: written)
      return WrittenTemplate(en: pieces, zh: pieces)
    }
    let entries = self.entries(node, of: what)
    refuseUnknown(entries, allowing: Key.languages, in: what)
    let en = entries["en"].flatMap { written($0, of: what) }.map { pieces(of: $0) }
    let zh = entries["zh"].flatMap { written($0, of: what) }.map { pieces(of: $0) }
    return WrittenTemplate(en: en ?? zh, zh: zh ?? en)
  }

  mutating func pieces(of written: Written) -> [WrittenTemplate.Piece] {
    let scalars = Array(written.text.unicodeScalars)
    if let brace = scalars.firstIndex(where: { $0 == "｛" || $0 == "｝" }) {
      report(
        "full-width-punctuation", at: written.location(of: Span(brace, brace + 1)), en: "this brace is full-width",
        zh: "花括号是全角的", help: Wording(en: "write the half-width `{` and `}`", zh: "用半角 `{` 和 `}`"))
    }
    var pieces: [WrittenTemplate.Piece] = []
    var start = 0
    func text(_ from: Int, _ to: Int) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[from..<to])
      return String(view)
    }
    while let open = scalars[start...].firstIndex(of: "{") {
      guard let close = scalars[open...].firstIndex(of: "}") else {
        report(
          "unclosed-brace", at: written.location(of: Span(open, open + 1)), en: "this `{` is never closed",
          zh: "`{` 没有对应的 `}`")
        break
      }
      if open > start { pieces.append(.text(text(start, open))) }
      pieces.append(.expression(text(open + 1, close), scalar: written, offset: open + 1))
      start = close + 1
    }
    if start < scalars.count { pieces.append(.text(text(start, scalars.count))) }
    return pieces
  }
}

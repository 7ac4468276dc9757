import Huimin

/// Candidates of a completion, listed in columns from top to bottom.
enum CandidateColumns {
  /// More at once than anybody reads are counted, not shown.
  private static let most = 200

  static func text(_ candidates: [String], width: Int) -> String {
    let shown = candidates.prefix(most).map(Quotation.visible)
    let column = (shown.map { TextWidth.of($0) }.max() ?? 0) + 2
    let perLine = max(1, (width + 1) / column)
    let lines = (shown.count + perLine - 1) / perLine
    var text = ""
    for line in 0..<lines {
      let row = stride(from: line, to: shown.count, by: lines).map { shown[$0] }
      text += row.dropLast().map { TextWidth.padded($0, to: column) }.joined() + (row.last ?? "") + "\n"
    }
    return candidates.count > most ? text + "… +\(candidates.count - most)\n" : text
  }
}

/// Finds what the writer probably meant among the names that exist.
public enum Suggestion {
  /// Nobody misspells a longer word; somebody may hand one in to see how long the search takes.
  private static let longest = 200

  /// The candidate nearest to `word`, or `nil` where none is near enough to be worth saying.
  ///
  /// Nearness is the number of single code points to insert, delete, replace or swap with a neighbour. A third of the
  /// word's length may differ, and at least one code point of a word of three letters or two Chinese characters; in
  /// anything shorter only case, which never counts. Ties go to the first candidate, so the answer does not depend on
  /// hashing.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    // A Chinese character says as much as several letters.
    let isShort = wanted.count < (wanted.allSatisfy { $0.value >= 0x2E80 } ? 2 : 3)
    guard wanted.count <= longest else { return nil }
    let limit = isShort ? 0 : max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let offered = Array(candidate.lowercased().unicodeScalars)
      guard candidate != word, abs(offered.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, offered)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Optimal string alignment distance.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}

extension Suggestion {
  /// Help that names what the writer probably meant, or `nil` where nothing is near enough.
  public static func didYouMean(_ word: String, among candidates: some Sequence<String>) -> Wording? {
    nearest(to: word, among: candidates).map {
      Wording(en: "did you mean `\($0)`?", zh: "是否要写 `\($0)`？")
    }
  }
}

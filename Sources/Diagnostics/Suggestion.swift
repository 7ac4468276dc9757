/// Finds what the writer probably meant among the names that exist.
public enum Suggestion {
  /// Nobody misspells a longer word; somebody may hand one in to see how long the search takes.
  private static let longest = 200

  /// The candidate nearest to `word`, or `nil` where none is near enough to be worth saying.
  ///
  /// Nearness is the number of single code points to insert, delete, replace or swap with a neighbour. A third of the
  /// word's length may differ, and at least one code point of a word of three letters or two Chinese characters; in
  /// anything shorter only case, which never counts, nor does how a digit is written: 二, Ⅱ and 2 are the same. Ties go
  /// to the first candidate, so the answer does not depend on hashing.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    allNearest(to: word, among: candidates).first
  }

  /// The candidates nearest to `word`, all as near; none where none is near enough.
  private static func allNearest(to word: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = folded(word)
    // A Chinese character says as much as several letters.
    let isShort = wanted.count < (wanted.allSatisfy { $0.value >= 0x2E80 } ? 2 : 3)
    guard wanted.count <= longest else { return [] }
    let limit = isShort ? 0 : max(1, wanted.count / 3)
    var best: (names: [String], distance: Int) = ([], limit)
    for candidate in candidates {
      let offered = folded(candidate)
      guard candidate != word, abs(offered.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, offered)
      if distance < best.distance { best = ([], distance) }
      if distance == best.distance { best.names.append(candidate) }
    }
    return best.names
  }

  /// What counts of a text: no case, and digits in one form.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.map { scalar in
      guard scalar.value >= 0x80, let value = scalar.properties.numericValue, (0...9).contains(value),
        value == value.rounded(), let digit = Unicode.Scalar(0x30 + UInt32(value))
      else { return scalar }
      return digit
    }
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

extension Suggestion {
  /// Help where one of a closed list is wanted: the one that was probably meant, where one is clearly nearer than the
  /// others, otherwise the list, as far as it can be read at a glance.
  public static func oneOf(_ members: [String], insteadOf word: String) -> Wording {
    let nearest = allNearest(to: word, among: members)
    if nearest.count == 1 { return Wording(en: "did you mean `\(nearest[0])`?", zh: "是否要写 `\(nearest[0])`？") }
    let shown = members.prefix(mostShown).map { "`\($0)`" }
    let left = members.count - shown.count
    return Wording(
      en: "write one of \(shown.joined(separator: ", "))" + (left > 0 ? " (and \(left) more)" : ""),
      zh: "可写 \(shown.joined(separator: "、"))" + (left > 0 ? "（共 \(members.count) 个）" : ""))
  }

  /// More members than these are not read, only scrolled past.
  private static let mostShown = 8
}

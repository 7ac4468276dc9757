/// Some of the rows of a table.
struct RowSet: Hashable {
  private var words: [UInt64]

  /// No row of so many.
  init(of count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// All of so many rows.
  init(allOf count: Int) {
    self.init(of: count)
    for row in 0..<count { insert(row) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  /// How many words it takes, for the cost of walking over it.
  var width: Int { words.count }

  mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

  mutating func formUnion(_ other: RowSet) { for word in words.indices { words[word] |= other.words[word] } }

  mutating func subtract(_ other: RowSet) { for word in words.indices { words[word] &= ~other.words[word] } }

  func isDisjoint(with other: RowSet) -> Bool { words.indices.allSatisfy { words[$0] & other.words[$0] == 0 } }

  func intersection(_ other: RowSet) -> RowSet {
    var both = self
    for word in words.indices { both.words[word] &= other.words[word] }
    return both
  }

  func subtracting(_ other: RowSet) -> RowSet {
    var rest = self
    rest.subtract(other)
    return rest
  }

  /// The rows, in order.
  var rows: [Int] {
    var rows: [Int] = []
    for (position, word) in words.enumerated() {
      var left = word
      while left != 0 {
        rows.append(position << 6 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    return rows
  }
}

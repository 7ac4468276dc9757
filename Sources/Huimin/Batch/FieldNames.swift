/// The names of the fields that a batch asks for, each with its slot, found by their bytes.
struct FieldNames: Sendable {
  let names: [String]
  private let keys: [[UInt8]]

  init(_ names: [String]) {
    self.names = names
    keys = names.map { Array($0.utf8) }
  }

  /// The slot of the field whose name stands there.
  ///
  /// - Parameter hint: the slot to look at first; records mostly have their fields in one order.
  func slot(of bytes: [UInt8], _ start: Int, _ end: Int, after hint: Int) -> Int? {
    if hint < keys.count, bytes.holds(keys[hint], at: start, to: end) { return hint }
    return keys.firstIndex { bytes.holds($0, at: start, to: end) }
  }

  func slot(of name: String) -> Int? { keys.firstIndex(of: Array(name.utf8)) }
}

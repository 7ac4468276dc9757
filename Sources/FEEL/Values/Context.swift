/// A FEEL context (DMN 1.5, 10.3.2.6): named entries in the order in which they were written.
public struct Context: Sendable {
  /// The entries, each name once; names of other code points are other names, even where they look the same.
  public private(set) var entries: [(name: String, value: Value)]
  /// Where each name stands; only kept for contexts so large that a walk over the entries would show.
  private var index: [[UInt8]: Int]?

  public init() { entries = [] }

  /// A later entry replaces an earlier one of the same name, in its place.
  public init(_ entries: some Sequence<(name: String, value: Value)>) {
    self.init()
    for (name, value) in entries { self[name] = value }
  }

  /// The value of an entry, or `nil` where there is no such entry (which FEEL itself shows as null).
  public subscript(name: String) -> Value? {
    get { position(of: name).map { entries[$0].value } }
    set {
      switch (position(of: name), newValue) {
      case (let position?, let value?): entries[position].value = value
      case (nil, let value?):
        entries.append((name, value))
        index?[Array(name.utf8)] = entries.count - 1
        if index == nil, entries.count > 12 { reindex() }
      case (let position?, nil):
        entries.remove(at: position)
        if index != nil { reindex() }
      case (nil, nil): break
      }
    }
  }

  private func position(of name: String) -> Int? {
    if let index { return index[Array(name.utf8)] }
    return entries.firstIndex { $0.name.hasCodePoints(of: name) }
  }

  private mutating func reindex() {
    index = Dictionary(uniqueKeysWithValues: entries.indices.map { (Array(entries[$0].name.utf8), $0) })
  }
}

extension String {
  /// Whether both are the same code points. Swift's `==` holds canonically equivalent texts equal, which FEEL does not.
  fileprivate func hasCodePoints(of other: String) -> Bool { self == other && utf8.elementsEqual(other.utf8) }
}

/// Finds where a regular expression matches a text, one way after another, within the steps that a run allows.
struct RegexMatcher {
  private let regex: Regex
  private let text: [Unicode.Scalar]
  private let run: Run

  /// More ways to go back to than this, and places to undo, would take too much memory.
  private static let most = 4_000_000
  /// Whether the steps, or the ways that can be kept, were used up.
  private(set) var isExhausted = false

  init(_ regex: Regex, in text: [Unicode.Scalar], run: Run) {
    self.regex = regex
    self.text = text
    self.run = run
  }

  /// A match: where the whole and each group begin and end, nothing for a group that took no part.
  struct Match {
    let range: Range<Int>
    let groups: [Range<Int>?]
  }

  /// The first match from a place on.
  mutating func first(from start: Int) -> Match? {
    for start in start...max(start, text.count) {
      if let match = match(at: start) { return match }
      if isExhausted { return nil }
    }
    return nil
  }

  private mutating func match(at start: Int) -> Match? {
    var slots: [Int?] = Array(repeating: nil, count: regex.slots)
    var undo: [(slot: Int, old: Int?)] = []
    // Ways not tried yet, with how much has to be undone to go back to them.
    var ways: [(next: Int, place: Int, undo: Int)] = [(0, start, 0)]
    while let way = ways.popLast() {
      while undo.count > way.undo, let last = undo.popLast() { slots[last.slot] = last.old }
      var (next, place) = (way.next, way.place)
      walk: while true {
        guard run.spend(), ways.count + undo.count < RegexMatcher.most else {
          isExhausted = true
          return nil
        }
        switch regex.instructions[next] {
        case .character(let variants):
          guard place < text.count, reads(variants, at: place) else { break walk }
          place += 1
        case .set(let set):
          guard place < text.count, set.holds(anyOf: variants(at: place)) else { break walk }
          place += 1
        case .any:
          guard place < text.count, regex.flags.dotIsAll || text[place] != "\n" && text[place] != "\r" else {
            break walk
          }
          place += 1
        case .start:
          guard place == 0 || regex.flags.isMultiline && place < text.count && text[place - 1] == "\n" else {
            break walk
          }
        case .end:
          guard place == text.count || regex.flags.isMultiline && text[place] == "\n" else { break walk }
        case .reference(let number):
          guard let length = length(ofGroup: number, slots, at: place) else { break walk }
          place += length
        case .save(let slot):
          undo.append((slot, slots[slot]))
          slots[slot] = place
        case .progress(let slot):
          guard slots[slot] != place else { break walk }
        case .fork(let first, let second):
          ways.append((second, place, undo.count))
          next = first
          continue walk
        case .jump(let target):
          next = target
          continue walk
        case .match: return found(slots)
        }
        next += 1
      }
    }
    return nil
  }

  private func found(_ slots: [Int?]) -> Match? {
    let ranges = (0...regex.groups).map { group -> Range<Int>? in
      guard let lower = slots[2 * group], let upper = slots[2 * group + 1], lower <= upper else { return nil }
      return lower..<upper
    }
    return ranges[0].map { Match(range: $0, groups: ranges) }
  }

  private func variants(at place: Int) -> [Unicode.Scalar] {
    regex.flags.ignoresCase ? text[place].caseVariants : [text[place]]
  }

  private func reads(_ wanted: [Unicode.Scalar], at place: Int) -> Bool {
    if wanted.contains(text[place]) { return true }
    return regex.flags.ignoresCase && text[place].caseVariants.contains { wanted.contains($0) }
  }

  /// How long what a group has read is, where it stands again here; zero for a group that took no part.
  private func length(ofGroup number: Int, _ slots: [Int?], at place: Int) -> Int? {
    guard let lower = slots[2 * number], let upper = slots[2 * number + 1], lower < upper else { return 0 }
    guard upper - lower <= text.count - place, run.spend(upper - lower) else { return nil }
    for offset in 0..<(upper - lower) {
      guard reads(variants(at: lower + offset), at: place + offset) else { return nil }
    }
    return upper - lower
  }
}

/// When a region changed its offset, from a TZif file (RFC 8536), and by what rule it does after the last change listed.
struct ZoneRules: Sendable {
  private let transitions: [Int]
  private let offsets: [Int]
  private let first: Int
  /// What holds after the last change; where there is no such rule, the last offset does.
  private let later: ZoneRule?

  init?(_ bytes: [UInt8]) {
    func integer(_ position: Int, _ size: Int) -> Int? {
      guard position >= 0, position + size <= bytes.count else { return nil }
      let raw = bytes[position..<position + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return size == 8 ? Int(Int64(bitPattern: raw)) : Int(Int32(bitPattern: UInt32(truncatingIfNeeded: raw)))
    }
    func counts(_ header: Int) -> [Int]? {
      guard header + 44 <= bytes.count, bytes[header..<header + 4].elementsEqual("TZif".utf8) else { return nil }
      let counts = (0..<6).compactMap { integer(header + 20 + $0 * 4, 4) }
      return counts.allSatisfy { (0...100_000).contains($0) } ? counts : nil
    }
    // Fields: UT indicators, standard indicators, leap seconds, transitions, types, abbreviation characters.
    guard let old = counts(0) else { return nil }
    let second = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    guard let new = counts(second) else { return nil }
    let times = second + 44
    let indices = times + new[3] * 8
    let types = indices + new[3]
    var transitions: [Int] = []
    var offsets: [Int] = []
    for number in 0..<new[3] {
      guard let time = integer(times + number * 8, 8), indices + number < bytes.count,
        let offset = integer(types + Int(bytes[indices + number]) * 6, 4)
      else { return nil }
      transitions.append(time)
      offsets.append(offset)
    }
    guard let first = integer(types, 4) else { return nil }
    self.transitions = transitions
    self.offsets = offsets
    self.first = first
    // The rule stands between two line ends behind everything else.
    let end = types + new[4] * 6 + new[5] + new[2] * 12 + new[1] + new[0]
    later = end < bytes.count ? ZoneRule(bytes[end...].dropFirst().prefix { $0 != 0x0A }) : nil
  }

  /// The offset at a moment in seconds since 1970 in UTC.
  func offset(atUTC seconds: Int) -> Int {
    guard let next = transitions.firstIndex(where: { $0 > seconds }) else {
      return later?.offset(atUTC: seconds) ?? offsets.last ?? first
    }
    return next == 0 ? first : offsets[next - 1]
  }

  /// The offset at a local time: of two that fit, as when clocks are set back, the earlier.
  func offset(atLocal seconds: Int) -> Int {
    var offset = first
    for (transition, next) in zip(transitions, offsets) {
      guard transition &+ max(offset, next) <= seconds else { return offset }
      offset = next
    }
    return later?.offset(atLocal: seconds) ?? offset
  }
}

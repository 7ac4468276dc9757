import Glibc
import Synchronization

/// The time zone rules of the machine's database, read when a region is first named and kept.
///
/// Only an expression that names a region depends on it; dates, offsets and everything else do not.
final class ZoneDatabase: Sendable {
  static let shared = ZoneDatabase()

  private let cache = Mutex<[String: ZoneRules?]>([:])

  /// The rules of a region, or `nil` where the database has none of that name.
  func rules(for name: String) -> ZoneRules? {
    cache.withLock { cache in
      if let known = cache[name] { return known }
      let found = ZoneDatabase.read(name)
      cache[name] = .some(found)
      return found
    }
  }

  private static func read(_ name: String) -> ZoneRules? {
    let isName = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || "+-_/".utf8.contains($0)
    }
    guard isName, !name.isEmpty, name.utf8.count < 64, !name.hasPrefix("/"), !name.contains("//"),
      let file = fopen("/usr/share/zoneinfo/\(name)", "rb")
    else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
    return ZoneRules(Array(bytes[..<count]))
  }
}

/// When a region changed its offset, from a TZif file (RFC 8536). After the last change listed, the last offset holds.
struct ZoneRules: Sendable {
  private let transitions: [Int]
  private let offsets: [Int]
  private let first: Int

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
  }

  /// The offset at a local time: of two that fit, as when clocks are set back, the earlier.
  func offset(atLocal seconds: Int) -> Int {
    var offset = first
    for (transition, next) in zip(transitions, offsets) {
      guard transition &+ max(offset, next) <= seconds else { break }
      offset = next
    }
    return offset
  }
}

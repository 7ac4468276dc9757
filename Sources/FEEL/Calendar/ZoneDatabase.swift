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
    // These two stand for whatever the machine is set to.
    guard isName, !name.isEmpty, name != "localtime", name != "posixrules", name.utf8.count < 64, !name.hasPrefix("/"),
      !name.contains("//"),
      let file = fopen("/usr/share/zoneinfo/\(name)", "rb")
    else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
    return ZoneRules(Array(bytes[..<count]))
  }
}

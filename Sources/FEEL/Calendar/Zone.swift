/// How a time relates to UTC: by a fixed offset, or by the rules of a place.
public enum Zone: Sendable, Hashable {
  /// Seconds ahead of UTC.
  case offset(seconds: Int)
  /// A region of the IANA time zone database by its name: `Asia/Shanghai`.
  case region(String)

  /// A region that the machine's database knows.
  init?(region name: String) {
    guard ZoneDatabase.shared.rules(for: name) != nil else { return nil }
    self = .region(name)
  }

  /// Seconds ahead of UTC at a local time, counted in seconds since 1970-01-01T00:00:00 on the local clock.
  func offset(atLocal seconds: Int) -> Int {
    switch self {
    case .offset(let seconds): seconds
    case .region(let name): ZoneDatabase.shared.rules(for: name)?.offset(atLocal: seconds) ?? 0
    }
  }

  /// Seconds ahead of UTC at a moment, counted in seconds since 1970 in UTC.
  func offset(atUTC seconds: Int) -> Int {
    switch self {
    case .offset(let seconds): seconds
    case .region(let name): ZoneDatabase.shared.rules(for: name)?.offset(atUTC: seconds) ?? 0
    }
  }

  var suffix: String {
    switch self {
    case .offset(0): return "Z"
    case .region(let name): return "@\(name)"
    case .offset(let seconds):
      let size = Int(seconds.magnitude)
      let base = "\(seconds < 0 ? "-" : "+")\((size / 3600).padded(to: 2)):\((size / 60 % 60).padded(to: 2))"
      return size % 60 == 0 ? base : "\(base):\((size % 60).padded(to: 2))"
    }
  }
}

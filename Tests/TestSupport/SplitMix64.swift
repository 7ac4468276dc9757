import Glibc

/// A small random generator whose whole course follows from its seed.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// How much the random tests do: `HUIMIN_SEED` and `HUIMIN_CASES` in the environment.
public enum RandomTesting {
  public static let seed = number("HUIMIN_SEED") ?? 20_261_124
  public static func cases(default count: Int) -> Int { number("HUIMIN_CASES").flatMap { Int(exactly: $0) } ?? count }

  private static func number(_ variable: String) -> UInt64? {
    getenv(variable).flatMap { UInt64(String(cString: $0)) }
  }
}

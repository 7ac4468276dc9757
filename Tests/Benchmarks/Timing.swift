import Glibc

/// Times what the benchmarks measure, in pairs: the machine is noisy, so a ratio is taken from runs side by side.
enum Timing {
  /// Seconds on a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The least seconds that one call took, of `rounds` rounds of `count` calls.
  static func best(rounds: Int = 7, count: Int, _ body: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = now()
      for _ in 0..<count { body() }
      best = min(best, (now() - start) / Double(count))
    }
    return best
  }

  /// The median over `rounds` of how many times longer the slow one took than the fast one, run in turn.
  static func ratio(rounds: Int = 9, slow: (count: Int, body: () -> Void), fast: (count: Int, body: () -> Void))
    -> (ratio: Double, slow: Double, fast: Double)
  {
    var pairs: [(Double, Double)] = []
    for _ in 0..<rounds {
      pairs.append((best(rounds: 1, count: slow.count, slow.body), best(rounds: 1, count: fast.count, fast.body)))
    }
    pairs.sort { $0.0 / $0.1 < $1.0 / $1.1 }
    let median = pairs[rounds / 2]
    return (median.0 / median.1, median.0, median.1)
  }
}

/// Keeps the optimizer from leaving out what is measured.
@inline(never)
func use<T>(_ value: T) {}

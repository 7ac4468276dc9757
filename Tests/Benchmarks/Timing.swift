import Glibc

/// Times what the benchmarks measure, in pairs: the machine is noisy, so a ratio is taken from runs side by side.
enum Timing {
  /// Seconds on a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds that this thread has worked: others on the machine do not count.
  static func worked() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The least seconds that one of `count` times took, of `rounds` rounds.
  ///
  /// - Parameter body: does what is measured so many times, in a loop of its own.
  static func best(rounds: Int = 7, count: Int, _ body: (Int) -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = now()
      body(count)
      best = min(best, (now() - start) / Double(count))
    }
    return best
  }

  /// How many times longer the slow one takes than the fast one: the median over rounds of both in turn, of some
  /// milliseconds each.
  static func ratio(rounds: Int = 9, slow: (Int) -> Void, fast: (Int) -> Void)
    -> (ratio: Double, slow: Double, fast: Double)
  {
    let slowCount = count(of: slow)
    let fastCount = count(of: fast)
    var pairs: [(slow: Double, fast: Double)] = []
    for _ in 0..<rounds {
      pairs.append((best(rounds: 1, count: slowCount, slow), best(rounds: 1, count: fastCount, fast)))
    }
    pairs.sort { $0.slow / $0.fast < $1.slow / $1.fast }
    let median = pairs[rounds / 2]
    return (median.slow / median.fast, median.slow, median.fast)
  }

  /// How often something can be done in some 20 ms.
  private static func count(of body: (Int) -> Void) -> Int {
    max(1, Int(0.02 / best(rounds: 3, count: 200, body)))
  }
}

/// Keeps the optimizer from leaving out what is measured.
@inline(never)
func use<T>(_ value: T) {}

import Glibc
import Synchronization

/// Signals by which a run is asked to stop. The first only leaves a mark, so that what was begun is finished; a second ends
/// the process at once.
struct Interrupts {
  private static let caught = Atomic<Int32>(0)

  /// The signal that asked to stop, or 0.
  static var signal: Int32 { caught.load(ordering: .relaxed) }

  /// What was done before at each signal.
  private var before: [(signal: Int32, action: sigaction)] = []

  /// Takes signals from now on: interrupts leave a mark, and a pipe that nobody reads is told by the write that fails.
  init() {
    Interrupts.caught.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] {
      var (old, new) = (sigaction(), sigaction())
      sigaction(number, nil, &old)
      // What was started to outlive its terminal, as by `nohup`, goes on doing so.
      if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == Interrupts.ignored { continue }
      if number == SIGPIPE {
        new.__sigaction_handler.sa_handler = SIG_IGN
      } else {
        new.__sigaction_handler.sa_handler = { Interrupts.mark($0) }
        new.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      }
      sigaction(number, &new, nil)
      before.append((number, old))
    }
  }

  /// Lets signals do again what they did before.
  func end() {
    for (number, action) in before {
      var action = action
      sigaction(number, &action, nil)
    }
  }

  private static func mark(_ number: Int32) { caught.store(number, ordering: .relaxed) }

  /// What the system has for a signal that is ignored.
  private static let ignored = unsafeBitCast(SIG_IGN, to: Int.self)
}

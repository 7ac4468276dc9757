import Glibc
import Huimin

/// Decides blocks on several threads and hands them back in the order in which they came. Only one thread uses it.
final class BlockWorkers: @unchecked Sendable {
  private let plan: BatchPlan
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  /// Told whenever there is something to do or something done.
  private let change: UnsafeMutablePointer<pthread_cond_t>
  private var threads: [pthread_t] = []

  // INVARIANT: what follows is only touched while the mutex is held.
  private var waiting: [(number: Int, block: RecordBlock)] = []
  private var done: [Int: (block: RecordBlock, decided: DecidedBlock)] = [:]
  private var isFinished = false

  private var submitted = 0
  private var taken = 0

  /// - Parameter jobs: how many threads; with one the blocks are decided by whoever takes them.
  init(_ plan: BatchPlan, jobs: Int) {
    self.plan = plan
    mutex = .allocate(capacity: 1)
    change = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
    guard jobs > 1 else { return }
    for _ in 0..<jobs { start() }
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  /// How many blocks were handed in and not taken back.
  var underWay: Int { submitted - taken }

  /// How many there should be, so that no thread waits.
  var capacity: Int { threads.isEmpty ? 1 : threads.count * 3 }

  func submit(_ block: RecordBlock) {
    locked { waiting.append((submitted, block)) }
    submitted += 1
    pthread_cond_broadcast(change)
  }

  /// The next block in order, once it is decided. There must be one under way.
  func next() -> (block: RecordBlock, decided: DecidedBlock) {
    let number = taken
    taken += 1
    pthread_mutex_lock(mutex)
    while true {
      if let found = done.removeValue(forKey: number) {
        pthread_mutex_unlock(mutex)
        return found
      }
      if threads.isEmpty, !waiting.isEmpty {
        let (_, block) = waiting.removeFirst()
        pthread_mutex_unlock(mutex)
        return (block, plan.decide(block))
      }
      pthread_cond_wait(change, mutex)
    }
  }

  /// Ends the threads; what is not decided yet is let go.
  func finish() {
    locked {
      isFinished = true
      waiting = []
    }
    pthread_cond_broadcast(change)
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }

  private func locked(_ body: () -> Void) {
    pthread_mutex_lock(mutex)
    body()
    pthread_mutex_unlock(mutex)
  }

  // MARK: Threads

  /// As much as the main thread mostly has, for expressions that are nested deeply.
  private static let stackBytes = 16 << 20

  private func start() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, BlockWorkers.stackBytes)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    if pthread_create(&thread, &attributes, { BlockWorkers.main($0) }, context.toOpaque()) == 0 {
      threads.append(thread)
    } else {
      context.release()
    }
  }

  private static func main(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    // Signals are for the thread that reads, which they wake.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    if let context { Unmanaged<BlockWorkers>.fromOpaque(context).takeRetainedValue().work() }
    return nil
  }

  private func work() {
    pthread_mutex_lock(mutex)
    while true {
      if isFinished { break }
      guard !waiting.isEmpty else {
        pthread_cond_wait(change, mutex)
        continue
      }
      let (number, block) = waiting.removeFirst()
      pthread_mutex_unlock(mutex)
      let decided = plan.decide(block)
      pthread_mutex_lock(mutex)
      done[number] = (block, decided)
      pthread_cond_broadcast(change)
    }
    pthread_mutex_unlock(mutex)
  }
}

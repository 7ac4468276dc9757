import Glibc

/// Runs work on a thread with a stack of so many bytes, and waits for it. A stack too small for the work ends the process.
func onThread<Result>(stack: Int, _ work: () -> Result) -> Result? {
  var result: Result?
  func run() { result = work() }
  withoutActuallyEscaping(run) { start(Work($0), stack: stack) }
  return result
}

private final class Work {
  let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }
}

private func start(_ work: Work, stack: Int) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stack)
  var thread = pthread_t()
  let failed = pthread_create(
    &thread, &attributes,
    { context in
      if let context { Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().body() }
      return nil
    }, Unmanaged.passUnretained(work).toOpaque())
  if failed == 0 { pthread_join(thread, nil) }
}

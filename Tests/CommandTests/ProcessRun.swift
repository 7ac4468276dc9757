import Glibc
import TestSupport

/// The built program as a process of its own, which can be stopped by signals.
final class ProcessRun {
  private let process: pid_t
  private var status: Int32?

  struct NotStarted: Error {}

  /// - Parameter errors: the file that takes what it says.
  init(_ words: [String], errors: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    var argumentList = (["huimin"] + words).map { strdup($0) } + [nil]
    let variables: [String] = ["HUIMIN_LANG=en"]
    var environmentList = variables.map { strdup($0) } + [nil]
    defer { for text in argumentList + environmentList { free(text) } }
    var process = pid_t()
    // The threads of tests hold signals off, which a process would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    guard posix_spawn(&process, TerminalRun.program, &actions, &attributes, &argumentList, &environmentList) == 0 else {
      throw NotStarted()
    }
    self.process = process
  }

  deinit {
    guard status == nil else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  func signal(_ number: Int32) { if status == nil { kill(process, number) } }

  /// Waits for the end.
  /// - Returns: the exit code, or nothing where a signal ended it.
  func end() -> Int32? {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    self.status = status
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}

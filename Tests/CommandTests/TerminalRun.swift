import Glibc
import TestSupport
import Testing

/// The built program at a terminal of its own: what a person types, and what comes to stand on the screen.
final class TerminalRun {
  private let terminal: Int32
  private let process: pid_t
  /// What was written and not yet waited for.
  private var screen: [UInt8] = []
  private var isAtEnd = false

  struct NotStarted: Error {}

  /// What the system's headers only show to C: TIOCGPTN, TIOCSPTLCK and POSIX_SPAWN_SETSID.
  private enum Linux {
    static let numberOfTerminal: UInt = 0x8004_5430
    static let lockTerminal: UInt = 0x4004_5431
    static let newSession: Int16 = 0x80
  }

  /// - Parameters:
  ///   - home: the home folder, so that nothing of the user's is touched.
  ///   - environment: variables beside it.
  convenience init(_ words: String..., home: TemporaryFolder, environment: [String: String] = [:]) throws {
    try self.init(words, home: home, environment: environment)
  }

  init(_ words: [String], home: TemporaryFolder, environment: [String: String] = [:]) throws {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    guard terminal >= 0, ioctl(terminal, Linux.numberOfTerminal, &number) == 0,
      ioctl(terminal, Linux.lockTerminal, &isLocked) == 0
    else { throw NotStarted() }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0 else { throw NotStarted() }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that the leader of a session opens is the one that controls it.
    posix_spawnattr_setflags(&attributes, Linux.newSession)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let variables = ["HOME": home.path, "TERM": "xterm", "LANG": "C", "HUIMIN_LANG": "en"]
      .merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
    var argumentList = (["huimin"] + words).map { strdup($0) } + [nil]
    var environmentList = variables.map { strdup($0) } + [nil]
    defer { for text in argumentList + environmentList { free(text) } }
    var process = pid_t()
    guard posix_spawn(&process, TerminalRun.program, &actions, &attributes, &argumentList, &environmentList) == 0 else {
      throw NotStarted()
    }
    self.process = process
  }

  deinit {
    close(terminal)
    if !isAtEnd {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// The program stands beside the tests.
  static let program: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let own = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/huimin"
  }()

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(terminal, bytes, bytes.count) == bytes.count)
  }

  /// Waits until a text has been written after what was waited for before.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let wanted = Array(text.utf8)
    let isThere = wait { [self] in
      guard let found = screen.firstRange(of: wanted) else { return false }
      screen.removeFirst(found.upperBound)
      return true
    }
    try #require(
      isThere, "`\(text)` is not in: \(String(decoding: screen, as: UTF8.self))", sourceLocation: sourceLocation)
  }

  /// Waits for the program to end.
  /// - Returns: its exit code.
  func end(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    var status: Int32 = 0
    isAtEnd = wait { [self] in waitpid(process, &status, WNOHANG) == process }
    try #require(isAtEnd, "the program goes on", sourceLocation: sourceLocation)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }

  /// What has been written and not yet waited for.
  var rest: String { String(decoding: screen, as: UTF8.self) }

  /// Reads on until something holds, for 20 seconds at most.
  private func wait(until isTrue: () -> Bool) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<400 {
      if isTrue() { return true }
      var poll = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, 50) > 0 else { continue }
      let count = read(terminal, &chunk, chunk.count)
      if count > 0 { screen += chunk.prefix(count) } else { usleep(20_000) }
    }
    return isTrue()
  }
}

import Glibc

/// Asks a Python script, an independent judge that reads a question a line and answers a line each.
enum PythonOracle {
  static let isAvailable = {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").contains { access("\($0)/python3", X_OK) == 0 }
  }()

  enum Failure: Error {
    case file(String)
    case start(Int32)
    case exit(Int32)
  }

  /// The answer lines to the request lines.
  ///
  /// - Parameter script: its path from the folder of this file.
  static func answers(of script: String, to requests: [String]) throws -> [Substring] {
    let script = "\(#filePath)".split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + script
    let input = try temporaryFile()
    let output = try temporaryFile()
    defer {
      unlink(input)
      unlink(output)
    }
    try write(requests.map { $0 + "\n" }.joined(), to: input)
    try run(["python3", script], input: input, output: output)
    return try read(output).split(separator: "\n")
  }

  private static func run(_ arguments: [String], input: String, output: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_TRUNC, 0)
    let list = arguments.map { strdup($0) }
    defer { for argument in list { free(argument) } }
    var process: pid_t = 0
    let started = posix_spawnp(&process, "python3", &actions, nil, list + [nil], environ)
    guard started == 0 else { throw Failure.start(started) }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process, status == 0 else { throw Failure.exit(status) }
  }

  private static func temporaryFile() throws -> String {
    var name = Array("/tmp/oracle-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Failure.file("mkstemp") }
    close(descriptor)
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure.file(path) }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure.file(path) }
  }

  private static func read(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Failure.file(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: chunk.prefix(count))
    }
  }
}

import Glibc
import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("The history of the prompt")
struct HistoryFileTests {
  private let folder = TemporaryFolder()

  private var file: HistoryFile { HistoryFile(path: "\(folder.path)/history") }

  private func mode(_ path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func keepsEntries() throws {
    #expect(try file.entries() == [])
    let entries = ["1 + 1", "[1,\n 年龄]", "matches(\"a\", \"\\\\d\\n\")", "\\", "1 + 1"]
    for entry in entries { try file.append(entry) }
    #expect(try file.entries() == entries)
    #expect(mode(file.path) == 0o600)
  }

  @Test func keepsNoEntryTwiceInARow() throws {
    for entry in ["1", "1", "2", "1"] { try file.append(entry) }
    #expect(try file.entries() == ["1", "2", "1"])
  }

  @Test func keepsTheNewestOfTooMany() throws {
    try folder.write((1...1005).map { "\($0)\n" }.joined(), to: "history")
    #expect(try file.entries().first == "6")
    try file.append("新")
    #expect(try file.entries() == (7...1005).map(String.init) + ["新"])
    #expect(Recorded.read(file.path)?.split(separator: "\n").count == HistoryFile.mostEntries)
    #expect(mode(file.path) == 0o600)
    #expect(access(file.path + ".new", F_OK) != 0)
  }

  @Test func losesNothingOfAWriteThatWasInterrupted() throws {
    try folder.write("1 + 1\n2 + ", to: "history")
    try file.append("3")
    #expect(try file.entries() == ["1 + 1", "2 + ", "3"])
  }

  @Test func closesAFileThatOthersMayRead() throws {
    try folder.write("1\n", to: "history")
    chmod(file.path, 0o644)
    try file.append("2")
    #expect(mode(file.path) == 0o600)
  }

  @Test func takesWhatSessionsWriteAtOnce() async throws {
    try folder.write((1...900).map { "\($0)\n" }.joined(), to: "history")
    let path = file.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for session in 0..<4 {
        group.addTask { for line in 0..<50 { try HistoryFile(path: path).append("\(session)-\(line)") } }
      }
      try await group.waitForAll()
    }
    let entries = try file.entries()
    #expect(entries.count == HistoryFile.mostEntries)
    for session in 0..<4 {
      #expect(entries.filter { $0.hasPrefix("\(session)-") } == (0..<50).map { "\(session)-\($0)" })
    }
  }

  @Test func saysWhyItCannotBeKept() {
    let file = HistoryFile(path: folder.path)
    let problem = #expect(throws: Diagnostic.self) { try file.append("1") }
    #expect(problem?.severity == .warning)
    #expect(problem?.message[.en].hasPrefix("the history `\(file.path)` is not kept: ") == true)
    #expect(throws: Diagnostic.self) { try file.entries() }
  }

  @Test(
    arguments: [
      ([:], nil), (["HUIMIN_HISTORY": "", "HOME": "/h"], nil), (["HUIMIN_HISTORY": "/dev/null", "HOME": "/h"], nil),
      (["HOME": "/h"], "/h/.local/state/huimin/feel-history"),
      (["HOME": "/h", "XDG_STATE_HOME": "/s"], "/s/huimin/feel-history"),
      (["HOME": "/h", "XDG_STATE_HOME": "s"], "/h/.local/state/huimin/feel-history"),
      (["HOME": "/h", "HUIMIN_HISTORY": "file"], "file"),
    ] as [([String: String], String?)])
  func standsWhereTheEnvironmentSays(environment: [String: String], path: String?) {
    #expect(HistoryFile { environment[$0] }?.path == path)
  }
}

import Glibc
import PolicySource
import TestSupport
import Testing

@Suite("Files that are replaced")
struct FileWritingTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return lstat(path(name), &status) == 0 ? status.st_mode : 0
  }

  private func failure(_ path: String) -> String? {
    do throws(Unreadable) {
      try SourceFile.replace(path, with: [1])
      return nil
    } catch {
      return error.diagnostics.first.map { "\($0.code): \($0.message[.en])" }
    }
  }

  @Test func keepTheirPermissions() throws {
    try folder.write("old", to: "a.yaml")
    #expect(chmod(path("a.yaml"), 0o640) == 0)
    try SourceFile.replace(path("a.yaml"), with: Array("new".utf8))
    #expect(Recorded.read(path("a.yaml")) == "new")
    #expect(mode("a.yaml") & 0o777 == 0o640)
    #expect(SourceFile.names(in: folder.path) == ["a.yaml"])
  }

  @Test func areReachedByTheSameLink() throws {
    try folder.write("old", to: "a.yaml")
    #expect(symlink("a.yaml", path("link.yaml")) == 0)
    try SourceFile.replace(path("link.yaml"), with: Array("new".utf8))
    #expect(Recorded.read(path("a.yaml")) == "new")
    #expect(mode("link.yaml") & S_IFMT == S_IFLNK)
  }

  @Test func holdEveryByte() throws {
    try folder.write("old", to: "a.yaml")
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try SourceFile.replace(path("a.yaml"), with: bytes)
    #expect(try SourceFile.read(path("a.yaml")) == bytes)
  }

  @Test func areNeverMadeFromNothing() {
    #expect(
      failure(path("none.yaml"))
        == "not-written: `\(path("none.yaml"))` could not be written: No such file or directory")
    #expect(failure(folder.path)?.hasPrefix("not-written: ") == true)
    #expect(failure("/dev/null")?.hasPrefix("not-written: ") == true)
    #expect(failure(path("a\0b"))?.hasPrefix("not-written: ") == true)
    #expect(SourceFile.names(in: folder.path) == [])
  }

  @Test(.enabled(if: geteuid() != 0, "whoever is root may write everything"))
  func areLeftWhereTheyMayNotBeWritten() throws {
    try folder.write("old", to: "a.yaml")
    #expect(chmod(path("a.yaml"), 0o444) == 0)
    #expect(failure(path("a.yaml"))?.hasSuffix("Permission denied") == true)
    #expect(Recorded.read(path("a.yaml")) == "old")
  }
}

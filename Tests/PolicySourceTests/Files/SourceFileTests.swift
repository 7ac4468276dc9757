import Glibc
import PolicySource
import Testing

/// Files and folders, in a folder of their own.
@Suite final class SourceFileTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/huimin-files-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
  }

  deinit { SourceFileTests.clear(folder) }

  private static func clear(_ path: String) {
    if unlink(path) == 0 { return }
    guard let stream = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    closedir(stream)
    for name in names where name != "." && name != ".." { clear("\(path)/\(name)") }
    rmdir(path)
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func write(_ name: String, _ bytes: [UInt8] = []) {
    guard let file = fopen(path(name), "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private func failure(_ path: String) -> Diagnostic? {
    do throws(Unreadable) {
      _ = try SourceFile.read(path)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func readsTheBytesOfAFile() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    write("a", bytes)
    #expect(try SourceFile.read(path("a")) == bytes)
    write("empty")
    #expect(try SourceFile.read(path("empty")).isEmpty)
  }

  @Test func stopsReadingSoonAfterTheLimit() throws {
    var limits = ReadingLimits()
    limits.bytes = 10
    write("a", [UInt8](repeating: 0x61, count: 1 << 20))
    #expect(try SourceFile.read(path("a"), limits: limits).count > 10)
    #expect(try SourceFile.read("/dev/zero", limits: limits).count < 1 << 20)
  }

  @Test func saysWhyAFileCannotBeRead() {
    write("file")
    symlink("loop", path("loop"))
    symlink("nowhere", path("broken"))
    for (name, code, en, zh) in [
      ("none", "file-not-found", "there is no file `none`", "没有文件 `none`"),
      ("file/x", "file-not-found", "there is no file `file/x`", "没有文件 `file/x`"),
      ("broken", "file-not-found", "there is no file `broken`", "没有文件 `broken`"),
      ("file\0x", "file-not-found", "there is no file `file\\u{0}x`", "没有文件 `file\\u{0}x`"),
      ("loop", "not-readable", "`loop` is a link that leads in a circle", "`loop` 是循环的链接"),
      ("", "not-a-file", "`` is a folder, not a file", "`` 是文件夹，不是文件"),
    ] {
      let found = failure(path(name))
      #expect(found?.code == code)
      #expect(found?.message.en?.replacing(folder + "/", with: "") == en)
      #expect(found?.message.zh?.replacing(folder + "/", with: "") == zh)
      #expect(found?.location?.file == path(name))
      #expect(found?.location?.places == "1:1-1:1")
    }
    #expect(failure("")?.code == "file-not-found")
    #expect(failure(path(String(repeating: "x", count: 5000)))?.code == "not-readable")
  }

  /// In a process of its own, as it has to give up being root.
  @Test func saysThatAFileMayNotBeRead() async {
    await #expect(processExitsWith: .success) {
      var template = Array("/tmp/huimin-secret-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
      fchmod(descriptor, 0)
      if geteuid() == 0 { seteuid(65534) }
      do throws(Unreadable) {
        _ = try SourceFile.read(path)
        exit(1)
      } catch {
        seteuid(getuid())
        unlink(path)
        exit(error.diagnostics.first?.message.en == "`\(path)` may not be read" ? 0 : 1)
      }
    }
  }

  @Test func listsFilesInTheOrderOfTheirPaths() {
    for name in ["b", "a", "a/z", ".hidden"] { mkdir(path(name), 0o755) }
    for name in ["b/1.yaml", "a/z/2.yml", "a/3.yaml", "0.yaml", "x.json", "年龄.yaml", ".h.yaml", ".hidden/4.yaml"] {
      write(name)
    }
    symlink("..", path("a/up"))
    symlink("../a", path("b/folder.yaml"))
    symlink("../0.yaml", path("b/link.yaml"))
    symlink("none", path("b/broken.yaml"))
    let found = SourceFile.files(below: folder, endingIn: [".yaml", ".yml"])
    #expect(
      found.map { String($0.dropFirst(folder.count + 1)) } == [
        "0.yaml", "a/3.yaml", "a/z/2.yml", "b/1.yaml", "b/broken.yaml", "b/link.yaml", "年龄.yaml",
      ])
    #expect(SourceFile.files(below: folder + "/", endingIn: [".json"]) == [path("x.json")])
    #expect(SourceFile.files(below: folder, endingIn: []).isEmpty)
  }

  /// Rules must not go missing because a folder could not be opened.
  @Test func aFolderThatCannotBeListedIsHandedBack() {
    #expect(SourceFile.files(below: path("none"), endingIn: [".yaml"]) == [path("none")])
    #expect(failure(path("none"))?.code == "file-not-found")
    mkdir(path("a"), 0o755)
    mkdir(path("a/b"), 0o755)
    write("a/b/c.yaml")
    #expect(SourceFile.files(below: folder, endingIn: [".yaml"], depth: 2) == [path("a/b")])
    #expect(SourceFile.files(below: folder, endingIn: [".yaml"], depth: 3) == [path("a/b/c.yaml")])
  }

  @Test func tellsFilesFromFolders() {
    write("f")
    symlink("f", path("link"))
    symlink(".", path("here"))
    symlink("none", path("broken"))
    #expect(SourceFile.isFolder(folder) && SourceFile.isFolder(path("here")))
    #expect(!SourceFile.isFolder(path("f")) && !SourceFile.isFolder(path("link")) && !SourceFile.isFolder(path("none")))
    #expect(SourceFile.exists(path("f")) && SourceFile.exists(folder) && SourceFile.exists(path("link")))
    #expect(!SourceFile.exists(path("none")) && !SourceFile.exists(path("broken")))
  }

  @Test(arguments: [("a/b/c", "a/b"), ("a", "."), ("/a", "/"), ("./a", "."), ("", "."), ("/", "/")])
  func theFolderOfAPath(path: String, folder: String) {
    #expect(SourceFile.folder(of: path) == folder)
  }

  @Test(arguments: [
    ("a/b", "a"), ("a", "."), (".", ".."), ("..", "../.."), ("../..", "../../.."), ("../a", ".."), ("/a", "/"),
    ("/", "/"),
  ])
  func theFolderAboveAFolder(folder: String, above: String) {
    #expect(SourceFile.parent(of: folder) == above)
  }

  /// In a process of its own, as standard input belongs to all tests.
  @Test func aDashIsStandardInput() async {
    await #expect(processExitsWith: .success) {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { exit(1) }
      _ = Glibc.write(ends[1], "a: 1", 4)
      close(ends[1])
      dup2(ends[0], 0)
      let bytes = try SourceFile.read("-")
      exit(bytes == Array("a: 1".utf8) ? 0 : 1)
    }
    await #expect(processExitsWith: .success) {
      close(0)
      do throws(Unreadable) {
        _ = try SourceFile.read("-")
        exit(1)
      } catch {
        exit(error.diagnostics.first?.location?.file == "<stdin>" ? 0 : 1)
      }
    }
  }
}

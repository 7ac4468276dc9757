import Huimin

/// Runs test files, each with the policies of its folder, which are loaded once.
struct TestSession {
  private let read: (String) throws(Unreadable) -> [UInt8]
  /// In lower case.
  private let filter: String?
  private var libraries: [String: PolicyLibrary] = [:]

  /// - Parameter filter: a part of the paths or names of the tests to run; upper and lower case are the same.
  init(filter: String?, read: @escaping (String) throws(Unreadable) -> [UInt8]) {
    self.filter = filter?.lowercased()
    self.read = read
  }

  /// The test files that paths name, and those below folders.
  static func files(in paths: [String]) -> [String] {
    paths.flatMap { path in
      SourceFile.isFolder(path) ? SourceFile.files(below: path, endingIn: [".test.yaml", ".test.yml"]) : [path]
    }.uniqued
  }

  mutating func run(_ path: String) -> TestedFile {
    var tested = TestedFile(path)
    do throws(Unreadable) {
      let bytes = try read(path)
      tested = TestedFile(path, bytes: bytes)
      let file = try PolicyTestFile(Document.read(bytes, file: path))
      tested.policy = file.policy
      let wanted = filter.map { filter in
        path.lowercased().contains(filter) ? file : file.filtered { $0.name.lowercased().contains(filter) }
      }
      tested.leftOut = file.tests.count - (wanted ?? file).tests.count
      if let wanted, wanted.tests.isEmpty { return tested }
      try run(wanted ?? file, into: &tested)
    } catch {
      tested.problems += error.diagnostics
    }
    return tested
  }

  private mutating func run(_ file: PolicyTestFile, into tested: inout TestedFile) throws(Unreadable) {
    let library = library(for: tested.path)
    do throws(Diagnostic) {
      tested.results = try library.run(file)
    } catch {
      tested.problems = library.diagnostics.filter { $0.severity == .error }
      tested.files.merge(library.files) { mine, _ in mine }
      throw Unreadable([error])
    }
  }

  /// The policies in the folder of a test file.
  mutating func library(for path: String) -> PolicyLibrary {
    let folder = SourceFile.folder(of: path)
    let library = libraries[folder] ?? PolicyLibrary(loading: [folder])
    libraries[folder] = library
    return library
  }
}

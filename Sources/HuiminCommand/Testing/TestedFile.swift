import Huimin

/// A test file that was run, or could not be.
struct TestedFile {
  let path: String
  let bytes: [UInt8]
  /// The id of the policy tested; nothing where the file could not be read.
  var policy: String?
  var results: [PolicyTestResult] = []
  /// How many tests the filter left out.
  var leftOut = 0
  /// What was written over in it.
  var changes: [TestUpdate.Change] = []
  /// Where it was to be updated: what differs still, by the names of the tests, with why it was left.
  var left: [String: [Diagnostic]] = [:]
  /// Why it could not be run.
  var problems: [Diagnostic] = []
  /// The bytes of the files that problems are about.
  var files: [String: [UInt8]]

  init(_ path: String, bytes: [UInt8] = []) {
    self.path = path
    self.bytes = bytes
    files = [path: bytes]
  }

  var isBroken: Bool { !problems.isEmpty }
  var passed: Int { results.count { $0.passed } }
  var failed: Int { results.count { !$0.passed } }
}

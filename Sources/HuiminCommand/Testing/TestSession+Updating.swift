import Huimin

extension TestSession {
  /// Writes what was decided over what the failing tests of a file expected, where it can be written in place, and runs
  /// them again.
  mutating func update(_ tested: TestedFile) -> TestedFile {
    guard !tested.isBroken, tested.failed > 0 else { return tested }
    do throws(Unreadable) {
      let update = try update(of: tested)
      guard !update.changes.isEmpty else {
        var same = tested
        same.left = update.left
        return same
      }
      try SourceFile.replace(tested.path, with: Array(update.text.utf8))
      var after = run(tested.path)
      after.changes = update.changes
      // What was left has moved where something before it became longer or shorter.
      if !after.isBroken { after.left = try self.update(of: after).left }
      return after
    } catch {
      var failed = tested
      failed.problems += error.diagnostics
      return failed
    }
  }

  private mutating func update(of tested: TestedFile) throws(Unreadable) -> TestUpdate {
    let document = try Document.read(tested.bytes, file: tested.path)
    return TestUpdate(of: document, tested.results, by: library(for: tested.path))
  }
}

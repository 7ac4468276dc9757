import Diagnostics
import PolicySource

/// Writes what was decided into a test file, in the place of what it expected.
///
/// Only the values themselves are written over: those under `expect`, and `status`, `open` and `unmet`. Keys are never
/// added, and comments and layout stay. What cannot be written so is left, and said.
public struct TestUpdate: Sendable {
  /// One value that was written over.
  public struct Change: Sendable {
    /// The name of the test.
    public let test: String
    /// Where it stands in the old text.
    public let location: Location
    public let old: String
    public let new: String
  }

  /// The text of the file with the changes; as it was where there are none.
  public let text: String
  /// In the order of the file.
  public let changes: [Change]
  /// What differs still, by the names of the tests, each with why it was left.
  public let left: [String: [Diagnostic]]

  /// - Parameters:
  ///   - document: the test file, from which the tests were read.
  ///   - results: how its tests went, all or some of them.
  ///   - library: the policies that decided; they decide again by the new text, which is given up where a value does not
  ///     read back as it was meant, or where a test passes no longer.
  public init(of document: Document, _ results: [PolicyTestResult], by library: PolicyLibrary) {
    var edits = TestEdits(document)
    for result in results { edits.add(result) }
    let old = document.text(replacing: [:])
    let new = document.text(replacing: edits.texts)
    if edits.changes.isEmpty || edits.hold(in: new, by: library) {
      text = new
      changes = edits.changes.sorted { $0.location.start < $1.location.start }
      left = edits.left
    } else {
      text = old
      changes = []
      let reason = Wording(
        en: "it is not updated: the file would not read back as it is meant", zh: "不会自动更新：改写后的文件读出来与原意不同")
      left = Dictionary(
        uniqueKeysWithValues: results.filter { !$0.passed }.map { result in
          (result.test.name, result.differences.map { $0.helped(by: reason) })
        })
    }
  }
}

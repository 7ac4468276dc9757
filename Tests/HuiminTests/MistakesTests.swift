import TestSupport
import Testing

@testable import Huimin

/// Each file in `Mistakes` holds a mistake that authors make; beside it stands what they are told, in both languages.
@Suite("What an author is told of a mistake")
struct MistakesTests {
  static let folder = "\(Checkout.tests)/HuiminTests/Mistakes"
  static let files = SourceFile.files(below: folder, endingIn: [".yaml"]).map {
    String($0.dropFirst(folder.count + 1))
  }

  @Test(arguments: files)
  func saysWhatIsWrongAndWhere(_ file: String) throws {
    let path = "\(Self.folder)/\(file)"
    let library = PolicyLibrary(loading: [path])
    var text = ""
    for language in [Language.en, .zh] {
      let printer = DiagnosticText(language: language, isColored: false, bytes: library.files)
      for diagnostic in library.diagnostics { text += printer.text(of: diagnostic) }
      text += "\n"
    }
    try Recorded.expect(text.replacing("\(Self.folder)/", with: ""), matches: String(path.dropLast(5)) + ".txt")
    #expect(!library.diagnostics.isEmpty)
  }

  @Test("every diagnostic has a place, both languages, and wording in the house style", arguments: files)
  func isWellWorded(_ file: String) {
    for diagnostic in PolicyLibrary(loading: ["\(Self.folder)/\(file)"]).diagnostics {
      #expect(diagnostic.location != nil)
      #expect(diagnostic.message.en != nil && diagnostic.message.zh != nil)
      #expect(!diagnostic.message[.en].hasSuffix("."))
      #expect(!diagnostic.message[.zh].hasSuffix("。"))
      #expect(diagnostic.code.allSatisfy { $0 == "-" || $0.isLowercase && $0.isASCII })
      #expect(diagnostic.message[.en].first?.isUppercase != true)
    }
  }

  @Test("nothing is said twice", arguments: files)
  func isSaidOnce(_ file: String) {
    let diagnostics = PolicyLibrary(loading: ["\(Self.folder)/\(file)"]).diagnostics
    #expect(Set(diagnostics).count == diagnostics.count)
  }
}

import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// The README is true: its files are written, its commands run, and what they print is what it shows.
@Suite("The README", .serialized)
struct ReadmeTests {
  @Test("shows what the commands print")
  func showsWhatTheCommandsPrint() throws {
    let path = "\(Checkout.root)/README.md"
    let text = try #require(Recorded.read(path))
    let folder = TemporaryFolder()
    var page: [String] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.popFirst() {
      page.append(line)
      guard line == "```yaml" || line == "```console" else { continue }
      var block: [String] = []
      while let inner = lines.popFirst(), inner != "```" { block.append(inner) }
      if line == "```yaml" {
        try write(block, in: folder)
        page += block
      } else {
        page += try block.filter { $0.hasPrefix("$ ") }.flatMap { try [$0] + run($0, in: folder) }
      }
      page.append("```")
    }
    try Recorded.expect(page.joined(separator: "\n"), matches: path)
  }

  /// A file whose name its first line gives as a comment.
  private func write(_ block: [String], in folder: TemporaryFolder) throws {
    let name = try #require(block.first?.hasPrefix("# ") == true ? block.first?.dropFirst(2) : nil)
    try folder.write(block.joined(separator: "\n") + "\n", to: String(name))
  }

  private func run(_ line: String, in place: TemporaryFolder) throws -> [String] {
    let folder = place.path
    let typed = try #require(TypedCommand(line))
    var words = shellWords(typed.line).map { word in
      [".yaml", ".json"].contains(where: word.hasSuffix) && !word.hasPrefix("Policies/") ? "\(folder)/\(word)" : word
    }
    // What `> FILE` would write.
    var written: String?
    if let arrow = words.lastIndex(of: ">"), arrow + 2 == words.count {
      written = words[arrow + 1]
      words.removeLast(2)
    }
    // What is new goes to the folder of the files, where a reader would be.
    if words.first == "new" { words.append(folder) }
    let run = CommandRun(words, input: typed.input)
    if let name = written?.split(separator: "/").last {
      try place.write(run.output, to: String(name))
      return []
    }
    let printed = (run.errors + run.output).replacing("\(folder)/", with: "")
    return printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Words apart, those in double quotes together.
  private func shellWords(_ line: String) -> [String] {
    var words: [String] = []
    for (position, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if position % 2 == 1 { words.append(String(part)) } else { words += part.split(separator: " ").map(String.init) }
    }
    return words
  }

  @Test("shows the libraries as they are used here", arguments: ["ReadmeExample", "ReadmeFeelExample"])
  func showsTheLibraries(example: String) throws {
    let text = try #require(Recorded.read("\(Checkout.root)/README.md"))
    let source = try #require(Recorded.read("\(Checkout.tests)/CommandTests/\(example).swift"))
    #expect(text.contains("```swift\n\(source)```\n"))
  }

  @Test("shows what the libraries give")
  func givesWhatIsShown() throws {
    let page = try share(ofDinerAged: 83, policies: Checkout.policies)
    #expect(page.contains("diner       14.00 yuan"))
    let values = try discounts(by: "if age >= 80 then list price * 0.15 else 0", forAges: [79, 80])
    #expect(values.map(\.feelText) == ["0", "2.7750"])
    #expect(throws: Diagnostic.self) { try discounts(by: "list price + age", forAges: []) }
  }
}

import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

@Suite("huimin check for programs")
struct CheckFormatsTests {
  private static let mistakes = "\(Checkout.tests)/HuiminTests/Mistakes"
  private static let pages = "\(Checkout.tests)/CommandTests/Pages"
  /// An error and a warning.
  private static let files = ["\(mistakes)/unknown-name.yaml", "\(mistakes)/unreachable-row.yaml"]

  @Test(arguments: Language.allCases)
  func writesEveryDiagnosticAsJSON(in language: Language) throws {
    let run = CommandRun(["check", "--format", "json", "--lang", language.rawValue] + Self.files)
    #expect(run.code == 1)
    #expect(run.errors == "")
    try Recorded.expect(run.output, matches: "\(Self.pages)/check.\(language.rawValue).json")
  }

  @Test(arguments: Language.allCases)
  func writesEveryDiagnosticAsSARIF(in language: Language) throws {
    let found = PolicyLibrary(loading: Self.files).diagnostics
    let log = SARIFLog(diagnostics: found, language: language, folder: Checkout.root).text
    try Recorded.expect(
      log.replacing("\(Checkout.root)/", with: ""), matches: "\(Self.pages)/check.\(language.rawValue).sarif")
    let run = CommandRun(["check", "--format", "sarif", "--lang", language.rawValue] + Self.files)
    #expect(run.code == 1)
    #expect(run.errors == "")
  }

  @Test(arguments: ["json", "sarif"])
  func writesADocumentWhereNothingIsWrong(format: String) throws {
    let run = CommandRun("check", "--format", format, "Policies")
    #expect(run.code == 0)
    let document = try Document.read(Array(run.output.utf8), file: "found.json")
    let found = format == "json" ? document.root["diagnostics"] : document.root["runs"]?.first?["results"]
    #expect(try #require(found).isEmptyList)
  }

  /// What a consumer of SARIF relies on: each result names its rule by id and by place, and regions count from 1.
  @Test func namesTheRuleOfEachResult() throws {
    let run = CommandRun("check", "--format", "sarif", Self.mistakes)
    let document = try Document.read(Array(run.output.utf8), file: "found.sarif.json")
    let log = try #require(document.root["runs"]?.first)
    let rules = try #require(log["tool"]?["driver"]?["rules"]).list.compactMap { $0["id"]?.text }
    #expect(Set(rules).count == rules.count)
    let results = try #require(log["results"]).list
    #expect(results.count > 50)
    for result in results {
      let index = try #require(result["ruleIndex"]?.text.flatMap { Int($0) })
      #expect(rules[index] == result["ruleId"]?.text)
      #expect(["error", "warning"].contains(result["level"]?.text))
      for place in try #require(result["locations"]).list {
        let region = try #require(place["physicalLocation"]?["region"])
        let numbers = try ["startLine", "startColumn", "endLine", "endColumn"].map {
          try #require(region[$0]?.text.flatMap { Int($0) })
        }
        #expect(numbers.allSatisfy { $0 >= 1 })
        #expect((numbers[0], numbers[1]) <= (numbers[2], numbers[3]))
      }
    }
  }

  @Test(arguments: [
    ("a.yaml", "a.yaml", true), ("./政策/一 号.yaml", "%E6%94%BF%E7%AD%96/%E4%B8%80%20%E5%8F%B7.yaml", true),
    ("/srv/here/b/../a:1.yaml", "a%3A1.yaml", true), ("../there/a.yaml", "file:///srv/there/a.yaml", false),
    ("/srv/hereafter/a.yaml", "file:///srv/hereafter/a.yaml", false), ("../../../../a", "file:///a", false),
  ])
  func namesFilesRelativeToTheFolder(file: String, address: String, isRelative: Bool) {
    let found = FileAddress(of: file, in: "/srv/here")
    #expect(found.text == address)
    #expect(found.isRelative == isRelative)
  }

  @Test func leavesNothingInAMessageToBeFilledIn() {
    #expect(SARIFLog.literal("write `{0}`, not `{zh: …}`") == "write `{{0}}`, not `{zh: …}`")
    #expect(SARIFLog.literal("`[a](1)` is no call") == "`\\[a\\](1)` is no call")
    #expect(SARIFLog.literal("write `[0..5]`") == "write `[0..5]`")
  }

  @Test func refusesAnotherFormat() {
    let run = CommandRun("check", "--format", "xml", "Policies")
    #expect(run.code == 2)
    #expect(run.errors.contains("write `text` or `json` or `sarif`"))
  }
}

extension Node {
  fileprivate var text: String? { if case .scalar(let scalar) = kind { scalar.text } else { nil } }
  fileprivate var list: [Node] { if case .sequence(let items) = kind { items } else { [] } }
  fileprivate var first: Node? { list.first }
  fileprivate var isEmptyList: Bool { if case .sequence(let items) = kind { items.isEmpty } else { false } }
}

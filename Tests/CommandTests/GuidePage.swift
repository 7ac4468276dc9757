import Huimin
import TestSupport

/// A page of the authors' guide, done as its reader would do it: files are written to a folder, commands run there.
///
/// A block of YAML begins with the name of its file as a comment; `yaml wrong` holds a mistake, `yaml record` a record,
/// `csv NAME` the rows of a table. What is wrong leaves out the head of its policy.
struct GuidePage {
  /// The page with what the commands print now.
  private(set) var text = ""
  /// What a check or test of an example without a mistake finds.
  private(set) var problems: [String] = []
  /// The keys at the margin of the examples without a mistake.
  private(set) var keys: [String] = []

  private let folder = TemporaryFolder()
  private var files: Set<String> = []

  init(_ page: String) throws {
    if page.contains("cn.working-days") {
      let calendar = try SourceFile.read("\(Checkout.policies)/modules/working-days.yaml")
      try folder.write(String(decoding: calendar, as: UTF8.self), to: "working-days.yaml")
    }
    var shown: [String] = []
    var language = Language.zh
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.popFirst() {
      shown.append(line)
      if line == "## English" { language = .en }
      guard line.hasPrefix("```"), line.count > 3 else { continue }
      var block: [String] = []
      while let inner = lines.popFirst(), inner != "```" { block.append(inner) }
      if line == "```console" {
        for command in block {
          guard let typed = TypedCommand(command) else { continue }
          shown += try [command] + run(typed, in: language)
        }
      } else {
        shown += block
        try write(block, marked: String(line.dropFirst(3)))
      }
      shown.append("```")
    }
    text = shown.joined(separator: "\n")
  }

  private mutating func write(_ block: [String], marked mark: String) throws {
    let isTable = mark.hasPrefix("csv ")
    let name = isTable ? String(mark.dropFirst(4)) : String(block.first?.dropFirst(2) ?? "")
    guard isTable || mark.hasPrefix("yaml") else { return }
    files.insert(name)
    let lines = mark == "yaml wrong" ? GuidePage.withHead(block, named: name) : block
    try folder.write(lines.joined(separator: "\n") + "\n", to: name)
    guard mark == "yaml" else { return }
    keys += block.compactMap { $0.prefixMatch(of: /([^\s#:][^:]*):/).map { String($0.1) } }
    let isTest = block.contains { $0.hasPrefix("测试:") || $0.hasPrefix("tests:") }
    let found = CommandRun((isTest ? ["test"] : ["check", "--strict"]) + ["\(folder.path)/\(name)"])
    if found.code != 0 { problems.append(found.errors + found.output) }
  }

  /// What a policy needs, behind what is shown of it, so that lines keep their numbers.
  private static func withHead(_ block: [String], named name: String) -> [String] {
    func has(_ keys: String...) -> Bool { block.contains { line in keys.contains { line.hasPrefix("\($0):") } } }
    guard has("判定", "decisions"), !has("政策", "policy") else { return block }
    let id = "example.\(name.split(separator: ".").first ?? "")"
    return block
      + (has("判定")
        ? ["政策: \(id)", "标题: 例", "有效期: 2026-01-01.."] : ["policy: \(id)", "title: Example", "in force: 2026-01-01.."])
  }

  private mutating func run(_ typed: TypedCommand, in language: Language) throws -> [String] {
    var words = GuidePage.shellWords(typed.line).map { files.contains($0) ? "\(folder.path)/\($0)" : $0 }
    // What `> FILE` would write.
    if let arrow = words.lastIndex(of: ">"), arrow + 2 == words.count {
      let name = words[arrow + 1].split(separator: "/").last.map(String.init) ?? ""
      words.removeLast(2)
      let run = CommandRun(words + ["--lang", language.rawValue], input: typed.input)
      try folder.write(run.output, to: name)
      files.insert(name)
      return run.errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    let run = CommandRun(words + ["--lang", language.rawValue], input: typed.input)
    // A place begins a line of its own only where the path of the folder is long.
    let printed = (run.errors + run.output).replacing("\(folder.path)/", with: "")
      .replacing(/\n +(\([^ ()]+:\d+:\d+\)\n)/) { " \($0.1)" }
    return printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Words apart, those in single quotes together.
  private static func shellWords(_ line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { position, part in
      position % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}

import Huimin

/// What tests reached of the policies, as lines for people: each policy with its percentage, and below it what no test
/// reached.
struct CoveragePage {
  let coverage: Coverage
  /// Files with policies in error, of which nothing can be counted.
  let broken: [String]
  let language: Language

  /// The lines, with a line end after the last.
  var text: String {
    let policies = coverage.policies
    let counts = policies.map { words("\($0.reached)/\($0.total) 项", "\($0.reached) of \($0.total)") }
    let width = counts.map { TextWidth.of($0) }.max() ?? 0
    let files = (policies.map(\.file) + broken).map { TextWidth.of($0) }.max() ?? 0
    var text = words("测试覆盖\n", "reached by tests\n")
    for (policy, count) in zip(policies, counts) {
      let percent = TextWidth.rightAligned("\(policy.percent)%", to: 4)
      let file = TextWidth.padded(policy.file, to: files)
      text += "  \(percent)  \(TextWidth.rightAligned(count, to: width))  \(file)  \(policy.id)\n"
      text += missing(policy)
    }
    for file in broken {
      let gap = TextWidth.padded("   –", to: 6 + width)
      text += "  \(gap)  \(TextWidth.padded(file, to: files))  \(words("有错误，未计入", "not counted, for it has errors"))\n"
    }
    // A hundred percent of nothing would look like an achievement.
    if policies.isEmpty { return text + words("没有可统计的政策\n", "there was no policy to count\n") }
    let (reached, total) = coverage.totals
    let percent = Coverage.percent(reached, of: total)
    return text
      + words(
        "\(policies.count) 个政策，覆盖 \(percent)%（\(reached)/\(total) 项）\n",
        "\(percent)% of \(policies.count) \(policies.count == 1 ? "policy" : "policies") reached "
          + "(\(reached) of \(total))\n")
  }

  private func missing(_ policy: PolicyCoverage) -> String {
    let lines = policy.missing.map { item in
      ("\(item.location.file):\(item.location.start.line):\(item.location.start.column)", item.missing[language])
    }
    let width = lines.map { TextWidth.of($0.0) }.max() ?? 0
    return lines.map { "        \(TextWidth.padded($0.0, to: width))  \($0.1)\n" }.joined()
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}

extension TestSession {
  /// What the tests that ran reached: of the policies that they name with those above, and of every policy in the folders
  /// that were asked for, whether or not a test names it.
  mutating func coverage(of files: [TestedFile], in operands: [String]) -> (coverage: Coverage, broken: [String]) {
    var coverage = Coverage()
    var broken: [String] = []
    for folder in operands where SourceFile.isFolder(folder) {
      let library = PolicyLibrary(loading: [folder])
      for program in library.programs { coverage.declare(program) }
      broken += library.diagnostics.filter { $0.severity == .error }.compactMap(\.location?.file)
    }
    for file in files where !file.results.isEmpty {
      for program in library(for: file.path).programs where program.policy.id == file.policy {
        coverage.declare(program)
      }
      for result in file.results { if let outcome = result.outcome { coverage.add(outcome) } }
    }
    return (coverage, broken.uniqued)
  }
}

import Huimin

/// What is said once a new policy is written: what to do next, each command as it may be copied.
struct NewPolicyPage {
  let draft: PolicyDraft
  /// The files that were written.
  let policy: String
  let tests: String
  let keys: Language
  let day: CalendarDate
  let language: Language
  /// The language that the command line asked for; the commands shown ask for it too.
  let asked: String?

  var text: String {
    let mark = NewPolicy.mark(keys)
    // What stands at the head of a file only tells of the mark.
    let places = [draft.policy, draft.tests].joined().split(separator: "\n").count {
      $0.contains(mark) && !$0.hasPrefix("#")
    }
    let language = asked.map { " --lang \($0)" } ?? ""
    let record = draft.record.map { " --set \(ShellWord.quoted("\($0.fact)=\($0.value)"))" }.joined()
    let (policy, tests) = (ShellWord.quoted(policy), ShellWord.quoted(tests))
    let commands = [
      "huimin check \(policy)\(language)", "huimin test \(tests) --coverage\(language)",
      "huimin decide \(policy)\(record) --on \(day)\(language)",
    ]
    let heading = Wording(
      en: """
        written: \(self.policy), \(self.tests)
        \(places) lines are marked “\(mark)”: put in what your own policy says. To check, test and decide:
        """,
      zh: """
        已写好 \(self.policy) 和 \(self.tests)
        有 \(places) 行标着“\(mark)”，请换成自己的内容。检查、测试和判定用：
        """)
    return heading[self.language] + "\n\n" + commands.map { "  \($0)\n" }.joined()
  }
}

/// Words of a command line for a shell.
enum ShellWord {
  /// A word as it is, or in single quotes where a shell would read it otherwise.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./=,:+@%".unicodeScalars.contains($0)
    }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }
}

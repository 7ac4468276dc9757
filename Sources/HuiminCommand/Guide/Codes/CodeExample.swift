import Huimin

/// A piece of an author's work that shows a code, as a page prints it and a test runs it.
enum CodeExample: Sendable {
  /// A policy, without its head (`policy`, `title`, `in force`) where that does not matter; or several files, each below
  /// a comment with its name.
  case policy(String)
  /// A policy that decides for a record.
  case decision(String, record: String, on: String = "2026-01-15")
  /// A policy with its test file.
  case tests(String, file: String)
  case expression(String)
  /// A line for `huimin feel --ndjson`.
  case request(String)
  case yaml(String)
  case json(String)
  /// A command line that begins with `$ `; above it the files that it reads, each below a comment with its name.
  case command(String)
  /// How it comes about, in words, where no text can show it.
  case told(Wording)

  /// The example as its reader sees it.
  func text(_ language: Language) -> String {
    switch self {
    case .policy(let text), .expression(let text), .request(let text), .yaml(let text), .json(let text),
      .command(let text):
      text
    case .decision(let policy, let record, let day):
      "\(policy)\n\n# \(Wording(en: "the record, decided for", zh: "资料，判定日期")[language]) \(day)\n\(record)"
    case .tests(let policy, let file):
      "\(policy)\n\n# \(Wording(en: "the test file", zh: "测试文件")[language])\n\(file)"
    case .told(let words): words[language]
    }
  }
}

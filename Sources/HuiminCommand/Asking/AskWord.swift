import Huimin

/// A word that is no answer, but says how the interview should go on.
enum AskWord: Equatable {
  case back, skip, help, quit
  /// To a file, where one is named.
  case save(String?)

  /// - Parameter isToText: whether a text is asked for, which may well begin with one of these words.
  /// - Returns: nothing for what may be an answer.
  init?(_ line: String, isToText: Bool = false) {
    let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return nil }
    if words.count == 2 {
      guard ["保存", "save"].contains(first.lowercased()) else {
        guard AskWord.unknown.contains(line.lowercased()) else { return nil }
        self = .skip
        return
      }
      guard !isToText || words[1].contains(where: { "./".contains($0) }) else { return nil }
      self = .save(words[1].drop { $0.isWhitespace }.description)
      return
    }
    switch first.lowercased() {
    case "返回", "上一问", "back", "<", "＜": self = .back
    case "帮助", "help", "?", "？": self = .help
    case "退出", "quit", "exit": self = .quit
    case "保存", "save": self = .save(nil)
    case let word where AskWord.unknown.contains(word): self = .skip
    default: return nil
    }
  }

  private static let unknown: Set<String> = [
    "跳过", "不知道", "不清楚", "不详", "未知", "skip", "unknown", "don't know", "do not know", "not known",
  ]

  /// The words to complete, in a language.
  static func words(_ language: Language) -> [String] {
    language == .zh ? ["返回", "跳过", "保存", "帮助", "退出"] : ["back", "skip", "save", "help", "quit"]
  }
}

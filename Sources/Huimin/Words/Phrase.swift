import Diagnostics
import FEEL

/// The words that a scalar may be made of, where they are words of the language and not the author's.
enum Phrase: Sendable {
  /// One of a closed set.
  case word([String])
  /// `money`, `list of money`.
  case type
  /// `half up to 0.01`.
  case rounding
  /// `at least 2`.
  case atLeast
  /// Whatever is a word of the language.
  case any

  static let level = word(Level.allCases.map(\.rawValue))
  static let hit = word(HitPolicy.allCases.map(\.rawValue))
  static let preference = word(Preference.allCases.map(\.rawValue))
  static let status = word(Outcome.Status.allCases.map(\.rawValue))
  static let inclusion = word(Inclusion.allCases.map(\.rawValue))
  static let changeability = word(Changeability.allCases.map(\.rawValue))
  static let aim = word(["more", "less"])
  static let weekday = word(weekdays)
  static let share = word([Key.theRest])
  static let excess = word([Key.reduceInOrder, "error"])

  /// A phrase of a document in one language, in the other; nothing where it is none.
  func translated(_ text: String, from language: Language) -> String? {
    language == .zh ? english(text) : chinese(text)
  }

  func english(_ text: String) -> String? {
    switch self {
    case .word(let words): return words.first { Vocabulary.chineseWord($0) == text }
    case .type:
      if let single = Phrase.word(Phrase.types).english(text) { return single }
      let list = Vocabulary.chineseWord("list")
      guard text.hasSuffix(list), text != list else { return nil }
      return english(String(text.dropLast(list.count)).trimmed).map { "list of \($0)" }
    case .rounding:
      guard
        let (mode, rest) = Phrase.roundings.lazy.compactMap({ mode, chinese in
          text.hasPrefix(chinese) ? (mode, text.dropFirst(chinese.count).trimmed) : nil
        }).first
      else { return nil }
      return "\(mode) to \(Phrase.coins[rest] ?? rest)"
    case .atLeast:
      let least = Vocabulary.chinese(Key.atLeast)
      guard text.hasPrefix(least) else { return nil }
      var digits = text.dropFirst(least.count).trimmed
      if digits.hasSuffix("项") { digits = digits.dropLast().trimmed }
      return Int(digits).map { "\(Key.atLeast) \($0)" }
    case .any: return nil
    }
  }

  func chinese(_ text: String) -> String? {
    switch self {
    case .word(let words): return words.contains(text) ? Vocabulary.chineseWord(text) : nil
    case .type:
      if let single = Phrase.word(Phrase.types).chinese(text) { return single }
      guard text.hasPrefix("list of ") else { return nil }
      return chinese(String(text.dropFirst("list of ".count))).map { $0 + Vocabulary.chineseWord("list") }
    case .rounding:
      let found = Phrase.roundings.first { text.hasPrefix($0.mode + " to ") }
      return found.map { "\($0.chinese) \(text.dropFirst($0.mode.count + " to ".count))" }
    case .atLeast:
      guard text.hasPrefix(Key.atLeast + " "), let count = Int(text.dropFirst(Key.atLeast.count + 1)) else {
        return nil
      }
      return "\(Vocabulary.chinese(Key.atLeast)) \(count) 项"
    case .any:
      return Vocabulary.keys[text] ?? Vocabulary.words[text]
        ?? [Phrase.type, .rounding, .atLeast].lazy.compactMap { $0.chinese(text) }.first
    }
  }

  /// A word of this kind, as a document of a language writes it.
  func spelled(_ english: String, in language: Language) -> String {
    language == .zh ? chinese(english) ?? english : english
  }

  static let types = Reader.typeWords + ["list"]

  /// From Monday on.
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// Steps of rounding that have names: 四舍五入到分.
  private static let coins = ["元": "1", "角": "0.1", "分": "0.01"]

  /// The ways of rounding, each as its Chinese phrase begins; no one begins another.
  static let roundings: [(mode: String, chinese: String)] = [
    (RoundingMode.up.words, "进位到"), (RoundingMode.down.words, "舍去到"), (RoundingMode.halfUp.words, "四舍五入到"),
    (RoundingMode.halfDown.words, "五舍六入到"), (RoundingMode.halfEven.words, "四舍六入五成双到"),
    (RoundingMode.floor.words, "向下取到"), (RoundingMode.ceiling.words, "向上取到"),
  ]
}

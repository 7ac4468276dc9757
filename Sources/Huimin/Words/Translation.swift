import Diagnostics
import PolicySource

/// The words of the language in a document: where each stands, and the document with all of them in English, as the reader
/// wants it.
struct Translation {
  /// The language of the document's keys.
  let language: Language
  /// The document with English keys and words.
  private(set) var root: Node
  /// Each key and word, with both its forms.
  private(set) var words: [(node: Node, english: String, chinese: String)] = []
  /// Keys in the other language.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter part: what the document is.
  init(_ root: Node, as part: Part) {
    language = Translation.language(of: root, as: part)
    self.root = root
    self.root = translated(root, as: part)
  }

  /// The language in which most keys of the first level are written.
  static func language(of root: Node, as part: Part) -> Language {
    guard case .mapping(let pairs) = root.kind else { return .en }
    let words = part.keys(of: root).keys
    let chinese = Set(words.map(Vocabulary.chinese))
    let found = pairs.compactMap { pair in pair.key.scalarText }
    let inChinese = found.count { chinese.contains($0) }
    return inChinese > found.count { words.contains($0) } ? .zh : .en
  }

  private mutating func translated(_ node: Node, as part: Part) -> Node {
    switch node.kind {
    case .scalar(let scalar):
      guard let phrase = part.phrase else { return node }
      return translated(node, scalar, phrase)
    case .sequence(let items):
      let part = part.items
      return node.with(.sequence(items.map { translated($0, as: part) }))
    case .mapping(let pairs):
      let keys = part.keys(of: node)
      return node.with(
        .mapping(
          pairs.map { key, value in
            guard let text = key.scalarText, let english = english(text, among: keys) ?? ofOther(key, text, among: keys)
            else {
              return (key: key, value: translated(value, as: part.others))
            }
            words.append((key, english, Phrase.atLeast.chinese(english) ?? Vocabulary.chinese(english)))
            let inner = keys[english] ?? keys[Key.atLeast] ?? .own
            return (key: key.with(text: english), value: translated(value, as: inner))
          }))
    }
  }

  private mutating func translated(_ node: Node, _ scalar: Scalar, _ phrase: Phrase) -> Node {
    let english = language == .zh ? phrase.english(scalar.text) : scalar.text
    guard let english, let chinese = phrase.chinese(english) else {
      guard let other = phrase.translated(scalar.text, from: language == .zh ? .en : .zh) else { return node }
      refuse(node, scalar.text, other)
      return node.with(text: language == .zh ? scalar.text : other)
    }
    words.append((node, english, chinese))
    return node.with(text: english)
  }

  /// The English form of a key, where it is one.
  private func english(_ text: String, among keys: [String: Part]) -> String? {
    if keys[Key.atLeast] != nil, let count = language == .zh ? Phrase.atLeast.english(text) : text,
      Phrase.atLeast.chinese(count) != nil
    {
      return count
    }
    if language == .en { return keys[text] == nil ? nil : text }
    return keys.keys.first { Vocabulary.chinese($0) == text }
  }

  /// The English form of a key of the other language. A document uses one; that is said once, and the key is taken for what
  /// it means.
  private mutating func ofOther(_ key: Node, _ text: String, among keys: [String: Part]) -> String? {
    if language == .zh, keys[text] != nil {
      refuse(key, text, Vocabulary.chinese(text))
      return text
    }
    guard language == .en, let english = keys.keys.first(where: { Vocabulary.chinese($0) == text }) else { return nil }
    refuse(key, text, english)
    return english
  }

  private mutating func refuse(_ node: Node, _ text: String, _ wanted: String) {
    let isChinese = language == .zh
    diagnostics.append(
      Diagnostic(
        "mixed-languages", location: node.location,
        message: isChinese
          ? Wording(en: "`\(text)` is English in a file of Chinese keys", zh: "文件用中文键，`\(text)` 却是英文")
          : Wording(en: "`\(text)` is Chinese in a file of English keys", zh: "文件用英文键，`\(text)` 却是中文"),
        help: Wording(
          en: "write `\(wanted)`; a file keeps to one language", zh: "写成 `\(wanted)`；一个文件只用一种语言")))
  }
}

extension Node {
  /// The text of a scalar.
  var scalarText: String? { if case .scalar(let scalar) = kind { scalar.text } else { nil } }

  fileprivate func with(text: String) -> Node {
    guard case .scalar(let scalar) = kind, scalar.text != text else { return self }
    return with(.scalar(Scalar(text, isPlain: scalar.isPlain)))
  }
}

import Diagnostics
import PolicySource

/// Brings policy and test files into one style, and their keys into one language.
public enum PolicyFormat {
  /// What a document is in the new style.
  ///
  /// Comments, quotes, the order of entries and the author's own line breaks are kept, and what the document says is the
  /// same before and after: the text that is handed back has been read again and compared.
  ///
  /// - Parameter keys: the language of keys and words; by default that in which they are written.
  /// - Throws: ``Unreadable`` for a document that cannot be read, is neither policy nor tests, or mixes languages.
  public static func text(of document: Document, keys: Language? = nil) throws(Unreadable) -> String {
    guard let part = Part(of: document.root) else {
      throw Unreadable([
        Diagnostic(
          "not-a-policy", location: document.root.location,
          message: Wording(en: "this is neither a policy nor a test file", zh: "这既不是政策文件，也不是测试文件"))
      ])
    }
    let before = Translation(document.root, as: part)
    guard before.diagnostics.isEmpty else { throw Unreadable(before.diagnostics) }
    let translated = document.text(replacing: replacements(in: before, keys: keys ?? before.language))
    let middle = try Document.read(Array(translated.utf8), file: document.file, format: .yaml)
    // The new keys say the same as the old ones, and the new white space the same as the old.
    guard Translation(middle.root, as: part).root.saysSame(as: before.root), let text = middle.formattedText else {
      throw Unreadable([
        Diagnostic(
          "not-formatted", location: document.root.location,
          message: Wording(
            en: "this file cannot be formatted without changing what it says", zh: "此文件无法在不改变内容的前提下整理格式"),
          help: Wording(en: "nothing was changed", zh: "文件未作改动"))
      ])
    }
    return text
  }

  /// Whether a document is a policy or holds tests of one.
  public static func formats(_ document: Document) -> Bool { Part(of: document.root) != nil }

  private static func replacements(in translation: Translation, keys: Language) -> [(node: Node, text: String)] {
    guard keys != translation.language else { return [] }
    return translation.words.map { word in
      (node: word.node, text: keys == .zh ? word.chinese : word.english)
    }
  }
}

extension Part {
  /// What a document is, by the key with which policies and test files begin.
  init?(of root: Node) {
    func has(_ key: String) -> Bool { root[key] != nil || root[Vocabulary.chinese(key)] != nil }
    if has(Key.policy) || has(Key.module) {
      self = .policy
    } else if has(Key.tests) {
      self = .testFile
    } else {
      return nil
    }
  }
}

import Huimin

@testable import Huimin

/// The schema for files with Chinese keys, made from the one for English keys: the two can never say different things.
struct ChineseSchema {
  private var replacements: [(node: Node, text: String)] = []

  /// The text of the schema with every key and word in Chinese, laid out as the English one.
  static func text(of document: Document) -> String {
    var schema = ChineseSchema()
    schema.walk(document.root)
    return document.text(replacing: schema.replacements)
  }

  private mutating func walk(_ node: Node) {
    switch node.kind {
    case .scalar: break
    case .sequence(let items): for item in items { walk(item) }
    case .mapping(let pairs):
      for (key, value) in pairs {
        switch key.scalarText {
        case "properties":
          for (name, schema) in value.pairs {
            replaceKey(name)
            walk(schema)
          }
        case "patternProperties":
          for (name, schema) in value.pairs {
            replacePattern(name)
            walk(schema)
          }
        case "required": for name in value.items { replaceKey(name) }
        case "propertyNames":
          for name in value["not"]?["enum"]?.items ?? [] { replaceKey(name) }
          if let pattern = value["pattern"] { replacePattern(pattern) }
        case "enum": for word in value.items { replaceWord(word) }
        case "const": replaceWord(value)
        case "pattern": replacePattern(value)
        case "$id":
          replacements.append((value, value.scalarText.map { $0.replacing(".schema", with: ".zh.schema") } ?? ""))
        default: walk(value)
        }
      }
    }
  }

  private mutating func replaceKey(_ node: Node) {
    guard let text = node.scalarText else { return }
    replacements.append((node, Vocabulary.chinese(text)))
  }

  private mutating func replaceWord(_ node: Node) {
    guard let text = node.scalarText else { return }
    replacements.append((node, Vocabulary.chineseWord(text)))
  }

  /// Patterns that hold words of the language; others are of dates and names.
  private mutating func replacePattern(_ node: Node) {
    let types = Reader.typeWords.map(Vocabulary.chineseWord).joined(separator: "|")
    let roundings = Phrase.roundings.map(\.chinese).joined(separator: "|")
    switch node.scalarText {
    case "^(list of )?(boolean|number|integer|years|money|percent|date|text)$":
      replacements.append((node, "^(\(types))(\(Vocabulary.chineseWord("list")))*$"))
    case "^(up|down|half up|half down|half even|floor|ceiling) to [0-9.]+$":
      replacements.append((node, "^(\(roundings)) *([0-9.]+|元|角|分)$"))
    case "^(all|any|at least [1-9][0-9]*)$":
      let words = [Key.all, Key.any].map(Vocabulary.chinese).joined(separator: "|")
      replacements.append((node, "^(\(words)|\(Vocabulary.chinese(Key.atLeast)) *[1-9][0-9]* *项?)$"))
    default: break
    }
  }
}

extension Node {
  fileprivate var items: [Node] { if case .sequence(let items) = kind { items } else { [] } }
  fileprivate var pairs: [(key: Node, value: Node)] { if case .mapping(let pairs) = kind { pairs } else { [] } }
}

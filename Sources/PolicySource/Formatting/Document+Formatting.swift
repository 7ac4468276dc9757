extension Document {
  /// The text of the document in the one style of YAML documents; white space alone differs.
  ///
  /// `nil` where that would change what the document says, as it can of a block that begins with blanks: the text has been
  /// read again and compared.
  package var formattedText: String? {
    let text = YAMLFormat.text(of: self)
    guard let again = try? Document.read(Array(text.utf8), file: file, format: .yaml), again.root.saysSame(as: root)
    else { return nil }
    return text
  }

  /// The text of the document with the texts of some scalars replaced, everything else as it stands.
  ///
  /// - Parameter replacements: scalars of this document that stand on one line, in any order, each once.
  package func text(replacing replacements: [(node: Node, text: String)]) -> String {
    let changes = replacements.map { node, text in
      let span = span(of: node)
      let first = lines[span.start]
      let quote = first == "\"" || first == "'" ? String(first.map(Character.init) ?? "\"") : ""
      return (span, quote + text + quote)
    }
    return self.text(replacing: Dictionary(changes, uniquingKeysWith: { first, _ in first }))
  }
}

extension Node {
  /// Whether two nodes say the same, wherever they stand.
  package func saysSame(as other: Node) -> Bool {
    switch (kind, other.kind) {
    case (.scalar(let a), .scalar(let b)): a.text == b.text && a.isPlain == b.isPlain
    case (.sequence(let a), .sequence(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.saysSame(as: $1) }
    case (.mapping(let a), .mapping(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key.saysSame(as: $1.key) && $0.value.saysSame(as: $1.value) }
    default: false
    }
  }
}

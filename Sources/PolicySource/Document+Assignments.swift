extension Document {
  /// A mapping from words such as `age=83`, as they stand on a command line: each on a line of the document.
  ///
  /// A value that begins with `[`, `{` or a quote is read as YAML; any other is a plain scalar, whatever is in it.
  /// - Throws: ``Unreadable`` for words without `=` or without a value, and for values that are not YAML.
  public static func ofAssignments(_ words: [String], file: String) throws(Unreadable) -> Document {
    let lines = LineIndex(words.joined(separator: "\n"), file: file)
    var pairs: [(key: Node, value: Node)] = []
    var problems: [Diagnostic] = []
    var start = 0
    for word in words {
      let scalars = Array(word.unicodeScalars)
      let whole = Span(start, start + scalars.count)
      let equals = scalars.firstIndex(of: "=") ?? 0
      if equals > 0, equals + 1 < scalars.count {
        let key = node(scalars[..<equals], at: start, in: lines)
        do throws(Unreadable) {
          pairs.append((key, try value(scalars[(equals + 1)...], at: start + equals + 1, in: lines)))
        } catch {
          problems.append(
            Diagnostic(
              "usage", location: lines.location(whole),
              message: error.diagnostics.first?.message ?? Wording(both: word), help: error.diagnostics.first?.help))
        }
      } else {
        problems.append(notAnAssignment(word, isEmpty: equals > 0, at: lines.location(whole)))
      }
      start = whole.end + 1
    }
    guard problems.isEmpty else { throw Unreadable(problems) }
    let extent = Span(0, lines.text.count)
    return Document(
      file: file, root: Node(.mapping(pairs), location: lines.location(extent), extent: extent), lines: lines)
  }

  private static func notAnAssignment(_ word: String, isEmpty: Bool, at location: Location) -> Diagnostic {
    Diagnostic(
      "usage", location: location,
      message: Wording(
        en: "`\(Quotation.of(word))` is not a fact with its value", zh: "`\(Quotation.of(word))` 不是 事实=值"),
      help: isEmpty
        ? Wording(en: "write `null` for what is not known", zh: "未知写 `null`")
        : Wording(en: "write `age=83`, with a half-width `=`", zh: "写成 `age=83`，用半角 `=`"))
  }

  private static func node(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int, in lines: LineIndex) -> Node {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let extent = Span(start, start + scalars.count)
    return Node(.scalar(Scalar(String(text), isPlain: true)), location: lines.location(extent), extent: extent)
  }

  private static func value(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int, in lines: LineIndex)
    throws(Unreadable) -> Node
  {
    let plain = node(scalars, at: start, in: lines)
    guard case .scalar(let scalar) = plain.kind, let first = scalars.first, "[{\"'".unicodeScalars.contains(first)
    else {
      return plain
    }
    let inner = try read(Array(scalar.text.utf8), file: lines.file, format: .yaml)
    return Node(inner.root.kind, location: plain.location, extent: plain.extent)
  }
}

import FEEL

/// A page before it is set as text, Markdown or HTML: headings, statements, amounts and items, in order.
struct Sheet {
  let language: Language
  private(set) var blocks: [Block] = []

  init(_ language: Language) { self.language = language }

  /// A piece of a page. Its texts are as people read them; nothing in them is escaped.
  enum Block {
    /// The heading of the whole.
    case title(String)
    /// A small line under the title.
    case detail(String)
    /// A name with its text: `编号：…`.
    case field(String, String)
    case section(String)
    /// The name of the amounts that follow.
    case line(String)
    /// A name with its value.
    case statement(name: String, value: String, Tone)
    /// Names at the left, amounts at the right.
    case amounts([(name: String, amount: String)])
    /// Text behind a mark, further in the deeper it stands; without a mark it goes on with the item before.
    case item(Mark, String, depth: Int, isFaint: Bool)
    case paragraph(String, isFaint: Bool)
    /// Lines at the right, at the end of a letter.
    case signature([String])
  }

  /// The sense of a value or mark, which a terminal shows by its colour.
  enum Tone {
    case good, bad, open, strong, faint, plain
  }

  /// A sign before an item, with its sense.
  struct Mark {
    let text: String
    var tone = Tone.plain

    static let none = Mark(text: " ")
    static let point = Mark(text: "·")
    static let met = Mark(text: "✓", tone: .good)
    static let unmet = Mark(text: "✗", tone: .bad)
    static let waived = Mark(text: "○", tone: .good)
    static let open = Mark(text: "?", tone: .open)
    static let failed = Mark(text: "!", tone: .bad)
    static let step = Mark(text: "→")
    static let note = Mark(text: "※")
  }

  mutating func title(_ text: String) { blocks.append(.title(text)) }
  mutating func detail(_ text: String) { blocks.append(.detail(text)) }
  mutating func field(_ name: String, _ text: String) { blocks.append(.field(name, text)) }
  mutating func section(_ title: String) { blocks.append(.section(title)) }
  mutating func line(_ text: String) { blocks.append(.line(text)) }

  mutating func statement(_ name: String, _ value: String, _ tone: Tone) {
    blocks.append(.statement(name: name, value: value, tone))
  }

  mutating func amounts(_ rows: [(String, String)]) {
    blocks.append(.amounts(rows.map { (name: $0.0, amount: $0.1) }))
  }

  mutating func item(_ mark: Mark, _ text: String, depth: Int = 0, isFaint: Bool = false) {
    blocks.append(.item(mark, text, depth: depth, isFaint: isFaint))
  }

  mutating func paragraph(_ text: String, isFaint: Bool = false) {
    blocks.append(.paragraph(text, isFaint: isFaint))
  }

  mutating func signature(_ lines: [String]) { blocks.append(.signature(lines)) }
}

extension Sheet.Tone {
  /// The sense of a verdict; other values only stand out.
  init(of value: Value) {
    switch value {
    case .boolean(true): self = .good
    case .boolean(false): self = .bad
    case .unknown: self = .open
    default: self = .strong
    }
  }
}

extension Language {
  /// The tag of the language for documents (BCP 47).
  var tag: String { self == .zh ? "zh-CN" : "en" }
}

extension String {
  /// Whether it is nothing but the address of a page, of characters that need no care anywhere.
  var isWebAddress: Bool {
    guard hasPrefix("https://") || hasPrefix("http://") else { return false }
    return unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) && !"<>\"'\\^`{|}".unicodeScalars.contains($0) }
  }
}

import PolicySource
import Testing

/// Whatever comes in, out comes a document or a located diagnostic, and the diagnostic can be shown.
@Suite struct ReadingFuzzTests {
  @Test func randomBytesAreReadOrRefused() {
    check(default: 3000) { random in
      (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
  }

  @Test func soupOfTokensIsReadOrRefused() {
    check(default: 4000) { random in
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &random) { text += Self.tokens.randomElement(using: &random) ?? "" }
      return Array(text.utf8)
    }
  }

  @Test(arguments: [Document.Format.yaml, .json])
  func aValidDocumentWithMistakesIsReadOrRefused(format: Document.Format) {
    let valid = Array((format == .yaml ? Self.policy : Self.data).utf8)
    #expect(problems(valid, as: format).isEmpty)
    check(default: 2000) { random in
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: min(place, max(0, bytes.count - 1)))
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 2: bytes.insert(contentsOf: (Self.tokens.randomElement(using: &random) ?? "").utf8, at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...30, using: &random)))
        default:
          let piece = bytes[place..<min(bytes.count, place + Int.random(in: 0...30, using: &random))]
          bytes.insert(contentsOf: Array(piece), at: Int.random(in: 0...bytes.count, using: &random))
        }
        if bytes.isEmpty { bytes = valid }
      }
      return bytes
    }
  }

  private func check(default count: Int, _ make: (inout SplitMix64) -> [UInt8]) {
    var random = SplitMix64(seed: RandomTesting.seed)
    let clock = ContinuousClock()
    for number in 0..<RandomTesting.cases(default: count) {
      let bytes = make(&random)
      for format in [Document.Format.yaml, .json, nil] {
        let start = clock.now
        let complaint = complaint(bytes, format)
        let time = clock.now - start
        let wrong = complaint ?? (time > .seconds(10) ? "took \(time)" : nil)
        #expect(
          wrong == nil,
          "seed \(RandomTesting.seed), case \(number): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
  }

  /// What is wrong with how a text was read, or `nil`.
  private func complaint(_ bytes: [UInt8], _ format: Document.Format?) -> String? {
    do throws(Unreadable) {
      let document = try Document.read(bytes, file: "p", format: format)
      return complaint(document.root, document)
    } catch {
      guard !error.diagnostics.isEmpty else { return "no diagnostic" }
      for diagnostic in error.diagnostics {
        guard let location = diagnostic.location else { return "no place: \(diagnostic)" }
        guard location.start.line >= 1, location.start.column >= 1, location.end >= location.start else {
          return "no such place: \(location.places)"
        }
        // A message of libyaml's own means that nobody thought of this.
        if diagnostic.message.en?.hasPrefix("this is not YAML") == true { return diagnostic.message.en }
        for language in Language.allCases {
          let text = DiagnosticText(language: language, isColored: false, bytes: ["p": bytes]).text(of: diagnostic)
          if !text.contains("p:\(location.start.line):") { return "not shown: \(text)" }
          if text.unicodeScalars.contains(where: { $0 != "\n" && Quotation.isControl($0) }) {
            return "control in \(text)"
          }
          if text.utf8.count > 3000 { return "long: \(text)" }
        }
      }
      return nil
    }
  }

  private func complaint(_ node: Node, _ document: Document) -> String? {
    guard node.location.end >= node.location.start else { return "backwards: \(node.location.places)" }
    if case .scalar(let scalar) = node.kind {
      let count = scalar.text.unicodeScalars.count
      for offset in [-1, 0, count / 2, count, count + 1] {
        let location = document.location(of: Span(offset, offset + 2), in: node)
        if location.end < location.start { return "backwards: \(location.places)" }
      }
    }
    if case .mapping(let pairs) = node.kind {
      for pair in pairs { if let wrong = complaint(pair.key, document) { return wrong } }
    }
    for item in node.items { if let wrong = complaint(item, document) { return wrong } }
    return nil
  }

  private static let tokens = [
    "a", "年龄", ": ", ":", "：", "- ", "-", "? ", "\n", "\n  ", "\n    ", "\r\n", "\r", "\t", " ", "[", "]", "{", "}",
    ",", "，",
    "\"", "'", "“", "”", "|\n", ">-\n  ", "|2+\n", "&x ", "*x", "!t ", "!!str ", "%", "@", "`", "#", " # c\n", "---\n",
    "...\n",
    "<<: ", "\\", "\\n", "\\u12", "\\ud83d", "1", "-1.5e3", "null", "~", "true", "\u{FEFF}", "\0", "\u{85}", "\u{2028}",
    "\u{3000}",
    "\u{A0}", "😀", "e\u{301}", "%TAG ! x\n", "%YAML 1.1\n", "a: ", "b:\n", "\"x\": ", "'it''s'", "\"q\"", "http://x",
    "//", "/*",
    "\u{1B}", "\u{10FFFF}", "\u{FFFE}", "!<", "!a!b ", "&", "*", "!",
  ]

  private static let policy = """
    # 惠民政策
    policy: &name 高龄津贴
    label:
      en: "Old-age \\"allowance\\" \\u5e74"
      zh: '老人''津贴'
    facts:
      年龄: {type: number, unit: 岁}
      list: [a, "b", 'c', [1, 2], {x: y}]
    decisions:
      - name: 津贴
        when: >-
          年龄 >= 80 and
          收入 < 1.10

          户籍 = "本地"
        text: |2
            indented
          text
        note: plain text
          that goes on
        copy: *name
      -
        - 1
        - ~
    ...

    """

  private static let data = """
    {"name": "张三\\n\\ud83d\\ude00", "age": -1.5e+3, "list": [true, false, null, [], {}, [1, 2]],
     "nested": {"a": {"b": {"c": "\\"\\\\\\/"}}}}
    """
}

/// Brings a YAML document into one style: two columns a level, one space after `:` and `-`, spaces inside braces and none
/// inside brackets, no blanks at the end of a line, at most one empty line. Comments, the order of entries, quotes and line
/// breaks stay as the author put them.
///
/// Only white space is ever changed, so what the document says cannot change; the caller still compares both.
struct YAMLFormat {
  private let lines: LineIndex
  /// By line, how far its first character is to be indented.
  private var indents: [Int: Int] = [:]
  /// By line inside a scalar of several lines, how far it is shifted.
  private var shifts: [Int: Int] = [:]
  /// Lines that belong to a scalar begun on an earlier line.
  private var inside: Set<Int> = []
  /// What stands between two tokens, and what is to stand there instead.
  private var gaps: [(span: Span, text: String)] = []
  /// By line, where its last token ends.
  private var ends: [Int: Int] = [:]

  /// The text of a YAML document in the style.
  static func text(of document: Document) -> String {
    var format = YAMLFormat(lines: document.lines)
    format.walk(document.root, 0)
    return format.assembled()
  }

  private init(lines: LineIndex) { self.lines = lines }

  // MARK: What is where

  private func line(_ offset: Int) -> Int { lines.position(offset).line }

  /// Whether nothing but blanks stands before an offset on its line.
  private func leads(_ offset: Int) -> Bool {
    guard let range = lines.range(ofLine: line(offset)), range.lowerBound <= offset else { return false }
    return lines.text[range.lowerBound..<offset].allSatisfy { $0 == " " }
  }

  private func isFlow(_ node: Node) -> Bool {
    let first = lines[node.extent.start]
    return first == "{" || first == "["
  }

  private mutating func place(_ offset: Int, _ indent: Int) {
    if leads(offset) { indents[line(offset)] = indent }
  }

  private mutating func end(at offset: Int) {
    guard offset > 0 else { return }
    let number = line(offset - 1)
    ends[number] = max(ends[number] ?? 0, offset)
  }

  // MARK: Nodes

  /// - Parameter indent: how far the entries or items of the node are indented.
  private mutating func walk(_ node: Node, _ indent: Int) {
    switch node.kind {
    case .scalar: scalar(node, indent)
    case .mapping where isFlow(node), .sequence where isFlow(node): flow(node, indent)
    case .mapping(let pairs):
      for (key, value) in pairs {
        place(key.extent.start, indent)
        scalar(key, indent)
        // What an alias repeats stands further up, and is laid out there.
        guard value.extent.start >= key.extent.end else { continue }
        separate(key, value)
        if case .scalar = value.kind { place(value.extent.start, indent + 2) }
        walk(value, indent + 2)
      }
    case .sequence(let items):
      var before = node.extent.start
      for item in items where item.extent.start >= before {
        dash(after: before, item, indent)
        walk(item, indent + 2)
        before = lines.trimmed(item.extent).end
      }
    }
  }

  /// One space after the colon, where the value stands on the line of its key.
  private mutating func separate(_ key: Node, _ value: Node) {
    let gap = Span(lines.trimmed(key.extent).end, max(key.extent.end, value.extent.start))
    guard value.extent.end > value.extent.start, value.extent.start > gap.start else { return }
    rewrite(gap, to: ": ", allowing: ":")
  }

  /// The dash of an item, and one space after it.
  ///
  /// - Parameter before: where the item before ends; only white space and comments stand between there and the dash.
  private mutating func dash(after before: Int, _ item: Node, _ indent: Int) {
    var offset = before
    while let scalar = lines[offset], scalar != "-" {
      if scalar == "#" {
        while let next = lines[offset], next != "\n" { offset += 1 }
      } else if scalar.properties.isWhitespace {
        offset += 1
      } else {
        return
      }
    }
    guard lines[offset] == "-" else { return }
    place(offset, indent)
    end(at: offset + 1)
    guard item.extent.end > item.extent.start else { return }
    place(item.extent.start, indent + 2)
    rewrite(Span(offset + 1, item.extent.start), to: " ", allowing: "")
  }

  /// A scalar of several lines: a block keeps its own indentation within it, the lines of another have none.
  private mutating func scalar(_ node: Node, _ indent: Int) {
    let extent = lines.trimmed(node.extent)
    guard extent.end > extent.start else { return }
    end(at: extent.end)
    let (first, last) = (line(extent.start), line(extent.end - 1))
    guard last > first else { return }
    inside.formUnion((first + 1)...last)
    let isBlock = lines[extent.start] == "|" || lines[extent.start] == ">"
    guard isBlock else {
      for number in (first + 1)...last { indents[number] = indent }
      return
    }
    let content = ((first + 1)...last).compactMap { indentation(ofLine: $0) }.first ?? 0
    let header = lines.range(ofLine: first).map { lines.string(extent.start..<$0.upperBound) } ?? ""
    // With the indentation written in its header a block may begin with blanks of its own.
    guard !header.contains(where: \.isNumber) else { return }
    // A document that is one block has its content indented too.
    for number in (first + 1)...last { shifts[number] = max(indent, 2) - content }
  }

  /// The blanks before the first character of a line; nothing for an empty line.
  private func indentation(ofLine number: Int) -> Int? {
    guard let range = lines.range(ofLine: number), let first = lines.text[range].firstIndex(where: { $0 != " " }) else {
      return nil
    }
    return first - range.lowerBound
  }

  // MARK: Flow collections

  /// `{ a: 1 }` and `[a, b]`. Over several lines the breaks stay, and each level is two columns further in.
  private mutating func flow(_ node: Node, _ indent: Int) {
    let extent = node.extent
    guard extent.end - extent.start >= 2 else { return }
    place(extent.start, indent)
    // What opens behind a key or a dash belongs to that line.
    let indent = leads(extent.start) ? indent : max(0, indent - 2)
    end(at: extent.end)
    let isMapping = if case .mapping = node.kind { true } else { false }
    let edge = isMapping ? " " : ""
    var before = extent.start + 1
    var isFirst = true
    let children: [(first: Node, second: Node?)] =
      switch node.kind {
      case .mapping(let pairs): pairs.map { ($0.key, $0.value) }
      case .sequence(let items): items.map { ($0, nil) }
      case .scalar: []
      }
    for (first, second) in children {
      if isFirst {
        rewrite(Span(before, first.extent.start), to: edge, allowing: "")
      } else {
        rewrite(Span(before, first.extent.start), to: ", ", allowing: ",")
      }
      isFirst = false
      place(first.extent.start, indent + 2)
      walk(first, indent + 2)
      before = lines.trimmed(first.extent).end
      guard let second, second.extent.end > second.extent.start else { continue }
      rewrite(Span(before, second.extent.start), to: ": ", allowing: ":")
      place(second.extent.start, indent + 4)
      walk(second, indent + 2)
      before = lines.trimmed(second.extent).end
    }
    place(extent.end - 1, indent)
    rewrite(Span(before, extent.end - 1), to: children.isEmpty ? "" : edge, allowing: "")
  }

  /// Puts a gap between two tokens of one line right, where nothing else stands in it.
  private mutating func rewrite(_ gap: Span, to text: String, allowing mark: String) {
    guard gap.start >= 0, gap.end >= gap.start, gap.end <= lines.text.count else { return }
    let found = lines.string(gap.start..<gap.end)
    guard found != text, !found.contains("\n"), found.filter({ $0 != " " }) == mark else { return }
    gaps.append((gap, text))
  }

  // MARK: Lines

  private func assembled() -> String {
    var result: [String] = []
    var count = 1
    var wasEmpty = true
    let byLine = Dictionary(grouping: gaps) { line($0.span.start) }
    // By old indentation, how the lines above were indented: a comment goes with its neighbours.
    var known: [Int: Int] = [:]
    while let range = lines.range(ofLine: count) {
      defer { count += 1 }
      if inside.contains(count) {
        result.append(continued(count, range))
        wasEmpty = false
        continue
      }
      guard let old = indentation(ofLine: count) else {
        if !wasEmpty { result.append("") }
        wasEmpty = true
        continue
      }
      wasEmpty = false
      let isComment = lines[range.lowerBound + old] == "#"
      let new = isComment ? commentIndent(count, old, known) : indents[count] ?? old
      if !isComment { known = known.filter { $0.key < old }.merging([old: new]) { $1 } }
      let text = rewritten(range.lowerBound + old, range.upperBound, byLine[count] ?? [], ends[count])
      result.append(String(repeating: " ", count: new) + text)
    }
    while result.last?.isEmpty == true { result.removeLast() }
    // A block at the very end says by its last line break whether its text ends with one.
    let isOpenBlock = inside.contains(count - 1) && lines.text.last != "\n"
    return result.joined(separator: "\n") + (isOpenBlock ? "" : "\n")
  }

  /// A line of a scalar that began above.
  private func continued(_ number: Int, _ range: Range<Int>) -> String {
    let old = indentation(ofLine: number)
    guard let shift = shifts[number] else {
      guard let old else { return "" }
      let text = rewritten(
        range.lowerBound + old, range.upperBound, gaps.filter { line($0.span.start) == number }, ends[number])
      return String(repeating: " ", count: indents[number] ?? old) + text
    }
    guard let old else {
      // Blanks beyond the indentation of a block are part of it.
      return range.isEmpty ? "" : String(repeating: " ", count: max(0, range.count + shift))
    }
    return String(repeating: " ", count: max(0, old + shift))
      + lines.string((range.lowerBound + old)..<range.upperBound)
  }

  /// A comment stands as far in as the next line of content, or as those before it that it stood in line with.
  private func commentIndent(_ number: Int, _ old: Int, _ known: [Int: Int]) -> Int {
    var next = number + 1
    while let range = lines.range(ofLine: next) {
      if let indent = indentation(ofLine: next), lines[range.lowerBound + indent] != "#" {
        if indent != old, let same = known[old] { return same }
        return indents[next] ?? indent
      }
      next += 1
    }
    return known[old] ?? old
  }

  /// The rest of a line with its gaps put right, its comment set apart and no blanks at its end.
  private func rewritten(_ start: Int, _ end: Int, _ gaps: [(span: Span, text: String)], _ last: Int?) -> String {
    var text = ""
    var position = start
    for gap in gaps.sorted(by: { $0.span.start < $1.span.start }) where gap.span.start >= position {
      text += lines.string(position..<gap.span.start) + gap.text
      position = gap.span.end
    }
    let comment = (max(position, last ?? start)..<max(position, end)).first {
      lines[$0] == "#" && ($0 == start || lines[$0 - 1] == " ")
    }
    guard let comment, comment < end else {
      return (text + lines.string(position..<end)).withoutBlanksAtEnd
    }
    var before = (text + lines.string(position..<comment))
    if comment > start, !before.hasSuffix("  ") { before = before.withoutBlanksAtEnd + "  " }
    let words = lines.string((comment + 1)..<end).withoutBlanksAtEnd
    let isApart = words.isEmpty || words.hasPrefix(" ") || words.hasPrefix("#") || words.hasPrefix("!")
    return before + "#" + (isApart ? "" : " ") + words
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    var view = Substring(self)
    while view.last == " " || view.last == "\t" { view.removeLast() }
    return String(view)
  }
}

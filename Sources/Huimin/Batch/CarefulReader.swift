import Diagnostics
import FEEL
import PolicySource

/// Reads one record as `decide --facts` does, and says everything that is wrong in it. It reads what the quick reader leaves
/// to it: lists, judgements, unusual spellings, and mistakes.
struct CarefulReader {
  private let layout: BatchLayout
  private let bytes: [UInt8]
  /// The lines of the record, and the number of the first.
  private let extent: Range<Int>
  private let line: Int

  init(_ layout: BatchLayout, _ bytes: [UInt8], _ extent: Range<Int>, line: Int) {
    self.layout = layout
    self.bytes = bytes
    self.extent = extent
    self.line = line
  }

  /// The facts of a record whose fields were found.
  func facts(_ fields: [RawField], _ version: BatchLayout.Version) throws(Unreadable) -> Facts {
    let names = Set(version.program.facts.map(\.name) + FactReader.overridesKeys)
    let root =
      switch layout.form {
      case .ndjson: try document()
      case .csv: try row(fields, version)
      }
    guard case .mapping(let pairs) = root.kind else { throw Unreadable([notAnObject]) }
    let asked = pairs.filter { $0.key.scalarText.map(names.contains) ?? false }
    return try Facts(root.with(.mapping(asked)), for: version.program)
  }

  /// Why a line of JSON is no object whose fields can be found.
  var problem: Unreadable {
    do throws(Unreadable) {
      _ = try document()
      return Unreadable([notAnObject])
    } catch {
      return error
    }
  }

  /// A field that nobody asks for.
  func stranger(_ name: String, column: Int) -> Diagnostic {
    let place = Position(line: line, column: column)
    return Diagnostic(
      "unknown-fact", location: Location(file: layout.file, start: place, end: place),
      message: Wording(en: "nothing asks for `\(Quotation.of(name))`", zh: "没有用到 `\(Quotation.of(name))`"),
      help: Suggestion.didYouMean(name, among: layout.names.names)
        ?? Wording(en: "without `--strict` it is passed over", zh: "不写 `--strict` 就略过"))
  }

  /// The place of a byte of the record, its column counted in characters.
  func location(of place: Int) -> Location {
    let before = bytes[extent.lowerBound..<place]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? extent.lowerBound
    let position = Position(
      line: line + bytes.lineEnds(from: extent.lowerBound, to: place),
      column: bytes[start..<place].count { $0 & 0xC0 != 0x80 } + 1)
    return Location(file: layout.file, start: position, end: position)
  }

  // MARK: JSON

  private func document() throws(Unreadable) -> Node {
    guard let text = bytes.text(extent.lowerBound, extent.upperBound) else {
      throw Unreadable([CSVProblem.notUTF8.diagnostic(at: location(of: extent.lowerBound))])
    }
    return try Document.jsonLine(text, file: layout.file, line: line).root
  }

  private var notAnObject: Diagnostic {
    Diagnostic(
      "not-a-record", location: location(of: extent.lowerBound),
      message: Wording(en: "the line is not a JSON object", zh: "这一行不是 JSON 对象"),
      help: Wording(en: "write one object a line: `{\"age\": 70}`", zh: "每行写一个对象：`{\"年龄\": 70}`"))
  }

  // MARK: Tables

  /// A row as a record. A cell is what would stand without quotes in YAML; lists and records stand in it as JSON.
  private func row(_ fields: [RawField], _ version: BatchLayout.Version) throws(Unreadable) -> Node {
    var pairs: [(key: Node, value: Node)] = []
    let asked =
      version.facts.map { ($0.slot, $0.fact.isNested) } + layout.overrideSlots.map { ($0, true) }
    for (slot, isNested) in asked where fields[slot].form != .absent {
      let place = location(of: fields[slot].start)
      guard let text = CSVScanner.text(of: fields[slot], in: bytes) else {
        throw Unreadable([CSVProblem.notUTF8.diagnostic(at: place)])
      }
      let key = Node(.scalar(Scalar(layout.names.names[slot], isPlain: true)), at: place)
      pairs.append((key, try cell(text, isNested: isNested, at: place)))
    }
    return Node(.mapping(pairs), at: location(of: extent.lowerBound))
  }

  private func cell(_ text: String, isNested: Bool, at place: Location) throws(Unreadable) -> Node {
    guard isNested, text.hasPrefix("[") || text.hasPrefix("{") else {
      // A text such as `~` or `null` is one here: only an empty cell says nothing.
      return Node(.scalar(Scalar(text, isPlain: !Scalar(text, isPlain: true).isNull)), at: place)
    }
    do throws(Unreadable) {
      return try Document.read(Array(text.utf8), file: layout.file, format: .json).root.moved(to: place)
    } catch {
      throw Unreadable(error.diagnostics.map { $0.located(at: place) })
    }
  }
}

extension Fact {
  /// Whether a value of it is written with parts.
  fileprivate var isNested: Bool {
    switch type {
    case .list, .record: true
    default: judgement != nil
    }
  }
}

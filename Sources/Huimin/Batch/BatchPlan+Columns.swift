import Diagnostics
import FEEL
import PolicySource

/// The columns of the input: whether they are what is asked for.
extension BatchPlan {
  static func header(_ cutter: inout BlockCutter, _ file: String) throws(Unreadable) -> [String] {
    let start = Position(line: 1, column: 1)
    guard let header = cutter.header() else {
      throw Unreadable([
        CSVProblem.tooLong.diagnostic(at: Location(file: file, start: start, end: start))
      ])
    }
    let place = Position(line: header.line, column: 1)
    let location = Location(file: file, start: place, end: place)
    if let problem = header.problem { throw Unreadable([problem.diagnostic(at: location)]) }
    guard !header.cells.isEmpty else {
      throw Unreadable([
        Diagnostic(
          "empty-document", location: location, message: Wording(en: "the document is empty", zh: "文件是空的"),
          help: Wording(en: "the first line names the columns", zh: "第一行须是各列的名称"))
      ])
    }
    for (position, name) in header.cells.enumerated() where !name.isEmpty && header.cells[..<position].contains(name) {
      throw Unreadable([
        Diagnostic(
          "duplicate-key", location: location,
          message: Wording(en: "two columns are called `\(Quotation.of(name))`", zh: "有两列都叫 `\(Quotation.of(name))`"))
      ])
    }
    return header.cells
  }

  /// - Throws: for columns that nobody asks for, where that is an error.
  static func remarks(on layout: BatchLayout, _ programs: [Program]) throws(Unreadable) -> [Diagnostic] {
    guard layout.form == .csv else { return [] }
    let place = Position(line: 1, column: 1)
    let location = Location(file: layout.file, start: place, end: place)
    let strangers = zip(layout.header, layout.slots).filter { $0.1 == nil }.map(\.0)
    let facts = programs.flatMap { $0.facts.map(\.name) }.uniqued
    if layout.isStrict, !strangers.isEmpty {
      throw Unreadable(
        strangers.map { name in
          CarefulReader(layout, [], 0..<0, line: 1).stranger(name, column: 1)
        })
    }
    if let field = layout.daySlot.map({ layout.names.names[$0] }), !layout.header.contains(field) {
      throw Unreadable([
        Diagnostic(
          "unknown-column", location: location,
          message: Wording(en: "there is no column `\(field)`", zh: "没有 `\(field)` 这一列"),
          help: Suggestion.oneOf(layout.header, insteadOf: field))
      ])
    }
    let missing = facts.filter { !layout.header.contains($0) }
    guard !missing.isEmpty else { return [] }
    let names = missing.map { "`\($0)`" }
    return [
      Diagnostic(
        "missing-column", severity: .warning, location: location,
        message: Wording(
          en: "no column for \(names.joined(separator: ", ")): unknown in every record",
          zh: "没有 \(names.joined(separator: "、")) 列：每条记录中都是未知"),
        help: missing.lazy.compactMap { Suggestion.didYouMean($0, among: strangers) }.first == nil
          ? nil
          : Wording(
            en: "the columns \(strangers.map { "`\($0)`" }.joined(separator: ", ")) are not used",
            zh: "\(strangers.map { "`\($0)`" }.joined(separator: "、")) 列没有用到"))
    ]
  }

  /// Whether the fields that are copied from lines of JSON are there: a name that is misspelt would only give nothing.
  ///
  /// - Throws: for a field that not one record of the first block has.
  package func require(fieldsIn first: RecordBlock) throws(Unreadable) {
    guard layout.form == .ndjson, !first.isTooLong else { return }
    var missing = choice.fields
    var scanner = NDJSONScanner(first.bytes)
    var (place, isRead) = (0, false)
    while place < first.bytes.count, !missing.isEmpty {
      let end = first.bytes.firstPlace(of: 0x0A, from: place, to: first.bytes.count)
      var fields: [RawField] = layout.names.names.map { _ in .absent }
      if scanner.scan(place..<end, for: layout.names, into: &fields) {
        isRead = true
        missing.removeAll { name in layout.names.slot(of: name).map { fields[$0].form != .absent } ?? false }
      }
      place = end + 1
    }
    if isRead, let name = missing.first { throw Unreadable([choice.unknown(name, among: [])]) }
  }
}

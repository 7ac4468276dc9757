import Diagnostics
import FEEL
import PolicySource

/// A record as it was read.
struct ReadRecord {
  /// The number of its first line.
  let line: Int
  /// Its bytes in the block.
  let extent: Range<Int>
  /// Where its fields stand, by their slots.
  let fields: [RawField]
  let facts: Facts
  let day: CalendarDate
  /// Which version of the policy is in force on the day.
  let version: Int
}

/// Reads the records of one block, one after the other.
struct RecordReader {
  private let layout: BatchLayout
  private let bytes: [UInt8]
  private var scanner: NDJSONScanner
  private var cells: [RawField] = []
  private var fields: [RawField]
  private let noFields: [RawField]
  private var place = 0
  private var line: Int

  /// One step through a block.
  enum Step {
    case record(ReadRecord)
    /// What cannot be read, with its bytes.
    case refused([Diagnostic], line: Int, extent: Range<Int>)
    case end
  }

  init(_ block: RecordBlock, _ layout: BatchLayout) {
    self.layout = layout
    bytes = block.bytes
    line = block.firstLine
    scanner = NDJSONScanner(bytes)
    noFields = layout.names.names.map { _ in .absent }
    fields = noFields
  }

  mutating func next() -> Step {
    while place < bytes.count {
      let (start, first) = (place, line)
      fields = noFields
      do throws(Unreadable) {
        guard let extent = try layout.form == .ndjson ? object() : row() else { continue }
        return .record(try record(extent, line: first))
      } catch {
        return .refused(error.diagnostics, line: first, extent: start..<endOfRecord(start))
      }
    }
    return .end
  }

  /// The bytes of a record without the end of its last line.
  private func endOfRecord(_ start: Int) -> Int {
    var end = place
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The line of a JSON object; nothing for an empty one.
  private mutating func object() throws(Unreadable) -> Range<Int>? {
    let extent = place..<bytes.firstPlace(of: 0x0A, from: place, to: bytes.count)
    let first = line
    place = min(extent.upperBound + 1, bytes.count)
    line += 1
    if bytes[extent].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
    let careful = CarefulReader(layout, bytes, extent, line: first)
    guard bytes.isUTF8(from: extent.lowerBound, to: extent.upperBound),
      scanner.scan(extent, for: layout.names, into: &fields)
    else { throw careful.problem }
    if layout.isStrict, let stranger = scanner.stranger {
      let name =
        stranger.form == .escaped ? JSONText.unescaped(bytes, stranger) : bytes.text(stranger.start, stranger.end)
      throw Unreadable([
        careful.stranger(name ?? "", column: careful.location(of: stranger.start - 1).start.column)
      ])
    }
    for slot in fields.indices where fields[slot].isNull(in: bytes) { fields[slot].form = .absent }
    return extent
  }

  /// The lines of a row; nothing for empty ones.
  private mutating func row() throws(Unreadable) -> Range<Int>? {
    let (start, first) = (place, line)
    func location(_ place: Int) -> Location {
      CarefulReader(layout, bytes, start..<bytes.count, line: first).location(of: place)
    }
    switch CSVScanner.scan(bytes, from: start, to: bytes.count, isWhole: true, into: &cells) {
    case .record(let next):
      place = next
      line += bytes.lineEnds(from: start, to: next)
      if cells.allSatisfy({ $0.form == .absent }) { return nil }
      guard cells.count == layout.header.count else {
        let problem = CSVProblem.cellCount(cells.count, wanted: layout.header.count)
        throw Unreadable([problem.diagnostic(at: location(start))])
      }
      guard bytes.isUTF8(from: start, to: next) else {
        throw Unreadable([CSVProblem.notUTF8.diagnostic(at: location(start))])
      }
      for (position, slot) in layout.slots.enumerated() { if let slot { fields[slot] = cells[position] } }
      return start..<endOfRecord(start)
    case .problem(let problem, let at):
      // Only the line that begins it is given up: what stands behind it may well be whole.
      place = min(bytes.firstPlace(of: 0x0A, from: start, to: bytes.count) + 1, bytes.count)
      line += 1
      // A quote that is only closed in a later line belongs to another cell.
      throw Unreadable([
        at < place ? problem.diagnostic(at: location(at)) : CSVProblem.neverClosed.diagnostic(at: location(start))
      ])
    case .unfinished:
      place = bytes.count
      return nil
    }
  }

  private func record(_ extent: Range<Int>, line: Int) throws(Unreadable) -> ReadRecord {
    let day = try day(extent, line: line)
    let number = layout.version(on: day)
    let version = layout.versions[number]
    let facts: Facts
    if let quick = quickFacts(version) {
      facts = quick
    } else {
      facts = try CarefulReader(layout, bytes, extent, line: line).facts(fields, version)
    }
    return ReadRecord(line: line, extent: extent, fields: fields, facts: facts, day: day, version: number)
  }

  /// The facts, where all of them are in their usual form and in their ranges.
  private func quickFacts(_ version: BatchLayout.Version) -> Facts? {
    guard layout.overrideSlots.allSatisfy({ fields[$0].form == .absent }) else { return nil }
    var values: [String: Value] = [:]
    values.reserveCapacity(version.facts.count)
    for (slot, fact, reader) in version.facts where fields[slot].form != .absent {
      guard let value = reader.value(fields[slot], in: bytes) else { return nil }
      values[fact.name] = value
    }
    if version.hasRanges, !version.program.outOfRange(values).isEmpty { return nil }
    return Facts(checked: values, judgements: [:], overrides: [:])
  }

  /// The day for which the record is decided.
  private func day(_ extent: Range<Int>, line: Int) throws(Unreadable) -> CalendarDate {
    guard let slot = layout.daySlot else {
      if let day = layout.day { return day }
      throw Unreadable([noDay(at: extent.lowerBound, extent, line: line)])
    }
    let field = fields[slot]
    guard field.form != .absent else {
      if let day = layout.day { return day }
      throw Unreadable([noDay(at: extent.lowerBound, extent, line: line)])
    }
    let name = layout.names.names[slot]
    if let day = FieldReader.date(field, in: bytes) { return day }
    let text = field.form == .nested ? nil : bytes.text(field.start, field.end)
    if let text, let day = CalendarDate(text) { return day }
    throw Unreadable([
      Diagnostic(
        "fact-type", location: CarefulReader(layout, bytes, extent, line: line).location(of: field.start),
        message: Wording(
          en: "`\(name)` must be a date, not `\(Quotation.of(text ?? "…"))`",
          zh: "`\(name)` 应为日期，而不是 `\(Quotation.of(text ?? "……"))`"),
        help: text.flatMap { MeantDate($0)?.help() }
          ?? Wording(en: "write year-month-day: `2026-01-31`", zh: "写成 年-月-日：`2026-01-31`"))
    ])
  }

  private func noDay(at place: Int, _ extent: Range<Int>, line: Int) -> Diagnostic {
    let name = layout.daySlot.map { layout.names.names[$0] } ?? ""
    return Diagnostic(
      "no-record-date", location: CarefulReader(layout, bytes, extent, line: line).location(of: place),
      message: Wording(
        en: "the record has no `\(name)`, which says the day for which it is decided",
        zh: "这条记录没有 `\(name)`，不知道按哪一天判定"),
      help: Wording(en: "`--on DATE` gives a day to records without one", zh: "`--on 日期` 用于没有日期的记录"))
  }
}

extension RawField {
  /// Whether it is the word `null`, which gives nothing.
  fileprivate func isNull(in bytes: [UInt8]) -> Bool {
    form == .bare && bytes.holds(JSONText.words[2], at: start, to: end)
  }
}

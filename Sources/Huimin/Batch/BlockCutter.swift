/// Cuts the bytes of an input into blocks of whole records. Where it cuts depends on the bytes alone, not on how they come
/// in, so that a batch which is taken up again comes to the same.
package struct BlockCutter: Sendable {
  /// About so many bytes make a block: a thousand short records.
  private static let blockBytes = 1 << 18
  /// More bytes than these no line may hold; they could not be read in constant memory.
  static let mostLineBytes = 16 << 20

  private let form: BatchForm
  private var buffer: [UInt8] = []
  /// The first byte of the buffer that is in no block yet.
  private var start = 0
  /// Where that stands in the input.
  private var offset: Int
  private var line: Int
  private var isAtEnd = false
  /// Whether the rest of a line that is too long is still to be passed over.
  private var isSkipping = false

  /// - Parameters:
  ///   - offset: the byte of the input from which it is read.
  ///   - line: the number of the line that begins there.
  package init(_ form: BatchForm, offset: Int = 0, line: Int = 1) {
    self.form = form
    self.offset = offset
    self.line = line
  }

  /// The same input from a later place on, of which the beginning was read before.
  package init(_ form: BatchForm, offset: Int, line: Int, after beginning: BlockCutter) {
    self.init(form, offset: offset, line: line)
    hasByteOrderMark = beginning.hasByteOrderMark
  }

  /// Whether the first record of a table is still to be read.
  package var lacksHeader: Bool {
    var copy = self
    return copy.header() == nil
  }

  /// Whether the input begins with a byte order mark.
  package private(set) var hasByteOrderMark = false

  /// Takes over what was read; nothing means that the input is at its end.
  package mutating func add(_ bytes: [UInt8]) {
    if bytes.isEmpty { isAtEnd = true }
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    buffer += bytes
    if offset == 0, buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
      hasByteOrderMark = true
      take(3)
    }
  }

  /// The first record of a table, which names its columns, and how many lines it takes. Lines before it that are empty are
  /// passed over.
  ///
  /// - Returns: nothing while it is not read whole.
  mutating func header() -> (cells: [String], line: Int, problem: CSVProblem?)? {
    while true {
      var cells: [RawField] = []
      switch CSVScanner.scan(buffer, from: start, to: buffer.count, isWhole: isAtEnd, into: &cells) {
      case .unfinished: return nil
      case .problem(let problem, _): return ([], line, problem)
      case .record(let next):
        let isBlank = cells.allSatisfy { $0.form == .absent }
        guard isBlank, next < buffer.count else {
          let names = cells.map { CSVScanner.text(of: $0, in: buffer) }
          let place = line
          pass(to: next)
          if names.contains(nil) { return ([], place, .notUTF8) }
          return (isBlank ? [] : names.compactMap(\.self), place, nil)
        }
        pass(to: next)
      }
    }
  }

  /// The next block; nothing where more must be added first, or the input is at its end.
  package mutating func next() -> RecordBlock? {
    if isSkipping {
      let end = buffer.firstPlace(of: 0x0A, from: start, to: buffer.count)
      isSkipping = end == buffer.count && !isAtEnd
      if isSkipping {
        take(end - start)
        return nil
      }
      let first = line
      pass(to: min(end + 1, buffer.count))
      line = first + 1
      return RecordBlock(bytes: [], firstLine: first, nextLine: line, end: offset, isTooLong: true)
    }
    let wanted = start + Self.blockBytes
    guard start < buffer.count, isAtEnd || buffer.count >= wanted else { return nil }
    let end = form == .ndjson ? endOfLines(wanted) : endOfRows(wanted)
    guard let end else {
      if buffer.count - start > Self.mostLineBytes { isSkipping = true }
      return isSkipping ? next() : nil
    }
    let (from, first) = (start, line)
    pass(to: end)
    let isTooLong = form == .ndjson && end - from > Self.mostLineBytes
    return RecordBlock(
      bytes: isTooLong ? [] : Array(buffer[from..<end]), firstLine: first, nextLine: line, end: offset,
      isTooLong: isTooLong)
  }

  /// Where the block that begins here ends: behind the last line end before a place, or else the first behind it.
  private func endOfLines(_ wanted: Int) -> Int? {
    if buffer.count <= wanted, isAtEnd { return buffer.count }
    var end = min(wanted, buffer.count)
    while end > start, buffer[end - 1] != 0x0A { end -= 1 }
    if end > start { return end }
    end = buffer.firstPlace(of: 0x0A, from: min(wanted, buffer.count), to: buffer.count)
    return end < buffer.count ? end + 1 : isAtEnd ? buffer.count : nil
  }

  /// Where the block that begins here ends: behind the first row that ends at a place or behind it.
  private func endOfRows(_ wanted: Int) -> Int? {
    var (place, cells) = (start, [RawField]())
    while place < wanted, place < buffer.count {
      switch CSVScanner.scan(buffer, from: place, to: buffer.count, isWhole: isAtEnd, into: &cells) {
      case .unfinished: return nil
      case .record(let next): place = next
      case .problem:
        // A row that cannot be read ends with its first line.
        let end = buffer.firstPlace(of: 0x0A, from: place, to: buffer.count)
        if end == buffer.count, !isAtEnd {
          return place > start && buffer.count - place > Self.mostLineBytes ? place : nil
        }
        place = min(end + 1, buffer.count)
      }
    }
    return place
  }

  private mutating func pass(to end: Int) {
    line += buffer.lineEnds(from: start, to: end)
    take(end - start)
  }

  private mutating func take(_ count: Int) {
    start += count
    offset += count
  }
}

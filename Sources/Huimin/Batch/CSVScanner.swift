import Diagnostics

/// Finds the cells of one row of comma-separated values (RFC 4180) without making values of them.
enum CSVScanner {
  enum End {
    /// The row is whole; the next begins there.
    case record(next: Int)
    /// It cannot be read, for something at a place.
    case problem(CSVProblem, at: Int)
    /// Its end is not there yet.
    case unfinished
  }

  /// More bytes than these no row may hold. A quote that is never closed takes in the rows behind it, up to here.
  static let mostBytes = 1 << 20

  /// - Parameters:
  ///   - end: the end of what was read.
  ///   - isWhole: whether nothing more comes behind it.
  ///   - cells: takes the cells. An empty cell is absent.
  static func scan(
    _ bytes: [UInt8], from start: Int, to end: Int, isWhole: Bool, into cells: inout [RawField]
  ) -> End {
    cells.removeAll(keepingCapacity: true)
    // Nothing behind the longest row is looked at, so that it does not matter how much was read already.
    let limit = min(end, start + mostBytes)
    let isLast = isWhole && limit == end
    let isFull = limit == start + mostBytes
    var place = start
    while true {
      while place < limit, bytes[place] == 0x20 { place += 1 }
      if place < limit, bytes[place] == 0x22 {
        guard let cell = quoted(bytes, from: place, to: limit) else {
          return isLast || isFull ? .problem(.neverClosed, at: place) : .unfinished
        }
        cells.append(cell)
        place = cell.end + 1
        while place < limit, bytes[place] == 0x20 || bytes[place] == 0x0D { place += 1 }
        if place < limit, bytes[place] != 0x2C, bytes[place] != 0x0A { return .problem(.behindQuotes, at: place) }
      } else {
        let from = place
        while place < limit, bytes[place] != 0x2C, bytes[place] != 0x0A {
          if bytes[place] == 0x22 { return .problem(.strayQuote, at: place) }
          place += 1
        }
        var last = place
        while last > from, [0x20, 0x09, 0x0D].contains(bytes[last - 1]) { last -= 1 }
        cells.append(RawField(form: last == from ? .absent : .bare, start: from, end: last))
      }
      if place == limit { return isLast ? .record(next: end) : isFull ? .problem(.tooLong, at: start) : .unfinished }
      place += 1
      if bytes[place - 1] == 0x0A { return .record(next: place) }
    }
  }

  /// The cell in quotes that begins at a place; nothing where it is never closed.
  private static func quoted(_ bytes: [UInt8], from quote: Int, to end: Int) -> RawField? {
    var (place, form) = (quote + 1, RawField.Form.text)
    while place < end {
      if bytes[place] == 0x22 {
        guard place + 1 < end, bytes[place + 1] == 0x22 else {
          return RawField(form: place == quote + 1 ? .absent : form, start: quote + 1, end: place)
        }
        form = .escaped
        place += 1
      }
      place += 1
    }
    return nil
  }

  /// The text of a cell; nothing where it is no UTF-8.
  static func text(of cell: RawField, in bytes: [UInt8]) -> String? {
    switch cell.form {
    case .absent: ""
    case .escaped: bytes.text(cell.start, cell.end).map { $0.replacing("\"\"", with: "\"") }
    default: bytes.text(cell.start, cell.end)
    }
  }
}

/// Why a row cannot be read.
enum CSVProblem: Sendable {
  case neverClosed, behindQuotes, strayQuote, tooLong, notUTF8
  case cellCount(Int, wanted: Int)

  func diagnostic(at location: Location) -> Diagnostic {
    switch self {
    case .neverClosed:
      Diagnostic(
        "csv-syntax", location: location,
        message: Wording(en: "this `\"` is never closed", zh: "这个 `\"` 没有对应的右引号"))
    case .behindQuotes:
      Diagnostic(
        "csv-syntax", location: location,
        message: Wording(en: "a `,` is missing behind the quoted cell", zh: "加引号的格子后面缺少 `,`"))
    case .strayQuote:
      Diagnostic(
        "csv-syntax", location: location,
        message: Wording(en: "a `\"` stands in the middle of a cell", zh: "格子中间出现了 `\"`"),
        help: Wording(en: "put the whole cell in quotes, and write `\"\"` inside", zh: "整格加引号，其中的引号写成 `\"\"`"))
    case .tooLong:
      Diagnostic(
        "too-large", location: location,
        message: Wording(
          en: "a row holds more than \(CSVScanner.mostBytes) bytes", zh: "一行超过 \(CSVScanner.mostBytes) 字节"))
    case .notUTF8:
      Diagnostic(
        "not-utf8", location: location, message: Wording(en: "the line is not UTF-8 text", zh: "这一行不是 UTF-8 文本"),
        help: Wording(en: "save it as UTF-8; it may be GBK", zh: "文件可能是 GBK 编码，请另存为 UTF-8 编码"))
    case .cellCount(let count, let wanted):
      Diagnostic(
        "csv-syntax", location: location,
        message: Wording(
          en: "the row has \(count) cells, the header \(wanted)", zh: "这一行有 \(count) 格，表头有 \(wanted) 格"),
        help: Wording(
          en: "a cell with a comma in it stands in quotes: `\"a, b\"`", zh: "含有逗号的格子要加引号：`\"甲,乙\"`"))
    }
  }
}

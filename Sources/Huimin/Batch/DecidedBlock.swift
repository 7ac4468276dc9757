import Diagnostics
import FEEL

/// What came of one block of records.
package struct DecidedBlock: Sendable {
  /// The lines or rows of the records that were decided, in the order of the input.
  package fileprivate(set) var output: [UInt8] = []
  /// The records that were kept out, in the order of the input.
  package fileprivate(set) var refused: [RefusedRecord] = []
  package fileprivate(set) var tally: BatchTally
}

/// A record that is kept out of the results, with why.
package struct RefusedRecord: Sendable {
  /// The number of its first line.
  package let line: Int
  package let diagnostics: [Diagnostic]
  /// The record as it stands in the input.
  package let bytes: [UInt8]
}

extension BatchPlan {
  /// Decides the records of a block.
  ///
  /// - Parameter mostRefused: where more are kept out than these, nothing behind the last of them is decided.
  package func decide(_ block: RecordBlock, mostRefused: Int = .max) -> DecidedBlock {
    var decided = DecidedBlock(tally: BatchTally(self))
    if block.isTooLong { refuse([tooLong(block)], block.firstLine, [], in: &decided) }
    var reader = RecordReader(block, layout)
    while decided.refused.count < mostRefused {
      switch reader.next() {
      case .end: return decided
      case .refused(let diagnostics, let line, let extent):
        refuse(diagnostics, line, Array(block.bytes[extent]), in: &decided)
      case .record(let record):
        let found = deciders[record.version].decide(record.facts, on: record.day)
        if found.status == .failed {
          refuse(found.diagnostics, record.line, Array(block.bytes[record.extent]), in: &decided)
        } else {
          writer.append(record, found, block.bytes, to: &decided.output)
          decided.tally.count(found, by: self)
        }
      }
    }
    return decided
  }

  private func refuse(_ diagnostics: [Diagnostic], _ line: Int, _ bytes: [UInt8], in decided: inout DecidedBlock) {
    decided.refused.append(RefusedRecord(line: line, diagnostics: diagnostics, bytes: bytes))
    decided.tally.countRefused(diagnostics.map(\.code))
  }

  private func tooLong(_ block: RecordBlock) -> Diagnostic {
    let place = Position(line: block.firstLine, column: 1)
    return Diagnostic(
      "too-large", location: Location(file: layout.file, start: place, end: place),
      message: Wording(
        en: "a line holds more than \(BlockCutter.mostLineBytes) bytes", zh: "一行超过 \(BlockCutter.mostLineBytes) 字节"))
  }
}

/// Some whole records as they stand in the input, with where they stand: what is read, decided and written at once.
package struct RecordBlock: Sendable {
  /// Whole lines; in a table with all lines of each of its rows.
  package let bytes: [UInt8]
  /// The number of its first line in the input, from 1.
  package let firstLine: Int
  /// The number of the line behind it.
  package let nextLine: Int
  /// The byte of the input behind it, from 0.
  package let end: Int
  /// Whether this stands for one line that is too long to be held.
  let isTooLong: Bool
}

/// How the records of a batch are written: a JSON object a line, or a table of comma-separated values with a header.
package enum BatchForm: String, Sendable, CaseIterable {
  case ndjson, csv
}

import Diagnostics
import FEEL
import PolicySource

/// How the records of one input are to be decided and written: by which versions of a policy, for which day, into which
/// columns. It holds nothing of the records, and any number of tasks may decide blocks by it at once.
package struct BatchPlan: Sendable {
  /// What the user asks for.
  package struct Request: Sendable {
    /// How the input is written, and the output.
    package var input = BatchForm.ndjson
    package var output = BatchForm.ndjson
    /// What to call the input in diagnostics.
    package var file = "<stdin>"
    /// The columns of the output; none for the usual ones.
    package var select: [String] = []
    /// Whether the reasons are written too.
    package var explains = false
    /// The field that holds the day for which a record is decided.
    package var dayField: String?
    /// The day for records that have none.
    package var day: CalendarDate?
    /// Whether a field that nobody asks for is an error.
    package var isStrict = false
    /// The language of reasons.
    package var language = Language.zh

    package init() {}
  }

  package let columns: [BatchColumn]
  /// What is odd about the columns of the input and should be told.
  package let warnings: [Diagnostic]
  let layout: BatchLayout
  let writer: RecordWriter
  let deciders: [RecordDecider]
  /// For each decision that is written the place of its column.
  let decisionColumns: [Int]
  /// The amounts of money that are written.
  package let amounts: [BatchAmount]
  let choice: ColumnChoice

  /// - Parameters:
  ///   - programs: the versions of one policy.
  ///   - cutter: the input; of a table the header has been added.
  /// - Throws: ``Unreadable`` where the header cannot be read, or a column is asked for that there is not.
  package init(_ programs: [Program], _ request: Request, _ cutter: inout BlockCutter) throws(Unreadable) {
    var header: [String] = []
    if request.input == .csv { header = try BatchPlan.header(&cutter, request.file) }
    var choice = ColumnChoice(
      programs, form: request.input, header: header, isFlat: request.output == .csv)
    let names = request.select.isEmpty ? ColumnChoice.usual : request.select
    do throws(Diagnostic) {
      try choice.choose(request.explains && !names.contains("reasons") ? names + ["reasons"] : names)
    } catch {
      throw Unreadable([error])
    }
    self.choice = choice
    layout = BatchLayout(
      programs, form: request.input, file: request.file, header: header, fields: choice.fields,
      dayField: request.dayField, day: request.day, isStrict: request.isStrict)
    columns = choice.chosen.map { [layout] name, pick in
      switch pick {
      case .content(let content): BatchColumn(name: name, content: content)
      case .field(let field): BatchColumn(name: name, content: .field(slot: layout.names.slot(of: field) ?? 0))
      }
    }
    writer = RecordWriter(columns, programs, form: request.output, source: request.input, language: request.language)
    let decisions = columns.enumerated().compactMap { position, column -> (Int, String, String?)? in
      if case .decision(let name, let member) = column.content { (position, name, member) } else { nil }
    }
    decisionColumns = decisions.map(\.0)
    deciders = programs.map { RecordDecider(program: $0, wanted: decisions.map { ($0.1, $0.2) }) }
    amounts = BatchAmount.all(of: decisions.map { ($0.1, $0.2) }, programs)
    warnings = try BatchPlan.remarks(on: layout, programs)
  }

  /// How input and output are written.
  package var forms: (input: BatchForm, output: BatchForm) { (layout.form, writer.form) }

  /// What stands before the first record.
  package var head: [UInt8] { writer.header }

  /// The versions of the policy, each with those that it builds on.
  package var policies: [Policy] { deciders.flatMap { $0.program.layers } }
}

import FEEL

/// What a batch reads of each record: the slots of its fields, and for each version of the policy which of them are facts.
struct BatchLayout: Sendable {
  let form: BatchForm
  /// The input as the user named it.
  let file: String
  /// The columns of a table, in its order; empty for lines of JSON.
  let header: [String]
  let names: FieldNames
  /// For each column of a table the slot that it fills, where it is asked for.
  let slots: [Int?]
  /// The slot of the day for which a record is decided, where the records say it.
  let daySlot: Int?
  /// The slots of what somebody decided otherwise, under the English and the Chinese word.
  let overrideSlots: [Int]
  /// The day where a record does not say one.
  let day: CalendarDate?
  /// Whether a field that nobody asks for is an error.
  let isStrict: Bool
  let versions: [Version]

  /// One version of the policy, with where its facts stand.
  struct Version: Sendable {
    let program: Program
    let facts: [(slot: Int, fact: Fact, reader: FieldReader)]
    let hasRanges: Bool
  }

  /// - Parameter fields: the fields that are asked for beside facts.
  init(
    _ programs: [Program], form: BatchForm, file: String, header: [String], fields: [String], dayField: String?,
    day: CalendarDate?, isStrict: Bool
  ) {
    self.form = form
    self.file = file
    self.header = header
    self.day = day
    self.isStrict = isStrict
    let names = FieldNames(
      (programs.flatMap { $0.facts.map(\.name) } + FactReader.overridesKeys + [dayField].compactMap(\.self) + fields)
        .uniqued)
    self.names = names
    slots = header.map(names.slot)
    overrideSlots = FactReader.overridesKeys.compactMap(names.slot)
    daySlot = dayField.flatMap(names.slot)
    versions = programs.map { program in
      Version(
        program: program,
        facts: program.facts.compactMap { fact in
          names.slot(of: fact.name).map { ($0, fact, FieldReader(fact)) }
        }, hasRanges: program.ranges.values.contains { !$0.isEmpty })
    }
  }

  /// The version that is in force on a day; where none is, one that will say so.
  func version(on day: CalendarDate) -> Int {
    if versions.count == 1 { return 0 }
    return versions.firstIndex { $0.program.isInForce(on: day) } ?? versions.count - 1
  }
}

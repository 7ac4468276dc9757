import Huimin

/// Values that stand in a new policy until its author puts in others.
enum SampleValues {
  /// A value of a type as an expression in YAML, and as a test expects it.
  static func placeholder(of type: FeelType, _ keys: Language, day: CalendarDate) -> (value: String, expected: String) {
    let (feel, expected) = expression(of: type, keys, day)
    let isPlain = feel.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    return (isPlain ? feel : "'\(feel.replacing("'", with: "''"))'", expected)
  }

  private static func expression(of type: FeelType, _ keys: Language, _ day: CalendarDate) -> (String, String) {
    func text(_ text: String) -> (String, String) {
      ("\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"", YAMLText.word(text))
    }
    switch type {
    case .boolean: return ("false", "false")
    case .number: return ("0", "0")
    case .string: return text(NewPolicy.mark(keys))
    case .enumeration(let members): return text(members.members.first ?? "")
    case .date: return ("@\"\(day)\"", "\(day)")
    case .list(let element):
      // The type of an empty list is not known.
      let (feel, expected) = expression(of: element, keys, day)
      return ("[\(feel)]", "[\(expected)]")
    case .context(let fields):
      let entries = fields.map { (name: $0.name, of: expression(of: $0.type, keys, day)) }
      return (
        "{ \(entries.map { "\($0.name): \($0.of.0)" }.joined(separator: ", ")) }",
        "{ \(entries.map { "\(YAMLText.word($0.name)): \($0.of.1)" }.joined(separator: ", ")) }"
      )
    default: return ("null", "null")
    }
  }

  /// A record as a test file holds it, for all of its examples.
  static func shared(_ record: [(fact: String, value: String)], _ keys: Language) -> String {
    guard !record.isEmpty else { return "" }
    let heading =
      keys == .zh
      ? "事实:  # 待填：各例共用；例子里另写的优先\n" : "facts:  # fill in: of all examples; what one says itself comes first\n"
    return heading + record.map { "  \(YAMLText.word($0.fact)): \($0.value)\n" }.joined()
  }

  /// A record of values that make sense for some facts, those left out for which none is found.
  static func record(of program: Program, asking facts: [Fact], day: CalendarDate) -> [(fact: String, value: String)] {
    var record = facts.compactMap { fact in
      candidates(for: fact, day: day).lazy.map { (fact: fact.name, value: $0) }.first { takes($0, program) }
    }
    // Amounts that are alike may be more together than what they are shares of: the later ones give way.
    for position in record.indices.reversed() where fails(record, program, day) {
      guard case .money? = program.fact(named: record[position].fact)?.type else { continue }
      record[position].value = "1"
    }
    return record
  }

  /// Whether the rules cannot be applied to a record.
  private static func fails(_ record: [(fact: String, value: String)], _ program: Program, _ day: CalendarDate) -> Bool
  {
    let words = record.map { "\($0.fact)=\($0.value)" }
    guard let document = try? Document.ofAssignments(words, file: "--set"),
      let facts = try? Facts(document, for: program)
    else { return false }
    return program.decide(facts, on: day).status == .failed
  }

  /// Whether a value is one of a fact's.
  private static func takes(_ entry: (fact: String, value: String), _ program: Program) -> Bool {
    guard let document = try? Document.ofAssignments(["\(entry.fact)=\(entry.value)"], file: "--set") else {
      return false
    }
    return (try? Facts(document, for: program)) != nil
  }

  private static func candidates(for fact: Fact, day: CalendarDate) -> [String] {
    switch fact.type {
    case .boolean: ["true"]
    case .years: ["70", "10", "1"]
    case .money: ["20", "100", "1000", "1"]
    case .number, .integer: ["10", "1", "100", "0"]
    case .percent: ["10%"]
    // A birthday is long ago; any other day had better be one of which the calendar is known.
    case .date: (fact.isBirthday ? [(day.adding(months: -12 * 70) ?? day), day] : [day]).map { "\($0)" }
    case .text: ["A"]
    case .choice(let members, _): members.map(YAMLText.word)
    case .list: ["[]"]
    case .record, .unreadable: []
    }
  }
}

extension Fact {
  /// Whether a date says when somebody was born, by what it is called.
  fileprivate var isBirthday: Bool {
    ["birth", "born", "出生", "生日"].contains { word in
      name.contains(word) || label[.en].contains(word) || label[.zh].contains(word)
    }
  }
}

import Diagnostics
import FEEL
import PolicySource

/// Decision tables.
extension Reader {
  mutating func table(_ node: Node, of what: Wording, at location: Location) -> Table<AsWritten>? {
    let entries = self.entries(
      node, of: Wording(en: "the table of \(what[.en])", zh: "\(what[.zh])的判定表"),
      help: Wording(
        en: "write `‹inputs›: […]` and `‹rules›: { … }` under `‹table›`",
        zh: "在 `‹table›` 下写 `‹inputs›: […]` 和 `‹rules›: { … }`"))
    guard case .mapping = node.kind else { return nil }
    refuseUnknown(entries, allowing: Key.tableKeys, in: what)
    require([Key.inputs, Key.rules], in: entries, allowing: Key.tableKeys, of: what, at: node.location)
    let hit =
      choice(entries[Key.hit], of: Wording(en: "hit policy", zh: "命中策略"), as: HitPolicy.self)
      ?? entries[Key.hit].map(meantHitPolicy) ?? .unique
    let inputs = items(entries[Key.inputs], of: what).compactMap { written($0, of: what) }
    let outputs = outputNames(entries[Key.outputs], of: what)
    let names = outputs.count > 1 ? outputs : []
    let width = max(1, outputs.count)
    if case .mapping(let pairs)? = entries[Key.rules]?.kind, pairs.isEmpty { reportEmpty(Key.rules, at: node.location) }
    let rows = entries[Key.rules].map { rules -> [Table<AsWritten>.Row] in
      if let name = rules.scalarText {
        return self.rows(inFile: name, at: rules, inputs: inputs, outputs: outputs, of: what)
      }
      return self.entries(
        rules, of: Wording(en: "the rules of \(what[.en])", zh: "\(what[.zh])的规则"),
        help: Wording(
          en: "give each row a name: `a: [\(rowSample(inputs.count, width))]`",
          zh: "每行写一个名称：`甲: [\(rowSample(inputs.count, width))]`")
      ).compactMap { row($0, inputs: inputs.count, outputs: width, of: what) }
    }
    let fallback = entries[Key.fallback].map { items($0, of: what).compactMap { written($0, of: what) } }
    if let fallback, fallback.count != width, let node = entries[Key.fallback] {
      report(
        "row-width", at: node.location,
        en: "the default of \(what[.en]) has \(fallback.count) values for \(width) outputs",
        zh: "\(what[.zh])的 `‹default›` 有 \(fallback.count) 个值，而输出有 \(width) 个")
    }
    return Table(hit: hit, inputs: inputs, outputs: names, rows: rows ?? [], fallback: fallback)
  }

  /// A row that holds for everything, as an example of how one is written.
  private func rowSample(_ inputs: Int, _ outputs: Int) -> String {
    (Array(repeating: "-", count: min(inputs, 8)) + Array(repeating: "0", count: min(outputs, 8)))
      .joined(separator: ", ")
  }

  /// What a hit policy that does not exist was probably meant for, so that what uses the table is checked as it will be;
  /// never one that forbids rows to hold at once, of which nobody has spoken.
  private func meantHitPolicy(_ node: Node) -> HitPolicy {
    func word(_ policy: HitPolicy) -> String { Phrase.hit.spelled(policy.rawValue, in: language) }
    let policies = HitPolicy.allCases.filter { $0 != .unique }
    let nearest = node.scalarText.flatMap { Suggestion.nearest(to: $0, among: policies.map(word)) }
    return policies.first { word($0) == nearest } ?? .any
  }

  /// The names of the outputs: a list, or each with its type and label.
  private mutating func outputNames(_ node: Node?, of what: Wording) -> [String] {
    guard let node, case .mapping(let pairs) = node.kind else { return names(node, of: what).map(\.name) }
    return pairs.compactMap(\.key.scalarText)
  }

  /// The type of a table's value, where its outputs are declared with theirs.
  mutating func outputType(_ table: Node, of what: Wording) -> FactType? {
    guard let outputs = table[Key.outputs], case .mapping = outputs.kind,
      case .record(let fields)? = recordOrType(outputs, of: what)
    else { return nil }
    return fields.count == 1 ? fields[0].type : .record(fields)
  }

  mutating func items(_ node: Node?, of what: Wording) -> [Node] {
    guard let node else { return [] }
    if case .sequence(let items) = node.kind { return items }
    return [node]
  }

  /// `id: [cells, outputs]`, or `id: { when: [cells], then: [outputs], because: …, cite: … }`.
  private mutating func row(_ entry: Entry, inputs: Int, outputs: Int, of what: Wording) -> Table<AsWritten>.Row? {
    let name = Wording(en: "row `\(entry.key)` of \(what[.en])", zh: "\(what[.zh])的第 `\(entry.key)` 行")
    var cells: [Written]
    var results: [Written]
    var because: WrittenTemplate?
    var cites: [Citation] = []
    var readings: [Named] = []
    var label: Wording?
    if case .mapping = entry.value.kind {
      let entries = self.entries(entry.value, of: name)
      refuseUnknown(entries, allowing: Key.rowKeys, in: name)
      cells = items(entries[Key.when], of: name).compactMap { written($0, of: name) }
      results = items(entries[Key.then], of: name).compactMap { written($0, of: name) }
      because = template(entries[Key.because], of: name)
      cites = citations(entries[Key.cite])
      readings = names(entries[Key.reading], of: name)
      label = wording(entries[Key.label], of: name)
    } else {
      let all = items(entry.value, of: name).compactMap { written($0, of: name) }
      cells = Array(all.prefix(inputs))
      results = Array(all.dropFirst(inputs))
    }
    guard cells.count == inputs, results.count == outputs else {
      report(
        "row-width", at: entry.keyNode.location,
        en:
          "\(name[.en]) has \(cells.count + results.count) cells, where the table has \(inputs) inputs and \(outputs) \(outputs == 1 ? "output" : "outputs")",
        zh: "\(name[.zh])有 \(cells.count + results.count) 格，而表有 \(inputs) 个输入和 \(outputs) 个输出",
        help: Wording(en: "write `-` for an input that does not matter", zh: "不相关的输入写 `-`"))
      return nil
    }
    return Table.Row(
      id: entry.key, label: label ?? Wording(both: entry.key), cells: cells, outputs: results, because: because,
      citations: cites, readings: readings, location: entry.keyNode.location)
  }
}

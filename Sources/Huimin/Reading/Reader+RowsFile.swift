import Diagnostics
import FEEL
import PolicySource

/// Rows of a decision table in a file of comma-separated values beside the policy.
extension Reader {
  /// The first line names the columns: `id`, each input as the table writes it, each output, and then whichever of `label`,
  /// `because`, `cite` and `reading` there are. Each further line is a row.
  mutating func rows(
    inFile name: String, at node: Node, inputs: [Written], outputs: [String], of what: Wording
  ) -> [Table<AsWritten>.Row] {
    guard let table = table(inFile: name, at: node) else { return [] }
    guard case .sequence(let lines) = table.root.kind, let heading = lines.first,
      case .sequence(let titles) = heading.kind
    else { return [] }
    let outputs = outputs.count > 1 ? outputs : [outputs.first ?? ""]
    let wanted = inputs.map(\.text) + outputs
    guard let more = columns(titles, wanted, of: what) else { return [] }
    var rows: [Table<AsWritten>.Row] = []
    for line in lines.dropFirst() {
      guard case .sequence(let cells) = line.kind else { continue }
      guard cells.count == titles.count else {
        report(
          "row-width", at: line.location,
          en: "this row has \(cells.count) cells, where the first line has \(titles.count)",
          zh: "此行有 \(cells.count) 格，而首行有 \(titles.count) 格",
          help: Wording(en: "put a cell that holds a `,` in quotes", zh: "含有 `,` 的格子请加引号"))
        continue
      }
      if let row = row(cells, inputs.count, outputs.count, more, table, of: what) {
        if let earlier = rows.first(where: { $0.id == row.id }) {
          report(
            "duplicate-key", at: row.location,
            en: "the row `\(row.id)` stands in line \(earlier.location.start.line) already",
            zh: "第 \(earlier.location.start.line) 行已有 `\(row.id)` 一行")
        }
        rows.append(row)
      }
    }
    if rows.isEmpty, lines.count < 2 { reportEmpty(name, at: node.location) }
    return rows
  }

  private mutating func table(inFile name: String, at node: Node) -> Document? {
    guard name.hasSuffix(".csv"), !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      report(
        "bad-table-file", at: node.location, en: "`\(name)` is no `.csv` file beside the policy",
        zh: "`\(name)` 不是政策旁边的 `.csv` 文件",
        help: Wording(en: "write the rows here, or name a file: `rows.csv`", zh: "在此写出各行，或写文件名：`rows.csv`"))
      return nil
    }
    let folder = document.file.contains("/") ? SourceFile.folder(of: document.file) + "/" : ""
    do throws(Unreadable) {
      let bytes = try readTable(folder + name)
      tables.append((file: folder + name, bytes: bytes))
      return try Document.csv(bytes, file: folder + name)
    } catch {
      for problem in error.diagnostics {
        // A file that is not there is told where it is asked for.
        let isMissing = problem.location.map { $0.start == $0.end && $0.start.line == 1 } ?? true
        append(isMissing ? problem.located(at: node.location) : problem)
      }
      return nil
    }
  }

  /// The columns beside the cells, each with its place; nothing where the columns are not those of the table.
  private mutating func columns(_ titles: [Node], _ wanted: [String], of what: Wording) -> [(key: String, index: Int)]?
  {
    let names = titles.map { $0.scalarText ?? "" }
    guard let first = names.first, ["id", "编号"].contains(first) else {
      report(
        "table-columns", at: titles.first?.location ?? document.root.location,
        en: "the first column must be called `id`",
        zh: "首列须为 `编号` 或 `id`",
        help: Wording(en: "give each row a name that stays", zh: "给每一行一个不变的编号"))
      return nil
    }
    for (position, title) in wanted.enumerated() {
      let index = position + 1
      guard index < names.count else {
        report(
          "table-columns", at: titles[titles.count - 1].location, en: "\(what[.en]) needs a column `\(title)`",
          zh: "\(what[.zh])需要一列 `\(title)`")
        return nil
      }
      if !title.isEmpty, names[index] != title {
        report(
          "table-columns", at: titles[index].location,
          en: "column \(index + 1) is `\(names[index])`, where \(what[.en]) has `\(title)`",
          zh: "第 \(index + 1) 列是 `\(names[index])`，而\(what[.zh])此处是 `\(title)`",
          help: Wording(en: "columns stand in the order of the inputs and outputs", zh: "各列按输入、输出的顺序排列"))
        return nil
      }
    }
    let known = [Key.label, Key.because, Key.cite, Key.reading]
    var more: [(key: String, index: Int)] = []
    for index in names.indices.dropFirst(wanted.count + 1) {
      guard let key = known.first(where: { $0 == names[index] || Vocabulary.chinese($0) == names[index] }) else {
        report(
          "table-columns", at: titles[index].location, en: "unknown column `\(names[index])`",
          zh: "未知的列 `\(names[index])`",
          help: Suggestion.didYouMean(names[index], among: known + known.map(Vocabulary.chinese))
            ?? Wording(
              en: "behind the outputs may stand `‹label›`, `‹because›`, `‹cite›` and `‹reading›`",
              zh: "输出之后可有 `‹label›`、`‹because›`、`‹cite›`、`‹reading›`"))
        return nil
      }
      more.append((key: key, index: index))
    }
    return more
  }

  private mutating func row(
    _ cells: [Node], _ inputs: Int, _ outputs: Int, _ more: [(key: String, index: Int)], _ table: Document,
    of what: Wording
  ) -> Table<AsWritten>.Row? {
    let texts = cells.map { $0.scalarText ?? "" }
    for index in 0...(inputs + outputs) where texts[index].isEmpty {
      report(
        "empty-value", at: cells[index].location, en: "this cell is empty", zh: "此格是空的",
        help: index > 0 && index <= inputs
          ? Wording(en: "write `-` for an input that does not matter", zh: "不相关的输入写 `-`") : nil)
      return nil
    }
    func written(_ index: Int) -> Written { Written(text: texts[index], node: cells[index], document: table) }
    func column(_ key: String) -> Int? {
      let index = more.first { $0.key == key }?.index
      return index.flatMap { texts[$0].isEmpty ? nil : $0 }
    }
    let because = column(Key.because).map { pieces(of: written($0)) }
    let label = column(Key.label).map { Wording(both: texts[$0]) }
    let citations = self.citations(column(Key.cite).map { cells[$0] })
    let readings = names(column(Key.reading).map { cells[$0] }, of: what)
    return Table.Row(
      id: texts[0], label: label ?? Wording(both: texts[0]), cells: (0..<inputs).map { written($0 + 1) },
      outputs: (0..<outputs).map { written($0 + inputs + 1) },
      because: because.map { WrittenTemplate(en: $0, zh: $0) }, citations: citations, readings: readings,
      location: cells[0].location)
  }
}

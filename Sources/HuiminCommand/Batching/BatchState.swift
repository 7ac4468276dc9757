import Glibc
import Huimin

/// How far a batch has come, kept beside its output until that is complete: `results.csv.resume`.
struct BatchState {
  /// What has to be the same for a run to go on: the policies, the options, the program.
  var terms: [(name: String, value: String)]
  /// The size of the input, and how far it is done.
  var inputSize: Int
  var inputOffset: Int
  var inputMark: String
  var line: Int
  /// How much of the output is complete.
  var outputOffset: Int
  var outputMark: String
  var errorsOffset: Int
  var errorsMark: String
  var tally: BatchTally

  static func path(for output: String) -> String { output + ".resume" }

  // MARK: The file

  private static let form = "1"

  var text: String {
    JSON.object([
      ("batch", .string(BatchState.form)),
      ("terms", .object(terms.map { ($0.name, .string($0.value)) })),
      (
        "input",
        .object([
          ("size", .number(String(inputSize))), ("offset", .number(String(inputOffset))),
          ("line", .number(String(line))), ("before", .string(inputMark)),
        ])
      ),
      ("output", BatchState.place(outputOffset, outputMark)),
      ("errors", BatchState.place(errorsOffset, errorsMark)),
      ("tally", tally.json),
    ]).pretty + "\n"
  }

  private static func place(_ offset: Int, _ mark: String) -> JSON {
    .object([("offset", .number(String(offset))), ("before", .string(mark))])
  }

  /// Writes the state over the one before, wholly or not at all.
  func save(for output: String) throws(Unreadable) {
    let path = BatchState.path(for: output)
    let bytes = Array(text.utf8)
    if SourceFile.exists(path) { return try SourceFile.replace(path, with: bytes) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try SourceFile.create([(name, bytes)], in: SourceFile.folder(of: path))
  }

  /// Takes the state away: the output is complete.
  static func remove(for output: String) { unlink(path(for: output)) }

  /// - Throws: where the document does not say how far such a batch has come.
  init(_ document: Document, _ plan: BatchPlan) throws(Unreadable) {
    let root = document.root
    func number(_ node: Node?) -> Int? {
      node.flatMap(BatchState.text).flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    }
    guard root["batch"].flatMap(BatchState.text) == BatchState.form, case .mapping(let terms)? = root["terms"]?.kind,
      let input = root["input"], let size = number(input["size"]), let offset = number(input["offset"]),
      let line = number(input["line"]), let output = number(root["output"]?["offset"]),
      let errors = number(root["errors"]?["offset"]), let tally = root["tally"].flatMap({ BatchTally($0, plan) })
    else {
      throw Unreadable([
        Diagnostic(
          "broken-batch", location: root.location,
          message: Wording(en: "this does not say how far a run has come", zh: "这不是未完成运行的进度文件"),
          help: Wording(en: "begin again under another name of the output", zh: "请换一个输出文件，从头运行"))
      ])
    }
    self.terms = terms.map { (BatchState.text($0.key) ?? "", BatchState.text($0.value) ?? "") }
    (inputSize, inputOffset, self.line) = (size, offset, line)
    (outputOffset, errorsOffset, self.tally) = (output, errors, tally)
    inputMark = input["before"].flatMap(BatchState.text) ?? ""
    outputMark = root["output"]?["before"].flatMap(BatchState.text) ?? ""
    errorsMark = root["errors"]?["before"].flatMap(BatchState.text) ?? ""
  }

  init(
    terms: [(name: String, value: String)], inputSize: Int, inputOffset: Int, inputMark: String, line: Int,
    _ plan: BatchPlan
  ) {
    self.terms = terms
    self.inputSize = inputSize
    self.inputOffset = inputOffset
    self.inputMark = inputMark
    self.line = line
    (outputOffset, outputMark, errorsOffset, errorsMark) = (0, "", 0, "")
    tally = BatchTally(plan)
  }

  private static func text(_ node: Node) -> String? {
    if case .scalar(let scalar) = node.kind { scalar.text } else { nil }
  }
}

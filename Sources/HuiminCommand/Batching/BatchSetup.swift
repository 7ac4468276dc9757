import Glibc
import Huimin

/// Makes a run out of a command line: opens the files, reads the header, and looks for a run to go on with.
final class BatchSetup {
  let arguments: Arguments
  let console: Console
  /// What was read, for excerpts in diagnostics.
  var files: [String: [UInt8]] = [:]

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  /// - Throws: ``Unreadable`` for everything that is wrong before the first record.
  func run() throws(Unreadable) -> BatchRun {
    let (output, errors) = (arguments["--output"] ?? "-", arguments["--errors"])
    let (jobs, most) = (try number("--jobs", least: 1), try number("--max-errors", least: 0))
    let isResumed = arguments.has("--resume")
    let programs = try programs()
    let input = try BatchInput(arguments["--input"] ?? "-", console)
    let forms = try forms(of: input)
    var cutter = BlockCutter(forms.input)
    let plan = try plan(programs, input, forms, &cutter)
    console.report(plan.warnings)

    let keeps = BatchSetup.canBeResumed(output)
    let state = try isResumed ? resumedState(plan, input, output) : nil
    if keeps, state == nil { try requireNew(output) }
    let first = BatchState(
      terms: terms(plan, forms), inputSize: input.size ?? 0, inputOffset: 0, inputMark: "", line: 1,
      plan)
    if keeps, state == nil, input.size != nil { try first.save(for: output) }
    let files: (BatchFile, BatchFile?)
    do throws(Unreadable) {
      files = try open(output, errors, state, input)
    } catch {
      if keeps, state == nil { unlink(BatchState.path(for: output)) }
      throw error
    }
    if let state, state.inputOffset > 0 {
      try input.seek(to: state.inputOffset)
      cutter = BlockCutter(forms.input, offset: state.inputOffset, line: state.line, after: cutter)
    }
    return BatchRun(
      plan: plan, input: input, cutter: cutter, output: files.0, errors: files.1, state: state ?? first,
      isResumed: (state?.outputOffset ?? 0) > 0, jobs: min(jobs ?? BatchSetup.cores, 256), mostRefused: most, console)
  }

  private static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  static func misuse(_ en: String, _ zh: String, help: Wording? = nil) -> Unreadable {
    Unreadable([Diagnostic("usage", message: Wording(en: en, zh: zh), help: help)])
  }

  private func number(_ option: String, least: Int) throws(Unreadable) -> Int? {
    guard let text = arguments[option] else { return nil }
    guard let number = Int(text), number >= least, text.allSatisfy(\.isASCII) else {
      throw BatchSetup.misuse(
        "`\(option)` needs a whole number from \(least) on, not `\(text)`",
        "`\(option)` 须为不小于 \(least) 的整数，而不是 `\(text)`")
    }
    return number
  }

  // MARK: What is decided

  /// The policy in force on the day; every version of it where records have days of their own.
  private func programs() throws(Unreadable) -> [Program] {
    let found = PolicyChoice(arguments.operands[0], folder: arguments["--policies"], console)
    files = found.files
    if arguments.has("--date-column") { return try found.versions() }
    let day = try arguments.day(console)
    let program = try found.program(on: day)
    guard program.isInForce(on: day) else {
      throw Unreadable(program.decide(try Facts("{}", for: program), on: day).diagnostics)
    }
    return [program]
  }

  private func plan(
    _ programs: [Program], _ input: BatchInput, _ forms: (input: BatchForm, output: BatchForm),
    _ cutter: inout BlockCutter
  ) throws(Unreadable) -> BatchPlan {
    var request = BatchPlan.Request()
    (request.input, request.output, request.file) = (forms.input, forms.output, input.name)
    request.select = try selected()
    request.explains = arguments.has("--explain")
    request.dayField = arguments["--date-column"]
    request.day = request.dayField == nil || arguments.has("--on") ? try arguments.day(console) : nil
    request.isStrict = arguments.has("--strict")
    request.language = console.language
    while forms.input == .csv, cutter.lacksHeader {
      guard let bytes = try input.read() else { break }
      cutter.add(bytes)
    }
    return try BatchPlan(programs, request, &cutter)
  }

  /// The names of `--select`, set apart by commas.
  private func selected() throws(Unreadable) -> [String] {
    let names = arguments.all("--select").flatMap { $0.split(whereSeparator: { $0 == "," || $0 == "，" }) }.map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    if arguments.has("--select"), names.isEmpty || names.contains("") {
      throw BatchSetup.misuse("`--select` names nothing", "`--select` 没有写名称")
    }
    return names
  }

  // MARK: Files

  static func canBeResumed(_ output: String) -> Bool {
    guard output != "-" else { return false }
    var status = stat()
    return stat(output, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private func requireNew(_ output: String) throws(Unreadable) {
    let state = BatchState.path(for: output)
    let shown = Quotation.visible(output)
    if SourceFile.exists(state) {
      throw BatchFile.alreadyThere(
        state,
        help: Wording(
          en: "a run into `\(shown)` was broken off: go on with `--resume`, or remove both files and begin again",
          zh: "写 `\(shown)` 的运行没有完成：用 `--resume` 继续，或删去两个文件后重来"))
    }
    if SourceFile.exists(output) { throw BatchFile.alreadyThere(output, help: nil) }
  }

  private func open(
    _ output: String, _ errors: String?, _ state: BatchState?, _ input: BatchInput
  ) throws(Unreadable) -> (BatchFile, BatchFile?) {
    let results =
      output == "-"
      ? BatchFile(console.output) : try BatchFile(output, from: state?.outputOffset, mark: state?.outputMark ?? "")
    if let source = input.identity, source == results.identity { throw BatchSetup.sameFile("--output") }
    guard let errors else { return (results, nil) }
    guard errors != "-" else {
      throw BatchSetup.misuse("`--errors` needs a file", "`--errors` 须指定文件")
    }
    do throws(Unreadable) {
      let kept = try BatchFile(errors, from: state?.errorsOffset, mark: state?.errorsMark ?? "")
      if let source = input.identity, source == kept.identity { throw BatchSetup.sameFile("--errors") }
      return (results, kept)
    } catch {
      if state == nil { results.discard() }
      throw error
    }
  }

  private static func sameFile(_ option: String) -> Unreadable {
    misuse(
      "`\(option)` is the input itself", "`\(option)` 就是输入文件",
      help: Wording(en: "choose another name; nothing was written", zh: "请换一个名称；没有写入"))
  }
}

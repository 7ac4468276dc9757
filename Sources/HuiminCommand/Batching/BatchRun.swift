import Huimin

/// One run of `huimin batch`: reads, has blocks decided, and writes them in the order of the input.
struct BatchRun {
  private let plan: BatchPlan
  private let input: BatchInput
  private var cutter: BlockCutter
  private let output: BatchFile
  private let errors: BatchFile?
  private var state: BatchState
  private let isResumed: Bool
  private let jobs: Int
  /// More records than these must not be kept out.
  private let mostRefused: Int?
  private let console: Console

  private var isAtEnd = false
  private var isFirstBlock = true
  private var told = 0
  /// Why nothing more is to be done.
  private var ending = Ending.done
  private var lastSaved = BatchProgress.now()

  private enum Ending {
    case done
    /// By a signal.
    case interrupted
    /// Too many records were kept out.
    case tooManyRefused
    /// Nobody reads the output any more.
    case unread
  }

  /// So many records that are kept out are shown at the terminal; all are counted.
  private static let mostTold = 20

  init(
    plan: BatchPlan, input: BatchInput, cutter: BlockCutter, output: BatchFile, errors: BatchFile?, state: BatchState,
    isResumed: Bool, jobs: Int, mostRefused: Int?, _ console: Console
  ) {
    self.plan = plan
    self.input = input
    self.cutter = cutter
    self.output = output
    self.errors = errors
    self.state = state
    self.isResumed = isResumed
    self.jobs = jobs
    self.mostRefused = mostRefused
    self.console = console
  }

  /// - Returns: the exit code.
  /// - Throws: ``Unreadable`` where the input can no longer be read or the output no longer be written; what was written
  ///   until then can be gone on with.
  mutating func toEnd() throws(Unreadable) -> Int32 {
    let interrupts = Interrupts()
    defer { interrupts.end() }
    let workers = BlockWorkers(plan, jobs: jobs)
    defer { workers.finish() }
    var progress = BatchProgress(console, size: input.size, offset: state.inputOffset, count: state.tally.records)
    do throws(Unreadable) {
      if !isResumed { _ = try output.write(head) }
      while ending == .done {
        while workers.underWay < workers.capacity, let block = try nextBlock() { workers.submit(block) }
        guard workers.underWay > 0 else { break }
        let (block, decided) = workers.next()
        try take(decided, block)
        progress.show(count: state.tally.records, offset: state.inputOffset)
      }
      if ending == .done, Interrupts.signal != 0 { ending = .interrupted }
      progress.clear()
      try close()
    } catch {
      progress.clear()
      // What came to nothing leaves nothing, so that it can simply be tried again.
      let isVain = !isResumed && state.inputOffset == 0
      if isVain { discard() }
      throw isKept && !isVain ? Unreadable(error.diagnostics + [goOn]) : error
    }
    return tell()
  }

  private var head: [UInt8] {
    let mark: [UInt8] = cutter.hasByteOrderMark && plan.forms == (.csv, .csv) ? [0xEF, 0xBB, 0xBF] : []
    return mark + plan.head
  }

  // MARK: Reading

  /// The next block; nothing at the end, and once a signal has come.
  private mutating func nextBlock() throws(Unreadable) -> RecordBlock? {
    while Interrupts.signal == 0 {
      if let block = cutter.next() {
        if isFirstBlock, state.inputOffset == 0 { try plan.require(fieldsIn: block) }
        isFirstBlock = false
        return block
      }
      guard !isAtEnd, let bytes = try input.read() else { return nil }
      isAtEnd = bytes.isEmpty
      cutter.add(bytes)
    }
    return nil
  }

  // MARK: Writing

  private mutating func take(_ whole: DecidedBlock, _ block: RecordBlock) throws(Unreadable) {
    var decided = whole
    if let most = mostRefused, state.tally.refused + decided.tally.refused > most {
      // The block is decided again as far as the record that is one too many.
      decided = plan.decide(block, mostRefused: most - state.tally.refused + 1)
      ending = .tooManyRefused
    }
    guard try output.write(decided.output) else {
      ending = .unread
      return
    }
    try keep(decided.refused)
    state.tally.add(decided.tally)
    // What stops within a block is begun again with the block.
    guard ending == .done else { return }
    (state.inputOffset, state.line) = (block.end, block.nextLine)
    if isKept, BatchProgress.now() - lastSaved >= 1 { try save() }
  }

  private mutating func keep(_ refused: [RefusedRecord]) throws(Unreadable) {
    guard let errors else {
      for record in refused where told < BatchRun.mostTold {
        told += 1
        console.report(record.diagnostics.map { $0.placed(in: input.name, line: record.line) })
      }
      return
    }
    var lines: [UInt8] = []
    for record in refused { lines += Array((record.json.compact + "\n").utf8) }
    _ = try errors.write(lines)
  }

  /// Whether how far the run has come is kept beside the output.
  private var isKept: Bool { output.isRegular && input.size != nil }

  private mutating func save() throws(Unreadable) {
    // First what the state tells of, then the state.
    try output.sync()
    try errors?.sync()
    (state.outputOffset, state.outputMark) = (output.offset, output.mark)
    (state.errorsOffset, state.errorsMark) = (errors?.offset ?? 0, errors?.mark ?? "")
    state.inputMark = input.mark(before: state.inputOffset)
    try state.save(for: output.path)
    lastSaved = BatchProgress.now()
  }

  private func discard() {
    output.discard()
    errors?.discard()
    if isKept { BatchState.remove(for: output.path) }
  }

  private mutating func close() throws(Unreadable) {
    switch ending {
    case .done:
      try output.sync()
      try errors?.sync()
      if isKept { BatchState.remove(for: output.path) }
    case .interrupted where isKept: try save()
    default: break
    }
  }

  // MARK: Telling

  private func tell() -> Int32 {
    if ending == .unread { return 0 }
    let more = state.tally.refused - told
    if errors == nil, more > 0, told == BatchRun.mostTold {
      console.errors.write(
        Wording(en: "… and \(more.grouped) more\n", zh: "……还有 \(more.grouped) 条\n")[console.language])
    }
    console.errors.write(BatchSummary(state.tally, plan, console.language).text)
    switch ending {
    case .done, .unread: return state.tally.refused > 0 ? 1 : 0
    case .interrupted:
      console.report(isKept ? goOn : brokenOff)
      return 128 + Interrupts.signal
    case .tooManyRefused:
      let most = mostRefused ?? 0
      console.report(
        Diagnostic(
          "too-many-errors",
          message: Wording(
            en: "stopped: more than \(most) \(most == 1 ? "record was" : "records were") kept out",
            zh: "已停止：无法判定的记录超过 \(most) 条"),
          help: Wording(
            en: isKept ? "mend the input, or go on with `--resume` and a higher `--max-errors`" : "mend the input",
            zh: isKept ? "请改正输入，或用 `--resume` 和更大的 `--max-errors` 继续" : "请改正输入")))
      return 2
    }
  }

  private var goOn: Diagnostic {
    Diagnostic(
      "broken-off", severity: .warning,
      message: Wording(
        en: "broken off after line \((state.line - 1).grouped) of the input; `\(output.path)` is not complete",
        zh: "处理到输入的第 \((state.line - 1).grouped) 行后中断，`\(output.path)` 不完整"),
      help: Wording(
        en: "the same command with `--resume` goes on from there", zh: "同样的命令加上 `--resume`，就从这里继续"))
  }

  private var brokenOff: Diagnostic {
    Diagnostic(
      "broken-off", severity: .warning,
      message: Wording(
        en: "broken off after line \((state.line - 1).grouped) of the input; the output is not complete",
        zh: "处理到输入的第 \((state.line - 1).grouped) 行后中断，输出不完整"),
      help: Wording(
        en: "from a file into a file (`--input`, `--output`) it could go on later",
        zh: "用 `--input` 和 `--output` 指定文件，中断后可以继续"))
  }
}

extension Diagnostic {
  /// The same at the line of a record, where it is about something in a policy.
  fileprivate func placed(in file: String, line: Int) -> Diagnostic {
    guard location?.file != file else { return self }
    let place = Position(line: line, column: 1)
    return located(at: Location(file: file, start: place, end: place))
  }
}

extension RefusedRecord {
  /// The record as it is kept: its line, why, and its text.
  fileprivate var json: JSON {
    .object([
      ("line", .number(String(line))), ("diagnostics", .array(diagnostics.map(\.json))),
      ("record", .string(String(decoding: bytes, as: UTF8.self))),
    ])
  }
}

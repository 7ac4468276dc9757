import Huimin

/// Going on with a run that was broken off.
extension BatchSetup {
  /// What must be the same for a run to go on.
  func terms(_ plan: BatchPlan, _ forms: (input: BatchForm, output: BatchForm)) -> [(
    name: String, value: String
  )] {
    let day = arguments["--date-column"] == nil || arguments.has("--on") ? try? arguments.day(console) : nil
    return [
      ("huimin", Engine.version), ("input", arguments["--input"] ?? "-"),
      ("policy", plan.policies.map(\.contentHash).joined(separator: " ")),
      ("format", "\(forms.input.rawValue) \(forms.output.rawValue)"),
      ("select", plan.columns.map(\.name).joined(separator: ",")),
      ("explain", arguments.has("--explain") ? console.language.rawValue : ""),
      ("dates", arguments["--date-column"] ?? ""), ("on", day?.description ?? ""),
      ("strict", arguments.has("--strict") ? "yes" : "no"), ("errors", arguments["--errors"] ?? ""),
    ]
  }

  /// How far an earlier run has come; nothing where none was begun.
  func resumedState(_ plan: BatchPlan, _ input: BatchInput, _ output: String) throws(Unreadable) -> BatchState? {
    guard BatchSetup.canBeResumed(output), let size = input.size else {
      throw BatchSetup.misuse(
        "`--resume` needs files for `--input` and `--output`", "`--resume` 须用 `--input` 和 `--output` 指定文件")
    }
    let path = BatchState.path(for: output)
    guard SourceFile.exists(path) else {
      guard SourceFile.exists(output) else { return nil }
      throw BatchFile.alreadyThere(
        output,
        help: Wording(
          en: "no run into it was broken off: it is complete, or something else", zh: "没有中断的运行：它已经完成，或是别的文件"))
    }
    let bytes = try SourceFile.read(path)
    files[path] = bytes
    let state = try BatchState(Document.read(bytes, file: path, format: .json), plan)
    let now = terms(plan, (plan.forms.input, plan.forms.output))
    for (name, value) in now where state.terms.first(where: { $0.name == name })?.value != value {
      throw Unreadable([
        Diagnostic(
          "batch-changed",
          message: Wording(
            en: "the run was begun with another `\(name)`", zh: "这次运行开始时的 `\(name)` 与现在不同"),
          help: Wording(
            en: "give the same options, or begin again under another name of the output",
            zh: "请用同样的选项，或换一个输出文件从头运行"))
      ])
    }
    guard size == state.inputSize, input.mark(before: state.inputOffset) == state.inputMark || state.inputOffset == 0
    else {
      throw BatchFile.changed(input.name)
    }
    return state
  }
}

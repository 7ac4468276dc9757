import Huimin

extension Command {
  static let replay = Command(
    name: "replay",
    summary: Wording(en: "decide again from a receipt, and compare", zh: "按回执再次判定，并与回执比较"),
    operands: "RECEIPT", operandCount: 1...1,
    options: [
      Option(
        name: "--policy", value: .file("FILE"),
        summary: Wording(
          en: "the policy's file, where it is not in the folder of --policies", zh: "政策文件；不写则在 --policies 文件夹中按标识查找")),
      Option(
        name: "--format", value: .choice(["text", "json"]),
        summary: Wording(en: "a page to read, or the findings for programs", zh: "供阅读的文本，或供程序读取的 JSON")),
      .language, .policies,
    ],
    details: Wording(
      en: """
        RECEIPT is what `huimin decide … --format json` wrote; `-` reads standard input. The policies are found by the
        ids in it, their files compared by their hashes, and the receipt's facts decided again for its day. Either the
        same document comes about, word for word, or it is told what has changed, whether the outcome is still the
        same, and where the two first differ. Of a receipt from which facts are withheld, the digest is tested, and what
        the other facts decide. Compare the digest with that of the receipt as it was issued.

          huimin replay receipt.json
          huimin replay receipt.json --policy putuo.yaml
          huimin decide … --format json | huimin replay -

        exit: 0 reproduced or confirmed, 1 not reproduced, 2 wrong use, no receipt, or no such policy.
        """,
      zh: """
        RECEIPT 是 `huimin decide … --format json` 写出的回执；`-` 读标准输入。按其中的标识找到政策，核对文件的哈希值，
        再用回执中的事实和日期判定一次。要么得出逐字相同的回执，要么说明什么变了、结论是否仍相同、第一处不同在哪里。
        隐去了事实的回执，核对摘要，并用其余事实判定。摘要应与当初发出的回执上的一致。

          huimin replay receipt.json
          huimin replay receipt.json --policy putuo.yaml
          huimin decide … --format json | huimin replay -

        退出码：0 可以重现或相符，1 不能重现，2 用法有误、不是回执或找不到政策。
        """),
    run: { arguments, console in
      var files: [String: [UInt8]] = [:]
      do throws(Unreadable) {
        let path = arguments.operands[0]
        let name = path == "-" ? "<stdin>" : path
        let bytes = try console.read(path)
        files[name] = bytes
        let recorded = try RecordedReceipt(bytes, file: name)
        let library = try policies(arguments, console)
        files.merge(library.files) { first, _ in first }
        let replay = try again(recorded, by: library)
        if arguments["--format"] == "json" {
          console.write(replay.text)
        } else {
          console.write(
            ReplayReport(
              replay, language: console.language, width: console.width, isColored: console.colorsOutput
            ).text)
        }
        return replay.verdict == .differs ? 1 : 0
      } catch {
        console.report(error.diagnostics, files: files)
        return 2
      }
    })

  private static func policies(_ arguments: Arguments, _ console: Console) throws(Unreadable) -> PolicyLibrary {
    if let file = arguments["--policy"] {
      let library = PolicyLibrary(loading: [file])
      guard library.programs.isEmpty else { return library }
      throw Unreadable(library.diagnostics)
    }
    return PolicyLibrary(loading: [arguments["--policies"] ?? console.environment("HUIMIN_POLICIES") ?? "Policies"])
  }

  private static func again(_ recorded: RecordedReceipt, by library: PolicyLibrary) throws(Unreadable) -> Replay {
    do throws(Diagnostic) {
      return try Replay(recorded, by: library)
    } catch {
      throw Unreadable(library.programs.isEmpty ? library.diagnostics + [error] : [error])
    }
  }
}

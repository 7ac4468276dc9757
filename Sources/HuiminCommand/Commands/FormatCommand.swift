import Huimin

extension Command {
  static let format = Command(
    name: "fmt",
    summary: Wording(en: "bring policy and test files into one style", zh: "统一政策和测试文件的格式"),
    operands: "[PATH…]", operandCount: 0...1_000,
    options: [
      Option(
        name: "--check", value: .none,
        summary: Wording(en: "change nothing; name the files that would change", zh: "不改动，只列出需要整理的文件")),
      Option(
        name: "--keys", value: .choice(["zh", "en"]),
        summary: Wording(en: "write the keys in Chinese or English", zh: "把键写成中文或英文")),
      .language,
    ],
    details: Wording(
      en: """
        Two columns a level, one space after `:`, no blanks at the end of a line. Comments, quotes, the order of entries
        and line breaks stay as they are, and so does everything that the file says: the result is read again and
        compared before it is written. `-` formats standard input to standard output.

          huimin fmt
          huimin fmt --check Policies
          huimin fmt --keys zh Policies/meal-assistance/putuo.yaml

        exit: 0 done, 1 with --check where a file would change, 2 wrong use or a file that cannot be read.
        """,
      zh: """
        每层缩进两格，`:` 后一个空格，行尾不留空格。注释、引号、各项的先后和换行照旧，内容不变：写回之前会重新读取并核对。
        `-` 从标准输入读取，写到标准输出。

          huimin fmt
          huimin fmt --check Policies
          huimin fmt --keys zh Policies/meal-assistance/putuo.yaml

        退出码：0 完成，1 加 --check 时有文件需要整理，2 用法有误或文件无法读取。
        """),
    run: { arguments, console in
      let paths = arguments.operands.isEmpty ? ["Policies"] : arguments.operands
      let run = FormatRun(
        console: console, keys: arguments["--keys"].flatMap(Language.init(rawValue:)), isCheck: arguments.has("--check")
      )
      return run.format(paths)
    })
}

/// Formats files one by one; one that cannot be formatted does not keep the others from it.
private struct FormatRun {
  let console: Console
  let keys: Language?
  let isCheck: Bool

  func format(_ paths: [String]) -> Int32 {
    if paths == ["-"] { return formatInput() }
    var changed = 0
    var count = 0
    var failed = false
    for path in paths {
      guard SourceFile.exists(path) else {
        console.report(Diagnostic.notFound(path))
        failed = true
        continue
      }
      let isFolder = SourceFile.isFolder(path)
      let files = isFolder ? SourceFile.files(below: path, endingIn: [".yaml", ".yml"]) : [path]
      for file in files {
        var bytes: [UInt8] = []
        do throws(Unreadable) {
          bytes = try console.read(file)
          let document = try Document.read(bytes, file: file, format: .yaml)
          // Records lie beside policies and are their owners'.
          if isFolder, !PolicyFormat.formats(document) { continue }
          count += 1
          let text = try PolicyFormat.text(of: document, keys: keys)
          guard Array(text.utf8) != bytes else { continue }
          if !isCheck { try SourceFile.replace(file, with: Array(text.utf8)) }
          changed += 1
          console.write(
            isCheck
              ? Wording(en: "would change \(file)\n", zh: "需要整理 \(file)\n")[console.language]
              : Wording(en: "formatted \(file)\n", zh: "已整理 \(file)\n")[console.language])
        } catch {
          console.report(error.diagnostics, files: [file: bytes])
          failed = true
        }
      }
    }
    if changed == 0, !failed {
      console.write(
        Wording(
          en: count == 1 ? "1 file needed no change\n" : "\(count) files needed no change\n",
          zh: "\(count) 个文件格式已统一\n")[console.language])
    }
    return failed ? 2 : isCheck && changed > 0 ? 1 : 0
  }

  private func formatInput() -> Int32 {
    var bytes: [UInt8] = []
    do throws(Unreadable) {
      bytes = try console.read("-")
      let document = try Document.read(bytes, file: "<stdin>", format: .yaml)
      let text = try PolicyFormat.text(of: document, keys: keys)
      if !isCheck { console.write(text) }
      return isCheck && Array(text.utf8) != bytes ? 1 : 0
    } catch {
      console.report(error.diagnostics, files: ["<stdin>": bytes])
      return 2
    }
  }
}

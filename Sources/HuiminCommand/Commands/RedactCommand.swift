import Huimin

extension Command {
  static let redact = Command(
    name: "redact",
    summary: Wording(en: "withhold facts from a receipt", zh: "从回执中隐去事实"),
    operands: "RECEIPT", operandCount: 1...1,
    options: [
      Option(
        name: "--fact", value: .text("NAME"),
        summary: Wording(
          en: "a fact to be withheld, as the receipt names it; may be repeated", zh: "要隐去的事实，照回执中的名称；可重复"),
        repeats: true),
      .language,
    ],
    details: Wording(
      en: """
        Writes the receipt without the values of the facts, and without every reason that tells of them: in their place
        stand hashes, and the digest stays the same, so that `huimin replay` can still test it. What was decided stays;
        whoever knows the policy may infer something from it.

        Without a salt, a value of which there are few can be guessed and the guess tested. Write the receipt with
        `huimin decide … --format json --salt random` where facts may have to be withheld from it.

          huimin redact receipt.json --fact income > public.json
          huimin redact receipt.json --fact income --fact address > public.json
          huimin replay public.json

        exit: 0 done, 2 wrong use, no receipt, or one that was altered.
        """,
      zh: """
        写出隐去事实的回执：事实的值和说到它的理由都换成哈希值，摘要不变，仍可用 `huimin replay` 核对。
        结论保留；了解政策的人或许能由结论推知一二。

        没有加盐的回执，可能的值不多时可以逐个试算。日后要隐去事实的，写回执时用
        `huimin decide … --format json --salt random`。

          huimin redact receipt.json --fact 月收入 > public.json
          huimin redact receipt.json --fact 月收入 --fact 住址 > public.json
          huimin replay public.json

        退出码：0 完成，2 用法有误、不是回执或回执被改动过。
        """),
    run: { arguments, console in
      let path = arguments.operands[0]
      let name = path == "-" ? "<stdin>" : path
      var files: [String: [UInt8]] = [:]
      do throws(Unreadable) {
        let facts = arguments.all("--fact")
        guard !facts.isEmpty else {
          throw Unreadable([
            Diagnostic(
              "usage", message: Wording(en: "no fact is named to be withheld", zh: "没有写明要隐去哪个事实"),
              help: Wording(en: "add `--fact NAME`", zh: "加上 `--fact 名称`"))
          ])
        }
        let bytes = try console.read(path)
        files[name] = bytes
        let redaction = try Redaction(of: RecordedReceipt(bytes, file: name), withholding: facts)
        console.report(redaction.warnings)
        console.write(redaction.text)
        return 0
      } catch {
        console.report(error.diagnostics, files: files)
        return 2
      }
    })
}

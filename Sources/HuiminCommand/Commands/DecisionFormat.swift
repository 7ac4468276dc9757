import Huimin

/// In which form an outcome is written, and for whom: the options `--format`, `--for` and what stands in a letter.
struct DecisionFormat {
  private let format: String
  private let audience: String?
  private let envelope: Letter.Envelope
  /// The options given that only a letter has a place for.
  private let letterOptions: [String]
  /// What keeps parts of the receipt that are withheld later from being guessed, as it is written on the command line.
  private let salt: String?

  init(_ arguments: Arguments) {
    format = arguments["--format"] ?? "text"
    audience = arguments["--for"]
    envelope = Letter.Envelope(
      name: arguments["--to"], reference: arguments["--reference"], office: arguments["--office"])
    salt = arguments["--salt"]
    letterOptions = ["--to", "--reference", "--office"].filter { arguments[$0] != nil }
  }

  private var isReceipt: Bool { format == "json" || format == "yaml" }

  private var isLetter: Bool {
    !isReceipt && (audience ?? (format == "text" ? "caseworker" : "applicant")) == "applicant"
  }

  /// What does not go together on the command line.
  var problem: Diagnostic? {
    if let salt, !isReceipt {
      return Diagnostic(
        "usage", message: Wording(en: "`--salt \(Quotation.of(salt))` is for a receipt", zh: "`--salt` 只用于回执"),
        help: Wording(en: "add `--format json`", zh: "加上 `--format json`"))
    }
    if let salt, salt != "random", Salt(salt) == nil {
      return Diagnostic(
        "usage", message: Wording(en: "`\(Quotation.of(salt))` is no salt", zh: "`\(Quotation.of(salt))` 不能作盐值"),
        help: Wording(
          en: "write `--salt random`, or 64 hexadecimal digits in lower case", zh: "写 `--salt random`，或 64 位小写十六进制数字"))
    }
    if isReceipt, let option = ((audience == nil ? [] : ["--for"]) + letterOptions).first {
      return Diagnostic(
        "usage",
        message: Wording(
          en: "`\(option)` has no place in the receipt, which is the same for everybody", zh: "回执对谁都一样，不能用 `\(option)`"),
        help: Wording(
          en: "write `--format markdown` or `--format html`", zh: "请用 `--format markdown` 或 `--format html`"))
    }
    if !isLetter, let option = letterOptions.first {
      return Diagnostic(
        "usage",
        message: Wording(en: "`\(option)` stands in a letter, and this is none", zh: "`\(option)` 只用于决定书"),
        help: Wording(en: "add `--for applicant`", zh: "请加 `--for applicant`"))
    }
    return nil
  }

  private var receiptSalt: Salt? {
    guard salt == "random" else { return salt.flatMap { Salt($0) } }
    var generator = SystemRandomNumberGenerator()
    return Salt(from: &generator)
  }

  /// The outcome in this form; `nil` for a letter about what could not be decided.
  func text(of outcome: Outcome, _ console: Console) -> String? {
    let answer = Answer(outcome)
    if isReceipt {
      let receipt = Receipt(answer, salt: receiptSalt)
      return format == "json" ? receipt.text : receipt.yaml
    }
    if isLetter {
      let letter = Letter(answer, language: console.language, envelope: envelope)
      switch format {
      case "markdown": return letter?.markdown
      case "html": return letter?.html
      default: return letter?.text(width: console.width)
      }
    }
    let report = TextReport(
      answer, language: console.language, width: console.width, isColored: console.colorsOutput)
    switch format {
    case "markdown": return report.markdown
    case "html": return report.html
    default: return report.text
    }
  }
}

import FEEL

/// What was decided: a value a line, and of a split who pays how much.
struct Conclusion {
  let explanation: Explanation
  let language: Language
  /// What is said of a value that is not settled; what a value that is not known is called where nothing is said.
  let openText: Wording?

  init(_ explanation: Explanation, _ language: Language, openText: Wording? = nil) {
    self.explanation = explanation
    self.language = language
    self.openText = openText
  }

  private var program: Program { explanation.outcome.program }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Adds one decision of the outcome to a page; nothing of one that could not be worked out.
  func add(_ name: String, _ value: Value, to page: inout Sheet) {
    guard let checked = program.decision(named: name) else { return }
    if case .null(.some) = value { return }
    let label = checked.decision.label[language]
    let paidTo = checked.decision.paidTo.map { paid(to: $0) } ?? ""
    if case .context(let context) = value, case .split(let split) = checked.decision.form {
      page.line("\(label)\(paidTo)")
      let silent = explanation.reason(of: name)?.because.filter(\.isSilent).compactMap(\.name) ?? []
      return page.amounts(
        context.entries.filter { !silent.contains($0.name) }.map { entry in
          (title(of: entry.name, in: split), text(of: entry.value, checked.type.fieldType(entry.name))[language])
        } + total(of: name))
    }
    let shown = ValueFormat.labelled(value, checked) ?? text(of: value, checked.type)
    page.statement("\(label)\(words("：", ": "))", shown[language] + paidTo, Sheet.Tone(of: value))
  }

  private func text(of value: Value, _ type: FeelType) -> Wording {
    guard let openText, case .unknown(let unknown) = value else { return ValueFormat.text(of: value, type: type) }
    return ValueFormat.open(unknown, type: type, name: openText)
  }

  /// What a payer is called; one of a group stands further in, below the group.
  private func title(of name: String, in split: Split<Checked>) -> String {
    guard let share = split.shares.first(where: { $0.name == name }) else {
      return (split.groups.first { $0.name == name }?.label ?? Wording(both: name))[language]
    }
    return (share.group == nil ? "" : "  ") + share.label[language] + (share.paidTo.map { paid(to: $0) } ?? "")
  }

  func paid(to payee: Wording) -> String { words("（付给\(payee[.zh])）", " (paid to \(payee[.en]))") }

  private func total(of split: String) -> [(String, String)] {
    guard case .split(let found)? = explanation.outcome.findings[split]?.trace,
      case .split(let form)? = program.decision(named: split)?.decision.form, !found.whole.isNull
    else { return [] }
    return [(words("合计", "in all"), text(of: found.whole, form.whole.type)[language])]
  }
}

extension Source {
  /// The title as it is cited; in Chinese in the marks of titles, unless it brings its own.
  var quotedTitle: Wording { Wording(en: title[.en], zh: title[.zh].contains("《") ? title[.zh] : "《\(title[.zh])》") }
}

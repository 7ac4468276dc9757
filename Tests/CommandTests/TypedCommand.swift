/// A line of a console block that runs the tool: `$ huimin …`, or with lines handed in, `$ printf '…\\n' | huimin …`.
struct TypedCommand {
  /// What stands behind `huimin`.
  let line: String
  /// Standard input.
  let input: String

  init?(_ text: String) {
    if text.hasPrefix("$ huimin ") {
      line = String(text.dropFirst("$ huimin ".count))
      input = ""
      return
    }
    guard let found = text.wholeMatch(of: /\$ printf '([^']*)' \| huimin (.*)/) else { return nil }
    input = String(found.1).replacing("\\n", with: "\n")
    line = String(found.2)
  }
}

import Huimin

extension Command {
  static let completions = Command(
    name: "completions",
    summary: Wording(en: "print completions for a shell", zh: "输出 shell 自动补全脚本"),
    operands: "bash|zsh|fish", operandCount: 1...1, options: [],
    details: Wording(
      en: """
        Prints a script that completes commands, options and their values.

          huimin completions bash > ~/.local/share/bash-completion/completions/huimin
          huimin completions zsh  > ~/.zfunc/_huimin
          huimin completions fish > ~/.config/fish/completions/huimin.fish
        """,
      zh: """
        输出补全命令、选项及其取值的脚本。

          huimin completions bash > ~/.local/share/bash-completion/completions/huimin
          huimin completions zsh  > ~/.zfunc/_huimin
          huimin completions fish > ~/.config/fish/completions/huimin.fish
        """),
    operandChoices: { ["bash", "zsh", "fish"] },
    run: { arguments, console in
      switch arguments.operands[0] {
      case "bash": console.write(Completions.bash())
      case "zsh": console.write(Completions.zsh())
      case "fish": console.write(Completions.fish())
      case let other:
        console.report(
          Diagnostic(
            "usage", message: Wording(en: "there are no completions for `\(other)`", zh: "没有 `\(other)` 的补全脚本"),
            help: Wording(en: "write `bash`, `zsh` or `fish`", zh: "可写 `bash`、`zsh` 或 `fish`")))
        return 2
      }
      return 0
    })
}

/// Scripts made from the same table of commands and options that the parser and the help pages use.
enum Completions {
  static func bash() -> String {
    var text = """
      _huimin() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" options="" operands=""
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(Tool.commands.map(\.name).joined(separator: " ")) --help --version" -- "$word"))
          return
        fi
        case "${COMP_WORDS[1]}" in

      """
    for command in Tool.commands {
      text += "    \(command.name))\n      case \"$before\" in\n"
      for option in command.options {
        guard let action = bashAction(option.value) else { continue }
        text += "        \(option.name)) \(action); return ;;\n"
      }
      text += "      esac\n      options=\"\(command.options.map(\.name).joined(separator: " ")) --help\""
      let words = command.operandChoices().joined(separator: " ")
      if !words.isEmpty { text += " operands=\"\(words)\"" }
      text += " ;;\n"
    }
    return text + """
        esac
        case "$word" in
          -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
          *) if [ -n "$operands" ]; then COMPREPLY=($(compgen -W "$operands" -- "$word"))
             else COMPREPLY=($(compgen -f -- "$word")); fi ;;
        esac
      }
      complete -o filenames -F _huimin huimin

      """
  }

  private static func bashAction(_ value: Option.Value) -> String? {
    switch value {
    case .none: nil
    case .choice(let words): "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
    case .folder: "COMPREPLY=($(compgen -d -- \"$word\"))"
    case .file: "COMPREPLY=($(compgen -f -- \"$word\"))"
    case .text: "COMPREPLY=()"
    }
  }

  static func zsh() -> String {
    var text = "#compdef huimin\n_huimin() {\n  local -a commands\n  commands=(\n"
    for command in Tool.commands { text += "    '\(command.name):\(quoted(command.summary[.en]))'\n" }
    text +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n"
    for command in Tool.commands {
      text += "    \(command.name)) _arguments '1:command:'"
      for option in command.options {
        text +=
          " \\\n      '\(option.repeats ? "*" : "")\(option.name)[\(quoted(option.summary[.en]))]\(zshValue(option.value))'"
      }
      let words = command.operandChoices().joined(separator: " ")
      text += " \\\n      '\(words.isEmpty ? "*:file:_files" : "*:word:(\(words))")' ;;\n"
    }
    return text + "  esac\n}\ncompdef _huimin huimin\n"
  }

  private static func zshValue(_ value: Option.Value) -> String {
    switch value {
    case .none: ""
    case .choice(let words): ":value:(\(words.joined(separator: " ")))"
    case .folder: ":folder:_files -/"
    case .file: ":file:_files"
    case .text(let word): ":\(word):"
    }
  }

  static func fish() -> String {
    var text = ""
    for command in Tool.commands {
      text += "complete -c huimin -n __fish_use_subcommand -f -a \(command.name) -d '\(quoted(command.summary[.en]))'\n"
      let words = command.operandChoices().joined(separator: " ")
      if !words.isEmpty {
        text += "complete -c huimin -n '__fish_seen_subcommand_from \(command.name)' -f -a '\(words)'\n"
      }
      for option in command.options {
        text += "complete -c huimin -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name.dropFirst(2))"
        switch option.value {
        case .none: break
        case .choice(let words): text += " -x -a '\(words.joined(separator: " "))'"
        case .folder: text += " -x -a '(__fish_complete_directories)'"
        case .file: text += " -r"
        case .text: text += " -x"
        }
        text += " -d '\(quoted(option.summary[.en]))'\n"
      }
    }
    return text
  }

  /// Text that may stand in single quotes and, for zsh, between brackets and colons.
  private static func quoted(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !"'[]:`$".unicodeScalars.contains($0) }))
  }
}

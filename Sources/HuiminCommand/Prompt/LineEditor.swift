import CEdit
import Glibc

/// Lines written at a terminal, with editing, history and completion: the one place that calls libedit.
final class LineEditor {
  enum Line {
    case text(String)
    /// Ctrl-C: the line is dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal has gone.
    case end
  }

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let locale: EditingLocale
  private let session: LineEditorSession
  /// What Ctrl-C did before. Between two lines it does nothing: evaluation is bounded, and names that were kept are not
  /// to be lost.
  private let outerInterrupt: __sighandler_t?

  /// - Parameter write: shows the candidates of a completion at the terminal.
  /// - Returns: `nil` where lines cannot be edited here.
  init?(historyCount: Int, write: @escaping (String) -> Void) {
    guard let locale = EditingLocale(), let history = history_init() else { return nil }
    let session = LineEditorSession(write: write)
    let client = Unmanaged.passUnretained(session).toOpaque()
    guard let editor = locale.using({ edit_start("huimin", client) }) else {
      history_end(history)
      return nil
    }
    self.editor = editor
    self.history = history
    self.locale = locale
    self.session = session
    outerInterrupt = signal(SIGINT, SIG_IGN)
    _ = edit_limit_history(history, Int32(historyCount))
    locale.using(setUp)
  }

  deinit {
    locale.using { el_end(editor) }
    history_end(history)
    signal(SIGINT, outerInterrupt)
  }

  private func setUp() {
    _ = edit_set_prompt(editor, LineEditorSession.prompt)
    _ = edit_use_history(editor, history)
    _ = edit_handle_signals(editor)
    _ = edit_set_mode(editor, "emacs")
    // What people have set for every program that uses libedit.
    _ = el_source(editor, nil)
    _ = edit_add_command(editor, "huimin-complete", "complete a name", LineEditorSession.complete)
    _ = edit_add_command(editor, "huimin-interrupt", "drop the line", LineEditorSession.interrupt)
    _ = edit_disable_interrupt(editor)
    for (key, command) in LineEditor.keys { _ = edit_bind(editor, key, command) }
  }

  /// Keys beside those that libedit and the terminal's description know.
  private static let keys = [
    ("^I", "huimin-complete"), ("^C", "huimin-interrupt"), ("^R", "em-inc-search-prev"), ("^S", "em-inc-search-next"),
    ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"), ("\\e[3~", "ed-delete-next-char"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
  ]

  /// Reads a line.
  /// - Parameter complete: what can be completed after the text before the cursor.
  func line(prompt: String, complete: @escaping (String) -> Completion) -> Line {
    session.begin(prompt: prompt, complete: complete)
    return locale.using {
      // Before the prompt stands there, so that keys pressed as soon as it does are keys and no signals.
      _ = edit_take_terminal(editor)
      var count: Int32 = 0
      guard let start = el_gets(editor, &count), count > 0 else {
        return count < 0 && errno == EINTR ? .interrupted : .end
      }
      if session.isInterrupted { return .interrupted }
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
      return .text(String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self))
    }
  }

  /// Lets a text be found again with the arrow keys and Ctrl-R.
  func remember(_ text: String) {
    locale.using { _ = edit_remember(history, text) }
  }
}

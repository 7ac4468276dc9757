import CEdit
import Glibc
import Huimin

/// What libedit asks for while a line is edited.
final class LineEditorSession {
  private var promptText: UnsafeMutablePointer<CChar>?
  private var candidates: (String) -> Completion = { _ in .none }
  private(set) var isInterrupted = false
  private let write: (String) -> Void

  init(write: @escaping (String) -> Void) { self.write = write }

  deinit { free(promptText) }

  func begin(prompt: String, complete: @escaping (String) -> Completion) {
    free(promptText)
    promptText = strdup(prompt)
    candidates = complete
    isInterrupted = false
  }

  private static func of(_ editor: OpaquePointer?) -> LineEditorSession? {
    guard let editor, let client = edit_client(editor) else { return nil }
    return Unmanaged<LineEditorSession>.fromOpaque(client).takeUnretainedValue()
  }

  static let prompt: edit_prompt = { editor in LineEditorSession.of(editor)?.promptText }

  static let complete: edit_command = { editor, _ in
    guard let editor, let session = LineEditorSession.of(editor) else { return UInt8(CC_ERROR) }
    return session.complete(in: editor)
  }

  static let interrupt: edit_command = { editor, _ in
    guard let editor, let session = LineEditorSession.of(editor) else { return UInt8(CC_ERROR) }
    session.isInterrupted = true
    _ = el_cursor(editor, Int32(LineEditorSession.text(in: editor, beforeCursor: false).unicodeScalars.count))
    _ = el_insertstr(editor, "^C")
    // The end of the line moves below all that was written, and gives control back.
    el_push(editor, "\n")
    return UInt8(CC_REFRESH)
  }

  /// Puts in what all candidates begin with, and lists them where there are several.
  private func complete(in editor: OpaquePointer) -> UInt8 {
    let before = LineEditorSession.text(in: editor, beforeCursor: true)
    if LineEditorSession.hasMoreInput, before.allSatisfy({ $0 == " " || $0 == "\t" }) {
      // The indentation of text that is being pasted.
      _ = el_insertstr(editor, "\t")
      return UInt8(CC_REFRESH)
    }
    let completion = candidates(before)
    guard !completion.candidates.isEmpty else { return UInt8(CC_ERROR) }
    let written = String(String.UnicodeScalarView(before.unicodeScalars.suffix(completion.length)))
    if completion.commonPrefix != written {
      el_deletestr(editor, Int32(completion.length))
      _ = el_insertstr(editor, completion.commonPrefix)
    }
    guard completion.candidates.count > 1 else { return UInt8(CC_REFRESH) }
    write("\n\u{1B}[J" + CandidateColumns.text(completion.candidates, width: LineEditorSession.columns))
    _ = edit_draw_again(editor)
    return UInt8(CC_NORM)
  }

  /// The text before the cursor, or after it.
  private static func text(in editor: OpaquePointer, beforeCursor: Bool) -> String {
    guard let line = el_line(editor)?.pointee, let cursor = line.cursor else { return "" }
    guard let start = beforeCursor ? line.buffer : cursor, let end = beforeCursor ? cursor : line.lastchar else {
      return ""
    }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: end - start), as: UTF8.self)
  }

  private static var hasMoreInput: Bool {
    var count: Int32 = 0
    return ioctl(0, UInt(FIONREAD), &count) == 0 && count > 0
  }

  private static var columns: Int {
    var size = winsize()
    return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}

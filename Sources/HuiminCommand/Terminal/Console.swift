import Glibc
import Huimin

/// Where a command reads and writes, and what is known of the terminal. Tests hand in one of their own.
struct Console {
  /// Collects what was written, for tests; the standard console writes it out at once.
  final class Channel {
    let descriptor: Int32?
    private(set) var text = ""
    /// Why the last write failed, or 0.
    private(set) var failure: Int32 = 0

    init(descriptor: Int32?) { self.descriptor = descriptor }

    func write(_ more: String) {
      guard let descriptor else {
        text += more
        return
      }
      guard failure == 0 else { return }
      failure = SourceFile.write(Array(more.utf8), to: descriptor)
    }

    /// Writes bytes that are UTF-8.
    func write(_ more: [UInt8]) {
      guard let descriptor else {
        text += String(decoding: more, as: UTF8.self)
        return
      }
      guard failure == 0 else { return }
      failure = SourceFile.write(more, to: descriptor)
    }
  }

  let output: Channel
  let errors: Channel
  var language: Language
  /// Whether colours may be used on each channel.
  let colorsOutput: Bool
  let colorsErrors: Bool
  /// Columns of the terminal.
  let width: Int
  /// Whether a person sits at the input and sees the output.
  let isInteractive: Bool
  /// Whether a person sees the diagnostics.
  var showsErrorsToPerson = false
  /// Whether the terminal can show a line while it is edited.
  var canEdit = false
  /// Where standard input can be read piece by piece; nothing where it is held in memory.
  var inputDescriptor: Int32?
  let environment: @Sendable (String) -> String?
  /// Bytes of a file, or of standard input for `-`.
  let read: (String) throws(Unreadable) -> [UInt8]
  /// The lines of standard input.
  let lines: () -> LineReader.Line
  /// Today by the clock of the machine; commands put it where the user gives no day.
  let today: () -> CalendarDate?

  /// The console of the process.
  static func standard() -> Console {
    let environment: @Sendable (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
    func hasColors(_ descriptor: Int32) -> Bool {
      isatty(descriptor) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
    return Console(
      output: Channel(descriptor: 1), errors: Channel(descriptor: 2), language: language(environment),
      colorsOutput: hasColors(1), colorsErrors: hasColors(2), width: columns(environment),
      isInteractive: isatty(0) == 1 && isatty(1) == 1, showsErrorsToPerson: isatty(2) == 1,
      canEdit: canEdit(environment), inputDescriptor: 0,
      environment: environment, read: { path throws(Unreadable) in try SourceFile.read(path) },
      lines: LineReader(descriptor: 0).next, today: todayByTheClock)
  }

  private static func canEdit(_ environment: (String) -> String?) -> Bool {
    let terminal = environment("TERM") ?? ""
    return isatty(0) == 1 && isatty(1) == 1 && !terminal.isEmpty && terminal != "dumb"
  }

  private static func language(_ environment: (String) -> String?) -> Language {
    let names = ["HUIMIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    let value = names.lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    return value.hasPrefix("zh") ? .zh : .en
  }

  private static func columns(_ environment: (String) -> String?) -> Int {
    var size = winsize()
    let asked = isatty(1) == 1 && ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    return min(100, asked ?? environment("COLUMNS").flatMap { Int($0) } ?? 80)
  }

  private static func todayByTheClock() -> CalendarDate? {
    var seconds = time(nil)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// Writes results.
  func write(_ text: String) { output.write(text) }

  /// More at once than anybody reads are counted, not shown.
  private static let mostDiagnostics = 100

  /// Shows a diagnostic, with the lines it is about where their file was read.
  func report(_ diagnostic: Diagnostic, files: [String: [UInt8]] = [:]) { report([diagnostic], files: files) }

  func report(_ diagnostics: [Diagnostic], files: [String: [UInt8]] = [:]) {
    let printer = DiagnosticText(language: language, isColored: colorsErrors, bytes: files)
    for diagnostic in diagnostics.prefix(Console.mostDiagnostics) { errors.write(printer.text(of: diagnostic)) }
    let more = diagnostics.count - Console.mostDiagnostics
    if more > 0 { errors.write(Wording(en: "… and \(more) more\n", zh: "……还有 \(more) 个\n")[language]) }
  }

  /// Whether everything was written; says why where it was not. A reader that has gone away is no mistake of ours.
  func finish() -> Bool {
    guard output.failure != 0, output.failure != EPIPE else { return true }
    let reason = String(cString: strerror(output.failure))
    report(
      Diagnostic(
        "not-written", message: Wording(en: "the output could not be written: \(reason)", zh: "无法写出结果：\(reason)")))
    return false
  }
}

import Glibc
import TestSupport
import Testing

@testable import HuiminCommand

/// The built program at a terminal.
@Suite("The prompt at a terminal", .serialized)
struct PromptTests {
  private let home = TemporaryFolder()

  private func start(_ environment: [String: String] = [:]) throws -> TerminalRun {
    let run = try TerminalRun(
      "feel", "--context", "{年龄: 83, list price: 12.50, list discount: 0.1}", "--on", "2026-01-15", home: home,
      environment: environment)
    try run.expect("feel> ")
    return run
  }

  @Test func completesNames() throws {
    let run = try start()
    run.type("年\t")
    try run.expect("龄")
    run.type(" * 2\r")
    try run.expect("\n166\r\n")
    try run.expect("feel> ")
    run.type("list p\t")
    try run.expect("rice")
    run.type("\r")
    try run.expect("\n12.50\r\n")
    try run.expect("feel> ")
    run.type("today().\t")
    try run.expect("day      month    weekday  year\r\n")
    try run.expect("feel> today().")
    run.type("y\t")
    try run.expect("ear")
    run.type("\r")
    try run.expect("\n2026\r\n")
  }

  @Test func completesCommandsAndFiles() throws {
    try home.write("城区: 普陀", to: "民政.yaml")
    let run = try start()
    run.type(":lo\t")
    try run.expect("ad ")
    run.type("\(home.path)/民\t")
    try run.expect("政.yaml")
    run.type("\r")
    try run.expect("城区 = \"普陀\"\r\n")
  }

  @Test func completesMembersOfItems() throws {
    let run = try start()
    run.type(":let 名单 = [{姓名: \"张三\", 年收入: 1}]\r")
    try run.expect("feel> ")
    run.type("for m in 名单 return m.年\t")
    try run.expect("收入")
    run.type("\r")
    try run.expect("\n[1]\r\n")
  }

  @Test func editsLines() throws {
    let run = try start()
    run.type("\"惠民政策\"")
    try run.expect("策\"")
    // Left three times, backspace, another character.
    run.type("\u{1B}[D\u{1B}[D\u{1B}[D\u{7F}大\r")
    try run.expect("\n\"惠大政策\"\r\n")
    try run.expect("feel> ")
    run.type("2\u{1}1 + \u{5} + 3\r")
    try run.expect("\n6\r\n")
  }

  @Test func findsEarlierLines() throws {
    let run = try start()
    run.type("1 + 1\r")
    try run.expect("\n2\r\n")
    try run.expect("feel> ")
    run.type("年龄 + 1\r")
    try run.expect("\n84\r\n")
    try run.expect("feel> ")
    run.type("\u{1B}[A")
    try run.expect("年龄 + 1")
    run.type("\r")
    try run.expect("\n84\r\n")
    try run.expect("feel> ")
    run.type("\u{12}1 + 1")
    try run.expect("bck:")
    run.type("\r")
    try run.expect("\n2\r\n")
  }

  @Test func goesOnUntilTheExpressionEnds() throws {
    let run = try start()
    run.type("sum([1,\r")
    try run.expect("  ... ")
    run.type("年龄\r")
    try run.expect("  ... ")
    run.type("])\r")
    try run.expect("\n84\r\n")
    try run.expect("feel> ")
    run.type("[1,\r")
    try run.expect("  ... ")
    run.type("\r")
    try run.expect("--> expression:1:4")
    try run.expect("feel> ")
    // The whole expression is one entry.
    run.type("\u{1B}[A\u{1B}[A")
    try run.expect("])")
    run.type("\r")
    try run.expect("\n84\r\n")
  }

  @Test func readsWhatIsPastedInLines() throws {
    let run = try start()
    run.type("{\r\ta: 1,\r\tb: [\r\t\t年龄\r\t]\r}\r:let 折扣 = 0.85\r折扣 * 2\r")
    try run.expect("{a: 1, b: [83]}\r\n")
    try run.expect("折扣 = 0.85\r\n")
    try run.expect("1.70\r\n")
  }

  @Test func dropsTheLineAndEnds() throws {
    let run = try start()
    run.type("年龄 +")
    try run.expect("+")
    run.type("\u{3}")
    try run.expect("^C")
    try run.expect("feel> ")
    run.type("[1,\r")
    try run.expect("  ... ")
    run.type("\u{3}")
    try run.expect("feel> ")
    run.type("年龄\r")
    try run.expect("\n83\r\n")
    try run.expect("feel> ")
    run.type("\u{4}")
    #expect(try run.end() == 0)
  }

  @Test func keepsWhatWasWritten() throws {
    let first = try start()
    first.type("年龄 + 1\r")
    try first.expect("\n84\r\n")
    try first.expect("feel> ")
    first.type(" 4711\r")
    try first.expect("\n4711\r\n")
    try first.expect("feel> ")
    first.type(":q\r")
    #expect(try first.end() == 0)
    let path = "\(home.path)/.local/state/huimin/feel-history"
    #expect(Recorded.read(path) == "年龄 + 1\n:q\n")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let second = try start()
    second.type("\u{1B}[A\u{1B}[A")
    try second.expect("年龄 + 1")
    second.type("\r")
    try second.expect("\n84\r\n")
  }

  @Test func keepsNothingWhereNoneIsWanted() throws {
    let run = try start(["HUIMIN_HISTORY": ""])
    run.type("1\r")
    try run.expect("\n1\r\n")
    try run.expect("feel> ")
    run.type("\u{4}")
    #expect(try run.end() == 0)
    #expect(access("\(home.path)/.local", F_OK) != 0)
  }

  @Test func warnsOnceOfAHistoryThatCannotBeKept() throws {
    let run = try start(["HUIMIN_HISTORY": "\(home.path)/none/history"])
    run.type("1\r")
    try run.expect("warning[history]")
    try run.expect("\n1\r\n")
    try run.expect("feel> ")
    run.type("2\r")
    try run.expect("2\r\n2\r\n")
    #expect(!run.rest.contains("warning"))
  }

  @Test func editsNothingAtADumbTerminal() throws {
    let run = try start(["TERM": "dumb"])
    run.type("[1,\n")
    try run.expect("  ... ")
    run.type("年龄]\n")
    try run.expect("[1, 83]\r\nfeel> ")
    run.type("\u{4}")
    #expect(try run.end() == 0)
    #expect(!run.rest.contains("\u{1B}"))
    #expect(access("\(home.path)/.local", F_OK) != 0)
  }
}

import TestSupport
import Testing

/// The built program at a terminal.
@Suite("An interview at a terminal", .serialized)
struct AskTerminalTests {
  private let home = TemporaryFolder()

  private func start(_ words: String..., environment: [String: String] = [:]) throws -> TerminalRun {
    try home.write(
      """
      policy: example.canteen
      title: Canteen
      in force: 2026-01-01..
      facts: { 年龄: years, 户籍: [本市, 外地] }
      decisions: { 补贴: { cases: [{ when: 年龄 < 65, then: 0 }, { when: 户籍 = 外地, then: 1 }, { otherwise: 2 }] } }

      """, to: "canteen.yaml")
    let words = ["ask", "\(home.path)/canteen.yaml", "--on", "2026-03-01"] + words
    let run = try TerminalRun(words, home: home, environment: environment)
    try run.expect("> ")
    return run
  }

  @Test("completes, goes back and ends in the decision")
  func asks() throws {
    let run = try start()
    run.type("70\r")
    try run.expect("→ 年龄: 70")
    try run.expect("> ")
    run.type("本\t")
    try run.expect("市")
    run.type("\r")
    try run.expect("That settles it")
    try run.expect("> ")
    run.type("<\r")
    try run.expect("户籍?")
    try run.expect("> ")
    run.type("2\r")
    try run.expect("> ")
    run.type("\r")
    try run.expect("补贴: ")
    #expect(try run.end() == 0)
  }

  @Test("saves on Ctrl-C and Ctrl-D, and says so", arguments: [("\u{3}", 130 as Int32), ("\u{4}", 0)])
  func saves(key: String, code: Int32) throws {
    let path = "\(home.path)/session.json"
    let run = try start("--save", path)
    run.type("70\r")
    try run.expect("户籍?")
    try run.expect("> ")
    run.type(key)
    try run.expect("What was answered so far (1) is saved in")
    #expect(try run.end() == code)
    #expect(Recorded.read(path)?.contains("\"fact\": \"年龄\",\n      \"value\": 70") == true)
  }

  @Test("colours nothing where none is wanted")
  func hasNoColor() throws {
    let run = try start(environment: ["NO_COLOR": "1", "TERM": "dumb"])
    run.type("64\n")
    try run.expect("> ")
    run.type("\n")
    try run.expect("补贴: 0")
    #expect(try run.end() == 0)
    #expect(!run.rest.contains("\u{1B}"))
  }
}

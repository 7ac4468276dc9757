import Glibc
import Huimin
import TestSupport
import Testing

@testable import HuiminCommand

/// Runs that are stopped by signals at any moment, and gone on with.
@Suite("huimin batch, broken off", .serialized)
struct BatchResumeTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Some records a second or two long; one in fifty cannot be read.
  private func writeRecords(_ count: Int) throws {
    var random = SplitMix64(seed: RandomTesting.seed)
    var lines = ""
    for number in 1...count {
      let age = number % 50 == 0 ? "x" : "\(Int.random(in: 18...100, using: &random))"
      let price = Int.random(in: 100...2500, using: &random)
      lines += """
        {"id":\(number),"age":\(age),"resident":true,"hukou":"rural","low_income":false,"extreme_poverty":false,"disability_level":0,\
        "living_alone":true,"meals":\(number % 60),"meal_price":\(price / 100).\(price % 100 / 10)\(price % 10),"household_income":3000.55,"household_size":2}

        """
    }
    try folder.write(lines, to: "in.ndjson")
  }

  private func words(_ output: String, jobs: Int, _ more: String...) -> [String] {
    [
      "batch", "\(Checkout.policies)/examples/meal-subsidy.yaml", "--on", "2026-01-15", "--input", path("in.ndjson"),
      "--output", path(output), "--errors", path("\(output).errors"), "--select", "id,line,outcome", "--jobs",
      "\(jobs)",
    ] + more
  }

  @Test("comes to the same file, however often it is killed", arguments: [1, 3])
  func comesToTheSame(jobs: Int) throws {
    try writeRecords(3000)
    let whole = try ProcessRun(words("whole.ndjson", jobs: jobs), errors: path("said.txt"))
    #expect(whole.end() == 1)
    let (wanted, said) = (Recorded.read(path("whole.ndjson")), Recorded.read(path("said.txt")))
    #expect(wanted?.split(separator: "\n").count == 2940)
    var random = SplitMix64(seed: RandomTesting.seed)
    for round in 0..<RandomTesting.cases(default: 3) {
      let output = "\(round).ndjson"
      var code: Int32?
      for attempt in 0..<12 where code != 1 {
        let run = try ProcessRun(words(output, jobs: jobs, "--resume"), errors: path("said.txt"))
        if attempt < 4 {
          usleep(UInt32.random(in: 1000...600_000, using: &random))
          run.signal([SIGKILL, SIGKILL, SIGINT, SIGTERM].randomElement(using: &random) ?? SIGKILL)
        }
        code = run.end()
        // Killed, interrupted, terminated, or done before the signal came.
        #expect([nil, 1, 130, 143].contains(code), "\(Recorded.read(path("said.txt")) ?? "")")
      }
      #expect(code == 1)
      #expect(Recorded.read(path(output)) == wanted)
      #expect(Recorded.read(path("\(output).errors")) == Recorded.read(path("whole.ndjson.errors")))
      #expect(Recorded.read(path("said.txt")) == said)
      #expect(!SourceFile.exists(path("\(output).resume")))
    }
  }

  /// A state as a run leaves it that was killed while it wrote a line.
  private func breakOff() throws {
    try writeRecords(5000)
    var code: Int32?
    // Sooner it has not begun, later it is done.
    for attempt in 0..<40 where code != 130 {
      for name in ["o.ndjson", "o.ndjson.errors", "o.ndjson.resume"] { unlink(path(name)) }
      let run = try ProcessRun(words("o.ndjson", jobs: 1), errors: path("said.txt"))
      usleep(20_000 * UInt32(1 + attempt % 20))
      run.signal(SIGINT)
      code = run.end()
    }
    try #require(code == 130)
    #expect(Recorded.read(path("said.txt"))?.contains("warning[broken-off]: broken off after line ") ?? false)
  }

  @Test("takes back a line that was written in part")
  func takesBackHalfALine() throws {
    try breakOff()
    let written = try #require(Recorded.read(path("o.ndjson")))
    try folder.write(written + "{\"id\":99,\"li", to: "o.ndjson")
    #expect(CommandRun(words("o.ndjson", jobs: 2, "--resume")).code == 1)
    let lines = try #require(Recorded.read(path("o.ndjson"))).split(separator: "\n")
    #expect(lines.count == 4900)
    #expect(lines.allSatisfy { $0.hasSuffix("}") })
  }

  @Test("does not go on with something else")
  func refusesToGoOn() throws {
    try breakOff()
    #expect(CommandRun(words("o.ndjson", jobs: 1)).errors.contains("go on with `--resume`, or remove both files"))
    var other = words("o.ndjson", jobs: 1, "--resume")
    other[3] = "2026-01-16"
    #expect(CommandRun(other).errors.contains("error[batch-changed]: the run was begun with another `on`"))
    let written = try #require(Recorded.read(path("o.ndjson")))
    let state = try #require(Recorded.read(path("o.ndjson.resume")))
    try folder.write("", to: "o.ndjson")
    let shorter = CommandRun(words("o.ndjson", jobs: 1, "--resume")).errors
    #expect(shorter.contains("is no longer what it was when the run was broken off") || written.isEmpty)
    try folder.write(written, to: "o.ndjson")
    try folder.write(state.replacing("\"tally\"", with: "\"taly\""), to: "o.ndjson.resume")
    #expect(CommandRun(words("o.ndjson", jobs: 1, "--resume")).errors.contains("error[broken-batch]"))
    try folder.write(state, to: "o.ndjson.resume")
    try folder.write("{}\n", to: "in.ndjson")
    #expect(CommandRun(words("o.ndjson", jobs: 1, "--resume")).errors.contains("error[batch-changed]"))
    #expect(Recorded.read(path("o.ndjson")) == written)
  }

  @Test("an output that is complete is not gone on with, and one that was never begun is begun")
  func completeAndNew() throws {
    try writeRecords(10)
    #expect(CommandRun(words("o.ndjson", jobs: 1, "--resume")).code == 0)
    let again = CommandRun(words("o.ndjson", jobs: 1, "--resume"))
    #expect(again.code == 2)
    #expect(again.errors.contains("no run into it was broken off: it is complete, or something else"))
  }

  @Test("shows at a terminal how far it is, and leaves nothing of it")
  func showsProgress() throws {
    try writeRecords(2000)
    let terminal = try TerminalRun(words("o.ndjson", jobs: 1), home: folder)
    try terminal.expect(" a second, about ")
    try terminal.expect("\r\u{1B}[K")
    try terminal.expect("2,000 records: ")
    #expect(try terminal.end() == 1)
  }
}

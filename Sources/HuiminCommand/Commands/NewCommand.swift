import Huimin

extension Command {
  static let new = Command(
    name: "new",
    summary: Wording(en: "begin a policy: a form to fill in, with its tests", zh: "新建政策：可供填写的样本和测试"),
    operands: "ID [FOLDER]", operandCount: 1...2,
    options: [
      Option(
        name: "--form", value: .choice(StartingForm.allCases.map(\.rawValue)),
        summary: Wording(
          en: "the form of its rule; by default cases with a split", zh: "规则的写法；默认为分情形并分担费用")),
      Option(
        name: "--implements", value: .text("ID"),
        summary: Wording(en: "fill in what this policy leaves open", zh: "填写这份上级政策留下的待定事项")),
      Option(
        name: "--amends", value: .text("ID"),
        summary: Wording(en: "change this policy and leave its file as it is", zh: "修改这份政策，不动原文件")),
      Option(
        name: "--keys", value: .choice(["zh", "en"]),
        summary: Wording(
          en: "keys, names and comments; by default in the language of --lang", zh: "键、名称和注释用中文或英文；默认同 --lang")),
      Option(
        name: "--level", value: .choice(Level.allCases.map(\.rawValue)),
        summary: Wording(
          en: "who makes the policy; by default a city, or as the policy above has it", zh: "政策的层级；默认市，或随上级政策")),
      Option(
        name: "--in-force", value: .text("DATE"),
        summary: Wording(en: "its first day; by default today", zh: "生效日；默认今天")),
      .language,
      .policies,
    ],
    details: Wording(
      en: """
        Writes NAME.yaml and NAME.test.yaml into FOLDER, by default the current one; NAME is the last part of ID. The
        policy can decide at once and its tests pass; what its author must replace is marked “fill in”. Nothing is written
        over. FOLDER is made where only its last part is missing.

        --form: `value` is one expression, `cases` the first that holds, `table` a decision table, `criteria` a list of
        conditions with their cure, `rule` a rule with exceptions, `best-of` the highest of several benefits, `split` who
        pays what, `quota` how often in a week or month.

        --implements writes a decision for each term that the policy above leaves open, --amends one change. The policy is
        looked for near FOLDER, in it and the two folders above, where the new one will look for it too.

          huimin new cn.city.canteen
          huimin new cn.city.canteen Policies/canteen --keys zh --in-force 2026-07-01
          huimin new cn.city.registration --form criteria --level province
          huimin new cn.city.meal-assistance Policies/meal-assistance --implements cn.meal-assistance

        exit: 0 written, 2 wrong use, or the files are there already or could not be written.
        """,
      zh: """
        在 FOLDER（默认当前文件夹）中写入 NAME.yaml 和 NAME.test.yaml，NAME 是 ID 的最后一段。写好的政策马上可以判定，测试也能
        通过；须由编写人替换的地方标有“待填”。已有的文件不会改写。只缺最后一层文件夹时，会自动建立。

        --form：`value` 一个表达式，`cases` 分情形，`table` 判定表，`criteria` 条件清单和补正办法，`rule` 一般规定和例外，
        `best-of` 几项待遇取最高的一项，`split` 谁付多少，`quota` 每周、每月的次数或金额。

        --implements 为上级政策留下的每个待定事项写一个判定，--amends 写一处修改。上级政策在 FOLDER 附近查找（本文件夹和上面
        两层），新政策以后也在那里找它。

          huimin new cn.city.canteen
          huimin new cn.city.canteen Policies/canteen --keys zh --in-force 2026-07-01
          huimin new cn.city.registration --form criteria --level province
          huimin new cn.city.meal-assistance Policies/meal-assistance --implements cn.meal-assistance

        退出码：0 已写好，2 用法有误，文件已经存在，或无法写入。
        """),
    run: { arguments, console in NewCommand(arguments, console).run() })
}

/// One run of `huimin new`.
private struct NewCommand {
  private let arguments: Arguments
  private let console: Console
  private let id: String
  private let folder: String
  private let keys: Language

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
    id = arguments.operands[0]
    // A path that begins with a dash would be an option in the commands that are shown.
    let given = arguments.operands.count > 1 ? arguments.operands[1] : "."
    let folder = given.hasPrefix("-") ? "./\(given)" : given
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    keys = arguments["--keys"].flatMap(Language.init(rawValue:)) ?? console.language
  }

  func run() -> Int32 {
    do throws(Unreadable) {
      let draft = try draft()
      let files = [("\(name).yaml", draft.policy), ("\(name).test.yaml", draft.tests)]
      try SourceFile.create(files.map { (name: $0.0, bytes: Array($0.1.utf8)) }, in: folder)
      let paths = files.map { SourceFile.path(of: $0.0, in: folder) }
      console.write(
        NewPolicyPage(
          draft: draft, policy: paths[0], tests: paths[1], keys: keys, day: try inForce(), language: console.language,
          asked: arguments["--lang"]
        ).text)
      return 0
    } catch {
      console.report(error.diagnostics)
      return 2
    }
  }

  private var name: String { id.split(separator: ".").last.map(String.init) ?? id }

  private func draft() throws(Unreadable) -> PolicyDraft {
    do throws(Diagnostic) {
      try PolicyID.require(id)
      try requireOneKind()
      try requireRoom()
    } catch {
      throw Unreadable([error])
    }
    let builder = ParentChoice(id: id, folder: folder, policies: arguments["--policies"], console)
    let day = try inForce()
    do throws(Diagnostic) {
      if let frame = arguments["--implements"] {
        let program = try builder.program(frame, option: "--implements", on: day)
        return FrameDraft(new: try new(day, implementing: program), frame: program).draft()
      }
      if let base = arguments["--amends"] {
        let program = try builder.program(base, option: "--amends", on: day)
        return try OverlayDraft(new: new(day, level: program.policy.level), base: program).draft(in: folder)
      }
      let form = arguments["--form"].flatMap(StartingForm.init(rawValue:)) ?? .standard
      return form.draft(of: new(day, level: nil))
    } catch {
      throw Unreadable([error])
    }
  }

  private func new(_ day: CalendarDate, level: Level?) -> NewPolicy {
    let given = arguments["--level"].flatMap(Level.init(rawValue:))
    return NewPolicy(id: id, keys: keys, level: given ?? level ?? .city, inForce: day)
  }

  /// The level that may fill in what the frame leaves open.
  private func new(_ day: CalendarDate, implementing frame: Program) throws(Diagnostic) -> NewPolicy {
    let terms = frame.openTerms
    guard !terms.isEmpty else {
      throw Diagnostic(
        "usage",
        message: Wording(en: "`\(frame.policy.id)` leaves nothing open", zh: "`\(frame.policy.id)` 没有留下待定事项"),
        help: Wording(
          en: "to change what it says, write `--amends \(frame.policy.id)`", zh: "要修改它，写 `--amends \(frame.policy.id)`")
      )
    }
    let allowed = Level.allCases.filter { level in
      terms.allSatisfy { $0.filledBy.isEmpty || $0.filledBy.contains(level) }
    }
    let given = arguments["--level"].flatMap(Level.init(rawValue:))
    if let given, !allowed.contains(given) {
      let words = allowed.map { "`\($0.rawValue)`" }
      throw Diagnostic(
        "usage",
        message: Wording(
          en: "a policy of level `\(given.rawValue)` may not fill in what `\(frame.policy.id)` leaves open",
          zh: "`\(given.rawValue)` 一级不能填写 `\(frame.policy.id)` 留下的待定事项"),
        help: words.isEmpty
          ? nil : Wording(en: "it is for \(words.joined(separator: ", "))", zh: "应由 \(words.joined(separator: "、")) 填写")
      )
    }
    return new(day, level: allowed.contains(.city) ? .city : allowed.first)
  }

  private func inForce() throws(Unreadable) -> CalendarDate {
    try arguments.day(console, option: "--in-force")
  }

  private func requireOneKind() throws(Diagnostic) {
    let given = ["--form", "--implements", "--amends"].filter { arguments[$0] != nil }
    guard given.count > 1 else { return }
    throw Diagnostic(
      "usage",
      message: Wording(
        en: "`\(given[0])` and `\(given[1])` cannot be used together", zh: "`\(given[0])` 与 `\(given[1])` 不能同用"),
      help: Wording(en: "choose one of them", zh: "请选用其一"))
  }

  /// What stands in the way of writing, before anything is looked up.
  private func requireRoom() throws(Diagnostic) {
    if SourceFile.exists(folder), !SourceFile.isFolder(folder) {
      throw Diagnostic(
        "usage", message: Wording(en: "`\(folder)` is a file, not a folder", zh: "`\(folder)` 是文件，不是文件夹"),
        help: Wording(en: "write `huimin new ID FOLDER`", zh: "写成 `huimin new ID FOLDER`"))
    }
    let above = SourceFile.folder(of: folder)
    if !SourceFile.exists(folder), !SourceFile.isFolder(above) {
      throw Diagnostic(
        "usage", message: Wording(en: "there is no folder `\(above)`", zh: "没有文件夹 `\(above)`"),
        help: Wording(
          en: "only the last folder of a path is made; make `\(above)` first", zh: "只会建立最后一层，请先建立 `\(above)`"))
    }
    let files = SourceFile.files(near: folder, endingIn: [".yaml", ".yml"], depth: 1, most: 4_000)
    let library = PolicyLibrary(loading: files.filter { !$0.hasSuffix(".test.yaml") && !$0.hasSuffix(".test.yml") })
    if let other = library.programs.first(where: { $0.policy.id == id }) {
      throw Diagnostic(
        "usage",
        message: Wording(
          en: "there is a policy `\(id)` already, in `\(other.policy.file)`",
          zh: "已有政策 `\(id)`，在 `\(other.policy.file)` 中"),
        help: Wording(
          en: "choose another id; to change what that one says, write `--amends \(id)`",
          zh: "请换一个标识；要修改它，写 `--amends \(id)`"))
    }
  }
}

import Huimin

extension Command {
  static let batch = Command(
    name: "batch",
    summary: Wording(en: "decide many records, a line each", zh: "批量判定，每行一条记录"),
    operands: "POLICY", operandCount: 1...1,
    options: [
      Option(
        name: "--input", value: .file("FILE"),
        summary: Wording(
          en: "the records; `-`, and by default, standard input", zh: "记录文件；`-` 或不写，读标准输入")),
      Option(
        name: "--output", value: .file("FILE"),
        summary: Wording(
          en: "where the results go, a file that is not there yet; `-`, and by default, standard output",
          zh: "结果文件，须是还没有的文件；`-` 或不写，写到标准输出")),
      Option(
        name: "--format", value: .choice(["ndjson", "csv"]),
        summary: Wording(
          en: "a JSON object a line, or a table; by default as the names or the first character say",
          zh: "每行一个 JSON 对象，或表格；默认看文件名，其次看开头的字符")),
      Option(
        name: "--select", value: .text("NAME,…"),
        summary: Wording(
          en: "columns to write: of the input, facts, decisions, `shares.family`, outcome, status, open",
          zh: "写出哪些列：输入的列、事实、判定、`分担.家庭`、结论、状态、待定"),
        repeats: true),
      Option(
        name: "--explain", value: .none,
        summary: Wording(en: "write the reasons too, as text", zh: "同时写出理由（文字）")),
      Option(
        name: "--date-column", value: .text("NAME"),
        summary: Wording(
          en: "the column with the day for which each record is decided", zh: "写有每条记录判定日期的列")),
      .day,
      Option(
        name: "--errors", value: .file("FILE"),
        summary: Wording(
          en: "where records go that cannot be decided, with line and reason; by default to the terminal",
          zh: "无法判定的记录写到这里，注明行号和原因；默认显示在终端")),
      Option(
        name: "--max-errors", value: .text("N"),
        summary: Wording(en: "stop when more than N records cannot be decided", zh: "无法判定的记录超过 N 条就停止")),
      Option(
        name: "--strict", value: .none,
        summary: Wording(en: "a column that nothing asks for is an error", zh: "没有用到的列按错误处理")),
      Option(
        name: "--jobs", value: .text("N"),
        summary: Wording(en: "threads; by default one for each core", zh: "线程数；默认每个核一个")),
      Option(
        name: "--resume", value: .none,
        summary: Wording(en: "go on where a run was broken off", zh: "从上次中断处继续")),
      .language, .policies,
    ],
    details: Wording(
      en: """
        Results stand in the order of the input, one for each record that can be decided; a fact that is not known is
        an empty cell, or null or nothing in JSON. Records that cannot be read or decided are kept out, and told with
        their line. What is not settled is written as nothing; `status` and `open` say so. Without --select: line,
        outcome, status, open. In a table a decision with several members, such as a split, takes a column for each.

          huimin batch canteen.yaml --input people.csv --output results.csv --errors kept-out.ndjson
          huimin batch canteen.yaml --input people.csv --output results.csv --select id,outcome,status --on 2026-03-01
          huimin batch canteen.yaml --input people.csv --output results.csv --resume
          huimin batch Policies/examples/meal-subsidy.yaml --date-column date < meals.ndjson > results.ndjson

        exit: 0 done, 1 done but records were kept out, 2 wrong use, broken input or a full disk, 130 left by Ctrl-C.
        """,
      zh: """
        结果按输入的顺序，每条能判定的记录一行；不知道的事实留空格，JSON 中写 null 或不写。读不懂、无法判定的记录不写入结果，
        另行说明行号和原因。不写 --select 时，写出行号、结论、状态、待定。尚不能确定的值留空，“状态”和“待定”说明。
        表格中，有几个部分的判定（如分担）每部分一列。

          huimin batch canteen.yaml --input people.csv --output results.csv --errors kept-out.ndjson
          huimin batch canteen.yaml --input people.csv --output results.csv --select 姓名,结论,状态 --on 2026-03-01
          huimin batch canteen.yaml --input people.csv --output results.csv --resume
          huimin batch Policies/examples/meal-subsidy.yaml --date-column date < meals.ndjson > results.ndjson

        退出码：0 完成，1 完成但有记录未处理，2 用法或输入有误、磁盘已满，130 按 Ctrl-C 中断。
        """),
    run: { arguments, console in
      let setup = BatchSetup(arguments, console)
      do throws(Unreadable) {
        var run = try setup.run()
        return try run.toEnd()
      } catch {
        console.report(error.diagnostics, files: setup.files)
        return 2
      }
    })
}

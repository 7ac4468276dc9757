import Huimin

/// What is said of many records at once.
extension CodePage {
  private static let policy = """
    # canteen.yaml
    facts: { 年龄: years, 餐费: money }
    decisions: { 可以享受: 年龄 >= 65 and 餐费 >= 10 }

    """

  static let unknownColumn = CodePage(
    "unknown-column", en: "a column is asked for that there is not", zh: "要的列不存在",
    avoid: .command(
      policy + """
        # a.csv
        姓名,年龄,餐费
        张三,70,12.50
        $ huimin batch canteen.yaml --input a.csv --select 可享受 --on 2026-01-15
        """),
    prefer: .command(
      policy + """
        # a.csv
        姓名,年龄,餐费
        张三,70,12.50
        $ huimin batch canteen.yaml --input a.csv --select 可以享受 --on 2026-01-15
        """),
    why: Wording(
      en: """
        A name that is slightly wrong would give a column with nothing in it, and somebody may take that for the
        answer. `--select` takes decisions, their members, facts and columns of the input.
        """,
      zh: """
        名称差一个字，就会得到一列空白，容易被当成结论。`--select` 可写判定、判定的各部分、事实和输入的列。
        """))

  static let missingColumn = CodePage(
    "missing-column", en: "the table has no column for something that the policy asks", zh: "表格中没有政策要问的某一列",
    avoid: .command(
      policy + """
        # a.csv
        姓名,年纪,餐费
        张三,70,12.50
        $ huimin batch canteen.yaml --input a.csv --on 2026-01-15
        """),
    prefer: .command(
      policy + """
        # a.csv
        姓名,年龄,餐费
        张三,70,12.50
        $ huimin batch canteen.yaml --input a.csv --on 2026-01-15
        """),
    why: Wording(
      en: """
        The fact is unknown in every record then, and whatever depends on it is not settled. Where the column only
        has another name, give it the name of the fact.
        """,
      zh: """
        那么每条记录的这个事实都是未知，与它有关的结论都定不下来。如果只是列名不同，请改成事实的名称。
        """))

  static let noRecordDate = CodePage(
    "no-record-date", en: "a record does not say for which day it is to be decided", zh: "记录没有写明按哪一天判定",
    avoid: .command(
      policy + """
        # a.csv
        年龄,餐费,日期
        70,12.50,
        $ huimin batch canteen.yaml --input a.csv --date-column 日期
        """),
    prefer: .command(
      policy + """
        # a.csv
        年龄,餐费,日期
        70,12.50,
        $ huimin batch canteen.yaml --input a.csv --date-column 日期 --on 2026-01-15
        """),
    why: Wording(
      en: """
        Amounts and rules change from day to day, and the clock of a machine must not choose among them. The record
        is kept out of the results until it has its day, or `--on` gives one.
        """,
      zh: """
        标准和规定随日期变化，不能由电脑的时钟来选。补上日期，或用 `--on` 统一指定以前，这条记录不写入结果。
        """))

  static let tooManyErrors = CodePage(
    "too-many-errors", en: "more records were kept out than `--max-errors` allows",
    zh: "无法判定的记录超过了 `--max-errors` 的限度",
    avoid: .told(
      Wording(
        en: "`huimin batch POLICY --max-errors 100` with a table in which one column is broken.",
        zh: "表格有一列坏了，而 `huimin batch 政策 --max-errors 100`。")),
    prefer: .told(
      Wording(
        en: "Mend the input, or find a higher limit right and go on with `--resume`.",
        zh: "改正输入；或者认为限度可以更高，就用 `--resume` 继续。")),
    why: Wording(
      en: """
        One mistake in an export often spoils every record. A run that stops early saves the hours until somebody
        looks. What was written until then stands.
        """,
      zh: """
        导出时一处错误，往往每条记录都坏。早些停下，就不用等到最后才发现。已写出的结果保留。
        """))

  static let brokenOff = CodePage(
    "broken-off", en: "a run ended before its input did", zh: "输入没有处理完，运行就中断了",
    avoid: .told(
      Wording(
        en: "Sending on an output beside which there is a file that ends in `.resume`.",
        zh: "结果文件旁边还有以 `.resume` 结尾的文件，就把结果交出去。")),
    prefer: .told(
      Wording(
        en: "The same command with `--resume`: it goes on with the next record, and nothing is written twice.",
        zh: "同样的命令加上 `--resume`：从下一条继续，不会重复写。")),
    why: Wording(
      en: """
        Ctrl-C, a full disk or a machine that is switched off leave a part of the results. It looks like the whole,
        and whoever is missing from it gets nothing.
        """,
      zh: """
        按了 Ctrl-C、磁盘满了、断了电，结果就只有一部分。看上去却像全部，没有写到的人就拿不到补贴。
        """))

  static let batchChanged = CodePage(
    "batch-changed", en: "what a run was begun with has changed since", zh: "运行开始以后，政策、选项或文件有变动",
    avoid: .told(
      Wording(
        en: "Going on by `--resume` after the policy, the input, the output or an option was changed.",
        zh: "政策、输入、输出或选项改过以后，用 `--resume` 继续。")),
    prefer: .told(
      Wording(
        en: "Going on with everything as it was, or beginning again under another name of the output.",
        zh: "一切照旧时才继续；否则换一个输出文件，从头运行。")),
    why: Wording(
      en: """
        Half of the people would be decided by one rule and half by another, in one table that does not show it. The
        same day counts too: without `--on` a run of today cannot be gone on with tomorrow.
        """,
      zh: """
        那样一半人按一种规定、一半人按另一种规定判定，表里却看不出来。日期也要相同：没有写 `--on` 的，今天开始的运
        行明天不能继续。
        """))

  static let brokenBatch = CodePage(
    "broken-batch", en: "a file beside an output does not say how far a run has come",
    zh: "结果旁边的文件不是未完成运行的进度",
    avoid: .told(
      Wording(
        en: "Editing `results.csv.resume`, or going on with it under another `--select`.",
        zh: "改动 `results.csv.resume`，或换了 `--select` 接着用它。")),
    prefer: .told(
      Wording(
        en: "Leaving it as it was written; it is gone once the output is complete.",
        zh: "不要动它；结果写完，它就没有了。")),
    why: Wording(
      en: "By that file it is known which record comes next. Guessing could write some twice and lose others.",
      zh: "凭这个文件才知道下一条是哪一条。猜错了，有的会写两次，有的会漏掉。"))
}

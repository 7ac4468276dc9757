import Huimin

/// Rows of tables in files of their own.
extension CodePage {
  static let csvSyntax = CodePage(
    "csv-syntax", en: "a table of comma-separated values cannot be read",
    zh: "CSV 表格无法读取",
    avoid: .policy(
      """
      # policy.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions:
        补贴: { table: { inputs: [年龄], rules: rows.csv } }
      # rows.csv
      id,年龄,补贴
      其他,< 80,0
      高龄,">= 80,5
      """),
    prefer: .policy(
      """
      # policy.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years }
      decisions:
        补贴: { table: { inputs: [年龄], rules: rows.csv } }
      # rows.csv
      id,年龄,补贴
      其他,< 80,0
      高龄,">= 80",5
      """),
    why: Wording(
      en: """
        A quote that is never closed swallows the rest of the file, and with it every row that follows. Only a
        cell that holds a comma, a quote or a line break needs quotes at all.
        """,
      zh: """
        引号没有配对，后面的各行就全被当成一格。只有含逗号、引号或换行的格子才需要加引号。
        """))

  static let badTableFile = CodePage(
    "bad-table-file", en: "the rows of a table are named by what is no file beside the policy",
    zh: "判定表各行所在的文件不在政策旁边",
    avoid: .policy(
      """
      facts: { 年龄: years }
      decisions: { 补贴: { table: { inputs: [年龄], rules: rows.xlsx } } }
      """),
    prefer: .policy(
      """
      facts: { 年龄: years }
      decisions:
        补贴:
          table: { inputs: [年龄], rules: { 高: [">= 80", 5], 其他: ["< 80", 0] } }
      """),
    why: Wording(
      en: """
        A policy and its tables travel together, so the file stands beside the policy or below it. It is plain
        text, comma-separated, which everybody can read and compare; a spreadsheet program saves it as CSV UTF-8.
        """,
      zh: """
        政策和它的表格要一起保存，所以文件须放在政策旁边或其下的文件夹中。文件是逗号分隔的纯文本，人人能读、能比较；在表格软件
        中另存为“CSV UTF-8”即可。
        """))

  static let tableColumns = CodePage(
    "table-columns", en: "the columns of a file of rows are not those of its table",
    zh: "文件的各列与判定表的输入、输出不符",
    avoid: .policy(
      """
      # policy.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years, 低保: boolean }
      decisions:
        补贴: { table: { hit: first, inputs: [低保, 年龄], rules: rows.csv } }
      # rows.csv
      id,年龄,低保,补贴
      高龄,>= 80,-,5
      其他,-,-,0
      """),
    prefer: .policy(
      """
      # policy.yaml
      policy: cn.city.canteen
      title: 社区食堂助餐补贴
      in force: 2026-01-01..
      facts: { 年龄: years, 低保: boolean }
      decisions:
        补贴: { table: { hit: first, inputs: [低保, 年龄], rules: rows.csv } }
      # rows.csv
      id,低保,年龄,补贴
      高龄,-,>= 80,5
      其他,-,-,0
      """),
    why: Wording(
      en: """
        A column that was moved or forgotten would let every row test the wrong fact. The first line says what
        each column is, in the order of the table: `id`, the inputs, the outputs.
        """,
      zh: """
        移动或漏掉一列，每一行就会比较错误的事实。首行写明每列是什么，与判定表的顺序一致：编号、各输入、各输出。
        """))
}

import Huimin

/// Receipts that are read again.
extension CodePage {
  static let notAReceipt = CodePage(
    "not-a-receipt", en: "what is to be read as a receipt is none",
    zh: "要当作回执读取的文件不是回执",
    avoid: .command(
      """
      # record.json
      { "年龄": 70 }
      $ huimin replay record.json
      """),
    prefer: .command(
      """
      # canteen.yaml
      facts: { 年龄: years }
      decisions: { 可申请: 年龄 >= 65 }
      # record.json
      { "年龄": 70 }
      $ huimin decide canteen.yaml --facts record.json --on 2026-03-01 --format json
      """),
    why: Wording(
      en: """
        A receipt holds everything that is needed to decide again: the policies with the hashes of their files, the
        day and the facts. A record is not enough, and neither is half a receipt. Keep what
        `huimin decide … --format json` writes as it is.
        """,
      zh: """
        回执里有再次判定所需的一切：政策及其文件的哈希值、日期和事实。只有申请记录不够，半份回执也不行。请原样保存
        `huimin decide … --format json` 写出的文件。
        """))

  static let receiptForm = CodePage(
    "receipt-form", en: "the receipt is of another form than this version reads",
    zh: "回执的格式版本，本程序不认",
    avoid: .command(
      """
      # receipt.json
      { "receipt": "99", "date": "2031-03-01" }
      $ huimin replay receipt.json
      """),
    prefer: .command(
      """
      # canteen.yaml
      facts: { 年龄: years }
      decisions: { 可申请: 年龄 >= 65 }
      $ huimin decide canteen.yaml --set 年龄=70 --on 2026-03-01 --format json
      """),
    why: Wording(
      en: """
        A newer form may say things that this version would pass over, and a receipt half understood would be called
        reproduced. So it is refused, and nothing is guessed: read it with the version of huimin that wrote it, or decide
        again.
        """,
      zh: """
        新的格式里可能有本程序看不懂的内容，看懂一半就说“可以重现”并不可靠。所以不认，也不猜：请用写出它的版本读取，或者重新判定。
        """))
}

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

/// Receipts from which facts are withheld.
extension CodePage {
  private static let receipt = """
    # receipt.json
    { "receipt": "1", "engine": { "name": "huimin", "version": "0.1.0" },
      "policyLanguage": "0.1", "date": "2026-03-01", "status": "decided",
      "policy": { "id": "example.canteen", "title": "Canteen", "sha256":
        "0000000000000000000000000000000000000000000000000000000000000000" },
      "facts": FACTS,
      "outcome": { "补贴": OUTCOME },
      "explanation": [], "sources": [], "readings": [],
      "digest": DIGEST }
    """

  private static func receipt(_ facts: String, _ outcome: String, _ digest: String) -> String {
    receipt.replacing("FACTS", with: facts).replacing("OUTCOME", with: outcome).replacing("DIGEST", with: digest)
  }

  private static let salt = """
    { "sha256":
        "5ef21f9f204e0dbd9c7b723fbececf1a0d9ce96769e2c0bada1f7ee6ca6f7018",
        "salts": { "":
        "00000000000000000000000000000000000000000000000000000000000000ff" } }
    """

  private static let plain = """
    { "sha256":
        "4542c965907eceff7765c01e49ee460f24f6fa81a2cd9983ca017e0e5720ce6e" }
    """

  static let digestMismatch = CodePage(
    "digest-mismatch", en: "the receipt was altered after it was written",
    zh: "回执写出后被改动过",
    avoid: .command(
      """
      \(receipt("{ \"年龄\": 71 }", "5", salt))
      $ huimin redact receipt.json --fact 年龄
      """),
    prefer: .command(
      """
      \(receipt("{ \"年龄\": 70 }", "5", salt))
      $ huimin redact receipt.json --fact 年龄
      """),
    why: Wording(
      en: """
        The digest is made of everything that the receipt says. If it does not fit, something was changed, and to withhold
        facts from such a receipt would only hide what. Begin with the receipt as it was issued.
        """,
      zh: """
        摘要由回执的全部内容算出，对不上就说明有内容被改过；再隐去事实，只会把改动也一起藏起来。请用当初发出的回执。
        """))

  static let guessableFact = CodePage(
    "guessable-fact", en: "a value that was withheld could be found by trying",
    zh: "隐去的值可以逐个试出来",
    avoid: .command(
      """
      \(receipt("{ \"年龄\": 70 }", "5", plain))
      $ huimin redact receipt.json --fact 年龄
      """),
    prefer: .command(
      """
      \(receipt("{ \"年龄\": 70 }", "5", salt))
      $ huimin redact receipt.json --fact 年龄
      """),
    why: Wording(
      en: """
        In the place of the value stands its hash. Of an age there are some hundred values, and a computer tries them all
        in no time. With a salt, which is dropped along with the value, there is nothing to try.
        """,
      zh: """
        隐去的值以哈希值代替。年龄不过一百来个，计算机转眼就能逐个试完。加了盐，盐随值一起去掉，就无从试起。
        """))

  static let factToldByOutcome = CodePage(
    "fact-told-by-outcome", en: "the outcome still tells a value that was withheld",
    zh: "隐去的值从结论中仍能看出",
    avoid: .command(
      """
      \(receipt("{ \"餐费\": 20.00 }", split, saltOfSplit))
      $ huimin redact receipt.json --fact 餐费
      """),
    prefer: .command(
      """
      \(receipt("{ \"餐费\": 20.00, \"年龄\": 70 }", split, saltOfBoth))
      $ huimin redact receipt.json --fact 年龄
      """),
    why: Wording(
      en: """
        What was decided stays, for that is what the receipt shows. Where a sum was divided, its parts add up to it.
        Withhold it only from receipts whose outcome does not tell it.
        """,
      zh: """
        结论要保留，回执才有用。把一笔钱分给各方承担的，各方相加就是它，单隐去它没有意义。
        """))

  private static let split = """
    { "政府": { "amount": 3.00, "currency": "CNY" },
        "老人": { "amount": 17.00, "currency": "CNY" } }
    """
  private static let saltOfSplit = salt.replacing(
    "5ef21f9f204e0dbd9c7b723fbececf1a0d9ce96769e2c0bada1f7ee6ca6f7018",
    with: "2df4483a45d10ee95884a30ec3851dcdd7a1c03cf8bb45c6396f8f0546a62b86")
  private static let saltOfBoth = salt.replacing(
    "5ef21f9f204e0dbd9c7b723fbececf1a0d9ce96769e2c0bada1f7ee6ca6f7018",
    with: "4256c02abae4c54249bf69aca0f3fb7574ab1a4481ac8440322f6898796ae87c")
}

import Huimin

/// What is known of a policy that is to be written.
struct NewPolicy: Sendable {
  let id: String
  /// The language of its keys, its comments and its names.
  let keys: Language
  let level: Level
  let inForce: CalendarDate

  /// The name of its file, without the ending.
  var name: String { id.split(separator: ".").last.map(String.init) ?? id }

  /// The word that marks what its author must replace.
  static func mark(_ keys: Language) -> String { keys == .zh ? "待填" : "fill in" }

  // MARK: What every new policy begins with

  /// - Parameters:
  ///   - title: of the policy.
  ///   - source: the title of the instrument.
  ///   - parent: a line with the policy that it builds on.
  func head(title: String, source: String, parent: String = "") -> String {
    let level = level.wording[keys]
    return keys == .zh
      ? """
      # 标有“待填”的地方都换成自己的内容，用不到的行删去。改一处，就运行一次 huimin check；
      # 看不懂的代码，用 huimin explain-code 查。
      政策: \(id)
      标题: \(title)  # 待填：显示在每个结论的开头
      层级: \(level)  # 国家、省、市、区、县
      有效期: \(inForce)..  # 首尾两天都算，截止日写在 .. 后面；改了生效日，参数和测试里的日期也要改
      说明: 草稿，尚未与原文核对。  # 待填：随每个结论显示；不需要就删去
      # 核对日期: \(inForce)  # 与原文核对之后，写上当天的日期，去掉行首的 #
      \(parent)
      依据文件:
        通知:  # 文件的简称，写“依据”时用
          标题: \(source)  # 待填：全称
          文号: 某民发〔\(inForce.year)〕1号  # 待填：没有就删去
          制定机关: 某市民政局  # 待填
          日期: "\(inForce)"  # 待填：印发日期，可以只写到月
          网址: https://example.org/notice  # 待填：原文所在的网页

      """
      : """
      # Replace whatever is marked “fill in”, and delete the lines you do not need. Run huimin check after every change;
      # huimin explain-code tells more about a code that it shows.
      policy: \(id)
      title: \(title)  # fill in: shown above every outcome
      level: \(level)  # national, province, city, district, county
      in force: \(inForce)..  # a last day goes after the dots; with the first, change the days of parameters and tests
      note: A draft, not yet compared with its source.  # fill in: shown with every outcome; or delete it
      # source checked: \(inForce)  # the day on which you compared it with its source; then take away the first #
      \(parent)
      sources:
        notice:  # the short name by which you cite it
          title: \(source)  # fill in: the full title
          number: No. 1 of \(inForce.year)  # fill in, or delete it
          issuer: Civil Affairs Bureau  # fill in
          date: "\(inForce)"  # fill in: the day of issue, or only its month
          url: https://example.org/notice  # fill in: where the text can be read

      """
  }

  /// - Parameter day: the day for which the examples are decided.
  func testHead(on day: CalendarDate) -> String {
    keys == .zh
      ? """
      # 每条规定的两侧各写一个例子：够格的和差一点的，数字的边界也在内。
      # huimin test --coverage 列出还没有例子用到的部分。
      测试: \(id)
      日期: \(day)  # 判定日期；例子里也可以各写各的

      """
      : """
      # An example on either side of every rule: one that just qualifies and one that just does not.
      # huimin test --coverage lists what no example uses yet.
      tests: \(id)
      date: \(day)  # the day for which is decided; an example may have its own

      """
  }
}

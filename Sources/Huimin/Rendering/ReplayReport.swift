import FEEL
import PolicySource

/// What replaying a receipt found, as a page for the caseworker: whether it comes about again, and otherwise what has
/// changed, whether the outcome is still the same, and where the two first differ.
public struct ReplayReport {
  private let replay: Replay
  private let language: Language
  private let width: Int
  private let style: TextStyle

  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - isColored: whether the terminal shows colours.
  public init(_ replay: Replay, language: Language, width: Int = 80, isColored: Bool = false) {
    self.replay = replay
    self.language = language
    self.width = max(40, width)
    style = TextStyle(isColored: isColored)
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The page, with a line end after the last line.
  public var text: String {
    var page = Sheet(language)
    let day = ValueFormat.text(of: .date(replay.recorded.day), type: .date)[language]
    page.title(verdict)
    page.detail("\(replay.recorded.policy.id)  \(words("判定日期", "decided for")) \(day)")
    page.detail("\(words("摘要", "digest"))  \(replay.recorded.digest)")
    withheld(&page)
    changes(&page)
    outcome(&page)
    difference(&page)
    return SheetText.text(of: page, width: width, style: style)
  }

  private var verdict: String {
    switch replay.verdict {
    case .reproduced:
      style.painted(
        words(
          "可以重现：同样的政策、事实和日期，得出逐字相同的回执",
          "reproduced: the same policy, facts and day give this receipt again, word for word"), .good)
    case .confirmed:
      style.painted(words("摘要相符；其余事实判定的结果一致", "the digest fits, and what the other facts decide agrees"), .good)
    case .differs: style.painted(words("不能重现", "not reproduced"), .bad)
    }
  }

  /// What was withheld, and how far what was decided follows without it.
  private func withheld(_ page: inout Sheet) {
    guard replay.recorded.isRedacted else { return }
    page.section(words("隐去的事实", "Withheld"))
    for name in replay.recorded.withheld { page.item(.point, Quotation.visible(name)) }
    guard replay.now != nil else { return }
    if !replay.settled.isEmpty {
      page.section(words("不凭隐去的事实也能得出", "Follows from the other facts alone"))
      for name in replay.settled { page.item(.met, name) }
    }
    if !replay.resting.isEmpty {
      page.section(words("取决于隐去的事实，只有摘要为证", "Rests on what is withheld; the digest alone vouches for it"))
      for name in replay.resting { page.item(.point, name) }
    }
  }

  private func changes(_ page: inout Sheet) {
    guard replay.verdict == .differs else { return }
    page.section(words("有变动的", "What has changed"))
    if replay.isAltered {
      let told =
        replay.changes.isEmpty
        ? words(
          "政策文件和程序都没有变：变的是回执本身，写出后被改动过",
          "neither the policies nor the program: the receipt itself was altered after it was written")
        : words("回执本身写出后被改动过：摘要对不上", "the receipt itself was altered after it was written: its digest does not fit")
      page.item(.point, told)
    }
    for change in replay.changes {
      page.item(.point, change.wording[language])
      guard let hashes = change.hashes else { continue }
      page.item(.none, "\(words("当时", "then"))  \(hashes.recorded)", depth: 1, isFaint: true)
      page.item(.none, "\(words("现在", "now "))  \(hashes.now)", depth: 1, isFaint: true)
    }
  }

  private func outcome(_ page: inout Sheet) {
    guard replay.verdict == .differs, replay.now == nil || !replay.recorded.isRedacted else { return }
    if replay.now == nil {
      page.section(words("无法再次判定", "It cannot be decided again"))
    } else if replay.isSameOutcome {
      page.section(words("结论仍与当时相同", "The outcome is still the same"))
    } else {
      page.section(words("结论与当时不同", "The outcome is another one"))
    }
    for problem in replay.problems {
      page.item(.unmet, problem.message[language])
      if let help = problem.help { page.item(.none, help[language], depth: 1) }
    }
  }

  private func difference(_ page: inout Sheet) {
    guard let difference = replay.difference else { return }
    page.section(words("第一处不同", "First difference"))
    page.item(.point, Quotation.visible(difference.path.description))
    for (title, value) in [
      (words("回执", "receipt"), difference.first), (words("现在", "now    "), difference.second),
    ] {
      page.item(.none, "\(title)  \(shown(value))", depth: 1)
    }
  }

  /// More of a value would bury what differs in it.
  private static let longestValue = 300

  private func shown(_ value: JSON?) -> String {
    value.map { Quotation.of($0.compact, limit: ReplayReport.longestValue) } ?? words("（没有）", "(nothing)")
  }
}

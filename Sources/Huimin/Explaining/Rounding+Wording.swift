import FEEL

extension Rounding {
  /// What steps of money are called.
  private static let coins = ["0.01": "分", "0.1": "角", "1": "元", "10": "十元", "100": "百元"]

  /// The rounding in words: `half up to 0.01`, `四舍五入到 0.01`; of money `四舍五入到分`.
  func wording(of type: FeelType) -> Wording {
    let step = self.step.trimmedText
    let coin = type == .number(.yuan) ? Rounding.coins[step] : nil
    let zh =
      switch mode {
      case .halfUp: "四舍五入到"
      case .halfDown: "五舍六入到"
      case .halfEven: "四舍六入五成双到"
      case .up: "进位到"
      case .down: "舍去到"
      case .floor: "向下取整到"
      case .ceiling: "向上取整到"
      }
    return Wording(
      en: "\(mode.words) to \(step)\(type == .number(.yuan) ? " yuan" : "")",
      zh: coin.map { zh + $0 } ?? "\(zh) \(step)")
  }
}

extension RoundingMode {
  /// The words that a policy writes: `half up`.
  var words: String {
    switch self {
    case .up: "up"
    case .down: "down"
    case .halfUp: "half up"
    case .halfDown: "half down"
    case .halfEven: "half even"
    case .floor: "floor"
    case .ceiling: "ceiling"
    }
  }
}

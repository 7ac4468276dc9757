import FEEL

extension Rounding {
  /// The rounding in words: `half up to 0.01`, `四舍五入到 0.01`.
  var wording: Wording {
    let step = self.step.trimmedText
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
    return Wording(en: "\(mode.words) to \(step)", zh: "\(zh) \(step)")
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

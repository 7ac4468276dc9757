import Diagnostics
import FEEL

/// Parameters: of one kind, and with a value on every day in force.
extension Compiler {
  /// The values of a parameter are of one kind, and either all percentages or none.
  private mutating func requireOneKind(_ parameter: Parameter) {
    let values = parameter.readValues
    guard let first = values.first else { return }
    for dated in values.dropFirst() {
      let isOther = dated.value.kindName != first.value.kindName
      guard isOther || dated.isPercent != first.isPercent else { continue }
      let (found, wanted) = (dated.kindName, first.kindName)
      report(
        "type-mismatch", at: dated.location, en: "this is \(found[.en]), where the value before is \(wanted[.en])",
        zh: "此处是\(found[.zh])，而前面的值是\(wanted[.zh])")
    }
  }

  /// A parameter must have a value on every day on which the policy is in force.
  mutating func checkParameters() {
    for parameter in linker.parameters {
      guard let first = parameter.values.first?.from else { continue }
      if let start = linker.layers.firstDay, first > start {
        report(
          "parameter-gap", at: parameter.location,
          en: "`\(parameter.name)` has no value from \(start) to the day before \(first)",
          zh: "`\(parameter.name)` 自 \(start) 至 \(first) 前一日没有值",
          help: Wording(
            en: "give the value that holds from \(start), when the policy comes into force", zh: "写明政策生效之日 \(start) 起的值"
          ))
      } else if linker.layers.firstDay == nil {
        report(
          "parameter-gap", at: parameter.location, severity: .warning,
          en: "`\(parameter.name)` has no value before \(first), though the policy has no first day",
          zh: "`\(parameter.name)` 在 \(first) 之前没有值，而政策没有生效日")
      }
      requireOneKind(parameter)
      guard let type = parameter.type else { continue }
      // Where the values differ in this, that has been said.
      let values = parameter.readValues
      let isMixed = values.contains { $0.isPercent != values[0].isPercent }
      for dated in values {
        let isRatio = type == .percent || type == .number(unit: nil) && dated.isPercent
        if !dated.value.conforms(to: type.feelType(named: parameter.name)) || !isMixed && dated.isPercent != isRatio {
          let (wanted, found) = (type.wording(named: parameter.name), dated.kindName)
          let digits = if case .number(let number) = dated.value { number.plainText } else { "10" }
          report(
            "type-mismatch", at: dated.location,
            en: "`\(parameter.name)` must be \(wanted[.en]), not \(found[.en])",
            zh: "`\(parameter.name)` 应为\(wanted[.zh])，而不是\(found[.zh])",
            help: type == .percent ? Wording(en: "write the sign: `\(digits)%`", zh: "写上百分号：`\(digits)%`") : nil)
        } else if let problem = type.problem(with: dated.value) {
          report(
            "type-mismatch", at: dated.location, en: "`\(parameter.name)` \(problem[.en])",
            zh: "`\(parameter.name)` \(problem[.zh])")
        }
      }
    }
  }
}

extension Parameter {
  /// The values without those that could not be read, of which that has been said.
  fileprivate var readValues: [DatedValue] { values.filter { !$0.value.isNull } }

  /// The declared type, or that of its values.
  var feelType: FeelType {
    if let type { return type.feelType(named: name) }
    return switch readValues.first?.value {
    case .number: .number(.adopting)
    case .boolean: .boolean
    case .date: .date
    case .string: .string
    default: .any
    }
  }
}

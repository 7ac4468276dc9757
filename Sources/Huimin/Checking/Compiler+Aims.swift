import Diagnostics
import FEEL

/// What is wanted of a decision must be something that it can be.
extension Compiler {
  mutating func requireFit(_ wanted: WrittenAim?, _ type: FeelType, of decision: Decision<AsWritten>) {
    guard let wanted else { return }
    for aim in wanted.aims where !fits(aim, type) {
      let form = Self.form(for: type)
      report(
        "bad-wanted", at: wanted.location,
        en: "what is wanted of `\(decision.name)` is nothing that it can be: it is \(type.wording[.en])",
        zh: "`\(decision.name)` 是\(type.wording[.zh])，不可能得出所求的结果",
        help: Wording(en: "write \(form)", zh: "写成 \(form)"))
    }
  }

  private func fits(_ aim: Aim, _ type: FeelType) -> Bool {
    switch (aim, type) {
    case (_, .any): true
    case (.truth, .boolean), (.more, .number), (.less, .number): true
    case (.members(let members), .enumeration(let choice)): members.allSatisfy(choice.members.contains)
    case (.members, .string): true
    case (.part(let name, let inner), .context(let fields)):
      fields.first { $0.name == name }.map { fits(inner, $0.type) } ?? false
    default: false
    }
  }

  /// How something that can be wanted of a type is written.
  private static func form(for type: FeelType) -> String {
    switch type {
    case .boolean: "`‹wanted›: true`"
    case .enumeration(let choice): "`‹wanted›: \(choice.members.first ?? "…")`"
    case .context(let fields): "`‹wanted›: { \(fields.last?.name ?? "…"): ‹less› }`"
    default: "`‹wanted›: ‹more›`"
    }
  }
}

import Diagnostics
import FEEL

/// What hangs on a fact: the decisions that use it and are still open, with where each is laid down.
struct QuestionGrounds {
  let program: Program
  let outcome: Outcome
  /// More than these are not told.
  private static let most = 3

  func grounds(of fact: Fact) -> [Question.Ground] {
    let behind = Set(program.decisions(behind: program.outcome).map(\.decision.name))
    let open = program.decisions.filter { checked in
      behind.contains(checked.decision.name) && checked.dependsOn.contains(fact.name)
        && outcome[checked.decision.name]?.unknowns != nil
    }
    return Array(open.flatMap { grounds(of: fact, in: $0) }.prefix(QuestionGrounds.most))
  }

  /// The criteria that use it, of a list of criteria; otherwise the decision as a whole.
  private func grounds(of fact: Fact, in checked: CheckedDecision) -> [Question.Ground] {
    let decision = checked.decision
    if case .criteria(let group) = decision.form {
      let using = group.all.filter { criterion in
        if case .require(let formula) = criterion.body, formula.expression.names.contains(fact.name) { return true }
        return criterion.waivers.contains { $0.when.expression.names.contains(fact.name) }
      }
      if !using.isEmpty {
        return using.map { criterion in
          let citations = criterion.citations.isEmpty ? decision.citations : criterion.citations
          return Question.Ground(
            decision: decision.name, label: criterion.label, citations: titles(citations, in: checked.origin))
        }
      }
    }
    return [
      Question.Ground(
        decision: decision.name, label: decision.label, citations: titles(decision.citations, in: checked.origin))
    ]
  }

  private func titles(_ citations: [Citation], in policy: Policy) -> [Wording] {
    citations.compactMap { $0.resolved(among: program.layers(nearest: policy)) }.map { citation in
      let title = citation.source.title
      let quoted = title[.zh].contains("《") ? title[.zh] : "《\(title[.zh])》"
      guard let article = citation.article else { return Wording(en: title[.en], zh: quoted) }
      let place = ArticlePlace(article).wording
      return Wording(en: "\(title[.en]), \(place[.en])", zh: "\(quoted)\(place[.zh])")
    }
  }
}

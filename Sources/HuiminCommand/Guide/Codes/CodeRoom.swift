import Huimin

/// A group of codes that people meet in one place.
struct CodeRoom: Sendable {
  let title: Wording
  let pages: [CodePage]

  /// In the order in which a policy comes to be: written, read, checked, used.
  static let all: [CodeRoom] = [files, policies, records, batches, expressions, deciding, receipts, tests, commandLine]

  /// Every code, in the order of the list.
  static let codes = all.flatMap(\.pages).map(\.code)

  static func page(of code: String) -> CodePage? {
    all.lazy.flatMap(\.pages).first { $0.code == code }
  }

  private static let files = CodeRoom(
    title: Wording(en: "Files, YAML and JSON", zh: "文件、YAML 与 JSON"),
    pages: [
      .emptyDocument, .severalDocuments, .notUTF8, .tooLarge, .tooManyNodes, .tooDeep, .fileNotFound, .notAFile,
      .notReadable, .yamlSyntax, .jsonSyntax, .missingSpace, .fullWidthPunctuation, .forbiddenCharacter,
      .complexKey, .mergeKey, .duplicateKey, .unknownAlias, .unsupportedDirective, .unsupportedTag,
    ])

  private static let policies = CodeRoom(
    title: Wording(en: "Policies", zh: "政策"),
    pages: [
      .notAPolicy, .missingKey, .unknownKey, .mixedLanguages, .unquotedComma, .notFormatted, .badDuration, .badOverride,
      .ruleGap,
      .badDatedRule,
      .versionGap, .notAModule, .csvSyntax,
      .badTableFile,
      .tableColumns,
      .noEventDate, .unusedCarryOver,
      .emptyValue, .expectedMapping,
      .expectedList, .expectedText,
      .notAChoice, .badDate, .badPeriod, .badName, .duplicateName, .duplicateMember, .unknownType, .missingForm,
      .twoForms, .missingOtherwise, .unreachableCase, .badRounding, .unclosedBrace, .constantCondition,
      .badCriteria, .rowWidth, .unreachableRow, .overlappingRows, .tableGap, .noPriority, .unusedDefault,
      .badWanted,
      .tooFewCandidates,
      .noRemainder, .twoRests, .badRest, .sharesDoNotSum, .typeMismatch, .unroundedMoney, .noValue, .parameterGap,
      .unknownSource, .unknownReading, .unusedFact, .unusedParameter, .unusedReading, .unfilledTerm, .wrongLevel,
      .outOfBounds, .badChange, .cycle, .unknownPolicy, .neverInForce, .duplicatePolicy, .noPolicies, .brokenPolicy,
    ])

  private static let records = CodeRoom(
    title: Wording(en: "Facts and records", zh: "事实与资料"),
    pages: [
      .notARecord, .unknownFact, .badFactRange, .factType, .factRange, .bareJudgement, .notEntitled, .bareOverride,
      .notOverridable,
    ])

  private static let batches = CodeRoom(
    title: Wording(en: "Many records at once", zh: "批量判定"),
    pages: [
      .unknownColumn, .missingColumn, .noRecordDate, .tooManyErrors, .brokenOff, .batchChanged, .brokenBatch,
    ])

  private static let expressions = CodeRoom(
    title: Wording(en: "Expressions", zh: "表达式"),
    pages: [
      .syntax, .badLiteral, .bareDate, .hyphenRange, .comparisonChain, .emptyRange, .externalFunction, .tooLong,
      .unknownName, .ambiguousName, .noMember, .notAMember, .noClock, .noInput, .unitMismatch, .neverComparable,
      .notOrdered, .conditionType, .operandType, .notAFunction, .argumentCount, .argumentType, .argumentDomain,
      .nullArgument, .unknownArgument, .duplicateArgument, .duplicateParameter, .badRange, .badPattern, .notAList,
      .notCoercible, .divisionByZero, .nullOperand, .nullCondition, .nullValue, .numberTooLarge, .listIndex,
      .noDecisionDate, .limitSteps, .limitDepth, .limitItems, .limitCharacters,
    ])

  private static let deciding = CodeRoom(
    title: Wording(en: "Deciding", zh: "判定"),
    pages: [
      .notInForce, .noParameterValue, .noCase, .noRow, .noCandidate, .rowsConflict, .exceptionsConflict,
      .noCalendarYear, .negativeShare, .notAnAmount, .wholeNotRounded, .sharesExceedWhole,
    ])

  private static let receipts = CodeRoom(
    title: Wording(en: "Receipts", zh: "回执"),
    pages: [
      .notAReceipt, .receiptForm, .digestMismatch, .guessableFact, .factToldByOutcome,
    ])

  private static let tests = CodeRoom(
    title: Wording(en: "Tests", zh: "测试"),
    pages: [
      .notATest, .noExpectation, .testFailed, .noTests,
    ])

  private static let commandLine = CodeRoom(
    title: Wording(en: "Command line", zh: "命令行"),
    pages: [
      .usage, .noFunction, .fileExists, .notWritten, .history, .brokenInterview, .interviewChanged,
    ])
}

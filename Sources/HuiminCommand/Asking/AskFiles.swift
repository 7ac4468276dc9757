import Huimin

/// The files of an interview: where it is saved, and where the record goes in the end.
struct AskFiles {
  /// Where it is saved after each answer.
  private(set) var save: String?
  let record: String?
  /// Whether the file for saving is this interview's already.
  private var isOwn: Bool

  /// - Parameter resumed: the file from which the interview goes on; it is saved there too, where no other is named.
  /// - Throws: where a file is there already that is none of this interview's.
  init(save: String?, record: String?, resumed: String?) throws(Unreadable) {
    self.save = save ?? resumed
    self.record = record
    isOwn = save == nil || save == resumed
    if let save, !isOwn { try AskFiles.requireNew(save, isInterview: true) }
    if let record { try AskFiles.requireNew(record, isInterview: false) }
  }

  private static func requireNew(_ path: String, isInterview: Bool) throws(Unreadable) {
    guard SourceFile.exists(path) else { return }
    let shown = Quotation.visible(path)
    throw Unreadable([
      Diagnostic(
        "file-exists", message: Wording(en: "there is a file `\(shown)` already", zh: "已有文件 `\(shown)`"),
        help: isInterview
          ? Wording(
            en: "go on with it by `--resume \(shown)`, or choose another name",
            zh: "用 `--resume \(shown)` 接着问，或换一个名称")
          : Wording(en: "choose another name", zh: "请换一个名称"))
    ])
  }

  /// Saves from now on to another file.
  mutating func saveTo(_ path: String) throws(Unreadable) {
    try AskFiles.requireNew(path, isInterview: true)
    save = path
    isOwn = false
  }

  /// Saves the interview, where a file is named.
  mutating func keep(_ interview: Interview) throws(Unreadable) {
    guard let save else { return }
    let bytes = Array(interview.saved.utf8)
    if isOwn, SourceFile.exists(save) {
      try SourceFile.replace(save, with: bytes)
    } else {
      try AskFiles.create(save, bytes)
      isOwn = true
    }
  }

  func write(record interview: Interview, comment: String) throws(Unreadable) {
    guard let record else { return }
    let text = interview.facts.recordText(of: interview.program, comment: comment)
    try AskFiles.create(record, Array(text.utf8))
  }

  private static func create(_ path: String, _ bytes: [UInt8]) throws(Unreadable) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try SourceFile.create([(name, bytes)], in: SourceFile.folder(of: path))
  }
}

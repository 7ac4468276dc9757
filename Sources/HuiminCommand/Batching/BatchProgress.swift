import Glibc
import Huimin

/// How far a batch is, in one line of the terminal that is written over and over, and gone in the end.
struct BatchProgress {
  private let console: Console
  /// Bytes of the input, where that is known.
  private let size: Int?
  private let begin: Double
  private let firstOffset: Int
  private let firstCount: Int
  private var last: Double
  private var isShown = false

  /// - Parameters:
  ///   - offset: where in the input this run begins.
  ///   - count: how many records were done before it.
  init(_ console: Console, size: Int?, offset: Int, count: Int) {
    self.console = console
    self.size = size
    begin = BatchProgress.now()
    last = begin
    firstOffset = offset
    firstCount = count
  }

  /// Seconds of a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  mutating func show(count: Int, offset: Int) {
    guard console.showsErrorsToPerson else { return }
    let now = BatchProgress.now()
    guard now - last >= 0.2 else { return }
    last = now
    isShown = true
    let line = BatchProgress.line(
      count: count, done: count - firstCount, bytes: offset - firstOffset, left: size.map { $0 - offset },
      seconds: now - begin)
    console.errors.write("\r\u{1B}[K" + line[console.language])
  }

  mutating func clear() {
    if isShown { console.errors.write("\r\u{1B}[K") }
    isShown = false
  }

  /// - Parameters:
  ///   - count: records in all.
  ///   - done: records of this run.
  ///   - bytes: bytes of the input that this run has done.
  ///   - left: bytes to go, where that is known.
  static func line(count: Int, done: Int, bytes: Int, left: Int?, seconds: Double) -> Wording {
    let rate = Int(Double(done) / max(seconds, 0.001))
    var line = Wording(
      en: "\(count.grouped) records, \(rate.grouped) a second", zh: "已处理 \(count.grouped) 条，每秒 \(rate.grouped) 条")
    if let left, bytes > 0 {
      let time = duration(Int(Double(left) / Double(bytes) * seconds + 0.5))
      line = Wording(en: "\(line[.en]), about \(time[.en]) left", zh: "\(line[.zh])，约剩 \(time[.zh])")
    }
    return line
  }

  private static func duration(_ seconds: Int) -> Wording {
    if seconds < 60 { return Wording(en: "\(seconds) s", zh: "\(seconds) 秒") }
    if seconds < 3600 {
      return Wording(en: "\(seconds / 60) min \(seconds % 60) s", zh: "\(seconds / 60) 分 \(seconds % 60) 秒")
    }
    return Wording(
      en: "\(seconds / 3600) h \(seconds % 3600 / 60) min", zh: "\(seconds / 3600) 小时 \(seconds % 3600 / 60) 分")
  }
}

extension Int {
  /// The digits with thousands set apart: `1,000,000`.
  var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}

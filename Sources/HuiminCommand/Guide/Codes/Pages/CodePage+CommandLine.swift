import Huimin

/// The command line itself.
extension CodePage {
  static let usage = CodePage(
    "usage", en: "a command, option or request is not written as it must be",
    zh: "命令、选项或请求的写法不对",
    avoid: .command("$ huimin feel '1 + 1' --on 2026-1-15"),
    prefer: .command("$ huimin feel '1 + 1' --on 2026-01-15"),
    why: Wording(
      en: """
        An option that was passed over could mean another day or another language than the one asked for. So
        nothing runs until every word is understood. `huimin COMMAND --help` shows what there is.
        """,
      zh: """
        选项写错了如果只是跳过，判定的日期、语言就可能不是原来要的。所以有一个词看不懂就不运行。用法见 `huimin 命令 --help`。
        """))

  static let noFunction = CodePage(
    "no-function", en: "there is no built-in function of this name, or that a word finds",
    zh: "没有这个内置函数，或按词没有找到",
    avoid: .command("$ huimin feel --functions sumif"),
    prefer: .command("$ huimin feel --functions sum"),
    why: Wording(
      en: """
        Functions of spreadsheets have other names here, and a rule that uses one would have an unknown name
        in it. `huimin feel --functions` lists all there are, and a word in Chinese or English finds those
        that are about it.
        """,
      zh: """
        电子表格里的函数，这里名称不同，照搬到规则里就成了未知名称。`huimin feel --functions` 列
        出全部函数，也可以用中文或英文的词来查。
        """))

  static let notWritten = CodePage(
    "not-written", en: "the output could not be written",
    zh: "结果没有写出去",
    avoid: .told(
      Wording(
        en: "`huimin decide … > FILE` onto a disk that is full",
        zh: "磁盘已满时运行 `huimin decide … > 文件`")),
    prefer: .told(
      Wording(
        en: "the same with room on the disk",
        zh: "腾出空间后再运行")),
    why: Wording(
      en: """
        Half a receipt must not pass for a whole one. The exit code is 2, so that whatever runs next does
        not go on with it.
        """,
      zh: """
        半份回执不能当作整份。此时退出码为 2，后续程序不会接着用它。
        """))

  static let fileExists = CodePage(
    "file-exists", en: "something new would be written over a file that is there",
    zh: "要写的文件已经存在",
    avoid: .told(
      Wording(
        en: "`huimin new cn.city.canteen` where there is a `canteen.yaml`",
        zh: "已有 `canteen.yaml` 时运行 `huimin new cn.city.canteen`")),
    prefer: .told(
      Wording(
        en: "`huimin new cn.city.canteen-2027`, or `huimin new cn.city.canteen FOLDER`",
        zh: "换个名称 `huimin new cn.city.canteen-2027`，或换个文件夹 `huimin new cn.city.canteen 文件夹`")),
    why: Wording(
      en: """
        What is in the file may be the work of days. A new policy is never written over anything, and where one of
        its two files is there, the other is not written either. Nor is an interview saved over another, or a record.
        """,
      zh: """
        已有的文件可能是几天的心血。新建政策从不盖掉别的文件；两个文件中有一个已经存在，另一个也不会写。保存
        问答、写出申请记录，同样不会盖掉别的文件。
        """))

  static let history = CodePage(
    "history", en: "the lines typed at the prompt of `huimin feel` are not kept",
    zh: "`huimin feel` 输入过的内容没有保存",
    avoid: .told(
      Wording(
        en: "a home folder in which nothing can be written",
        zh: "主文件夹不能写入")),
    prefer: .told(
      Wording(
        en: "`HUIMIN_HISTORY=FILE` where you may write, or `HUIMIN_HISTORY=` to keep none",
        zh: "用 `HUIMIN_HISTORY=文件` 指定可写的位置；不想保存就写 `HUIMIN_HISTORY=`")),
    why: Wording(
      en: """
        Nothing else suffers: the prompt works, only the arrow keys will not find these lines next time. The
        file is for you alone, since lines may hold what people told you.
        """,
      zh: """
        别的功能不受影响，只是下次用方向键找不到这些内容。历史文件只有本人能读，因为里面可能有当事人的情况。
        """))
}

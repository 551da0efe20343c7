/** What `npm run import` says in Chinese, simplified; its shape is what every other language must fill. */
export const zhHans = {
  usage: `导入电网设备、计划停电、停电记录、值班表、缴费点或地标。文件按扩展名识别：.csv 或 .json。使用内嵌数据库时，请先停止服务。

  npm run import -- planned-outages 文件 [--check] [--language zh|en]
  npm run import -- network 文件 [--check] [--language zh|en]
  npm run import -- interruptions 文件 [--check] [--language zh|en]
  npm run import -- roster 文件 [--check] [--language zh|en]
  npm run import -- payment-points 文件 [--check] [--language zh|en]
  npm run import -- landmarks 文件 [--check] [--language zh|en]

要么全部导入，要么一条也不导入。--check 只检查，不写入。各列的含义见 docs/operations.md。
`,
  problem: ({ line, field, what }: { line: number; field: string | null; what: string }) =>
    `第 ${line} 行${field === null ? '' : `，${field}`}：${what}`,
  value: (value: string) => `（“${value}”）`,
  refused: (problems: number) => `有 ${problems} 处错误，没有导入任何内容。`,
  counts: ({ added, changed, same }: { added: number; changed: number; same: number }) =>
    `新增 ${added} 条，更新 ${changed} 条，未变 ${same} 条。`,
  checked: '文件无误，没有写入。',
  unreadable: (file: string) => `无法读取文件 ${file}。`,
  problems: {
    file_type: '文件名须以 .csv 或 .json 结尾',
    not_utf8: '文件不是 UTF-8 编码；在 Excel 中请另存为“CSV UTF-8”',
    not_json: '不是有效的 JSON',
    not_a_list: '内容须是一个 JSON 数组，每条记录一个对象',
    not_an_object: '每条记录须是一个 JSON 对象',
    no_records: '文件里没有记录',
    quote_open: '引号没有闭合',
    quote_astray: '引号的位置不对：含引号的内容须整体加引号，内部的引号写两次',
    too_few_cells: '列数少于表头',
    too_many_cells: '列数多于表头',
    column_missing: '缺少这一列',
    column_unknown: '没有这一列',
    column_twice: '这一列出现了两次',
    required: '必填',
    too_long: '太长',
    control_character: '含有不可见的控制字符',
    not_a_number: '须是数字，例如 22.97',
    out_of_range: '超出范围',
    kind_unknown: '没有这种设备类型',
    not_a_time: '须是时间，例如 2026-12-01 08:00 或 2026-12-01T08:00+08:00',
    area_unknown: '没有这个区域代码',
    not_after_from: '须晚于开始时间',
    announced_after_from: '公告时间不能晚于开始时间',
    id_twice: '这个编号在文件里出现过',
    device_unknown: '电网中没有这台设备',
    parent_unknown: '文件和电网中都没有这台上级设备',
    upstream_of_itself: '这台设备成了自己的上级',
    before_from: '不能早于开始时间',
    not_yes_or_no: '须是“是”或“否”（yes 或 no）',
    not_whole: '须是整数',
    queue_unknown: '没有这种值班；可用：fault、billing、complaint、general、supervision',
    login_unknown: '没有这个登录名，或此人已离职',
    queue_not_theirs: '此人的岗位不能值这种班',
    place_kind_unknown: '没有这种类型',
    service_unknown: '没有这项服务；请用 cash、card、qr、machine、new_service 或 invoice',
    hours_unreadable: '看不懂这个营业时间；请写成 Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off 这样',
    not_a_phone: '要是电话号码',
    not_a_date: '要是日期，例如 2026-12-01',
    id_signs: '只能有字母、数字、- 和 _',
    not_valid: '内容不合要求',
  },
};

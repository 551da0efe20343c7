import type { zhHans } from './zh-hans.ts';

export const en: typeof zhHans = {
  usage: `Imports the network's devices, planned outages, interruptions of supply, the duty roster, places to pay at, or landmarks. A file is taken for what its name ends in: .csv or .json. Where the
embedded database is used, stop the server first.

  npm run import -- planned-outages FILE [--check] [--language zh|en]
  npm run import -- network FILE [--check] [--language zh|en]
  npm run import -- interruptions FILE [--check] [--language zh|en]
  npm run import -- roster FILE [--check] [--language zh|en]
  npm run import -- payment-points FILE [--check] [--language zh|en]
  npm run import -- landmarks FILE [--check] [--language zh|en]

All of a file is imported, or nothing. --check only looks and writes nothing. What the columns mean stands in docs/operations.md.
`,
  problem: ({ line, field, what }) => `line ${line}${field === null ? '' : `, ${field}`}: ${what}`,
  value: (value) => ` (“${value}”)`,
  refused: (problems) => `${problems === 1 ? 'One mistake' : `${problems} mistakes`}; nothing was imported.`,
  counts: ({ added, changed, same }) => `${added} added, ${changed} changed, ${same} as they were.`,
  checked: 'The file is good; nothing was written.',
  unreadable: (file) => `The file ${file} can’t be read.`,
  problems: {
    file_type: 'the file’s name has to end in .csv or .json',
    not_utf8: 'the file is not encoded in UTF-8; in Excel, save it as “CSV UTF-8”',
    not_json: 'this is not valid JSON',
    not_a_list: 'the file has to hold one JSON array with an object for each record',
    not_an_object: 'each record has to be a JSON object',
    no_records: 'there are no records in the file',
    quote_open: 'a quotation mark is never closed',
    quote_astray: 'a quotation mark stands astray: quote the whole cell, and write marks inside it twice',
    too_few_cells: 'fewer cells than the header',
    too_many_cells: 'more cells than the header',
    column_missing: 'this column is missing',
    column_unknown: 'there is no such column',
    column_twice: 'this column is there twice',
    required: 'must be given',
    too_long: 'too long',
    control_character: 'holds an invisible control character',
    not_a_number: 'must be a number, such as 22.97',
    out_of_range: 'out of range',
    kind_unknown: 'there is no such kind of device',
    not_a_time: 'must be a time, such as 2026-12-01 08:00 or 2026-12-01T08:00+08:00',
    area_unknown: 'there is no area with this code',
    not_after_from: 'must be later than the beginning',
    announced_after_from: 'can’t be announced after it begins',
    id_twice: 'this id has been in the file before',
    device_unknown: 'the network has no such device',
    parent_unknown: 'neither the file nor the network has this device upstream',
    upstream_of_itself: 'the device would be upstream of itself',
    before_from: 'can’t be earlier than the beginning',
    not_yes_or_no: 'must be yes or no',
    not_whole: 'must be a whole number',
    queue_unknown: 'there is no such duty; use fault, billing, complaint, general or supervision',
    login_unknown: 'nobody who works here signs in by that name',
    queue_not_theirs: 'their role does not let them do that duty',
    place_kind_unknown: 'there is no such kind of place',
    service_unknown: 'there is no such service; use cash, card, qr, machine, new_service or invoice',
    hours_unreadable: 'these opening hours can’t be read; write them like Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off',
    not_a_phone: 'must be a telephone number',
    not_a_date: 'must be a day, such as 2026-12-01',
    id_signs: 'may have letters, digits, - and _ only',
    not_valid: 'not as it should be',
  },
};

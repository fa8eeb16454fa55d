import { quote } from '../../text/quote.ts';
import { schemaLabels } from '../model/labels.ts';
import { dockerfileRule } from '../rule.ts';

export const labelDateTime = dockerfileRule({
  id: 'label-date-time',
  summary: 'A label that the project wants to be a date and time is one.',
  why: 'Tools sort and compare by it; RFC 3339 leaves no doubt about day, month and zone.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3053'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL x=«2025-03-10»\n',
      good: 'FROM debian:12\nLABEL x=2025-03-10T10:26:33+01:00\n',
      options: { labelSchema: { x: 'rfc3339' } },
    },
  ],
  check(file, report, options) {
    for (const { name, value, at } of schemaLabels(file, options, 'rfc3339')) {
      if (isDateTime(value)) continue;
      report({
        at,
        message: `The label ${quote(name)} must be a date and time with zone by RFC 3339, not ${quote(value)}.`,
      });
    }
  },
});

function isDateTime(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = new Date(Date.UTC(2000, month, 0)).getUTCDate() - (month === 2 && !isLeap(year) ? 1 : 0);
  if (month < 1 || month > 12 || day < 1 || day > days) return false;
  return hour <= 23 && minute <= 59 && second <= 60 && zoneHour <= 23 && zoneMinute <= 59;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

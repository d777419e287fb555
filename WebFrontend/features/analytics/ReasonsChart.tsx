import type { Statistics } from '@/lib/api/types';
import { strings } from '@/lib/strings';
import { analytics as words } from '@/lib/strings.analytics';
import { RankChart } from './RankChart';

const names: Record<string, string> = strings.shortReasons;

export function ReasonsChart({ reasons }: { reasons: Statistics['reasons'] }) {
  const items = reasons.map(({ code, count }) => ({ name: names[code] ?? code, count }));
  return <RankChart title={words.reasons} kind={words.reason} items={items} fill="fill-warn" />;
}

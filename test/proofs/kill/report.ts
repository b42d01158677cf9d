/** What a run found. */
export interface Report {
  readonly seed: number;
  readonly failures: string[];
  /** By "point: victim". */
  readonly rows: Map<string, { kills: number; slowestMs: number }>;
  count(row: string, recoveredMs: number, kills?: number): void;
  slowest(row: string, recoveredMs: number): void;
  fail(sentence: string): void;
}

export function emptyReport(seed: number): Report {
  const rows: Report['rows'] = new Map();
  const failures: string[] = [];
  const rowOf = (name: string) => {
    const row = rows.get(name) ?? { kills: 0, slowestMs: 0 };
    rows.set(name, row);
    return row;
  };
  const slowest: Report['slowest'] = (name, ms) => {
    const row = rowOf(name);
    row.slowestMs = Math.max(row.slowestMs, ms);
  };
  return {
    seed,
    failures,
    rows,
    slowest,
    count(name, ms, kills = 1) {
      rowOf(name).kills += kills;
      slowest(name, ms);
    },
    fail: (sentence) => void failures.push(sentence),
  };
}

export const killsOf = ({ rows }: Report): number =>
  [...rows.values()].reduce((sum, row) => sum + row.kills, 0);

/** A table in Markdown, one line for each point and victim. */
export function tableOf({ rows }: Report): string {
  const lines = [...rows]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, { kills, slowestMs }]) => {
      const [point, victim] = name.split(': ');
      const back = slowestMs > 0 ? (slowestMs / 1000).toFixed(1) : '';
      return `| ${point} | ${victim} | ${kills} | ${back} |`;
    });
  return ['| killed | what | kills | slowest back, s |', '|---|---|---|---|', ...lines].join('\n');
}

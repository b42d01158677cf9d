import type { Question } from './question-sets';

export interface Found {
  /** Questions, and those whose right code came first and among five. */
  readonly asked: number;
  readonly first: number;
  readonly five: number;
}

/** How often a right code is first, and among five, by kind of question. */
export function measure(
  questions: readonly Question[],
  match: (title: string) => readonly string[],
): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const { kind, title, right } of questions) {
    const place = match(title).findIndex((code) => right.has(code));
    const { asked, first, five } = found.get(kind) ?? { asked: 0, first: 0, five: 0 };
    found.set(kind, {
      asked: asked + 1,
      first: first + (place === 0 ? 1 : 0),
      five: five + (place >= 0 && place < 5 ? 1 : 0),
    });
  }
  return found;
}

export function together(found: Iterable<Found>): Found {
  const sum = { asked: 0, first: 0, five: 0 };
  for (const { asked, first, five } of found) {
    sum.asked += asked;
    sum.first += first;
    sum.five += five;
  }
  return sum;
}

/** Milliseconds that the work took, by the clock and of the processor. */
export function timed<T>(work: () => T): { readonly result: T; readonly wall: number; readonly cpu: number } {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, wall: performance.now() - startedAt, cpu: (user + system) / 1_000 };
}

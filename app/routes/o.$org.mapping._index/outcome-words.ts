/** What the page says after a form, from `done.TITLES.PEOPLE` or `undone.PEOPLE.LEFT`; null for anything else. */
export function outcomeWords(said: string): string | null {
  const [, what, first, second] = /^(done|undone)\.(\d{1,7})\.(\d{1,7})$/u.exec(said) ?? [];
  if (what === undefined) return null;
  const [a, b] = [Number(first), Number(second)];
  if (what === 'done')
    return `${many(a, 'title', 'titles')} confirmed, ${many(b, 'person', 'people')} mapped.`;
  const left = b > 0 ? ` ${many(b, 'person was', 'people were')} changed since, and stay as they are.` : '';
  return `Taken back: ${many(a, 'person has', 'people have')} the occupations from before.${left}`;
}

function many(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

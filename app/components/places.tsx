import type { FieldError } from '~/shared/errors';
import { Notice } from './notice';

interface PlacesProps {
  readonly title: string;
  readonly tone: 'bad' | 'warn';
  readonly list: readonly FieldError[];
}

/** Places of a file and what is said of each; nothing where there are none. */
export function Places({ title, tone, list }: PlacesProps) {
  if (list.length === 0) return null;
  return (
    <Notice tone={tone} title={title}>
      <PlaceList list={list} />
    </Notice>
  );
}

/** The same as a list, within what says why. */
export function PlaceList({ list }: Pick<PlacesProps, 'list'>) {
  return (
    <ul>
      {list.map(({ pointer, detail }) => (
        <li key={`${pointer} ${detail}`}>
          {pointer}: {detail}
        </li>
      ))}
    </ul>
  );
}

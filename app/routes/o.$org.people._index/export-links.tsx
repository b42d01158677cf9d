import type { PeopleAddress } from '~/modules/people/domain/people-filter';
import { addressIn } from './people-state';

/** The list as a file, with its filters. */
export function ExportLinks({ base, state }: { readonly base: string; readonly state: PeopleAddress }) {
  const to = (format: string) =>
    addressIn(`${base}/people/export`, { ...state, cursor: null }, [['format', format]]);
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} className="button" data-variant="quiet" href={to(format)} download>
          Export {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}

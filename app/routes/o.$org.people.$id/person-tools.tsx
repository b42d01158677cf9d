import { ButtonLink } from '~/components/button';
import type { PersonState } from './person-state';
import { TO_CHOICE } from './what-to-contest';

type PersonToolsProps = Pick<
  PersonState,
  'id' | 'contestable' | 'mayEdit' | 'mayExport' | 'mayErase' | 'base'
>;

/** What can be done with the record, each where the viewer may. */
export function PersonTools({ id, contestable, mayEdit, mayExport, mayErase, base }: PersonToolsProps) {
  return (
    <>
      {contestable.length > 0 ? (
        <ButtonLink variant="plain" to={TO_CHOICE}>
          Contest a level
        </ButtonLink>
      ) : null}
      {mayEdit ? (
        <ButtonLink variant="plain" to={`${base}/people/${id}/edit`}>
          Edit
        </ButtonLink>
      ) : null}
      {mayExport ? (
        <a className="button" data-variant="quiet" href={`${base}/people/${id}/export`} download>
          Download the record
        </a>
      ) : null}
      {mayErase ? (
        <ButtonLink variant="quiet" to={`${base}/people/${id}/erase`}>
          Erase
        </ButtonLink>
      ) : null}
    </>
  );
}

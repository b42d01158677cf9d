import { readFields } from '~/http/read-fields.server';
import { CANDIDATE_MOVES, type CandidateMove, type PoolFilters } from '~/modules/people/domain/position-pool';
import { InvalidInput } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';

export interface TypedPool {
  readonly filters: PoolFilters;
  /** People who stay, as `id:move`. */
  readonly kept: readonly { readonly employeeId: string; readonly move: CandidateMove }[];
  readonly added: { readonly number: string; readonly move: CandidateMove } | null;
}

/** Reads the form of a post's pool. Throws InvalidInput with the field. */
export async function readPoolForm(request: Request): Promise<TypedPool> {
  const { one, many } = await readFields(request, {
    single: ['whole', 'occupations', 'number', 'move'],
    several: ['bands', 'teamIds', 'siteIds', 'kept'],
  });
  // An empty form would take every filter and everybody out.
  if (one.whole !== 'yes') refuse('whole', 'The form could not be read. Open the page again.');
  const number = one.number.trim();
  return {
    filters: {
      bands: many.bands.map(Number),
      occupations: one.occupations.split(/[\s,;]+/u).filter(Boolean),
      teamIds: many.teamIds.filter(Boolean),
      siteIds: many.siteIds.filter(Boolean),
    },
    kept: many.kept.map((text) => {
      const [employeeId = '', move] = text.split(':');
      if (!isAnyUuid(employeeId)) refuse('kept', 'The form could not be read. Open the page again.');
      return { employeeId, move: moveOf(move) };
    }),
    added: number === '' ? null : { number, move: moveOf(one.move) },
  };
}

function moveOf(text: string | undefined): CandidateMove {
  const move = CANDIDATE_MOVES.find((one) => one === text);
  return move ?? refuse('move', 'Say whether it is a move sideways or down.');
}

function refuse(pointer: string, detail: string): never {
  throw new InvalidInput(detail, [{ pointer, detail }]);
}

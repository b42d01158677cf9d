import type { TenantContext } from '#db/tenancy';
import type { FieldError } from '~/shared/errors';
import { type Choice, findPersonChoice, findTeamChoice } from './find-choices';

export interface ReadChoices {
  /** Ids under their names, of those fields that are stated. */
  readonly ids: Readonly<Record<string, string | null>>;
  readonly faults: readonly FieldError[];
}

interface ChoiceTexts {
  /** undefined: not stated. */
  readonly team: string | undefined;
  /** Empty: nobody. */
  readonly manager: string | undefined;
  readonly day: string;
}

/** The team and the manager that a form names, by id, or what they could be. */
export async function readChoices(
  ctx: TenantContext,
  { team, manager, day }: ChoiceTexts,
): Promise<ReadChoices> {
  const ids: Record<string, string | null> = {};
  const faults: FieldError[] = [];
  if (team !== undefined) {
    const choice = await findTeamChoice(ctx, team, day);
    if (choice.id) ids['teamId'] = choice.id;
    else faults.push({ pointer: '/teamId', detail: choiceFault('team', choice) });
  }
  if (manager !== undefined) {
    const choice = manager === '' ? null : await findPersonChoice(ctx, manager);
    if (choice === null || choice.id) ids['managerId'] = choice?.id ?? null;
    else faults.push({ pointer: '/managerId', detail: choiceFault('person', choice) });
  }
  return { ids, faults };
}

/** Why a text means nobody, or no team, by itself. */
export function choiceFault(what: string, { suggestions }: Choice): string {
  if (suggestions.length === 0) return `No ${what} fits. Write more of it, or less.`;
  return `More than one ${what} fits. Write one of: ${suggestions.join('; ')}.`;
}

import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';

interface NoTeamsProps {
  readonly base: string;
  readonly reach: string;
  readonly isToday: boolean;
  readonly mayWrite: boolean;
}

/** Why there is no team to show, and what brings some. */
export function NoTeams({ base, reach, isToday, mayWrite }: NoTeamsProps) {
  if (!isToday)
    return (
      <EmptyState title="No teams on that day" action={<ButtonLink to={`${base}/teams`}>Today</ButtonLink>}>
        Nothing is known of teams for it.
      </EmptyState>
    );
  if (reach === 'all')
    return (
      <EmptyState
        title="No teams yet"
        action={mayWrite ? <ButtonLink to={`${base}/imports`}>Import people</ButtonLink> : undefined}
      >
        Teams come with the people of an import, or are added one by one.
      </EmptyState>
    );
  return (
    <EmptyState title="No team to show">
      {reach === 'subtree'
        ? 'Your membership names no team that is open today. Ask an administrator.'
        : 'You see your own team here, once your sign-in is linked to your record.'}
    </EmptyState>
  );
}

import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import { ROLE_LABELS, type Role } from '~/modules/organizations/domain/role';
import type { SightCount } from '~/modules/people/domain/sight-changes';
import type { MovePreview } from '~/modules/people/queries/preview-team-move';
import { peopleInWords, teamsInWords } from '~/modules/people/ui/team-branches';

interface MovePreviewProps {
  readonly preview: MovePreview;
  /** As the form says it: an id, or `top`. */
  readonly parent: string;
  readonly from: string;
  /** Address of the team. */
  readonly team: string;
}

/** What a move changes: who moves with it, who gains or loses sight, from when; then the button that does it. */
export function MovePreviewCard({ preview, parent, from, team }: MovePreviewProps) {
  const { fault, before, after, until, teams, people, sight, revision } = preview;
  if (fault !== null)
    return (
      <Notice tone="bad" title="This move is not possible" announce>
        {fault}
      </Notice>
    );
  if (before === after)
    return <Notice announce>It stands there already on that day. Choose another team or day.</Notice>;
  return (
    <Card title="What changes">
      <div className="document">
        <ul>
          <li>
            From <DayText day={from} />: {before} becomes {after}.
          </li>
          {until ? (
            <li>
              Only until <DayText day={until} />: another change is planned for that day, and stays.
            </li>
          ) : null}
          <li>
            {teamsInWords(teams)} with {peopleInWords(people)} {teams === 1 ? 'moves' : 'move'}. The figures
            of the teams above, old and new, follow.
          </li>
          <Sight counts={sight.gains} verb="gains sight of" />
          <Sight counts={sight.loses} verb="loses sight of" />
          {sight.gains.length + sight.loses.length === 0 ? (
            <li>Nobody gains or loses sight of them: no member or token has a scope that changes.</li>
          ) : null}
        </ul>
      </div>
      <Form method="post" className="toolbar">
        <input type="hidden" name="seen" value={revision} />
        <input type="hidden" name="parent" value={parent} />
        <input type="hidden" name="from" value={from} />
        <Button type="submit" variant="primary">
          Move
        </Button>
        <ButtonLink to={team}>Cancel</ButtonLink>
      </Form>
    </Card>
  );
}

function Sight({ counts, verb }: { readonly counts: readonly SightCount[]; readonly verb: string }) {
  if (counts.length === 0) return null;
  const who = counts.map(({ kind, role, count }) => {
    const label = ROLE_LABELS[role as Role] ?? role;
    return `${count} ${kind === 'token' ? 'API token' : 'member'}${count === 1 ? '' : 's'} (${label})`;
  });
  const isOne = counts.length === 1 && counts[0]?.count === 1;
  return (
    <li>
      {who.join(', ')} {isOne ? verb : verb.replace('s ', ' ')} them, by the teams of their membership.
    </li>
  );
}

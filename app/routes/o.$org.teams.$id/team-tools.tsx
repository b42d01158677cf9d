import { ButtonLink } from '~/components/button';

interface TeamToolsProps {
  readonly team: { readonly teamId: string; readonly people: number };
  readonly base: string;
  readonly maySeeFigures: boolean;
  readonly mayWrite: boolean;
}

/** Where a team leads: its people, its figures, and for whoever may change it a team beneath and its move. */
export function TeamTools({ team: { teamId, people }, base, maySeeFigures, mayWrite }: TeamToolsProps) {
  return (
    <>
      <ButtonLink to={`${base}/people?team=${teamId}`}>People</ButtonLink>
      {maySeeFigures && people > 0 ? (
        <ButtonLink to={`${base}/heatmap?parent=${teamId}`}>Heatmap</ButtonLink>
      ) : null}
      {mayWrite ? (
        <>
          <ButtonLink to={`${base}/teams/new?parent=${teamId}`}>Add beneath</ButtonLink>
          <ButtonLink variant="primary" to={`${base}/teams/${teamId}/move`}>
            Move
          </ButtonLink>
        </>
      ) : null}
    </>
  );
}

import { useNavigate } from '@remix-run/react';
import { type DragEvent, useState } from 'react';

/** What a row carries while it is dragged; other things that are dragged over rows are none of theirs. */
const KIND = 'application/x-cadre-team';

export interface TeamDrag {
  readonly dragged: string | null;
  readonly over: string | null;
  /** Props of the row of a team: it can be dragged, and others but those above it be dropped on it. */
  row(teamId: string, above: readonly string[]): object;
  /** Props of a place that takes a team; `top` for the top of the tree. */
  target(parent: string): object;
}

/** Teams that are dragged onto another one: leads to the page on which the move is looked at and confirmed. */
export function useTeamDrag(teams: string): TeamDrag {
  const navigate = useNavigate();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const target = (parent: string, above: readonly string[] = []) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged === null || dragged === parent || above.includes(dragged)) return;
      if (!event.dataTransfer.types.includes(KIND)) return;
      event.preventDefault();
      if (over !== parent) setOver(parent);
    },
    onDragLeave: () => setOver((now) => (now === parent ? null : now)),
    onDrop: (event: DragEvent) => {
      const teamId = event.dataTransfer.getData(KIND);
      if (teamId === '' || teamId === parent || above.includes(teamId)) return;
      event.preventDefault();
      end();
      navigate(`${teams}/${teamId}/move?parent=${parent}`);
    },
    'data-over': over === parent ? '' : undefined,
  });
  const row = (teamId: string, above: readonly string[]) => ({
    ...target(teamId, above),
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(KIND, teamId);
      event.dataTransfer.effectAllowed = 'move';
      setDragged(teamId);
    },
    onDragEnd: end,
  });
  return { dragged, over, row, target };
}

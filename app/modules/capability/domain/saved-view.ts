/**
 * A view of the heatmap that somebody keeps under a name: the state of the page's address. It holds no figure; whoever
 * opens it sees what the own role allows. Source: product.md (heatmap), method.md 9.
 */
import type { Role } from '~/modules/organizations/domain/role';
import { InvalidInput } from '~/shared/errors';

export interface SavedView {
  readonly viewId: string;
  readonly name: string;
  /** Query string without its question mark; empty: the page as it begins. */
  readonly search: string;
  /** Whoever reads the heatmap here may open it. */
  readonly shared: boolean;
  /** Id of the user. */
  readonly savedBy: string;
  readonly savedAt: Date;
}

export const MOST_VIEW_NAME = 100;
export const MOST_VIEW_SEARCH = 1_000;
/** Views of one person. */
export const MOST_VIEWS = 100;

/** A name within its bounds, trimmed. Throws InvalidInput naming the field. */
export function viewName(text: string): string {
  const name = text.trim();
  const detail =
    name.length === 0
      ? 'Say a name.'
      : name.length > MOST_VIEW_NAME
        ? `The name has ${name.length} characters; at most ${MOST_VIEW_NAME} are kept.`
        : null;
  if (detail) throw new InvalidInput(detail, [{ pointer: '/name', detail }]);
  return name;
}

interface Reader {
  readonly id: string;
  readonly role: Role;
}

/** Whether somebody may open a view: who saved it, and where it is shared everybody who reads the heatmap. */
export function opensView({ id }: Pick<Reader, 'id'>, view: Pick<SavedView, 'shared' | 'savedBy'>): boolean {
  return view.shared || view.savedBy === id;
}

/** Whether somebody may rename or delete a view: who saved it, and a shared one an HR partner. */
export function keepsView({ id, role }: Reader, view: Pick<SavedView, 'shared' | 'savedBy'>): boolean {
  return view.savedBy === id || (view.shared && role === 'hr_partner');
}

import type { OnetProfileView } from '../queries/onet-profiles';

type Shown = Pick<OnetProfileView, 'tasks' | 'skills' | 'technology' | 'tools'>;

/** What a profile text of O*NET lists. Its release is not known, so it stands by itself and is mixed with nothing. */
export function ProfileText({ profile }: { readonly profile: Shown }) {
  const lists = [
    ['Skills', profile.skills, 'The text lists no specific skills.'],
    ['Tasks', profile.tasks, 'The text lists no tasks.'],
    ['Technology', profile.technology, 'The text lists no technology.'],
    ['Tools', profile.tools, 'The text lists no tools.'],
  ] as const;
  return (
    <>
      <p className="small">
        A profile text that does not say of which release of O*NET it is. It stands beside the tables above
        and is not mixed with them.
      </p>
      {lists.map(([label, entries, none]) =>
        entries.length === 0 ? (
          <p key={label} className="profile-none">
            <b>{label}</b> <span className="small">{none}</span>
          </p>
        ) : (
          <details key={label} className="disclosure">
            <summary>
              {label} <span className="small">{entries.length}</span>
            </summary>
            <ul className="task-list">
              {entries.map(({ text, category }) => (
                <li key={`${text} ${category ?? ''}`}>
                  {text} {category ? <span className="small">{category}</span> : null}
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </>
  );
}

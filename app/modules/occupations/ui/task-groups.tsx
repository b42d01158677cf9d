import type { Attributes } from '../domain/attribute-schemas';

const GROUPS = [
  { type: 'Core', label: 'Core tasks' },
  { type: 'Supplemental', label: 'Supplemental tasks' },
  { type: undefined, label: 'Tasks whose kind the source does not say' },
] as const;

/** The tasks of an occupation, core ones first, each with its importance where it is rated. */
export function TaskGroups({ tasks }: Pick<Attributes, 'tasks'>) {
  const typed = tasks.some(({ type }) => type !== undefined);
  return (
    <>
      {GROUPS.map(({ type, label }) => {
        const own = tasks.filter((task) => task.type === type);
        if (own.length === 0) return null;
        return (
          <section key={label} className="word-group">
            {typed ? (
              <h3>
                {label} <span className="small">{own.length}</span>
              </h3>
            ) : null}
            <ol className="task-list">
              {own.map(({ name, taskId, importance }) => (
                <li key={taskId ?? name}>
                  {name}
                  {importance === undefined ? null : (
                    <span className="small"> importance {importance} of 5</span>
                  )}
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

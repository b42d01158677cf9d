import { DIMENSION_LABELS, DURABLE_DIMENSIONS } from '../domain/dimension';
import type { FrameworkResource } from '../queries/framework-schemas';
import { LevelLadder } from './level-ladder';

/** The ten domains one under the other, each with its levels beside each other, and links to jump to one. */
export function DomainLadders({ levels }: { readonly levels: FrameworkResource['levels'] }) {
  const statements = levels.flatMap((level) => level.statements);
  const domains = DURABLE_DIMENSIONS.map((dimension) => ({
    dimension,
    label: DIMENSION_LABELS[dimension],
    count: statements.filter((statement) => statement.dimension === dimension).length,
  })).filter(({ count }) => count > 0);
  return (
    <>
      <nav aria-label="Domains" className="bar domain-links">
        {domains.map(({ dimension, label, count }) => (
          <a key={dimension} className="chip" href={`#${dimension}`}>
            {label} <b>{count}</b>
          </a>
        ))}
      </nav>
      {domains.map(({ dimension, label }) => (
        <section key={dimension} id={dimension} className="domain" aria-labelledby={`${dimension}-title`}>
          <h3 id={`${dimension}-title`}>{label}</h3>
          <LevelLadder
            levels={levels}
            heading={4}
            filter={(statement) => statement.dimension === dimension}
          />
        </section>
      ))}
    </>
  );
}

import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import type { ImportReport } from '~/modules/frameworks/commands/import-report';

const INSTRUMENTS = { mastery: 'Mastery', ai_use: 'AI use', durable: 'Durable skills' } as const;

/** What became of an imported file, framework by framework. */
export function ImportOutcome({ report, base }: { readonly report: ImportReport; readonly base: string }) {
  const { occupation, frameworks, changed } = report;
  return (
    <Notice tone="good" title={changed ? 'Imported' : 'Nothing new in this file'} announce>
      <p>
        <Link to={`${base}/occupations/${occupation.soc}`}>
          {occupation.title} {occupation.soc}
        </Link>
      </p>
      <ul>
        {frameworks.map(({ instrument, version, outcome, statements }) => (
          <li key={instrument}>
            {INSTRUMENTS[instrument]} {version}: {outcome}, {statements} statements
          </li>
        ))}
      </ul>
    </Notice>
  );
}

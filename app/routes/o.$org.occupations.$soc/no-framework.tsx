import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';

interface NoFrameworkProps {
  readonly instrument: Instrument;
  readonly occupation: { readonly title: string };
}

const COMES_WITH: Readonly<Record<Instrument, string>> = {
  mastery: 'the LER.me JSON export or the page text of its framework',
  ai_use: 'the page text of its framework',
  durable: 'the page text of its framework',
};

/** Stands where the statements of an instrument would be. */
export function NoFramework({ instrument, occupation }: NoFrameworkProps) {
  const what = INSTRUMENT_LABELS[instrument];
  return (
    <Card>
      <EmptyState title={`No statements on ${what === 'AI use' ? what : what.toLowerCase()}`}>
        What it looks like at each level for {occupation.title} comes with {COMES_WITH[instrument]}: the
        operator imports it with <code>npm run cadre -- import FILE</code>.
      </EmptyState>
    </Card>
  );
}

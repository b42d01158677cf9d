import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { unsaidWords } from '../../domain/imports/word-fields';
import type { DescribedImport } from '../../queries/get-import';
import { WordSelects } from './word-selects';

/** Beside a preview: the words of the file that mean nothing yet, to be said by hand; nothing where all are known. */
export function WordsCard({
  described: { header, layout },
}: {
  readonly described: Pick<DescribedImport, 'header' | 'layout'>;
}) {
  const unsaid = unsaidWords(header?.words ?? [], layout?.words);
  if (unsaid.length === 0) return null;
  const mute = unsaid.every(({ trouble }) => trouble);
  return (
    <Card title={mute ? 'Words that nobody can say' : 'Say what these words mean'}>
      <Form method="post">
        <p>
          Cadre does not know {unsaid.length === 1 ? 'this word' : 'these words'}, so the rows with{' '}
          {unsaid.length === 1 ? 'it' : 'them'} are rejected.
          {mute ? null : ' What you say is remembered for files with the same columns.'}
        </p>
        <WordSelects found={unsaid} said={layout?.words} />
        {mute ? null : (
          <Button type="submit" name="intent" value="words">
            Preview again
          </Button>
        )}
      </Form>
    </Card>
  );
}

import { Form } from '@remix-run/react';
import { Button } from '~/components/button';

interface UndoFormProps {
  readonly last: { readonly confirmationId: string; readonly titles: number; readonly people: number };
}

/** Takes the last confirmation back. */
export function UndoForm({ last }: UndoFormProps) {
  return (
    <Form method="post">
      <Button type="submit" name="undo" value={last.confirmationId}>
        Take back the last confirmation
        <span className="small">
          ({last.titles} {last.titles === 1 ? 'title' : 'titles'}, {last.people}{' '}
          {last.people === 1 ? 'person' : 'people'})
        </span>
      </Button>
    </Form>
  );
}

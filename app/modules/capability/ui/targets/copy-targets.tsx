import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';

interface CopyTargetsProps {
  readonly copies: readonly { readonly id: string; readonly label: string }[];
  readonly copied: string | null;
  readonly day: string;
}

/** Fills the fields with another written profile; nothing is stored by it. */
export function CopyTargets({ copies, copied, day }: CopyTargetsProps) {
  if (copies.length === 0) return null;
  return (
    <>
      {copied ? (
        <Notice announce>
          The fields hold a copy of {copies.find(({ id }) => id === copied)?.label}. Nothing is saved yet.
        </Notice>
      ) : null}
      <Form method="get" className="bar">
        <input type="hidden" name="from" value={day} />
        <label className="check">
          Copy from
          <select className="input" name="copy" defaultValue={copied ?? ''}>
            {copies.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">Fill in a copy</Button>
      </Form>
    </>
  );
}

import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import type { DraftDetails } from '../../domain/draft/draft-content';
import { MAX_CONTEXT_CHARS, MAX_NAME_CHARS } from '../../domain/framework-limits';

interface DetailsFormProps {
  readonly version: string;
  readonly details: Omit<DraftDetails, 'changedIn'>;
  readonly revision: number;
  /** What was typed before and is not saved; absent: what is stored. */
  readonly values: Readonly<Record<string, string>> | null;
  readonly faultOf: (field: string) => string | undefined;
}

/** Version label, context, and where the texts come from. */
export function DetailsForm({ version, details, revision, values, faultOf }: DetailsFormProps) {
  const stored: Readonly<Record<string, string>> = { version, ...details };
  const field = (name: string) => ({
    name,
    error: faultOf(name),
    defaultValue: values?.[name] ?? stored[name] ?? '',
  });
  const context = field('contextCovered');
  const attribution = field('attribution');
  return (
    <Form method="post" className="editor-form" key={`${revision} ${values ? 'kept' : ''}`}>
      <input type="hidden" name="revision" value={revision} />
      <div className="editor-fields">
        <Field
          label="Version"
          hint="Unlike every other version of your own for this occupation and instrument."
          required
          maxLength={MAX_NAME_CHARS}
          {...field('version')}
        />
        <Field
          label="Source"
          hint="Where do these texts come from?"
          maxLength={MAX_NAME_CHARS}
          {...field('source')}
        />
        <Field
          label="Licence"
          hint="Who may use this text? Such as: our own; or the licence of its owner."
          maxLength={MAX_NAME_CHARS}
          {...field('licence')}
        />
        <Field
          label="Web address"
          hint="Of the source, if it has one."
          type="url"
          maxLength={MAX_NAME_CHARS}
          {...field('address')}
        />
        <Field
          label="Attribution"
          hint="The words that the licence asks for."
          name="attribution"
          error={attribution.error}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={MAX_CONTEXT_CHARS}
              defaultValue={attribution.defaultValue}
            />
          )}
        </Field>
        <Field
          label="Context covered"
          hint="For which work these statements are written."
          name="contextCovered"
          error={context.error}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={MAX_CONTEXT_CHARS}
              defaultValue={context.defaultValue}
            />
          )}
        </Field>
      </div>
      <Button type="submit" name="do" value="details">
        Save version and source
      </Button>
    </Form>
  );
}

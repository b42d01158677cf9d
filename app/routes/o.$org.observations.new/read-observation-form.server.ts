import { readForm } from '~/http/read-form.server';
import type { ObservationForm } from '~/modules/assessments/commands/record-observation-form';
import { InvalidInput } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

const SINGLE = ['observedOn', 'event', 'observer', 'dimension'] as const;

/** Throws InvalidInput for a form that has another field, or one twice. Who has no outcome was not seen. */
export async function readObservationForm(request: Request): Promise<ObservationForm> {
  const fields = new Map<string, string>();
  for (const [name, value] of (await readForm(request)).entries()) {
    const [part = '', id = ''] = name.split('.');
    const isKnown =
      (SINGLE as readonly string[]).includes(name) || ((part === 'outcome' || part === 'note') && isUuid(id));
    if (!isKnown || fields.has(name) || typeof value !== 'string')
      throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
    fields.set(name, value);
  }
  const text = (name: string) => fields.get(name) ?? '';
  const people = [...fields].flatMap(([name, outcome]) => {
    const employeeId = name.startsWith('outcome.') ? name.slice('outcome.'.length) : '';
    if (employeeId === '' || outcome === '') return [];
    return [{ employeeId, outcome, note: text(`note.${employeeId}`).replaceAll('\r\n', '\n') }];
  });
  return {
    ...{ observedOn: text('observedOn'), event: text('event') },
    ...{ observer: text('observer'), dimension: text('dimension'), people },
  };
}

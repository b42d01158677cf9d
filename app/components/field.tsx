import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

/** What a control in a field must carry, so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'children'> {
  readonly label: string;
  readonly name: string;
  readonly hint?: ReactNode;
  /** Null or absent when the value is fine. */
  readonly error?: string | null | undefined;
  /** Draws another control than an input, such as a select or a text area. */
  readonly children?: (control: FieldControl) => ReactNode;
}

/** A labelled control with its hint and its error; the error is announced with the control. */
export function Field({ label, name, hint, error, children, ...input }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const control: FieldControl = {
    id,
    name,
    className: 'input',
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {children ? children(control) : <input {...input} {...control} />}
      {error ? (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      ) : null}
    </div>
  );
}

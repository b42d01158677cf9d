import type { ReactNode } from 'react';

export interface NoticeProps {
  readonly tone?: 'info' | 'good' | 'warn' | 'bad';
  readonly title?: string;
  /** True when it appears as the answer to what the reader just did. */
  readonly announce?: boolean;
  readonly children: ReactNode;
}

/** A short message within a page. The words carry the meaning, the tone only repeats it. */
export function Notice({ tone = 'info', title, announce = false, children }: NoticeProps) {
  const role = tone === 'bad' ? 'alert' : 'status';
  return (
    <div className="notice" data-tone={tone} role={announce ? role : undefined}>
      {title ? <strong>{title}</strong> : null}
      {children}
    </div>
  );
}

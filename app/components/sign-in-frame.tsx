import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark';

interface SignInFrameProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The frame of pages for whom nobody is signed in yet: one card in the middle. */
export function SignInFrame({ title, children }: SignInFrameProps) {
  return (
    <main className="sign-in" id="content">
      <div className="sign-in-card card">
        <p className="brand">
          <BrandMark />
          Cadre
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

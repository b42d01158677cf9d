import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';

interface MadeTokensProps {
  readonly maker: string;
  readonly names: readonly string[];
  /** Where tokens are revoked. */
  readonly tokensAt: string;
}

/** Which tokens go on working whatever becomes of their maker. */
export function MadeTokens({ maker, names, tokensAt }: MadeTokensProps) {
  if (names.length === 0) return null;
  return (
    <Notice>
      <p>
        API tokens that {maker} made go on working after a removal or with another role: {names.join(', ')}.
        Whoever holds a token can use it. <Link to={tokensAt}>Look at the tokens</Link> and revoke what is not
        needed.
      </p>
    </Notice>
  );
}

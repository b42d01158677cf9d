import { createContext } from 'react';

/** The nonce of this response while it is rendered on the server; empty in the browser. */
export const NonceContext = createContext('');

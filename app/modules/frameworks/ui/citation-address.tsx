import { createContext } from 'react';
import type { Citation } from '../domain/document';

/** Where a cited source opens on the page around; null: nowhere, and the chip tells its title only. */
export const CitationAddress = createContext<((citation: Citation) => string) | null>(null);

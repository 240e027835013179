import type { ReactElement, ReactNode } from "react";

// Small drawings for buttons whose words are in their labels or beside them.

export function BackIcon(): ReactElement {
  return <Drawing><path d="M10 3.5 5.5 8l4.5 4.5" /></Drawing>;
}

export function ForwardIcon(): ReactElement {
  return <Drawing><path d="M6 3.5 10.5 8 6 12.5" /></Drawing>;
}

export function AddIcon(): ReactElement {
  return <Drawing><path d="M8 3v10M3 8h10" /></Drawing>;
}

export function UndoIcon(): ReactElement {
  return <Drawing><path d="M5.5 3 2.5 6l3 3M2.5 6h6.2a4 4 0 0 1 0 8H6" /></Drawing>;
}

export function RedoIcon(): ReactElement {
  return <Drawing><path d="m10.5 3 3 3-3 3M13.5 6H7.3a4 4 0 0 0 0 8H10" /></Drawing>;
}

export function MoreIcon(): ReactElement {
  return <Drawing><path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" /></Drawing>;
}

export function DeleteIcon(): ReactElement {
  return <Drawing><path d="M3 4.5h10M6.5 4V2.8h3V4M4.5 4.5l.6 8.7h5.8l.6-8.7M6.8 7v3.8M9.2 7v3.8" /></Drawing>;
}

export function CheckIcon(): ReactElement {
  return <Drawing><path d="m3.5 8.5 3 3 6-7" strokeWidth="1.8" /></Drawing>;
}

export function WrongIcon(): ReactElement {
  return <Drawing><circle cx="8" cy="8" r="6" /><path d="M8 4.8v3.9M8 11h.01" strokeWidth="1.6" /></Drawing>;
}

function Drawing({ children }: { children: ReactNode }): ReactElement {
  return <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" style={{ flexShrink: 0 }}>{children}</svg>;
}

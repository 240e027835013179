export type { TermId } from "./glossary";
export { Term, TermButton, TermLink } from "./Term";

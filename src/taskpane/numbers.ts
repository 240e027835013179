/** A text whose dates each stay on one line. */
export function unbroken(text: string): string {
  return text.replace(/(\d{4})-(\d\d)/g, "$1\u2011$2").replace(/(\u2011\d\d)-(\d\d)/g, "$1\u2011$2");
}


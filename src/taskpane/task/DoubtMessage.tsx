import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";

export interface Choice {
  readonly label: string;
  readonly choose: () => void;
}

/** Which of two versions of something stays: the user's decision. Nothing was done yet. */
export function DoubtMessage({ title, text, choices, onDismiss }: { title: string; text: string; choices: readonly Choice[]; onDismiss: () => void }): ReactElement {
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => message.current?.focus(), []);
  return (
    <MessageBar ref={message} tabIndex={-1} intent="warning" layout="multiline" role="alert">
      <MessageBarBody><MessageBarTitle>{title}</MessageBarTitle> {text}</MessageBarBody>
      <MessageBarActions>
        {choices.map(({ label, choose }) => <Button key={label} size="small" onClick={choose}>{label}</Button>)}
        <Button size="small" onClick={onDismiss}>Cancel</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import type { Doubt } from "../store";

const DOUBTS = {
  "sheets edited": { title: "The input tables were changed in Excel.", overwrite: "Overwrite them", read: "Read the sheets" },
  "sheets unreadable": { title: "The input tables in Excel cannot be read.", overwrite: "Overwrite them", read: undefined },
  "pane edited": { title: "The inputs here are not on the sheets yet.", overwrite: undefined, read: "Read the sheets" },
} as const;

/** Which of two versions of the inputs stays: the user's decision. @param ours what would be written */
export function DoubtMessage({ doubt, ours, onRead, onOverwrite, onDismiss }: { doubt: Doubt; ours: string; onRead: () => void; onOverwrite: () => void; onDismiss: () => void }): ReactElement {
  const { title, overwrite, read } = DOUBTS[doubt.kind];
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => message.current?.focus(), []);
  return (
    <MessageBar ref={message} tabIndex={-1} intent="warning" layout="multiline" role="alert">
      <MessageBarBody><MessageBarTitle>{title}</MessageBarTitle> {sentenceOf(doubt, ours)}</MessageBarBody>
      <MessageBarActions>
        {read !== undefined && <Button size="small" onClick={onRead}>{read}</Button>}
        {overwrite !== undefined && <Button size="small" onClick={onOverwrite}>{overwrite}</Button>}
        <Button size="small" onClick={onDismiss}>Cancel</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function sentenceOf(doubt: Doubt, ours: string): string {
  switch (doubt.kind) {
    case "sheets edited": return `They differ from what the pane last read or wrote${doubt.paneEdited ? ", and the pane has edits of its own" : ""}. Read them, which replaces the inputs here and plans again; or overwrite them with ${ours}.`;
    case "sheets unreadable": return `${doubt.problem} Put it right in Excel, or overwrite the tables with ${ours}.`;
    case "pane edited": return "Reading the sheets replaces them. Undo, on Portfolio, brings them back.";
  }
}

import { useRef, useState } from "react";
import { canOpenNew, documentBytes, openNewWorkbook, workbookName } from "../../excel";
import type { ShareLevel } from "../../xlsx/share";
import { useTask, type TaskState } from "../task/useTask";
import { copyInWorker } from "./client";
import { copyName, DEFAULT_LEVEL } from "./levels";
import type { ShareCopy } from "./messages";

/** A copy that is ready, and how it was called when it was handed out. */
export interface ReadyCopy extends ShareCopy {
  readonly name: string;
  /** whether this Excel opens a new workbook from it */
  readonly canOpen: boolean;
}

/** A copy, or the word that making it was cancelled. */
export type CopyResult = ReadyCopy | "cancelled";

export interface CopyTask {
  readonly level: ShareLevel;
  /** Another level: a copy that was made is let go. */
  readonly choose: (level: ShareLevel) => void;
  readonly state: TaskState<CopyResult>;
  readonly make: () => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  /** how handing out the copy goes */
  readonly handing: TaskState<"opened" | "downloaded">;
  readonly open: (copy: ReadyCopy) => void;
  readonly download: (copy: ReadyCopy) => void;
  readonly dismissHanding: () => void;
}

/** Makes a copy of the open workbook, which is only read, and hands it out. */
export function useCopy(): CopyTask {
  const [level, setLevel] = useState(DEFAULT_LEVEL);
  const making = useTask<CopyResult>();
  const handing = useTask<"opened" | "downloaded">();
  const controller = useRef<AbortController>(undefined);
  const forget = (): void => {
    making.dismiss();
    handing.dismiss();
  };
  return {
    level, state: making.state, handing: handing.state,
    choose: (next) => { setLevel(next); if (making.state.phase !== "busy") forget(); },
    dismiss: forget,
    dismissHanding: handing.dismiss,
    cancel: () => controller.current?.abort(),
    make: () => {
      handing.dismiss();
      const { signal } = (controller.current = new AbortController());
      void making.run(async (onStep) => {
        try {
          onStep("Asking Excel for the workbook");
          const name = await workbookName();
          const file = await documentBytes((done, all) => { if (all > 1) onStep(`Asking Excel for the workbook, part ${done} of ${all}`); }, signal);
          onStep("Making the copy");
          const copy = await copyInWorker({ file, level, madeAt: new Date() }, signal);
          return { ...copy, name: copyName(name, level), canOpen: canOpenNew(copy.bytes.length) };
        } catch (error) {
          if (signal.aborted) return "cancelled";
          throw error;
        }
      });
    },
    open: ({ bytes }) => void handing.run(async (onStep) => {
      onStep("Opening the new workbook");
      await openNewWorkbook(bytes);
      return "opened";
    }),
    download: ({ bytes, name }) => void handing.run(() => {
      saveFile(bytes, name);
      return Promise.resolve("downloaded");
    }),
  };
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Browsers read the file a while after the click. */
const KEPT_MS = 60_000;

function saveFile(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

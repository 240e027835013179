/** Buttons of the ribbon that do something on the screen Share, by the names that the manifest gives them. */
const COMMANDS = { shareWorkbook: undefined, freezeSelection: "freeze", repairFormulas: "repair" } as const;

/**
 * Has the ribbon's buttons show the pane with what was asked for, which also tells how it goes.
 * @param openShare opens the screen Share; with a task, that is done at once
 */
export function registerCommands(openShare: (task?: "freeze" | "repair") => Promise<void>): void {
  for (const [name, task] of Object.entries(COMMANDS)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void Office.addin.showAsTaskpane()
        .then(() => openShare(task))
        .catch((error: unknown) => console.error(error))
        // Excel waits for this, whatever became of it.
        .finally(() => event.completed());
    });
  }
}

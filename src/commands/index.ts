/** Names the ribbon's commands for Office. The one button of the ribbon shows the pane, which Excel does by itself. */
export function associateCommands(): void {
  Office.actions.associate("showPane", (event: Office.AddinCommands.Event) => {
    void Office.addin.showAsTaskpane().finally(() => event.completed());
  });
}

import { makeStyles, Tab, TabList, Title3, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { useSharedStyles } from "../functions/styles";
import { useNavigation } from "../navigation";
import { AboutView } from "./AboutView";
import { DiagnosticsView } from "./DiagnosticsView";
import { SettingsForm } from "./SettingsForm";

const VIEWS = { settings: { label: "Settings", View: SettingsForm }, about: { label: "About", View: AboutView }, diagnostics: { label: "Diagnostics", View: DiagnosticsView } } as const;
type ViewId = keyof typeof VIEWS;

const useStyles = makeStyles({ tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` } });

/** Settings, what the add-in is made of, and what it runs in. */
export function SettingsScreen(): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  const { screen, target } = useNavigation();
  const [view, setView] = useState<ViewId>("settings");
  useEffect(() => {
    if (screen === "settings" && target && target.path in VIEWS) setView(target.path as ViewId);
  }, [screen, target]);
  const { label, View } = VIEWS[view];
  return (
    <div className={shared.page}>
      <Title3 as="h1" block className={shared.heading} tabIndex={-1}>Settings and about</Title3>
      <TabList size="small" className={styles.tabs} aria-label="Settings and about" selectedValue={view} onTabSelect={(_, { value }) => setView(value as ViewId)}>
        {Object.entries(VIEWS).map(([id, { label: text }]) => <Tab key={id} id={`settings-tab-${id}`} value={id} aria-controls="settings-view">{text}</Tab>)}
      </TabList>
      <div id="settings-view" role="tabpanel" aria-label={label}><View /></div>
    </div>
  );
}

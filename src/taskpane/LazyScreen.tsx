import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ComponentType, type ReactElement } from "react";

const useStyles = makeStyles({ page: { padding: tokens.spacingHorizontalM } });

type Loading = { readonly phase: "loading" } | { readonly phase: "failed" } | { readonly phase: "there"; readonly Screen: ComponentType };

/** A screen whose code is fetched when it is first shown. */
export function LazyScreen({ label, load }: { label: string; load: () => Promise<ComponentType> }): ReactElement {
  const styles = useStyles();
  const [state, setState] = useState<Loading>({ phase: "loading" });
  const [tries, setTries] = useState(1);
  useEffect(() => {
    let gone = false;
    load().then(
      (Screen) => gone || setState({ phase: "there", Screen }),
      (error: unknown) => {
        console.error(error);
        if (!gone) setState({ phase: "failed" });
      },
    );
    return () => void (gone = true);
  }, [tries]);
  if (state.phase === "there") return <state.Screen />;
  if (state.phase === "loading") return <div className={styles.page}><Spinner size="small" label={`Opening ${label} …`} /></div>;
  return (
    <div className={styles.page} role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody><MessageBarTitle>{label} could not be loaded.</MessageBarTitle> Your workbook and its formulas go on working. Check the connection, then try again.</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => { setState({ phase: "loading" }); setTries((n) => n + 1); }}>Try again</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

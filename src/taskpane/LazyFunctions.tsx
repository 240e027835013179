import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ComponentType, type ReactElement } from "react";

const useStyles = makeStyles({ page: { padding: tokens.spacingHorizontalL } });

type Loading = { readonly phase: "loading" } | { readonly phase: "failed" } | { readonly phase: "there"; readonly Browser: ComponentType };

/** The function browser, fetched when it is first shown: it brings every function record along. */
export function LazyFunctions({ load = () => import("./functions") }: { load?: () => Promise<{ FunctionBrowser: ComponentType }> }): ReactElement {
  const styles = useStyles();
  const [state, setState] = useState<Loading>({ phase: "loading" });
  const [tries, setTries] = useState(1);
  useEffect(() => {
    let gone = false;
    load().then(
      ({ FunctionBrowser }) => gone || setState({ phase: "there", Browser: FunctionBrowser }),
      (error: unknown) => {
        console.error(error);
        if (!gone) setState({ phase: "failed" });
      },
    );
    return () => void (gone = true);
  }, [tries]);
  if (state.phase === "there") return <state.Browser />;
  if (state.phase === "loading") return <div className={styles.page}><Spinner size="small" label="Loading the functions …" /></div>;
  return (
    <div className={styles.page} role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody><MessageBarTitle>The function browser could not be loaded.</MessageBarTitle> Formulas in cells go on working. Check the connection, then try again.</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => { setState({ phase: "loading" }); setTries((n) => n + 1); }}>Try again</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

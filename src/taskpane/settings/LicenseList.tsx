import { Caption1, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { useSharedStyles } from "../functions/styles";

/** As tools/licenses.mjs writes them. */
interface Licenses {
  readonly packages: readonly { readonly name: string; readonly version: string; readonly license: string; readonly copyright: string; readonly text: number }[];
  readonly texts: readonly string[];
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: { cursor: "pointer", fontSize: tokens.fontSizeBase200 },
  text: { whiteSpace: "pre-line", overflowWrap: "anywhere" },
  all: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
});

/** Every bundled package with whose it is, and each license's text under its packages; fetched when it is asked for. */
export function LicenseList(): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  const [licenses, setLicenses] = useState<Licenses | "failed">();
  useEffect(() => {
    let gone = false;
    import("./licenses.json").then(({ default: found }) => { if (!gone) setLicenses(found); }, () => { if (!gone) setLicenses("failed"); });
    return () => void (gone = true);
  }, []);
  if (licenses === undefined) return <Spinner size="tiny" label="Opening the list …" />;
  if (licenses === "failed") return <Caption1 as="p" role="alert" className={shared.wrong}>The list could not be loaded. Check the connection, then open About again.</Caption1>;
  return (
    <div className={styles.all}>
      {licenses.texts.map((text, i) => (
        <section key={i} className={shared.card} aria-label={`License ${i + 1}`}>
          <ul className={styles.list}>
            {licenses.packages.filter((each) => each.text === i).map(({ name, version, license, copyright }) => <li key={name}>{name} {version}, {license}. {copyright}</li>)}
          </ul>
          <details>
            <summary className={styles.summary}>Text of license {i + 1}</summary>
            <Caption1 as="p" block className={mergeClasses(shared.small, styles.text)}>{text}</Caption1>
          </details>
        </section>
      ))}
    </div>
  );
}

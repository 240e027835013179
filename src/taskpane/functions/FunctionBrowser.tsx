import { useCallback, useLayoutEffect, useRef, useState, type ReactElement } from "react";
import definitions from "../../functions/all.registry";
import type { FunctionDefinition } from "../../functions/definition";
import type { Texts } from "./entries";
import { ExplainView } from "./ExplainView";
import { FunctionList } from "./FunctionList";
import { FunctionPage } from "./FunctionPage";

type View = { readonly at: "list" } | { readonly at: "page"; readonly id: string } | { readonly at: "explain" };

/** Every worksheet function: found, explained, filled in and written into cells. */
export function FunctionBrowser(): ReactElement {
  const [trail, setTrail] = useState<readonly View[]>([{ at: "list" }]);
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState("");
  const [forms, setForms] = useState<Readonly<Record<string, Texts>>>({});
  const view = trail.at(-1)!;
  const lastOpened = useRef<string | undefined>(undefined);
  const back = (): void => setTrail((now) => (now.length > 1 ? now.slice(0, -1) : now));
  // Of one identity each, so that the list does not follow what is typed on a page.
  const openPage = useCallback((id: string, texts?: Texts): void => {
    lastOpened.current = id;
    if (texts) setForms((now) => ({ ...now, [id]: texts }));
    setTrail((now) => [...now, { at: "page", id }]);
  }, []);
  const explain = useCallback((): void => {
    lastOpened.current = undefined;
    setTrail((now) => [...now, { at: "explain" }]);
  }, []);

  // A view begins at its top, with the keyboard at its heading; back in the list it is at the function left.
  const list = useRef<HTMLDivElement>(null);
  const other = useRef<HTMLDivElement>(null);
  const previous = useRef(view);
  useLayoutEffect(() => {
    if (previous.current === view) return;
    previous.current = view;
    const item = view.at === "list" && lastOpened.current ? list.current?.querySelector<HTMLElement>(`[data-function="${lastOpened.current}"]`) : undefined;
    if (item) return item.focus();
    document.documentElement.scrollTop = 0;
    const headings = [...(view.at === "list" ? list : other).current?.querySelectorAll("h1") ?? []];
    headings.find((heading) => !heading.closest("[hidden]"))?.focus({ preventScroll: true });
  }, [view]);

  const explaining = trail.some(({ at }) => at === "explain");
  const definition: FunctionDefinition | undefined = view.at === "page" ? definitions.find(({ id }) => id === view.id) : undefined;
  return (
    <>
      <div ref={list} hidden={view.at !== "list"}>
        <FunctionList query={query} onQuery={setQuery} category={category} onCategory={setCategory} onOpen={openPage} onExplain={explain} />
      </div>
      <div ref={other}>
        {explaining && <ExplainView onBack={back} onOpen={openPage} hidden={view.at !== "explain"} />}
        {definition && (
          <FunctionPage
            key={definition.id}
            definition={definition}
            texts={forms[definition.id] ?? {}}
            onTexts={(texts) => setForms((now) => ({ ...now, [definition.id]: texts }))}
            backLabel={explaining ? "The explained cell" : "All functions"}
            onBack={back}
          />
        )}
      </div>
    </>
  );
}

// What a test of the pane waits for may take its time on a busy machine; a wait that is met ends at once.
if (typeof document !== "undefined") require("@testing-library/dom").configure({ asyncUtilTimeout: 20_000 });

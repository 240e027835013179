// jsdom has no layout, and so nothing to observe; what overflows is seen in test/e2e.
globalThis.ResizeObserver ??= class {
  observe(): void { /* sizes never change */ }
  unobserve(): void { /* sizes never change */ }
  disconnect(): void { /* sizes never change */ }
};

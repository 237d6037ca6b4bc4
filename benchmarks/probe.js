// Runs in a page before its own scripts, and measures it through its adapter. (`probe` alone is a name that deck.gl takes.)
window.exileProbe = (() => {
  const found = { painted: null };
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()(performance.now());
  /** The moment just after the next frame was painted. */
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        waiting.push(resolve);
        channel.port2.postMessage(0);
      }),
    );
  const adapter = () => window.adapters[window.adapterName];
  const look = () => {
    let ready = false;
    try {
      ready = adapter().ready();
    } catch {
      // The page is not so far yet.
    }
    if (!ready) return void requestAnimationFrame(look);
    waiting.push((now) => (found.painted = now));
    channel.port2.postMessage(0);
  };
  requestAnimationFrame(look);
  return {
    found,
    play: (milliseconds) =>
      new Promise((resolve) => {
        const [frames, states] = [[], new Set()];
        let [begun, last] = [null, null];
        adapter().play();
        const step = (now) => {
          begun ??= now;
          if (last !== null) frames.push(now - last);
          last = now;
          states.add(adapter().state());
          if (now - begun < milliseconds) return void requestAnimationFrame(step);
          adapter().pause();
          resolve({ frames, states: states.size, seconds: (now - begun) / 1000 });
        };
        requestAnimationFrame(step);
      }),
    /** To the end of the next painted frame, and to the end of the one after: some rasterise between the two. */
    seek: async (part) => {
      const begun = performance.now();
      await adapter().seek(part);
      const first = await painted();
      const second = await painted();
      return [first - begun, second - begun];
    },
  };
})();

// How each tool's page is asked: whether its route is there, to play, to pause, to go to a part of the whole.
// `state` tells one picture from the next.
window.adapters = (() => {
  const path = () => document.querySelector(".leaflet-overlay-pane path") !== null;
  const global = (start) => window[Object.keys(window).find((name) => name.startsWith(start))];
  return {
    hook: {
      ready: () => Boolean(window.exileMap?.ready()),
      play: () => exileMap.play(),
      pause: () => exileMap.pause(),
      seek: (part) => exileMap.seek(part),
      state: () => exileMap.state(),
    },
    timeline: {
      ready: path,
      play: () => global("timeline_slider_").play(),
      pause: () => global("timeline_slider_").pause(),
      seek: (part) => {
        const slider = global("timeline_slider_");
        slider.setTime(slider.start + part * (slider.end - slider.start));
      },
      state: () => global("timeline_slider_").time,
    },
    timestamped: {
      ready: path,
      play: () => document.querySelector(".timecontrol-play").click(),
      pause: () => document.querySelector(".timecontrol-play").click(),
      seek: (part) => {
        const { timeDimension } = global("map_");
        timeDimension.setCurrentTimeIndex(Math.round(part * (timeDimension.getAvailableTimes().length - 1)));
      },
      state: () => global("map_").timeDimension.getCurrentTime(),
    },
    plotly_lines: (() => {
      const graph = () => document.querySelector(".plotly-graph-div");
      const frame = { mode: "immediate", frame: { duration: 0, redraw: false }, transition: { duration: 0 } };
      return {
        ready: () => graph()?.querySelector(".geolayer .js-line, .geolayer path.point") != null,
        play: () => Plotly.animate(graph(), null, graph()._fullLayout.updatemenus[0].buttons[0].args[1]),
        pause: () => Plotly.animate(graph(), [null], frame),
        seek: (part) => {
          const { steps } = graph()._fullLayout.sliders[0];
          return Plotly.animate(graph(), ...steps[Math.round(part * (steps.length - 1))].args);
        },
        state: () => graph()._fullLayout._currentFrame,
      };
    })(),
    pydeck_trips: (() => {
      // Its page has no player: the layer's time is moved from here.
      const days = 36889;
      let [now, playing, last] = [days, false, null];
      const show = (day) => {
        now = day;
        const layers = deckInstance.props.layers.map((layer) => (layer?.id === "trips" ? layer.clone({ currentTime: day }) : layer));
        deckInstance.setProps({ layers });
      };
      const step = (time) => {
        if (!playing) return;
        if (last !== null) show((now + ((time - last) / 60000) * days) % days);
        last = time;
        requestAnimationFrame(step);
      };
      return {
        ready: () => {
          // Its page's `const deckInstance` is no property of the window.
          const layers = deckInstance.layerManager?.getLayers() ?? [];
          return layers.length > 1 && layers.every((layer) => layer.isLoaded) && !deckInstance.needsRedraw({ clearRedrawFlags: false });
        },
        play: () => {
          [playing, last] = [true, null];
          requestAnimationFrame(step);
        },
        pause: () => (playing = false),
        seek: (part) => show(part * days),
        state: () => now,
      };
    })(),
    kepler_trips: (() => {
      const map = () => store.getState().keplerGl.map.visState;
      const send = (action) => store.dispatch(KeplerGl.wrapTo("map", action));
      return {
        ready: () => map().layers.length > 1 && map().layerData.length > 1 && document.querySelector("#default-deckgl-overlay") !== null,
        play: () => send(KeplerGl.toggleLayerAnimation()),
        pause: () => send(KeplerGl.toggleLayerAnimation()),
        seek: (part) => {
          const [from, to] = map().animationConfig.domain;
          send(KeplerGl.setLayerAnimationTime(from + part * (to - from)));
        },
        state: () => map().animationConfig.currentTime,
      };
    })(),
  };
})();

// The reader: articles side by side. All text is set as text; nothing is ever parsed as markup.
"use strict";
(() => {
  const held = document.getElementById("data");
  const reader = document.getElementById("reader");
  if (!held || !reader) return;
  const data = JSON.parse(held.textContent);
  const numbers = Object.keys(data.articles).map(Number);
  if (!numbers.length) return;
  const MOST = 4;
  const START = ["figures", "hedging", "boosters", "labels", "loaded"];
  // Phrases of the report's language; a table of plural forms goes by "n".
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const say = (name, fields = {}) => {
    const phrase = data.say[name];
    const form = typeof phrase === "string" ? phrase : phrase[plural.select(fields.n)] || phrase.other;
    return form.replace(/\{(\w+)\}/g, (_, field) => fields[field]);
  };
  const VOICES = [say("reporter"), say("quoted")];
  const at = (id) => document.getElementById(id);
  const key = (article, sentence) => `${article}-${sentence}`;
  const state = { shown: [], features: new Set(), side: "all", voice: "all", word: null, only: null, scope: null, every: false, here: null, opener: null, linked: false };

  const make = (tag, attributes = {}, text = "") => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text) made.textContent = text;
    return made;
  };
  const press = (text, act, attributes = {}) => {
    const made = make("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", (event) => { event.stopPropagation(); act(); });
    return made;
  };

  // Which sentences tell the same: for every sentence, what it is tied to and how.
  const ties = new Map();
  for (const link of data.links) {
    for (const [article, sentence] of link.at) {
      const others = link.at.filter(([one]) => one !== article);
      const known = ties.get(key(article, sentence)) || [];
      ties.set(key(article, sentence), known.concat(others.map(([a, s]) => ({ what: link.what, article: a, sentence: s }))));
    }
  }

  const wanted = (mark) =>
    state.features.has(mark[2]) &&
    (!state.only || state.only.feature !== mark[2] || state.only.kinds.includes(mark[3])) &&
    (state.side === "all" || mark[5] === Number(state.side)) &&
    (state.voice === "all" || mark[4] === Number(state.voice));
  const label = (article) => {
    const { source, title, date } = data.articles[article];
    return [source, title, date].filter(Boolean).join(" · ");
  };

  // Everything to highlight in a sentence: places that count, and the words looked for.
  const found = ([text, marks]) => {
    const uses = state.word ? [...text.matchAll(state.word)] : [];
    return [...marks.filter(wanted), ...uses.map((use) => [use.index, use.index + use[0].length, -1, -1, -1, -1, 1])];
  };
  const pattern = (words) => {
    const parts = words.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
    if (!parts[0]) return null;
    const edge = /[\p{L}\p{N}]/u;
    const before = edge.test(words.trim()[0]) ? "(?<![\\p{L}\\p{N}])" : "";
    const after = edge.test(words.trim().slice(-1)) ? "(?![\\p{L}\\p{N}])" : "";
    return new RegExp(before + parts.join("\\s+").replaceAll("'", "['’]") + after, "giu");
  };
  // A place that runs on into the next sentence counts once.
  const counts = (articles) => {
    const sum = { places: 0, sentences: 0, articles: 0 };
    for (const article of articles) {
      const hits = data.articles[article].sentences.map((one) => found(one)).filter((marks) => marks.length);
      sum.places += hits.reduce((n, marks) => n + marks.filter((mark) => mark[7] !== 1).length, 0);
      sum.sentences += hits.length;
      sum.articles += hits.length ? 1 : 0;
    }
    return sum;
  };
  const inScope = (article) => {
    const { source, first, last } = state.scope;
    const one = data.articles[article];
    return (!source || one.source === source) && (!first || (one.date >= first && one.date <= last));
  };

  // A sentence cut where highlights begin and end, so that overlapping ones all show.
  const written = (sentence, into) => {
    const text = sentence[0];
    const shown = found(sentence);
    const cuts = [...new Set([0, text.length, ...shown.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
    for (let place = 0; place + 1 < cuts.length; place += 1) {
      const [start, end] = [cuts[place], cuts[place + 1]];
      const over = shown.filter((mark) => mark[0] <= start && mark[1] >= end);
      const part = text.slice(start, end);
      if (!over.length) { into.append(part); continue; }
      const tightest = over.reduce((a, b) => (b[1] - b[0] < a[1] - a[0] ? b : a));
      const counted = over.filter((mark) => mark[2] >= 0);
      const made = make("mark", { class: tightest[2] < 0 ? "found" : data.features[tightest[2]][2] }, part);
      made.dataset.features = [...new Set(counted.map((mark) => data.features[mark[2]][0]))].join(" ");
      if (tightest[4] === 1) made.classList.add("quoted");
      if (tightest[5] >= 0 && tightest[1] === end) made.dataset.side = data.sides[tightest[5]];
      into.append(made);
    }
  };

  const column = (article, place) => {
    const one = data.articles[article];
    const made = make("article", { class: "column", "aria-label": label(article) });
    const head = make("header");
    const bar = make("div", { class: "bar" });
    const choice = make("select", { "aria-label": say("in_column", { place: place + 1 }) });
    const events = new Map();
    for (const number of numbers) {
      const event = data.articles[number].event;
      if (!events.has(event)) events.set(event, []);
      events.get(event).push(number);
    }
    for (const [event, members] of events) {
      const into = events.size > 1 ? make("optgroup", { label: event || say("no_event") }) : choice;
      for (const number of members) {
        const option = make("option", { value: number }, label(number));
        option.selected = number === article;
        into.append(option);
      }
      if (into !== choice) choice.append(into);
    }
    choice.addEventListener("change", () => {
      state.shown[place] = Number(choice.value);
      draw();
      at("columns").querySelectorAll("select")[place].focus();
    });
    bar.append(choice);
    if (state.shown.length > 1) {
      bar.append(press(say("close"), () => {
        state.shown.splice(place, 1);
        draw();
        at("more").focus();
      }, { "aria-label": say("close_it", { article: label(article) }) }));
    }
    head.append(bar, make("h3", { dir: "auto" }, one.title || one.source));
    const facts = make("p", { class: "small", dir: "auto" }, [one.source, one.date].filter(Boolean).join(" · "));
    if (/^https?:\/\//i.test(one.url)) {
      facts.append(" · ", make("a", { href: one.url, rel: "noopener noreferrer nofollow", target: "_blank" }, say("published")));
    }
    head.append(facts);
    const list = make("ol", { "aria-label": say("sentences_of", { source: one.source }) });
    one.sentences.forEach((sentence, index) => {
      const item = make("li", { id: `s${article}-${index + 1}` });
      if (one.breaks.includes(index)) item.classList.add("break");
      const tied = ties.has(key(article, index));
      if (tied) item.classList.add("linked");
      const number = press(String(index + 1), () => choose(article, index), {
        class: "number", tabindex: index ? "-1" : "0", "aria-expanded": "false",
        "aria-label": tied ? say("sentence_tied", { place: index + 1 }) : say("sentence", { place: index + 1 }),
      });
      const body = make("div", { dir: "auto" });
      const said = make("span", { class: "text" });
      written(sentence, said);
      body.append(said);
      item.append(number, body);
      item.addEventListener("click", () => {
        if (!String(window.getSelection())) choose(article, index);
      });
      list.append(item);
    });
    list.addEventListener("keydown", moved);
    made.append(head, list);
    return made;
  };

  const item = (article, sentence) => at(`s${article}-${sentence + 1}`);
  const parsed = (element) => element.closest("li[id]").id.slice(1).split("-").map(Number);
  const focus = (target) => {
    for (const other of target.parentElement.querySelectorAll(".number")) other.tabIndex = -1;
    const number = target.querySelector(".number");
    number.tabIndex = 0;
    number.focus({ preventScroll: true });
    centre(target);
  };
  // Move only the column, never the page under the reader's eyes.
  const centre = (target) => {
    const list = target.parentElement;
    list.scrollTop = target.offsetTop - list.clientHeight / 3;
  };

  const moved = (event) => {
    if (!event.target.classList.contains("number")) return;
    const from = event.target.closest("li");
    const [article, one] = parsed(from);
    const step = { ArrowDown: from.nextElementSibling, ArrowUp: from.previousElementSibling }[event.key];
    if (step) focus(step);
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const order = state.shown.indexOf(article);
      const other = state.shown[order + (event.key === "ArrowRight" ? 1 : -1)];
      if (other === undefined) return;
      const tie = (ties.get(key(article, one - 1)) || []).find((each) => each.article === other);
      const last = data.articles[other].sentences.length - 1;
      focus(item(other, tie ? tie.sentence : Math.min(one - 1, last)));
    } else if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
  };

  const clear = () => {
    for (const one of reader.querySelectorAll("li.here, li.twin")) {
      one.classList.remove("here", "twin");
      one.removeAttribute("aria-current");
    }
    for (const one of reader.querySelectorAll(".facts")) one.remove();
    for (const one of reader.querySelectorAll('[aria-expanded="true"]')) one.setAttribute("aria-expanded", "false");
  };

  const choose = (article, sentence) => {
    clear();
    const target = item(article, sentence);
    if (!target) return;
    state.here = [article, sentence];
    target.classList.add("here");
    target.setAttribute("aria-current", "true");
    target.querySelector(".number").setAttribute("aria-expanded", "true");
    const [text, marks] = data.articles[article].sentences[sentence];
    const facts = make("div", { class: "facts" });
    const list = make("ul");
    for (const mark of marks.filter(wanted)) {
      const [start, end, feature, category, voice, side, weight] = mark;
      const told = [data.features[feature][1], data.categories[category], side >= 0 ? data.sides[side] : "", VOICES[voice], weight === 1 ? "" : say("weight", { weight })];
      const part = text.slice(start, end);
      const quoted = part.length > 60 ? `${part.slice(0, 60)}…` : part;
      list.append(make("li", { dir: "auto" }, say("counts", { text: quoted, told: told.filter(Boolean).join(", ") })));
    }
    const tied = ties.get(key(article, sentence)) || [];
    const seen = new Set();
    const twins = [];
    for (const tie of tied) {
      const [other, name] = [item(tie.article, tie.sentence), `${tie.article}-${tie.sentence}-${tie.what}`];
      if (seen.has(name) || !data.articles[tie.article]) continue;
      seen.add(name);
      const entry = make("li", { dir: "auto" }, `${say("tie", { source: data.articles[tie.article].source, place: tie.sentence + 1, what: tie.what })} `);
      entry.append(press(say("go"), () => {
        if (!item(tie.article, tie.sentence)) beside(article, tie.article);
        choose(tie.article, tie.sentence);
        focus(item(tie.article, tie.sentence));
      }, { "aria-label": say("go_to", { source: data.articles[tie.article].source, place: tie.sentence + 1 }) }));
      list.append(entry);
      if (other) { other.classList.add("twin"); twins.push([other, tie]); }
    }
    if (!list.children.length) list.append(make("li", {}, say("nothing_here")));
    facts.append(list);
    target.querySelector("div").append(facts);
    const scrolled = new Set();
    for (const [other, tie] of twins) {
      if (!scrolled.has(tie.article)) centre(other);
      scrolled.add(tie.article);
    }
    const where = twins.map(([, tie]) => say("place", { source: data.articles[tie.article].source, place: tie.sentence + 1 }));
    const also = [...new Set(where)].join("; ");
    at("status").textContent = `${say("chosen", { place: sentence + 1, source: data.articles[article].source })} ${also ? say("also", { also }) : say("no_counterpart")}`;
  };

  const beside = (kept, added) => {
    if (state.shown.includes(added)) return;
    if (state.shown.length < 2) state.shown.push(added);
    else state.shown[state.shown.indexOf(kept) === 0 ? 1 : 0] = added;
    draw();
  };

  const draw = () => {
    const columns = at("columns");
    columns.replaceChildren(...state.shown.map(column));
    at("more").disabled = state.shown.length >= Math.min(MOST, numbers.length);
    counted();
    if (state.here && item(...state.here)) choose(...state.here);
  };
  // New highlights in the same places: where everybody was reading stays where it was.
  const filtered = () => {
    const offsets = [...reader.querySelectorAll(".column ol")].map((list) => list.scrollTop);
    draw();
    [...reader.querySelectorAll(".column ol")].forEach((list, place) => { list.scrollTop = offsets[place]; });
    told();
  };
  const told = () => {
    const among = state.scope ? numbers.filter(inScope) : state.shown;
    const { places, sentences, articles } = counts(among);
    const all = among.reduce((n, article) => n + data.articles[article].sentences.length, 0);
    const where = state.scope && state.every ? say("every_sentence", { sentences: say("sentences", { n: all }), articles: say("articles", { n: among.length }) }) : say("highlights", { places: say("places", { n: places }), sentences: say("sentences", { n: sentences }), articles: say("articles", { n: articles }) });
    const whose = state.scope?.source ? say("of_source", { source: state.scope.source }) : "";
    const when = state.scope?.first ? say("in_period", { first: state.scope.first, last: state.scope.last }) : "";
    at("status").textContent = `${where}${whose}${when}.${articles > state.shown.length ? ` ${say("leads_on")}` : ""}`;
  };
  const loose = () => { state.only = null; state.scope = null; };
  const counted = () => {
    const [own, only] = [state.features, state.only];
    at("only").hidden = !only;
    at("measure").textContent = only ? say("only", { measure: only.title }) : "";
    state.only = null;
    data.features.forEach((feature, place) => {
      state.features = new Set([place]);
      const n = state.shown.reduce((sum, article) => sum + data.articles[article].sentences.reduce((most, [, marks]) => most + marks.filter((mark) => mark[7] !== 1 && wanted(mark)).length, 0), 0);
      at(`count-${place}`).textContent = `(${n})`;
      state.features = own;
      at(`feature-${place}`).checked = own.has(place);
    });
    state.only = only;
  };

  // Another article on the same event first, then any.
  const partner = (article) => {
    const rest = numbers.filter((one) => !state.shown.includes(one) && one !== article);
    const near = rest.filter((one) => data.articles[one].event === data.articles[article].event);
    return near.find((one) => data.articles[one].source !== data.articles[article].source) ?? near[0] ?? rest[0];
  };
  const open = (article) => {
    if (state.shown.includes(article)) return;
    const other = partner(article);
    state.shown = other === undefined ? [article] : [article, other];
    draw();
  };

  const routes = (address) => {
    const place = /^#s(\d+)-(\d+)$/.exec(address);
    if (place) {
      const [article, sentence] = [Number(place[1]), Number(place[2]) - 1];
      if (!data.articles[article] || !data.articles[article].sentences[sentence]) return false;
      open(article);
      choose(article, sentence);
      at("where").scrollIntoView({ block: "start" });
      focus(item(article, sentence));
      return true;
    }
    if (!address.startsWith("#read?")) return false;
    const asked = new URLSearchParams(address.slice(6));
    const [measure, family, words] = ["measure", "family", "word"].map((name) => asked.get(name));
    const counts = data.measures[measure];
    const feature = counts ? counts[1] : data.features.findIndex(([name]) => name === asked.get("feature"));
    if (feature >= 0) state.features = new Set([feature]);
    if (family) state.features = new Set([...data.features.keys()].filter((one) => data.features[one][2] === family));
    state.every = asked.get("every") === "sentence";
    if (words || state.every) state.features = new Set();
    state.only = counts && counts[2] ? { title: counts[0], feature, kinds: counts[2] } : null;
    state.word = words ? pattern(words) : null;
    at("word").value = words || "";
    state.scope = { source: asked.get("source"), first: asked.get("from"), last: asked.get("to") };
    const side = data.sides.indexOf(asked.get("side") || "");
    state.side = side >= 0 ? String(side) : "all";
    const voice = ["reporter", "quoted"].indexOf(asked.get("voice") || "");
    state.voice = voice >= 0 ? String(voice) : "all";
    at("side").value = state.side;
    at("voice").value = state.voice;
    state.here = null;
    const of = numbers.filter(inScope);
    const first = of.find((one) => data.articles[one].sentences.some((sentence) => found(sentence).length)) ?? of[0];
    if (first !== undefined) open(first);
    filtered();
    at("where").scrollIntoView({ block: "start" });
    const [hit] = hits();
    if (hit && item(...hit)) {
      choose(...hit);
      focus(item(...hit));
      told();
    } else if (first !== undefined) focus(item(first, 0));
    else at("filters").querySelector("input").focus();
    return true;
  };

  // The sentences to walk through: of everything that an address asked for, else of what is shown.
  const hits = () => {
    const among = state.scope ? numbers.filter(inScope) : state.shown;
    return among.flatMap((article) =>
      data.articles[article].sentences.flatMap((sentence, index) => (found(sentence).length ? [[article, index]] : [])));
  };
  const next = (step) => {
    const all = hits();
    if (!all.length) { at("status").textContent = say("nothing_highlighted"); return; }
    const now = state.here ? all.findIndex(([article, one]) => article === state.here[0] && one === state.here[1]) : -1;
    const turn = (now + step + (now < 0 && step < 0 ? 1 : 0) + all.length) % all.length;
    const [article, sentence] = all[turn];
    open(article);
    choose(article, sentence);
    centre(item(article, sentence));
    at("status").textContent = say("turn", { turn: turn + 1, all: all.length, place: sentence + 1, source: data.articles[article].source });
  };

  data.features.forEach(([, name, family], place) => {
    const choice = make("label", { class: family });
    const box = make("input", { type: "checkbox", id: `feature-${place}` });
    box.addEventListener("change", () => {
      loose();
      if (box.checked) state.features.add(place); else state.features.delete(place);
      filtered();
    });
    choice.append(box, make("span", {}, name), make("span", { id: `count-${place}` }));
    at("features").append(choice);
    if (START.includes(data.features[place][0])) state.features.add(place);
  });
  at("side").append(make("option", { value: "all" }, say("every_side")));
  data.sides.forEach((side, place) => at("side").append(make("option", { value: place }, side)));
  for (const name of ["side", "voice"]) {
    at(name).addEventListener("change", () => { state[name] = at(name).value; filtered(); });
  }
  at("all").addEventListener("click", () => { loose(); state.features = new Set(data.features.keys()); filtered(); });
  at("none").addEventListener("click", () => { loose(); state.features = new Set(); filtered(); });
  at("anything").addEventListener("click", () => { loose(); filtered(); at("next").focus(); });
  at("word").addEventListener("change", () => { loose(); state.word = pattern(at("word").value); filtered(); });
  at("next").addEventListener("click", () => next(1));
  at("previous").addEventListener("click", () => next(-1));
  at("more").addEventListener("click", () => {
    const other = partner(state.shown[0]);
    if (other === undefined) return;
    state.shown.push(other);
    draw();
    [...at("columns").querySelectorAll("select")].pop().focus();
  });
  // Pages of articles are reached from the report: the browser knows the number left behind.
  const apart = document.body.dataset.report;
  const back = () => {
    if (!state.opener && apart && state.linked && history.length > 1) history.back();
    else if (!state.opener && apart) location.href = apart;
    if (!state.opener) return;
    // A number in a table that was folded meanwhile could not take the focus.
    const folded = state.opener.closest("details");
    if (folded) folded.open = true;
    state.opener.scrollIntoView({ block: "center" });
    state.opener.focus();
  };
  at("back").addEventListener("click", back);
  reader.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.target.closest("select, input")) back();
  });
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const address = link && (link.dataset.at || link.getAttribute("href"));
    if (!address || !/^#(s\d|read\?)/.test(address)) return;
    event.preventDefault();
    state.opener = link;
    at("back").hidden = false;
    if (location.hash !== address) history.pushState(null, "", address);
    routes(address);
  });
  window.addEventListener("hashchange", () => routes(location.hash));

  reader.hidden = false;
  state.shown = [numbers[0]];
  const other = partner(numbers[0]);
  if (other !== undefined) state.shown.push(other);
  draw();
  state.linked = routes(location.hash);
  if (apart) { at("back").hidden = false; at("back").textContent = state.linked ? say("back_to_number") : say("back_to_report"); }
})();

// Saves answers as they are given. Each one is first put into the browser's own store, and leaves
// it only when the server has it: on a bad line it waits there and is sent again; what the server
// refuses, or somebody else has changed, stays until it is settled.
(() => {
  const sheet = document.getElementById("sheet");
  if (!sheet) return;
  const words = sheet.dataset;
  const drawer = `jieti.answer.${words.person}.${words.assessment}.`;
  const PAUSE = 900, FIRST_WAIT = 1000, LONGEST_WAIT = 60000, PATIENCE = 20000, KEPT_NAMES = 20;
  const NEEDS_REASON = ["not-applicable", "insufficient"];
  const element = (kind, key) => document.getElementById(`${kind}-${key}`);
  const formOf = key => document.querySelector(`form[data-key="${CSS.escape(key)}"]`);

  // ---- the store: key → { path, fields, seen, before, name, state, node }
  // state: waiting | reason (one is needed first) | conflict | refused
  const memory = new Map(); // where the browser gives no store
  const stored = key => {
    try { return JSON.parse(localStorage.getItem(drawer + key)); } catch { return memory.get(key) ?? null; }
  };
  const store = (key, entry) => {
    memory.set(key, entry);
    try { localStorage.setItem(drawer + key, JSON.stringify(entry)); } catch { /* full or forbidden: memory has it */ }
  };
  const drop = key => {
    memory.delete(key);
    try { localStorage.removeItem(drawer + key); } catch { /* as above */ }
  };
  const keys = () => {
    const found = new Set(memory.keys());
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const name = localStorage.key(i);
        if (name.startsWith(drawer)) found.add(name.slice(drawer.length));
      }
    } catch { /* as above */ }
    return [...found];
  };
  const newName = () => [...crypto.getRandomValues(new Uint32Array(4))].map(n => n.toString(36)).join("");

  // ---- what a card says of itself
  const say = (key, state) => {
    const status = element("status", key);
    if (!status) return;
    status.dataset.state = state;
    status.textContent = words[state];
    const said = document.getElementById("said");
    if (state !== "saving" && said.textContent !== words[state]) said.textContent = words[state];
  };
  const queue = document.getElementById("queue");
  const showQueue = () => {
    const all = keys().map(key => [key, stored(key)]).filter(([, entry]) => entry);
    const waiting = all.filter(([, entry]) => entry.state === "waiting" && entry.failed).length;
    const elsewhere = all.filter(([key, entry]) => ["conflict", "refused", "reason"].includes(entry.state) && !formOf(key));
    queue.hidden = waiting === 0 && elsewhere.length === 0;
    queue.replaceChildren(waiting ? words.queue.replace("{0}", waiting) + " " : "");
    if (elsewhere.length) {
      const link = document.createElement("a");
      const [key, entry] = elsewhere[0];
      link.href = `${location.pathname}?node=${encodeURIComponent(entry.node)}#${key}`;
      link.textContent = words.settle;
      queue.append(words.elsewhere, " ", link);
    }
  };

  // ---- forms
  const read = form => {
    const data = new FormData(form), fields = {};
    for (const name of ["answer", "note", "value", "unit", "node"]) if (data.has(name)) fields[name] = data.get(name);
    return fields;
  };
  const fill = (form, fields) => {
    for (const input of form.elements) {
      if (input.type === "radio") input.checked = input.value === (fields.answer || "unanswered");
      else if (input.name === "note") input.value = fields.note ?? "";
      else if (input.name === "value") input.value = fields.value ?? "";
    }
    const comment = form.querySelector("details.comment");
    if (comment && (fields.note || NEEDS_REASON.includes(fields.answer))) comment.open = true;
  };
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const lacksReason = fields => NEEDS_REASON.includes(fields.answer) && !(fields.note ?? "").trim();

  const timers = new Map();
  const changed = (form, delay) => {
    const key = form.dataset.key;
    const entry = stored(key) ?? { path: form.getAttribute("action"), seen: Number(form.elements.version.value), before: [], node: words.node };
    entry.fields = read(form);
    // A name that was sent once may have arrived: what follows has to be known as its successor.
    if (entry.name && entry.sent) entry.before = [...entry.before, entry.name].slice(-KEPT_NAMES);
    entry.name = newName();
    entry.sent = false;
    entry.failed = false;
    entry.state = lacksReason(entry.fields) ? "reason" : "waiting";
    store(key, entry);
    clearTimeout(timers.get(key));
    if (entry.state === "reason") { say(key, "reason"); showQueue(); return; }
    say(key, "saving");
    timers.set(key, setTimeout(() => send(key), delay));
  };

  // ---- sending
  const underWay = new Set();
  let wait = FIRST_WAIT, retry = null;

  const token = () => document.querySelector("meta[name=csrf]");
  // A refusal may only mean that this page was open for too long: asks for it once more.
  const pageAnew = async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname + location.search)).text(), "text/html");
    const fresh = page.querySelector("meta[name=csrf]");
    if (fresh && token()) token().content = fresh.content;
    return page.getElementById("sheet") ? "same" : page.getElementById("username") ? "sign-in" : "other";
  };
  const post = async (entry, keepalive) => {
    const body = new URLSearchParams({ ...entry.fields, version: entry.seen, save: entry.name, before: entry.before.join(" ") });
    const headers = { "HX-Request": "true", "HX-Target": "outcome" };
    if (token()) headers[token().dataset.header] = token().content;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    try {
      const reply = await fetch(entry.path, { method: "POST", body, headers, redirect: "manual", keepalive, signal: patience.signal });
      return { reply, text: reply.type === "opaqueredirect" ? "" : await reply.text() };
    } finally { clearTimeout(timer); }
  };

  const send = async (key, keepalive = false, again = false) => {
    if (underWay.has(key)) return;
    const entry = stored(key);
    if (!entry || entry.state === "reason") return;
    clearTimeout(timers.get(key));
    underWay.add(key);
    entry.sent = true;
    store(key, entry);
    if (formOf(key)) say(key, "saving");
    let outcome;
    try { outcome = await post(entry, keepalive); } catch { outcome = null; }
    underWay.delete(key);
    const now = stored(key);
    if (!now) return; // settled in another window
    const status = outcome ? outcome.reply.status : 0;
    const moved = !same(now.fields, entry.fields); // typed on while it was sent
    if (outcome && outcome.reply.type === "opaqueredirect") return left(key, now);
    if (status === 403 && !again) {
      const page = await pageAnew().catch(() => "other");
      if (page === "sign-in") return left(key, now);
      if (page === "same") return send(key, keepalive, true);
    }
    if (status === 200) {
      wait = FIRST_WAIT;
      const version = place(outcome.text, key);
      if (moved) {
        Object.assign(now, { seen: version ?? now.seen + 1, before: [], state: lacksReason(now.fields) ? "reason" : "waiting" });
        store(key, now);
        if (now.state === "reason") say(key, "reason"); else send(key);
      } else {
        drop(key);
        document.getElementById("said").textContent = element("status", key)?.textContent ?? "";
      }
      showQueue();
      return;
    }
    if (status === 409 || status === 422) {
      wait = FIRST_WAIT;
      if (moved) return send(key);
      place(outcome.text, key);
      return settleLater(key, now, status === 409 ? "conflict" : "refused");
    }
    if (status >= 400 && status < 500 && ![408, 425, 429].includes(status)) {
      settleLater(key, now, "refused");
      if (status === 403) { const shown = element("status", key); if (shown) shown.textContent = words.forbidden; }
      return;
    }
    // No line, or the server is not there just now.
    Object.assign(now, { state: "waiting", failed: true });
    store(key, now);
    say(key, "waiting");
    showQueue();
    sendAllIn(wait);
    wait = Math.min(LONGEST_WAIT, wait * 2);
  };
  const left = (key, entry) => {
    Object.assign(entry, { state: "waiting", failed: true });
    store(key, entry);
    say(key, "left");
    const status = element("status", key);
    if (status) {
      const link = document.createElement("a");
      link.href = location.pathname + location.search;
      link.textContent = words.left;
      status.replaceChildren(link);
    }
    showQueue();
  };
  const settleLater = (key, entry, state) => {
    Object.assign(entry, { state, failed: false });
    store(key, entry);
    say(key, state);
    showQueue();
  };
  const sendAllIn = delay => {
    clearTimeout(retry);
    retry = setTimeout(async () => {
      for (const key of keys()) if (stored(key)?.state === "waiting") await send(key);
    }, delay);
  };

  // Puts the parts of a reply where they belong; gives the version that the answer now has.
  const place = (html, key) => {
    htmx.swap(document.body, html, { swapStyle: "none", swapDelay: 0, settleDelay: 0 });
    const version = formOf(key)?.elements.version;
    return version ? Number(version.value) : null;
  };

  // ---- what people do
  const form = target => target.closest?.("form[data-key]");
  sheet.addEventListener("change", event => {
    const changing = form(event.target);
    if (!changing) return;
    if (event.target.type === "radio" && NEEDS_REASON.includes(event.target.value)) reason(changing);
    changed(changing, 0);
  });
  sheet.addEventListener("input", event => {
    const typing = form(event.target);
    if (typing && event.target.type !== "radio") changed(typing, PAUSE);
  });
  const reason = of => {
    of.querySelector("details.comment").open = true;
    const note = of.elements.note;
    if (!note.value.trim()) note.focus();
  };
  sheet.addEventListener("submit", event => {
    const of = event.target;
    if (of.dataset.key) {
      event.preventDefault();
      if (event.submitter?.classList.contains("withdraw")) for (const radio of of.querySelectorAll("[type=radio]")) radio.checked = false;
      changed(of, 0);
      of.closest(".card")?.focus();
    } else if (of.dataset.for) { // take what the round before offers
      event.preventDefault();
      const main = formOf(of.dataset.for);
      fill(main, { answer: of.elements.answer.value, note: of.elements.note.value, value: of.elements.value.value });
      changed(main, 0);
      of.closest(".card")?.focus();
    } else if (of.dataset.mine) { // keep mine against theirs
      event.preventDefault();
      const key = of.dataset.mine, entry = stored(key);
      if (!entry) return;
      Object.assign(entry, { seen: Number(of.elements.version.value), before: [], name: newName(), state: "waiting" });
      store(key, entry);
      element("out", key).replaceChildren();
      send(key);
      of.closest?.(".card")?.focus();
      document.getElementById(key)?.focus();
    }
  });
  sheet.addEventListener("click", event => {
    const theirs = event.target.closest("[data-theirs]");
    if (!theirs) return;
    event.preventDefault();
    const key = theirs.dataset.theirs, of = formOf(key);
    drop(key);
    fill(of, { answer: theirs.dataset.answer, note: theirs.dataset.text, value: theirs.dataset.text });
    of.elements.version.value = theirs.dataset.version;
    element("out", key).replaceChildren();
    const status = element("status", key);
    delete status.dataset.state;
    status.textContent = "";
    document.getElementById(key)?.focus();
    showQueue();
  });

  // ---- keys
  const help = document.getElementById("help"), opener = document.getElementById("keys"), on = document.getElementById("keys-on");
  const KEYS_OFF = "jieti.keys-off";
  try { on.checked = localStorage.getItem(KEYS_OFF) === null; } catch { /* they stay on */ }
  on.addEventListener("change", () => { try { on.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "1"); } catch { /* for this page only */ } });
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
  const cards = () => [...sheet.querySelectorAll(".card:not(.settled)")];
  const current = () => document.activeElement?.closest?.(".card") ?? sheet.querySelector(".card.current");
  const move = step => {
    const all = cards(), at = all.indexOf(current());
    const open = card => !card.querySelector("form.answer :checked");
    const next = at < 0 ? (step > 0 ? all.find(open) ?? all[0] : all.at(-1)) : all[at + step];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" }); }
    else sheet.querySelector(step > 0 ? ".turn [rel=next]" : ".turn [rel=prev]")?.focus();
  };
  sheet.addEventListener("focusin", event => {
    const card = event.target.closest(".card");
    if (!card) return;
    sheet.querySelector(".card.current")?.classList.remove("current");
    card.classList.add("current");
  });
  const press = (card, selector) => {
    const radio = card?.querySelector(selector);
    if (radio && !radio.disabled) { radio.click(); return true; }
    return false;
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    const typing = event.target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
    if (typing) {
      if (event.key === "Escape") event.target.closest(".card")?.focus();
      return;
    }
    if (!on.checked && event.key !== "?") return;
    const card = current();
    const does = {
      j: () => move(1), k: () => move(-1), "?": () => help.showModal(),
      n: () => press(card, "[value='not-applicable']"), i: () => press(card, "[value='insufficient']"),
      c: () => { const note = card?.querySelector("textarea"); if (note) { note.closest("details").open = true; note.focus(); } },
      e: () => card?.querySelector(".evidence-link")?.click(),
      m: () => card?.querySelector("form.value [name=value]")?.focus()
    }[event.key] ?? (/^[1-9]$/.test(event.key) && card ? () => press(card, `[data-digit="${event.key}"]`) : null);
    if (!does) return;
    event.preventDefault();
    does();
  });

  // ---- coming and going
  addEventListener("online", () => { wait = FIRST_WAIT; sendAllIn(0); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return;
    for (const key of timers.keys()) if (stored(key)?.state === "waiting") send(key, true);
  });
  addEventListener("beforeunload", event => {
    if (keys().some(key => ["waiting", "reason"].includes(stored(key)?.state) && formOf(key))) event.preventDefault();
  });
  for (const key of keys()) {
    const entry = stored(key), of = formOf(key);
    if (!entry || !of) continue;
    fill(of, entry.fields);
    say(key, entry.state === "reason" ? "reason" : "waiting");
  }
  showQueue();
  // What was settled wrongly before is asked again, so that it shows where it stands.
  (async () => {
    for (const key of keys()) {
      const entry = stored(key);
      if (entry && (entry.state === "waiting" || (formOf(key) && entry.state !== "reason"))) await send(key);
    }
  })();
})();

// Sends files piece by piece. What the server has said to be safe is never sent again: after a broken line the script asks
// how far a file is; after a reload the same file, chosen again, goes on where it stopped. Without this script the form
// sends the files at once.
(() => {
  const PIECE = 4 * 1024 * 1024, FIRST_WAIT = 1000, LONGEST_WAIT = 30000;
  const list = document.getElementById("sending");
  const pause = time => new Promise(done => { setTimeout(done, time); addEventListener("online", done, { once: true }); });
  const headers = () => {
    const token = document.querySelector("meta[name=csrf]");
    return token ? { [token.dataset.header]: token.content } : {};
  };
  let underWay = 0;

  // Asks until there is an answer; null where the person has to sign in again. What is asked once only gives undefined where
  // there is no line.
  const ask = async (row, path, options) => {
    for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
      let reply;
      try { reply = await fetch(path, { ...options, headers: headers(), redirect: "manual" }); } catch { /* no line */ }
      if (reply && reply.type === "opaqueredirect") return null;
      if (reply && (reply.status < 500 && ![408, 425, 429].includes(reply.status))) return reply;
      row.say("held", row.words.waiting);
      await pause(wait);
      if (options.once) return undefined;
    }
  };

  const line = (form, file) => {
    const item = document.createElement("li"), name = document.createElement("span"), bar = document.createElement("progress"), said = document.createElement("span");
    name.className = "file-name"; name.textContent = file.name;
    bar.max = file.size || 1; bar.value = 0; bar.setAttribute("aria-label", file.name);
    said.className = "said";
    item.append(name, bar, said);
    list.append(item);
    return {
      words: form.dataset,
      say(state, text) { item.className = state; said.textContent = text; },
      at(received) { bar.value = received; item.className = ""; said.textContent = `${Math.floor(100 * received / file.size)} %`; },
      end(state, text, path) {
        bar.remove();
        item.className = state;
        said.textContent = text + " ";
        if (path) { const link = document.createElement("a"); link.href = path; link.textContent = form.dataset.look; said.append(link); }
      }
    };
  };

  const refusal = async reply => { try { return (await reply.json()).refused; } catch { return null; } };

  const send = async (form, file, row) => {
    const base = form.dataset.uploads, fields = new FormData(form);
    fields.delete("file");
    fields.set("name", file.name); fields.set("size", file.size); fields.set("mark", [file.name, file.size, file.lastModified, fields.get("replaces")].join("|"));
    const begun = await ask(row, base, { method: "POST", body: new URLSearchParams(fields) });
    if (!begun) return row.end("held", row.words.left);
    if (begun.status === 422) return row.end("refused", await refusal(begun));
    if (!begun.ok) return row.end("refused", row.words.lost);
    let { id, received } = await begun.json();
    while (received < file.size) {
      row.at(received);
      const reply = await ask(row, `${base}/${id}?from=${received}`, { method: "PATCH", body: file.slice(received, received + PIECE), once: true });
      if (reply === null) return row.end("held", row.words.left);
      if (reply && reply.status === 404) return row.end("refused", row.words.lost);
      // A piece that broke off may have come in part.
      const now = reply && [200, 409].includes(reply.status) ? reply : await ask(row, `${base}/${id}`, { method: "GET" });
      if (!now) return row.end("held", row.words.left);
      if (!now.ok && now.status !== 409) return row.end("refused", row.words.lost);
      const safe = (await now.json()).received;
      if (safe === received && reply && reply.status === 409) await pause(FIRST_WAIT); // an earlier request still holds it
      received = safe;
    }
    row.at(received);
    row.say("", row.words.checking);
    for (;;) {
      const reply = await ask(row, `${base}/${id}/finish`, { method: "POST" });
      if (!reply) return row.end("held", row.words.left);
      if (reply.status === 422) return row.end("refused", await refusal(reply));
      if (reply.status === 409) {
        const now = await reply.json().catch(() => null);
        if (now && now.received < now.size) return send(form, file, row);
        await pause(FIRST_WAIT);
        continue;
      }
      if (!reply.ok) return row.end("refused", row.words.lost);
      const came = await reply.json();
      row.end("done", came.words, came.path);
      return came.path;
    }
  };

  const sendAll = async (form, files) => {
    const waiting = [...files].map(file => [file, line(form, file)]);
    waiting.forEach(([, row]) => row.say("", row.words.queued));
    underWay++;
    let last = null;
    for (const [file, row] of waiting) last = await send(form, file, row) ?? last;
    underWay--;
    if (underWay > 0) return;
    if (last && form.elements.replaces.value) { location.href = last; return; }
    document.getElementById("unfinished")?.remove();
    if (document.getElementById("list")) htmx.ajax("GET", location.pathname + location.search, { target: "#list", swap: "outerHTML" });
  };

  for (const form of document.querySelectorAll("form[data-uploads]")) {
    const declared = form.querySelector(".secrecy"), drop = form.querySelector("[data-drop]"), input = form.elements.file;
    const isDeclared = () => [...declared.querySelectorAll("input")].some(radio => radio.checked);
    declared.addEventListener("change", () => declared.classList.remove("missing"));
    form.addEventListener("submit", event => {
      event.preventDefault();
      const files = [...input.files];
      input.value = "";
      sendAll(form, files);
    });
    drop.addEventListener("dragover", event => { event.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", event => {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length === 0) return;
      if (isDeclared()) { sendAll(form, event.dataTransfer.files); return; }
      input.files = event.dataTransfer.files;
      declared.classList.add("missing");
      declared.querySelector("input").focus();
    });
  }
  document.documentElement.classList.add("dragging-works");
  addEventListener("beforeunload", event => { if (underWay > 0) event.preventDefault(); });
})();

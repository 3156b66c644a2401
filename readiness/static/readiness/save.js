// Saves each answer as it is tapped. What could not be sent yet waits in localStorage, survives a reload, and is sent,
// in order and once, when the line is back. Without this script the form's own button saves the page.
(() => {
  const form = document.getElementById("questions");
  const status = document.getElementById("save-status");
  if (!form || !window.fetch || !window.localStorage) return;
  const key = "unsent:" + form.elements.draft.value;
  const RETRY = 5000;
  let busy = false;
  let timer = 0;

  const read = () => JSON.parse(localStorage.getItem(key) || "{}");
  const write = (unsent) =>
    Object.keys(unsent).length ? localStorage.setItem(key, JSON.stringify(unsent)) : localStorage.removeItem(key);
  const inputs = (question) => [...form.elements].filter((input) => input.name === question);
  const say = (state) => {
    status.dataset.state = state;
    status.textContent = status.dataset[state];
  };

  // Answers of somebody else's draft have no business on this phone any more.
  for (const other of Object.keys(localStorage))
    if (other.startsWith("unsent:") && other !== key) localStorage.removeItem(other);

  function restore() {
    for (const [question, values] of Object.entries(read()))
      for (const input of inputs(question)) input.checked = values.includes(input.value);
  }

  function body(unsent) {
    const data = new URLSearchParams();
    for (const name of ["csrfmiddlewaretoken", "seen", "window", "draft"]) data.append(name, form.elements[name].value);
    for (const [question, values] of Object.entries(unsent)) {
      data.append("question", question);
      for (const value of values) data.append(question, value);
    }
    return data;
  }

  // Forgets what was sent, unless the seller changed it again while it was under way.
  function settle(sent) {
    const unsent = read();
    for (const question of Object.keys(sent))
      if (JSON.stringify(unsent[question]) === JSON.stringify(sent[question])) delete unsent[question];
    write(unsent);
    return Object.keys(unsent).length > 0;
  }

  async function send() {
    const unsent = read();
    clearTimeout(timer);
    if (busy || !Object.keys(unsent).length) return;
    busy = true;
    try {
      const answer = await fetch(form.dataset.save, { method: "POST", body: body(unsent), keepalive: true });
      if (answer.status >= 500 || answer.status === 429) throw new Error();
      const more = settle(unsent);
      say(answer.ok ? "saved" : answer.status === 409 ? "conflict" : "refused");
      if (more) timer = setTimeout(send, 0);
    } catch {
      say("waiting");
      timer = setTimeout(send, RETRY);
    } finally {
      busy = false;
    }
  }

  form.addEventListener("change", ({ target }) => {
    const chosen = inputs(target.name).filter((input) => input.checked);
    write({ ...read(), [target.name]: chosen.map((input) => input.value) });
    send();
  });
  addEventListener("online", send);
  document.addEventListener("visibilitychange", send);
  // A page brought back from memory may be older than what is stored: ask for it anew.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  restore();
  send();
})();

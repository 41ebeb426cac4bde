/** The same line by plain requests, for networks that break websockets and polling: a POST for each word, a GET that waits for news. */
const PATIENCE = 15_000;
const BEAT = 14_000;
const REST = 1000;

/** Opens a line as `openSocket` does. */
export function openPlain({ code, auth, hears }) {
  const line = { address: `/live/plain/${code}`, token: auth().token, hears, mark: "", news: null, anew: false, over: false };
  line.calls = new Set();
  connect(line);
  return {
    emit: (event, data, patience, then) => void emit(line, event, data, patience, then),
    /** Asks for the whole screen: the request that waits is given up, and the next one says that it has seen nothing. */
    ask() {
      line.mark = "";
      line.anew = line.news !== null;
      line.news?.abort();
    },
    close: () => close(line),
  };
}

async function connect(line) {
  let { status, data } = await post(line, "connect", {});
  if (status === 401 && line.token) {
    line.token = undefined; // the workshop has forgotten this phone
    ({ status, data } = await post(line, "connect", {}));
  }
  if (line.over) return;
  if (!data?.welcome) return end(line, data?.message ? data : undefined);
  line.token = data.welcome.token;
  line.hears.heard(BEAT);
  line.hears.welcome(data.welcome);
  if (data.welcome.joined) listen(line);
}

async function emit(line, event, data, patience, then) {
  const { status, data: answer } = await post(line, event, data, patience);
  const said = typeof answer?.ok === "boolean";
  if (status && !line.over) line.hears.heard();
  then(said ? answer : null);
  if (!said) end(line);
  else if (answer.ok && event === "join" && !line.news) listen(line);
}

async function listen(line) {
  while (!line.over) {
    line.news = new AbortController();
    const since = line.mark && `?since=${encodeURIComponent(line.mark)}`;
    const { status, data } = await call(line, since, { method: "GET" }, PATIENCE, line.news);
    if (line.over) return;
    if (status) line.hears.heard();
    if (status === 200 && data) show(line, data);
    else if (status !== 204 && !line.anew) return end(line);
    line.anew = false;
    if (status === 200) await new Promise((go) => setTimeout(go, REST));
  }
}

function show(line, { mark, ...screen }) {
  line.mark = mark;
  line.hears.screen(screen);
}

function end(line, refusal) {
  if (line.over) return;
  close(line);
  line.hears.ended({ reached: false, refusal, broken: false });
}

function close(line) {
  line.over = true;
  for (const cut of line.calls) cut.abort();
}

function post(line, event, data, patience = PATIENCE) {
  const headers = { "Content-Type": "application/json" };
  return call(line, "", { method: "POST", headers, body: JSON.stringify({ event, data }) }, patience, new AbortController());
}

/** The status, 0 where no answer came, and what the answer holds. */
async function call(line, query, options, patience, cut) {
  const timer = setTimeout(() => cut.abort(), patience);
  const headers = { ...options.headers, ...(line.token && { Authorization: `Bearer ${line.token}` }) };
  line.calls.add(cut);
  try {
    const answer = await fetch(line.address + query, { ...options, headers, signal: cut.signal, cache: "no-store" });
    return { status: answer.status, data: answer.status === 204 ? null : await answer.json() };
  } catch {
    return { status: 0, data: null };
  } finally {
    clearTimeout(timer);
    line.calls.delete(cut);
  }
}

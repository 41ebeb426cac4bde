// A wall keeps its last picture while the server is away, and is loaded anew only once the server answers: never an error page.
const RETRY_MS = 1500;
let asking = false;

const away = (is) => document.body.classList.toggle('away', is);

async function answers() {
  try {
    const page = await fetch(location.href, { cache: 'no-store' });
    return page.ok && !page.redirected;
  } catch {
    return false;
  }
}

async function comeBack() {
  if (asking) return;
  asking = true;
  while (!(await answers())) await new Promise((done) => setTimeout(done, RETRY_MS));
  location.reload();
}

export function keepTheLine() {
  const { socket } = window;
  if (!socket) return void setTimeout(keepTheLine, 50);
  socket.io.reconnectionDelayMax(RETRY_MS);
  socket.off('connect_error'); // the page library would load the page at once, whether the server is there or not
  socket.off('try_reconnect');
  socket.on('connect', () => away(false));
  socket.on('disconnect', () => away(true));
  socket.on('try_reconnect', comeBack);
  socket.on('connect_error', (error) => {
    away(true);
    if (/handshake/.test(error.message)) comeBack(); // the server has started again, and does not know this page any more
  });
  away(!socket.connected && socket.io.engine?.readyState === 'closed');
}

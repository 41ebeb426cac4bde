/** One line by Socket.IO: a websocket, or polling where websockets do not get through. It never comes back: the carrier opens another. */
import { io } from "../vendor/socket.io.js";

const OPENING = 6000;
const ENTERING = 20_000;
const SLOW = 5000;

/** Opens a line; `hears` has a function for each thing that comes, and `ended({ reached, refusal, broken })`, called once. */
export function openSocket({ auth, hears, transports }) {
  const options = { path: "/live/socket.io", transports, tryAllTransports: true, forceNew: true, reconnection: false, timeout: OPENING };
  const socket = io("/phone", { ...options, auth: (give) => give(auth()) });
  const deadline = setTimeout(() => end(), ENTERING);
  const started = performance.now();
  let reached = false;

  function end({ refusal, broken = false } = {}) {
    close();
    hears.ended({ reached, refusal, broken });
  }

  function close() {
    clearTimeout(deadline);
    socket.io.engine.off("close");
    socket.off(); // nothing of it is heard from now on; what waits for an answer gets none
    socket.disconnect();
  }

  socket.io.engine.on("handshake", ({ pingInterval }) => {
    reached = true;
    hears.heard(pingInterval);
  });
  socket.io.engine.on("packet", () => hears.heard());
  for (const event of ["welcome", "screen", "patch"]) socket.on(event, hears[event]);
  socket.io.engine.on("close", () => reached || end({ broken: true })); // it opened, and nothing came through
  socket.on("connect", () => clearTimeout(deadline));
  socket.on("disconnect", () => end());
  socket.on("connect_error", ({ data }) => end({ refusal: data, broken: performance.now() - started > SLOW }));

  return {
    emit: (event, data, patience, then) => socket.timeout(patience).emit(event, data, (error, answer) => then(error ? null : answer)),
    ask: (v) => socket.emit("sync", { v }),
    close,
  };
}

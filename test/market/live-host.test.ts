import { fetchMarket } from "../../src/market/live";
import { liveAddresses } from "../../src/market/live-host";

test.each([
  ["mempool.space", "mempool.space", "https://mempool.space/api/v1/prices"],
  [" https://bitview.space/ ", "bitview.space", "https://bitview.space/api/v1/prices"],
  ["https://node.example:8443/mempool/api/v1", "node.example:8443/mempool", "https://node.example:8443/mempool/api/v1/prices"],
  ["http://localhost:8999/api", "localhost:8999", "http://localhost:8999/api/v1/prices"],
  ["http://[::1]:8999", "[::1]:8999", "http://[::1]:8999/api/v1/prices"],
])("%s is asked at its address", (host, name, prices) => {
  expect(liveAddresses(host)).toMatchObject({ name, prices });
});

test.each([
  ["", /is not a host/],
  ["two words", /is not a host/],
  ["http://mempool.space", /over https/],
  ["http://localhost.example", /over https/],
  ["ftp://localhost", /over https/],
  ["javascript://localhost/%0aalert(1)", /over https/],
  ["https://user:secret@mempool.space", /without user name/],
  ["https://mempool.space/?key=1", /without user name, password, \? or #/],
])("%s is refused before anything is asked", async (host, message) => {
  const fetch = jest.fn();
  const { failure } = await fetchMarket(host, { fetch });
  expect(failure?.kind).toBe("badHost");
  expect(failure?.message).toMatch(message);
  expect(failure?.message).toContain("Enter a host such as mempool.space");
  expect(fetch).not.toHaveBeenCalled();
});

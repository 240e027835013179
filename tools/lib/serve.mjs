// One https origin, on this machine only: the workbench, the production build of the add-in, and Microsoft's office.js.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { projectRoot } from "./project.mjs";
import { selfSignedCertificate } from "./certificate.mjs";

const OFFICE_JS_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * Serves what `npm run build` made, at port or, where port is 0, at a free one.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws an Error with a sentence when the port is taken
 */
export async function serve({ port, dist = join(projectRoot, "dist"), certificate = selfSignedCertificate }) {
  const { default: sirv } = await import("sirv");
  const files = sirv(dist, { dev: true, etag: true });
  const officeJs = sirv(join(projectRoot, "node_modules", "@microsoft", "office-js", "dist"), { dev: true, etag: true });

  const server = createServer(await certificate(), (request, response) => {
    const say = (status, text) => response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
    if (!URL.canParse(request.url, "https://localhost")) return say(400, "This is no address.");
    const { pathname, searchParams } = new URL(request.url, "https://localhost");
    const notFound = () => say(404, `There is nothing at ${pathname}.`);
    response.setHeader("cache-control", "no-cache");
    if (pathname === "/") return response.writeHead(302, { location: "/workbench/" }).end();
    if (pathname.startsWith("/office-js/")) {
      request.url = request.url.slice("/office-js".length);
      return officeJs(request, response, notFound);
    }
    if (pathname === "/taskpane.html" && searchParams.get("officejs") !== "cdn" && existsSync(join(dist, "taskpane.html"))) {
      // The page on disk stays as published; only this copy of it finds office.js without the internet.
      const page = readFileSync(join(dist, "taskpane.html"), "utf8").replace(OFFICE_JS_CDN, "/office-js/office.js");
      return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    }
    return files(request, response, notFound);
  });

  await new Promise((resolve, reject) => {
    server.once("error", (error) => reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`) : error));
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `https://localhost:${server.address().port}`,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}

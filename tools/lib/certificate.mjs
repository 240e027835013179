// The certificate for https://localhost. Office.js talks to its host over https only.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { X509Certificate } from "node:crypto";
import { projectRoot } from "./project.mjs";

const DAYS_VALID = 365;

/** A self-signed certificate of our own, made once a year and kept in .cache. */
export async function selfSignedCertificate() {
  const folder = join(projectRoot, ".cache");
  const file = join(folder, "localhost.pem");
  if (existsSync(file)) {
    const pem = readFileSync(file, "utf8");
    if (new Date(new X509Certificate(pem.slice(pem.indexOf("-----BEGIN CERTIFICATE"))).validTo) > new Date()) return { key: pem, cert: pem };
  }
  const { generate } = await import("selfsigned");
  const notBeforeDate = new Date();
  const notAfterDate = new Date(notBeforeDate.getTime() + DAYS_VALID * 86_400_000);
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notBeforeDate,
    notAfterDate,
    extensions: [{ name: "basicConstraints", cA: false }, { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }, { type: 7, ip: "127.0.0.1" }] }],
  });
  const pem = `${made.private}\n${made.cert}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, pem, { mode: 0o600 });
  return { key: pem, cert: pem };
}

/** The certificate that Excel itself trusts; made by Microsoft's tool, which asks once to install its authority. */
export async function trustedCertificate() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return getHttpsServerOptions();
}

export interface Issuer {
  authority: string;
  clientId: string;
  audience: string;
}

/** `<https://issuer.example>; rel="http://openid.net/specs/connect/1.0/issuer"; client_id="site"; audience="api"` */
export function issuerOf(link: string): Issuer {
  const value = (pattern: RegExp) => pattern.exec(link)?.[1] ?? '';
  return {
    authority: value(/<([^>]+)>; *rel="http:\/\/openid\.net\/specs\/connect\/1\.0\/issuer"/),
    clientId: value(/client_id="([^"]+)"/),
    audience: value(/audience="([^"]+)"/),
  };
}

import { expect, test } from 'vitest';
import { issuerOf } from './link';

const issuer =
  '<https://id.example/pool>; rel="http://openid.net/specs/connect/1.0/issuer"; client_id="site"; audience="api"';

test.each([issuer, `</next.css>; rel=preload; as=style, ${issuer}`])(
  'the issuer is found among the links: %s',
  (link) => {
    expect(issuerOf(link)).toEqual({ authority: 'https://id.example/pool', clientId: 'site', audience: 'api' });
  },
);

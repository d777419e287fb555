import 'react';

declare module 'react' {
  // Custom properties are styles as well.
  interface CSSProperties {
    [property: `--${string}`]: string | number;
  }
}

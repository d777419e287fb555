import { type SyntheticEvent, useRef } from 'react';
import { describe, type Photo } from '@/lib/photo';
import { usePlaceholder } from './usePlaceholder';

const reveal = (image: HTMLImageElement): void => {
  image.dataset['loaded'] = '';
};

interface PictureProps {
  photo: Photo;
  sizes: string;
}

/** Colour at once, then the placeholder, then the sharp thumbnail, one melting into the next. */
export function Picture({ photo, sizes }: PictureProps) {
  const sharp = useRef<HTMLImageElement>(null);
  const placeholder = usePlaceholder(photo.placeholder, sharp);
  const smallest = photo.thumbnails[0];

  return (
    <>
      {placeholder && <img src={placeholder} alt="" aria-hidden className="absolute inset-0 size-full object-cover" />}
      {smallest && (
        <img
          src={smallest.url}
          srcSet={photo.thumbnails.map(({ url, width }) => `${url} ${width}w`).join(', ')}
          sizes={sizes}
          alt={describe(photo)}
          decoding="async"
          draggable={false}
          className="fade-in-when-loaded absolute inset-0 size-full object-cover"
          ref={(image) => {
            sharp.current = image;
            if (image?.complete) reveal(image);
          }}
          onLoad={({ currentTarget }: SyntheticEvent<HTMLImageElement>) => reveal(currentTarget)}
        />
      )}
    </>
  );
}

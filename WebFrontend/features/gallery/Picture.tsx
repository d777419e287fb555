import type { SyntheticEvent } from 'react';
import { describe, type Photo } from '@/lib/photo';
import { usePlaceholder } from './usePlaceholder';

const reveal = (image: HTMLImageElement): void => {
  image.dataset['loaded'] = '';
};

interface PictureProps {
  photo: Photo;
  sizes: string;
  fetchPriority?: 'auto' | 'high' | 'low';
}

/** Colour at once, then the placeholder, then the sharp thumbnail, one melting into the next. */
export function Picture({ photo, sizes, fetchPriority = 'auto' }: PictureProps) {
  const placeholder = usePlaceholder(photo.placeholder);
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
          fetchPriority={fetchPriority}
          draggable={false}
          className="fade-in-when-loaded absolute inset-0 size-full object-cover"
          ref={(image) => {
            if (image?.complete) reveal(image);
          }}
          onLoad={({ currentTarget }: SyntheticEvent<HTMLImageElement>) => reveal(currentTarget)}
        />
      )}
    </>
  );
}

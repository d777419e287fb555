import car from 'paper-kit-2/assets/img/ilya-yakover.jpg';
import { upload } from './uploads';

/** A photograph that comes with the site, for whoever has none at hand: a yellow car, from a package under the MIT licence. */
export async function uploadSample(): Promise<void> {
  const response = await fetch(car.src).catch(() => undefined);
  if (response?.ok) upload([new File([await response.blob()], 'car.jpg', { type: 'image/jpeg' })]);
}

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ImageDetail } from '@/lib/api/types';
import { aDetail } from '@/testing/images';
import { expectAccessible, render } from '@/testing/render';
import { DetailPanel } from './DetailPanel';

const show = (detail: ImageDetail) =>
  render(
    <DetailPanel
      photo={detail}
      detail={detail}
      isLoading={false}
      highlighted={null}
      onHighlight={() => undefined}
      onDelete={() => undefined}
    />,
  );
const failed = { status: 'failed', reason: { code: 'processing-failed', message: 'Processing failed.' } } as const;
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

test('one’s own picture says so in words, and can be deleted and retried', async () => {
  const { container } = show(aDetail({ ...failed, mine: true }));

  expect(screen.getByText('Added by you')).toBeDefined();
  expect(buttons()).toEqual(['Try again', 'Copy link', 'Delete']);
  await expectAccessible(container);
});

test('another’s can be neither, and says who can try again', () => {
  show(aDetail({ ...failed, mine: false }));

  expect(screen.queryByText('Added by you')).toBeNull();
  expect(buttons()).toEqual(['Copy link']);
  expect(screen.getByRole('status').textContent).toBe('This one couldn’t be finished. Whoever added it can try again.');
});

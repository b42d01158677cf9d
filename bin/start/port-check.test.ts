import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { requireFreePort } from './port-check';

it('says in one sentence that a port is taken and how to choose another, and passes once it is free', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      resolve(address && typeof address === 'object' ? address.port : 0);
    });
  });
  const check = { host: '127.0.0.1', port, patience: 0 };
  await expect(requireFreePort(check)).rejects.toThrow(new RegExp(`^Port ${port} .* PORT=3000 npm start$`));
  await new Promise((resolve) => taken.close(resolve));
  await expect(requireFreePort(check)).resolves.toBeUndefined();
});

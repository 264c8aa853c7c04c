// PORT=3000 node express.mjs, then: curl -o report.pdf -H 'Content-Type: application/json' -d @report.json localhost:3000/render
import express from 'express';
import { createPool } from 'nianbao/batch';

const pool = createPool({ timeout: 10 });
const app = express();

// The report stays text: a thread reads it, so that amounts print as they were written and problems have line and column.
app.post('/render', express.text({ type: 'application/json', limit: '512kb' }), async (request, response) => {
  if (typeof request.body !== 'string') return response.sendStatus(415);
  if (pool.waiting >= 16) return response.set('Retry-After', '2').sendStatus(503);
  const input = { id: 'posted', name: 'report.json', text: request.body };
  const rendered = await pool.render({ input, formats: ['pdf'] });
  if (!rendered.ok) return response.status(422).json(rendered.findings);
  return response.attachment(`${rendered.title}.pdf`).send(Buffer.from(rendered.files[0].bytes));
});

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${server.address().port}`),
);
process.once('SIGTERM', () => server.close(() => pool.close()));

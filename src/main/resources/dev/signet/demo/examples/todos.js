'use strict';
// What the session has not seen comes when the socket opens, and whatever is added comes at once.
(() => {
  const at = id => document.getElementById(id);
  const say = text => { at('status').textContent = text; };
  const live = new WebSocket(new URL('live', location.href.replace(/^http/, 'ws')));

  live.addEventListener('open', () => say('Live'));
  live.addEventListener('close', () => say('The connection has ended. Load the page again.'));
  live.addEventListener('message', message => {
    for (const todo of JSON.parse(message.data)) {
      const item = document.createElement('li');
      item.textContent = todo.content;
      at('todos').append(item);
    }
  });

  async function ask(path, options) {
    const response = await fetch(path, options);
    say(response.ok ? 'Live' : 'The server did not do that. Load the page again.');
    return response.ok;
  }

  at('seen').addEventListener('click', async () => {
    if (await ask('unseen-todos')) {
      at('todos').replaceChildren();
    }
  });

  at('add').addEventListener('submit', async event => {
    event.preventDefault();
    const {csrf_token: token, content} = Object.fromEntries(new FormData(at('add')));
    const headers = {'Content-Type': 'application/json', ...(token && {'X-CSRF-Token': token})};
    if (await ask('todos', {method: 'POST', headers, body: JSON.stringify({content})})) {
      at('add').reset();
    }
  });
})();

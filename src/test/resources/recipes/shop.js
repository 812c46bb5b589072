async function api(method, path, body, csrfToken = '') {
  const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken};
  const response = await fetch(path, {method, headers, body: JSON.stringify(body)});
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status}`); // 401: show the log-in
  }
  return response;
}

async function order() {
  const login = await api('POST', 'app/api/session', {name: 'ada', password: 'secret of ada'});
  const {name, csrfToken} = await login.json();
  const order = await api('POST', 'app/api/orders', {product: 7}, csrfToken);
  return `${name}: ${await order.text()}`;
}

document.getElementById('order').addEventListener('click', async () => {
  document.getElementById('status').textContent = await order();
});

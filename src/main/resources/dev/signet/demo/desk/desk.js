'use strict';
// The page works as plain forms. With this script it stays where it is, and the inspector shows
// what Signet did. The cookie itself is HttpOnly: its content comes from desk/cookie.
(() => {
  const at = id => document.getElementById(id);
  const inspector = at('inspector');
  const MOST_REQUESTS = 8;
  let lastParts = [];

  const verdicts = {
    wrote: report => `wrote the cookie (${report.bytes} bytes): ${report.why || 'the session has changed'}.`,
    expired: report => `deleted the cookie: ${report.why || 'the session has ended'}.`,
    planted: report => `wrote nothing: ${report.why}.`,
    read: report => `read the session and wrote nothing: ${report.why ? `${report.why}, and ` : ''}nothing has changed.`,
    nothing: () => 'did not read the session.',
  };
  const reasons = {
    TOO_LONG: 'it is longer than browsers allow',
    MALFORMED: 'it is not a token of a session',
    UNSUPPORTED: 'its header is of another kind',
    UNKNOWN_KEY: 'it names a key that this server does not have',
    BAD_SIGNATURE: 'its signature does not match',
    NOT_YET_VALID: 'it was issued in the future',
    EXPIRED: 'it has expired',
    NOT_FOUND: 'its session has ended on the server',
    RENEWED: 'another request renewed it',
    LOGGED_OUT: 'its log-in has ended',
  };

  function verdict(report) {
    if (!report.refused) {
      return verdicts[report.did](report);
    }
    const then = report.did === 'read' ? 'began an empty session.' : verdicts[report.did](report);
    return `refused the cookie, because ${reasons[report.refused]}. It ${then}`;
  }

  function reportOf(response) {
    return JSON.parse(response.headers.get('Session-Trace'));
  }

  /** The headers of the page itself are hidden from its script, but for this one. */
  function reportOfThePage() {
    const timings = performance.getEntriesByType('navigation')[0]?.serverTiming ?? [];
    const ours = timings.find(timing => timing.name === 'Session-Trace');
    return ours ? JSON.parse(decodeURIComponent(ours.description.replaceAll('+', ' '))) : null;
  }

  function enter(request, report) {
    const line = document.createElement('li');
    line.className = report.did;
    const what = document.createElement('span');
    const code = document.createElement('code');
    code.textContent = request;
    what.append(code, ' ', verdict(report));
    line.append(what);
    at('requests').prepend(line);
    while (at('requests').children.length > MOST_REQUESTS) {
      at('requests').lastChild.remove();
    }
    at('history').hidden = false;
    if (report.attributes) {
      at('attributes').textContent = report.attributes;
    }
  }

  function span(seconds) {
    const units = [[86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']];
    const [size, name] = units.find(([unit]) => Math.abs(seconds) >= unit) ?? units[3];
    const count = Math.round(seconds / size);
    return `${count} ${name}${count === 1 ? '' : 's'}`;
  }

  function date(seconds) {
    return new Date(seconds * 1000).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'medium'});
  }

  function showToken(parts) {
    const comparable = parts.length === lastParts.length;
    at('token').replaceChildren(...parts.flatMap((part, i) => {
      const element = document.createElement('span');
      element.className = `part-${i}`;
      const changed = comparable && part.length === lastParts[i].length
          ? [...part].map((letter, k) => letter === lastParts[i][k] ? -1 : k).filter(k => k >= 0) : [];
      if (changed.length === 1) {
        const mark = document.createElement('mark');
        mark.textContent = part[changed[0]];
        element.append(part.slice(0, changed[0]), mark, part.slice(changed[0] + 1));
      } else {
        element.textContent = part;
      }
      return i === 0 ? [element] : ['.', element];
    }));
    lastParts = parts;
  }

  const TIMES = ['iat', 'exp', 'start', 'at', 'proof', 'seen'];

  /** Returns a line for each property; times are seconds in the token. */
  function lines(object, indent) {
    return Object.entries(object).flatMap(([name, value]) => {
      if (value && typeof value === 'object' && !Array.isArray(value)) {
        return [`${indent}${name}:`, ...lines(value, `${indent}  `)];
      }
      const time = TIMES.includes(name) && Number.isInteger(value) ? ` (${date(value)})` : '';
      return `${indent}${name}: ${JSON.stringify(value)}${time}`;
    });
  }

  function pretty(text) {
    try {
      return lines(JSON.parse(text), '').join('\n');
    } catch {
      return text;
    }
  }

  async function look(report) {
    const seen = await (await fetch('desk/cookie')).json();
    at('seen').hidden = seen.parts.length === 0;
    showToken(seen.parts);
    at('size').max = seen.limit;
    const attributes = at('attributes').textContent;
    const size = seen.size + (attributes ? attributes.length + 2 : 0);
    at('size').value = size;
    at('size-text').textContent = `${size} of ${seen.limit} bytes`;
    at('header').textContent = seen.decoded[0] ?? '';
    at('claims').textContent = seen.decoded[1] === undefined ? 'encrypted: readable with the key only' : pretty(seen.decoded[1]);
    at('signature').textContent = seen.accepted ? 'valid: made with a key of this server' : 'not accepted';
    at('signature').className = seen.accepted ? 'good' : 'bad';
    at('age').textContent = seen.accepted ? `${span(seen.now - seen.started)} ago, ${date(seen.started)}` : 'no session';
    at('ends').textContent = seen.expires ? `in ${span(seen.expires - seen.now)}, ${date(seen.expires)}` : 'no session';
    if (report) {
      at('verdict').textContent = `Signet ${verdict(report)}`;
    }
    showTimes();
    inspector.dataset.state = seen.refused ? 'broken' : seen.accepted ? (report?.did === 'planted' ? 'copied' : 'sealed') : 'none';
    if (report && report.did !== 'read' && report.did !== 'nothing' || seen.refused) {
      inspector.classList.remove('struck');
      void inspector.offsetWidth; // restarts the animation
      inspector.classList.add('struck');
    }
  }

  /** The server writes times in UTC; here they are those of the visitor. */
  function showTimes() {
    for (const time of document.querySelectorAll('time[datetime]')) {
      time.textContent = new Date(time.dateTime).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'});
    }
  }

  /** In one column the inspector is far away, so the result is also next to the form that was sent. */
  function showResult({action, section}, text) {
    document.querySelector('.result')?.remove();
    const form = document.querySelector(`form[action="${action}"]`) ?? at(section); // a log-in form goes
    const result = document.createElement('p');
    result.className = 'result';
    result.textContent = text;
    form.after(result);
    const {top, bottom} = result.getBoundingClientRect();
    if (getComputedStyle(result).display !== 'none' && (top < 0 || bottom > innerHeight)) {
      result.scrollIntoView({block: 'nearest'});
    }
  }

  function lay(html) {
    const focus = document.activeElement?.id;
    at('desk').replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    document.documentElement.dataset.theme = at('desk').querySelector('.papers').dataset.theme;
    const again = focus && at(focus);
    if (again) {
      again.focus();
    } else if (focus) {
      const heading = at('greeting'); // the button is gone: a log-in, a log-out
      heading.tabIndex = -1;
      heading.focus();
    }
  }

  const scripted = {headers: {'Desk-Script': 'true'}};

  /** Each response has the desk with a current token; the forms beside it may have one from before a log-in. */
  function csrf() {
    const token = at('desk').querySelector('[name=csrf_token]')?.value;
    return token ? {'X-CSRF-Token': token} : {};
  }

  function placeOf(form) {
    return {action: form.getAttribute('action'), section: form.closest('section').getAttribute('aria-labelledby')};
  }

  async function send(form, button, place) {
    const body = new URLSearchParams(new FormData(form, button));
    const path = place.action;
    const response = await fetch(path, {headers: {...scripted.headers, ...csrf()}, method: 'POST', body});
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}`);
    }
    let report = reportOf(response);
    enter(`POST ${path}`, report);
    let html = await response.text();
    if (!html) {
      const now = await fetch('desk', scripted);
      html = await now.text();
      const then = reportOf(now);
      enter('GET desk', then);
      report = then.refused ? then : report;
    }
    lay(html);
    const said = decodeURIComponent((response.headers.get('Desk-Said') ?? '').replaceAll('+', ' '));
    at('status').textContent = said;
    await look(report);
    showResult(place, `${said} Signet ${verdict(report)}`);
  }

  async function busily(work, place) {
    document.body.setAttribute('aria-busy', 'true');
    try {
      await work();
    } catch (e) {
      const text = 'The request failed. Reload the page.';
      at('status').textContent = text;
      if (place) {
        showResult(place, text);
      }
      console.error(e);
    } finally {
      document.body.removeAttribute('aria-busy');
    }
  }

  document.addEventListener('submit', event => {
    event.preventDefault();
    const place = placeOf(event.target);
    busily(() => send(event.target, event.submitter, place), place);
  });

  document.documentElement.classList.add('scripted');
  busily(async () => {
    const report = reportOfThePage();
    if (report) {
      enter('GET the page', report);
    }
    await look(report);
  });
})();

'use strict';
// The page works as plain forms. With this script it stays where it is, and the looking glass shows
// what Signet did. The cookie itself is HttpOnly: what is seen of it here comes from desk/glass.
(() => {
  const at = id => document.getElementById(id);
  const glass = at('glass');
  const LONGEST_LEDGER = 8;
  let lastParts = [];

  const verdicts = {
    wrote: report => `sealed the session anew, in ${report.bytes} bytes: ${report.why || 'it changed'}.`,
    expired: report => `let the cookie expire: ${report.why || 'the session is over'}.`,
    planted: report => `wrote nothing; ${report.why}.`,
    read: report => `read the session and wrote nothing: ${report.why ? `${report.why}, and ` : ''}nothing changed.`,
    nothing: () => 'left the cookie alone: nobody asked for the session.',
  };
  const reasons = {
    TOO_LONG: 'it is longer than a browser would keep',
    MALFORMED: 'it is not a token of a session',
    UNSUPPORTED: 'its header is of another kind',
    UNKNOWN_KEY: 'no key of ours has made it',
    BAD_SIGNATURE: 'it was changed after it was sealed',
    NOT_YET_VALID: 'its time has not come yet',
    EXPIRED: 'its time is over',
    NOT_FOUND: 'it has ended on the server',
    RENEWED: 'another request renewed it',
    LOGGED_OUT: 'its log-in has ended',
  };

  function verdict(report) {
    if (!report.refused) {
      return verdicts[report.did](report);
    }
    const fresh = report.did === 'read' ? 'the session is fresh, and nothing was written.' : verdicts[report.did](report);
    return `refused the cookie, since ${reasons[report.refused]}; ${fresh}`;
  }

  function reportOf(response) {
    return JSON.parse(response.headers.get('Looking-Glass'));
  }

  /** The headers of the page itself are hidden from its script, but for this one. */
  function reportOfThePage() {
    const timings = performance.getEntriesByType('navigation')[0]?.serverTiming ?? [];
    const ours = timings.find(timing => timing.name === 'Looking-Glass');
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
    at('ledger').prepend(line);
    while (at('ledger').children.length > LONGEST_LEDGER) {
      at('ledger').lastChild.remove();
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

  /** One line for each claim, and for each attribute. */
  function pretty(text) {
    try {
      const {data, ...times} = JSON.parse(text);
      const lines = (object, indent) =>
          Object.entries(object).map(([name, value]) => `${indent}${name}: ${JSON.stringify(value)}`);
      return [...lines(times, ''), 'data:', ...lines(data, '  ')].join('\n');
    } catch {
      return text;
    }
  }

  async function look(report) {
    const seen = await (await fetch('desk/glass')).json();
    at('seen').hidden = seen.parts.length === 0;
    showToken(seen.parts);
    at('size').max = seen.limit;
    const attributes = at('attributes').textContent;
    const size = seen.size + (attributes ? attributes.length + 2 : 0);
    at('size').value = size;
    at('size-text').textContent = `${size} of ${seen.limit} bytes`;
    at('header').textContent = seen.decoded[0] ?? '';
    at('claims').textContent = seen.decoded[1] === undefined ? 'encrypted: only the key reads them' : pretty(seen.decoded[1]);
    at('signature').textContent = seen.accepted ? 'good: one of our keys has made it' : 'not accepted';
    at('age').textContent = seen.accepted ? `the session began ${span(seen.now - seen.started)} ago` : 'no session';
    at('ends').textContent = seen.expires ? `in ${span(seen.expires - seen.now)}, unless it is written again` : 'no session';
    if (report) {
      at('verdict').textContent = `Signet ${verdict(report)}`;
    }
    glass.dataset.state = seen.refused ? 'broken' : seen.accepted ? (report?.did === 'planted' ? 'copied' : 'sealed') : 'none';
    if (report && report.did !== 'read' && report.did !== 'nothing' || seen.refused) {
      glass.classList.remove('struck');
      void glass.offsetWidth; // begins the animation anew
      glass.classList.add('struck');
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

  /** The desk comes anew with each answer; forms beside it may have a token of before a log-in. */
  function csrf() {
    const token = at('desk').querySelector('[name=csrf_token]')?.value;
    return token ? {'X-CSRF-Token': token} : {};
  }

  async function send(form, button) {
    const body = new URLSearchParams(new FormData(form, button));
    const path = form.getAttribute('action');
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
    at('status').textContent = decodeURIComponent((response.headers.get('Desk-Said') ?? '').replaceAll('+', ' '));
    await look(report);
  }

  async function busily(work) {
    document.body.setAttribute('aria-busy', 'true');
    try {
      await work();
    } catch (e) {
      at('status').textContent = 'The server did not do that. Load the page again.';
      console.error(e);
    } finally {
      document.body.removeAttribute('aria-busy');
    }
  }

  document.addEventListener('submit', event => {
    event.preventDefault();
    busily(() => send(event.target, event.submitter));
  });

  busily(async () => {
    const report = reportOfThePage();
    if (report) {
      enter('GET the page', report);
    }
    await look(report);
  });
})();

// Comforts on top of pages that work without any script.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // A form with problems: reading starts at the summary.
  document.querySelector('main .error-summary:not(.chapter *)')?.focus();

  for (const button of all('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }

  // Characters used, said when the typing pauses.
  for (const counter of all('[data-counter-for]')) {
    const field = document.getElementById(counter.dataset.counterFor);
    const limit = Number(counter.dataset.counterLimit);
    let timer;
    const show = () => {
      const used = [...field.value].length;
      counter.textContent = counter.dataset.counterText.replace('{used}', used).replace('{limit}', limit);
      counter.classList.toggle('over', used > limit);
    };
    show();
    field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(show, 400); });
  }

  // Tables that are whole on the page are sorted in place.
  for (const table of all('table[data-sortable]')) {
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });
    const headings = all('thead th', table);
    const key = (row, index) => {
      const cell = row.cells[index];
      return cell.dataset.value ?? cell.textContent.trim();
    };
    headings.forEach((heading, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => {
        const up = heading.getAttribute('aria-sort') !== 'ascending';
        headings.forEach(other => other.removeAttribute('aria-sort'));
        heading.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        const body = table.tBodies[0];
        const compare = (a, b) => {
          const [one, two] = [key(a, index), key(b, index)];
          const apart = Number(one) - Number(two);
          return Number.isNaN(apart) ? order.compare(one, two) : apart;
        };
        const rows = [...body.rows].sort((a, b) => compare(a, b) * (up ? 1 : -1));
        body.append(...rows);
      });
    });
  }

  // Leaving with changes that are not saved asks first.
  for (const form of all('form[data-unsaved]:not([data-autosave])')) {
    let changed = false;
    form.addEventListener('input', () => { changed = true; });
    form.addEventListener('submit', () => { changed = false; });
    addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
  }

  // A form with autosave keeps what is typed: after a pause, when a field is left, when the page is left.
  for (const form of all('form[data-autosave]')) {
    const state = form.querySelector('.saved');
    const version = form.elements['draft-version'] ?? form.elements.version;
    // Some browsers put the number from before a reload back into the field.
    if (version?.dataset?.version) version.value = version.dataset.version;
    let edits = 0, saved = 0, saving = false, settling = false, failed = false, sent = false, timer;

    const say = text => { if (state.textContent !== text) state.textContent = text; };
    const later = delay => { clearTimeout(timer); timer = setTimeout(save, delay); };

    // Another window saved other answers: they are shown, and saving waits for a decision.
    const settle = reply => {
      settling = true;
      const [other, list] = [document.createElement('details'), document.createElement('dl')];
      const summary = document.createElement('summary');
      summary.textContent = state.dataset.other;
      for (const { label, text } of reply.texts) {
        const [name, value] = [document.createElement('dt'), document.createElement('dd')];
        name.textContent = label;
        value.textContent = text;
        value.className = 'typed';
        list.append(name, value);
      }
      const keep = document.createElement('button');
      keep.type = 'button';
      keep.className = 'button secondary';
      keep.textContent = state.dataset.keep;
      keep.addEventListener('click', () => {
        version.value = reply.version;
        settling = false;
        other.remove();
        keep.remove();
        save();
      });
      other.append(summary, list);
      state.after(other, keep);
    };

    const save = async () => {
      clearTimeout(timer);
      if (saving || settling || sent || edits === saved) return;
      saving = true;
      const started = edits;
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
      try {
        // What goes on while the page goes away may have 64 kB at most.
        const keepalive = body.toString().length < 60000;
        const reply = await fetch(form.dataset.autosave, { method: 'POST', body, redirect: 'error', keepalive });
        const isJSON = reply.headers.get('content-type')?.startsWith('application/json');
        const content = isJSON ? await reply.json() : {};
        failed = !reply.ok;
        if (reply.ok) {
          saved = started;
          version.value = content.version;
        } else if (reply.status === 409 && content.texts) settle(content);
        say(content.message ?? state.dataset[reply.status === 401 ? 'signedOut' : 'refused']);
      } catch {
        failed = true;
        say(state.dataset.unreached);
        later(15000);
      }
      saving = false;
      if (!failed && edits !== saved) later(2000);
    };

    form.addEventListener('input', () => { edits += 1; later(2000); });
    // The short wait lets a button that was pressed send the form itself.
    form.addEventListener('focusout', () => { if (edits !== saved) later(300); });
    form.addEventListener('submit', () => { clearTimeout(timer); sent = true; });
    addEventListener('pageshow', () => { sent = false; });
    addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });
    addEventListener('beforeunload', event => {
      if (failed && !sent && edits !== saved) event.preventDefault();
    });
  }

  // A form with a live view: what is moved is drawn at once; without the script its button does it.
  for (const form of all('form[data-live]')) {
    const view = document.getElementById(form.dataset.live);
    const said = form.querySelector('[role=status]');
    let timer, last;
    const draw = async () => {
      last?.abort();
      const own = last = new AbortController();
      const body = new URLSearchParams([...new FormData(form), ['part', 'live']]);
      try {
        const reply = await fetch(form.action, { method: 'POST', body, redirect: 'error', signal: own.signal });
        if (!reply.ok) return;
        const part = new DOMParser().parseFromString(await reply.text(), 'text/html').body;
        said.textContent = part.firstElementChild.dataset.said;
        view.replaceChildren(...part.childNodes);
      } catch {
        // The drawing stays as it was; the button tells what is wrong.
      }
    };
    form.addEventListener('input', event => {
      for (const label of event.target.labels ?? []) {
        const shown = label.querySelector('[data-value]');
        if (shown) shown.textContent = event.target.value;
      }
      clearTimeout(timer);
      timer = setTimeout(draw, 80);
    });
  }
})();

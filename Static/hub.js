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

  // Leaving with changes that are not saved asks first; a form with autosave keeps them instead.
  for (const form of all('form[data-unsaved], form[data-autosave]')) {
    let changed = false;
    let timer;
    const path = form.dataset.autosave;
    const state = document.createElement('p');
    state.className = 'saved';
    state.setAttribute('role', 'status');
    if (path) form.append(state);
    const save = async () => {
      const body = new URLSearchParams(new FormData(form));
      try {
        const reply = await fetch(path, { method: 'POST', body, redirect: 'error' });
        if (!reply.ok) return;
        changed = false;
        state.textContent = await reply.text();
      } catch { /* The next change tries again; the button always works. */ }
    };
    form.addEventListener('input', () => {
      changed = true;
      if (!path) return;
      clearTimeout(timer);
      timer = setTimeout(save, 2000);
    });
    form.addEventListener('submit', () => { clearTimeout(timer); changed = false; });
    addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
  }
})();

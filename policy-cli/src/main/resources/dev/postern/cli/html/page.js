'use strict';
// The page says everything without this script; with it, findings can be filtered. What is chosen stands in the
// address, so that it can be sent to somebody: #severity=error,warning&rule=ID&text=WORDS&suppressed=no
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId('filters');
  const dialog = byId('explanation');
  const findings = [...document.querySelectorAll('.finding')];
  const policies = [...document.querySelectorAll('details.policy')];
  const severities = form ? [...form.elements.severity].map((box) => box.value) : [];
  const entries = new Map([...document.querySelectorAll('.contents a')].map((link) => [link.hash.slice(1), link.parentElement]));
  const words = new WeakMap();

  // Lower-case words of a finding, its file's name among them; gathered at the first search.
  const wordsOf = (finding) => {
    if (!words.has(finding)) {
      const name = finding.parentElement.querySelector('h3').textContent;
      words.set(finding, (name + ' ' + finding.textContent).toLowerCase());
    }
    return words.get(finding);
  };

  const EVERYTHING = { severity: severities, rule: '', text: '', suppressed: 'yes' };

  const isFilter = (hash) => hash.includes('=');

  const fromAddress = () => {
    if (!isFilter(location.hash)) {
      return EVERYTHING;
    }
    const given = new URLSearchParams(location.hash.slice(1));
    return {
      severity: given.has('severity') ? given.get('severity').split(',') : severities,
      rule: given.get('rule') || '',
      text: given.get('text') || '',
      suppressed: given.get('suppressed') || 'yes',
    };
  };

  const fromForm = () => ({
    severity: [...form.elements.severity].filter((box) => box.checked).map((box) => box.value),
    rule: form.elements.rule.value,
    text: form.elements.text.value,
    suppressed: form.elements.suppressed.value,
  });

  const toForm = (filter) => {
    for (const box of form.elements.severity) {
      box.checked = filter.severity.includes(box.value);
    }
    form.elements.rule.value = filter.rule;
    form.elements.text.value = filter.text;
    form.elements.suppressed.value = filter.suppressed;
  };

  const toAddress = (filter) => {
    const said = new URLSearchParams();
    if (filter.severity.length !== severities.length) {
      said.set('severity', filter.severity.join(','));
    }
    for (const name of ['rule', 'text']) {
      if (filter[name]) {
        said.set(name, filter[name]);
      }
    }
    if (filter.suppressed !== 'yes') {
      said.set('suppressed', filter.suppressed);
    }
    const address = said.toString().replaceAll('%2C', ',');
    history.replaceState(null, '', address ? '#' + address : location.pathname + location.search);
  };

  const passes = (filter, wanted) => (finding) => {
    const suppressed = finding.classList.contains('suppressed');
    return filter.severity.includes(finding.dataset.severity)
      && (!filter.rule || filter.rule === finding.dataset.rule)
      && (filter.suppressed === 'yes' || suppressed === (filter.suppressed === 'only'))
      && wanted.every((word) => wordsOf(finding).includes(word));
  };

  const show = (filter) => {
    const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    const passing = passes(filter, wanted);
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = !passing(finding);
      shown += finding.hidden ? 0 : 1;
    }
    for (const policy of policies) {
      policy.hidden = !policy.querySelector('.finding:not([hidden])');
      entries.get(policy.id).hidden = policy.hidden;
    }
    const all = shown === findings.length;
    byId('shown').textContent = all ? `all ${shown} shown` : `${shown} of ${findings.length} shown`;
    byId('reset').hidden = all;
    byId('nothing').hidden = shown > 0;
  };

  const explain = (link) => {
    const page = byId('rule-' + link.dataset.explains);
    const copy = page.cloneNode(true);
    copy.removeAttribute('id');
    byId('explanation-title').textContent = link.dataset.explains;
    byId('explanation-text').replaceChildren(copy);
    dialog.showModal();
    dialog.scrollTop = 0;
  };

  // A link to something in a folded part, or to a finding that the filter hides, shows it.
  const reveal = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    if (target.closest('[hidden]')) {
      toForm(EVERYTHING);
      show(EVERYTHING);
    }
    const folded = target.closest('details:not([open])');
    if (folded) {
      folded.open = true;
    }
    target.scrollIntoView({ behavior: 'instant' });
  };

  const arrive = () => {
    if (isFilter(location.hash)) {
      const filter = fromAddress();
      toForm(filter);
      show(filter);
      const words = byId('findings').getBoundingClientRect();
      if (words.top < 0 || words.top > innerHeight) {
        byId('findings').scrollIntoView();
      }
    } else {
      reveal();
    }
  };

  if (form) {
    let waiting = 0;
    const change = () => {
      const filter = fromForm();
      show(filter);
      toAddress(filter);
    };
    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(change, findings.length > 500 ? 200 : 0);
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      toForm(EVERYTHING);
      show(EVERYTHING);
      toAddress(EVERYTHING);
    });
    byId('fold').addEventListener('click', () => policies.forEach((policy) => { policy.open = false; }));
    byId('unfold').addEventListener('click', () => policies.forEach((policy) => { policy.open = true; }));
    for (const link of document.querySelectorAll('[data-filter]')) {
      link.href = '#' + link.dataset.filter;
    }
    for (const link of document.querySelectorAll('[data-explains]')) {
      link.setAttribute('aria-haspopup', 'dialog');
    }
    document.addEventListener('click', (event) => {
      const link = event.target.closest('[data-explains]');
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        explain(link);
      } else if (event.target.closest('dialog [data-filter]') || event.target === dialog || event.target.id === 'explanation-close') {
        dialog.close();
      }
    });
    addEventListener('hashchange', arrive);
    form.hidden = false;
    show(fromAddress());
    arrive();
  }
})();

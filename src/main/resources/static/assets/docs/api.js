// Draws the OpenAPI document that this server publishes. Everything is put in as text, never as markup.

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const DEEPEST = 4;

function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children.filter(child => child !== undefined && child !== null));
  return node;
}

// `code` between backticks, the rest as it stands
function prose(text) {
  return text.split('`').map((part, i) => (i % 2 ? el('code', {}, part) : part));
}

function resolver(doc) {
  return function resolve(thing) {
    if (!thing?.$ref) return thing;
    return thing.$ref.replace(/^#\//, '').split('/').reduce((at, key) => at?.[key], doc);
  };
}

function unwrap(schema, resolve) {
  const either = schema?.anyOf ?? schema?.oneOf;
  const real = either?.find(one => one.type !== 'null');
  return real ? { schema: resolve(real), nullable: either.some(one => one.type === 'null') }
    : { schema: resolve(schema) ?? {}, nullable: [].concat(schema?.type ?? []).includes('null') };
}

function typeOf(raw, resolve) {
  const { schema, nullable } = unwrap(raw, resolve);
  const names = [].concat(schema.type ?? 'any').filter(type => type !== 'null');
  let text = names.join(' or ');
  if (names.includes('array')) text = 'array of ' + typeOf(schema.items, resolve);
  if (schema.format) text += ` (${schema.format})`;
  const values = schema.enum?.filter(value => value !== null);
  if (values) text += ': ' + values.join(', ');
  if (schema.minimum !== undefined || schema.maximum !== undefined) {
    text += schema.maximum === undefined ? `, at least ${schema.minimum}` : `, ${schema.minimum ?? ''} to ${schema.maximum}`;
  }
  if (schema.maxLength !== undefined) text += `, at most ${schema.maxLength} characters`;
  if (schema.default !== undefined) text += `, ${schema.default} by default`;
  return nullable ? text + ' or null' : text;
}

// every field of a schema with its path; stops where a schema contains itself
function fields(raw, resolve, prefix = '', depth = 0) {
  const { schema } = unwrap(raw, resolve);
  if (depth > DEEPEST) return [];
  if (schema.items) return fields(schema.items, resolve, prefix + '[]', depth);
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const row = {
      name: path,
      type: typeOf(property, resolve),
      required: required.has(name),
      description: property.description,
    };
    return [row, ...fields(property, resolve, path, depth + 1)];
  });
}

function table(caption, columns, rows) {
  return el('div', { class: 'scroll' }, el('table', { 'aria-label': caption },
    el('thead', {}, el('tr', {}, ...columns.map(column => el('th', { scope: 'col' }, column)))),
    el('tbody', {}, ...rows.map(([first, ...others]) =>
      el('tr', {}, el('th', { scope: 'row' }, first), ...others.map(cell => el('td', {}, ...cell)))))));
}

function requirement(required) {
  return required ? el('span', { class: 'required' }, 'yes') : el('span', { class: 'quiet' }, 'no');
}

function parameters(operation, resolve, label) {
  const all = (operation.parameters ?? []).map(resolve);
  if (!all.length) return [];
  return [el('h4', {}, 'Parameters'), table(`Parameters of ${label}`, ['Name', 'In', 'Type', 'Required', 'Meaning'],
    all.map(parameter => [
      el('code', {}, parameter.name), [parameter.in], [typeOf(parameter.schema, resolve)],
      [requirement(parameter.required)],
      prose([parameter.description, parameter.example && `For example \`${parameter.example}\`.`]
        .filter(Boolean).join(' ')),
    ]))];
}

function fieldTable(caption, word, rows, wordFor) {
  return table(caption, ['Field', 'Type', word, 'Meaning'], rows.map(row => [
    el('code', {}, row.name), [row.type], [wordFor(row.required)], prose(row.description ?? ''),
  ]));
}

function example(content) {
  if (content?.example === undefined) return [];
  const text = typeof content.example === 'string' ? content.example : JSON.stringify(content.example, null, 2);
  return [el('details', {}, el('summary', {}, 'Example'), el('pre', { tabindex: '0' }, el('code', {}, text)))];
}

function body(operation, resolve, label) {
  const contents = Object.entries(operation.requestBody?.content ?? {});
  return contents.flatMap(([media, content]) => [
    el('h4', {}, 'Body ', el('span', { class: 'quiet' }, media)),
    fieldTable(`Body of ${label}`, 'Required', fields(content.schema, resolve), requirement),
    ...example(content),
  ]);
}

function answers(operation, resolve, label) {
  return [el('h4', {}, 'Answers'), ...Object.entries(operation.responses ?? {}).map(([status, raw]) => {
    const response = resolve(raw);
    const content = Object.values(response.content ?? {})[0];
    const rows = content?.schema ? fields(content.schema, resolve) : [];
    const title = [el('strong', {}, status), ' ', ...prose(response.description ?? '')];
    if (!rows.length) return el('div', {}, el('p', {}, ...title), ...example(content));
    return el('details', {}, el('summary', {}, ...title),
      fieldTable(`Answer ${status} of ${label}`, 'Present', rows,
        always => el('span', { class: 'quiet' }, always ? 'always' : 'may be null')), ...example(content));
  })];
}

function article(path, method, operation, resolve) {
  const label = operation.summary ?? operation.operationId;
  return el('article', { id: operation.operationId, 'aria-labelledby': `${operation.operationId}-title` },
    el('h3', { id: `${operation.operationId}-title` }, label),
    el('p', { class: 'route' }, el('code', {}, el('span', { class: 'method' }, method.toUpperCase()), ' ', path)),
    el('p', {}, ...prose(operation.description ?? '')),
    ...parameters(operation, resolve, label), ...body(operation, resolve, label),
    ...answers(operation, resolve, label));
}

function areasOf(doc) {
  const areas = new Map();
  for (const [path, item] of Object.entries(doc.paths)) {
    for (const method of METHODS.filter(name => item[name])) {
      const area = item[method].tags?.[0] ?? 'Other';
      if (!areas.has(area)) areas.set(area, []);
      areas.get(area).push({ path, method, operation: item[method] });
    }
  }
  return areas;
}

function draw(doc) {
  const resolve = resolver(doc);
  const shown = document.createDocumentFragment();
  const links = document.createDocumentFragment();
  for (const [area, operations] of areasOf(doc)) {
    const title = area.replace(/([a-z])([A-Z])/g, (all, a, b) => `${a} ${b.toLowerCase()}`);
    shown.append(el('section', { 'aria-label': title }, el('h2', {}, title),
      ...operations.map(({ path, method, operation }) => article(path, method, operation, resolve))));
    links.append(el('section', {}, el('h2', {}, title), el('ul', {}, ...operations.map(({ operation }) =>
      el('li', {}, el('a', { href: `#${operation.operationId}` }, operation.summary ?? operation.operationId))))));
  }
  document.getElementById('about').replaceChildren(
    ...doc.info.description.trim().split('\n\n').map(paragraph => el('p', {}, ...prose(paragraph))),
    el('p', { class: 'quiet' }, `Version ${doc.info.version}. ${doc.info.license.name}.`));
  document.getElementById('areas').replaceChildren(links);
  document.getElementById('operations').replaceChildren(shown);
}

function filter() {
  const wanted = document.getElementById('filter').value.trim().toLowerCase();
  const articles = [...document.querySelectorAll('article')];
  for (const one of articles) {
    const text = one.querySelector('h3').textContent + ' ' + one.querySelector('.route').textContent + ' ' + one.id;
    one.hidden = !text.toLowerCase().includes(wanted);
    document.querySelector(`#areas a[href='#${one.id}']`).closest('li').hidden = one.hidden;
  }
  for (const group of document.querySelectorAll('#operations section, #areas section')) {
    group.hidden = !group.querySelector('article:not([hidden]), li:not([hidden])');
  }
  const left = articles.filter(one => !one.hidden).length;
  document.getElementById('found').textContent = wanted ? `${left} of ${articles.length} operations` : '';
}

async function show() {
  const operations = document.getElementById('operations');
  try {
    const answer = await fetch('/openapi.json');
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    draw(await answer.json());
    document.getElementById('filter').addEventListener('input', filter);
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  } catch (failure) {
    operations.replaceChildren(el('p', { role: 'alert' }, `The document could not be read (${failure.message}). Reload the page.`));
  } finally {
    operations.removeAttribute('aria-busy');
  }
}

show();

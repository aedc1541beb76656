(() => {
  'use strict';
  const lang = document.documentElement.lang;

  const sortable = table => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const figures = head.classList.contains('num');
        const ascending = head.getAttribute('aria-sort') !== 'ascending';
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
        const sign = ascending ? 1 : -1;
        const rows = [...body.rows].map(row => ({ row, key: row.cells[column].dataset.v || '' }));
        rows.sort((a, b) => {
          if (a.key === '' || b.key === '') return (a.key === '') - (b.key === '');
          return sign * (figures ? a.key - b.key : a.key.localeCompare(b.key, lang, { numeric: true }));
        });
        body.append(...rows.map(each => each.row));
      });
    });
  };
  document.querySelectorAll('table.sortable').forEach(sortable);

  for (const filter of document.querySelectorAll('.filter')) {
    filter.hidden = false;
    const rows = filter.closest('section').querySelector('tbody').rows;
    filter.querySelector('input').addEventListener('input', event => {
      const wanted = event.target.value.trim().toLowerCase();
      for (const row of rows) row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
    });
  }

  /** Dots of one strip, piled up evenly above and below its middle where they would cover each other. */
  const piled = (strip, row, toPixel, size, room) => {
    const piles = new Map();
    for (const dot of strip.dots) {
      const column = Math.round(toPixel(dot[0]) / size);
      if (!piles.has(column)) piles.set(column, []);
      piles.get(column).push(dot);
    }
    const tallest = Math.max(1, ...[...piles.values()].map(pile => pile.length));
    const step = Math.min(size, room / tallest);
    return [...piles.values()].flatMap(pile => pile.map(([value, shown, shade], i) => ({
      value: [value, row],
      shown,
      shade,
      symbolOffset: [0, (i % 2 ? 1 : -1) * Math.ceil(i / 2) * step],
    })));
  };

  const draw = figure => {
    const data = JSON.parse(figure.querySelector('script').textContent);
    const box = figure.querySelector('.canvas');
    const { fontFamily } = getComputedStyle(document.body);
    figure.hidden = false;
    const most = data.strips[0].dots.length;
    const size = most > 1000 ? 4 : most > 300 ? 6 : 8;
    const room = data.strips.length === 1 ? 160 : Math.max(40, Math.min(96, 420 / data.strips.length));
    box.style.height = `${room * data.strips.length + 56}px`;
    const chart = echarts.init(box, null, { renderer: 'svg' });
    const whole = data.least === 0 && data.greatest === 100;
    const layout = () => {
      const narrow = box.clientWidth < 520;
      const names = data.strips.length === 1 ? 16 : narrow ? 92 : 150;
      const toPixel = value => (value - data.least) / (data.greatest - data.least || 1) * (box.clientWidth - names - 16);
      chart.resize();
      chart.setOption({
        animation: false,
        textStyle: { fontFamily },
        grid: { left: names, right: 16, top: 8, height: room * data.strips.length },
        xAxis: {
          type: 'value', scale: true, min: whole ? 0 : null, max: whole ? 100 : null, splitNumber: narrow ? 4 : 8,
          axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: 'var(--ink-2)', fontSize: 11 },
          splitLine: { lineStyle: { color: 'var(--line-2)' } },
          name: data.axis, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: 'var(--ink-2)', fontSize: 12 },
        },
        yAxis: {
          type: 'category', inverse: true, data: data.strips.map(strip => `${strip.name}${narrow ? '\n' : ' '}(${strip.dots.length})`),
          axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: data.strips.length > 1, lineStyle: { color: 'var(--line-2)' } },
          axisLabel: { show: data.strips.length > 1, color: 'var(--ink)', fontSize: 12, width: names - 12, overflow: 'break', interval: 0 },
        },
        tooltip: { formatter: ({ data: dot }) => echarts.format.encodeHTML(dot.shown), confine: true },
        series: [{
          type: 'scatter', symbolSize: size,
          progressive: 0, // flushing what is drawn bit by bit never ends
          itemStyle: { borderColor: 'var(--accent)', borderWidth: size > 4 ? 0.8 : 0.4, opacity: 0.9 },
          data: data.strips.flatMap((strip, row) => piled(strip, row, toPixel, size, room - size))
            .map(({ shade, ...dot }) => ({ ...dot, itemStyle: { color: `var(--${data.shades[shade]})` } })),
        }],
      }, true);
      chart.getZr().flush();
    };
    layout();
    let width = box.clientWidth;
    new ResizeObserver(() => {
      if (box.clientWidth === width) return;
      width = box.clientWidth;
      layout();
    }).observe(box);
  };
  if (window.echarts) document.querySelectorAll('figure.chart').forEach(draw);

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details[data-print="open"]:not([open])')];
    closed.forEach(part => { part.open = true; });
  });
  addEventListener('afterprint', () => {
    closed.forEach(part => { part.open = false; });
    closed = [];
  });
})();
